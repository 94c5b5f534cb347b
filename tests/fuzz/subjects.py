"""What is given spoiled input: every reader of files that come from elsewhere, with whole files to start from."""

import io
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from desktop.engine.batch.ledger import Ledger
from desktop.engine.decode.formats import decode
from desktop.engine.decode.reader import read_painting, read_photo
from desktop.engine.edits.preset import read_preset
from desktop.engine.inference.model_registry import read_manifest
from desktop.engine.metadata.xmp import with_look_property
from desktop.engine.store.look_xmp import look_to_json, read_look
from desktop.engine.store.project import read_project
from tests.fuzz.hostile_seeds import hostile_seeds
from tests.fuzz.mutations import spoiled, spoiled_json
from tests.fuzz.other_subjects import other_subjects
from tests.fuzz.page_subject import page_subject
from tests.fuzz.seeds import LOOK, SHA256, picture_seeds, result_seeds

MAX_PIXELS = 500_000  # what a spoiled header claims beyond it is refused at once
PRESET = (
    '{"format": 1, "name": "Night", "model": "palette", "encoder_sha256": "SHA256", "embedding": [0.5, -1, 2e-3],'
    ' "palette": ["#102030", "#aabbcc"], "painter": "A", "title": "B", "year": "1880", "credit": "C"}'
)
CORNER = f'{{"preset": {PRESET}, "weight": 0.5}}'
HALF_CORNER = f'{{"preset": {PRESET}, "weight": 0.25}}'
EDIT = (
    f'{{"blend": {{"corners": [{CORNER}, {HALF_CORNER}, {{"natural": "auto", "weight": 0.25}}],'
    ' "shift": [0.0, 0.5, -1.0]}, "adjustments": {"amount": 0.5, "hue": -20},'
    ' "repaint": {"painter": "repaint-a", "brush": 0.25, "paint": 0.5},'
    ' "framing": {"turns": 3, "angle": -1.5, "left": 0.1, "top": 0.0, "right": 0.9, "bottom": 1.0},'
    ' "picture": {"angle": 0.5, "left": 0.1, "top": 0.1, "right": 0.9, "bottom": 0.8},'
    ' "regions": [{"blend": null, "amount": 1, "inverted": false, "visible": true, "colour": [20.5, -3],'
    ' "strokes": [{"radius": 0.1, "feather": 0.5, "erase": false, "points": [2000, 3000, 4000, 5000]}]}]}'
)
PROJECT = (
    '{"format": 1, "program": "Tintype 1", "photo": {"key": "ab", "path": "/a.jpg"},'
    f' "edit": {EDIT}, "snapshots": [{{"name": "First", "edit": {EDIT}}}]}}'
)
MANIFEST = (
    '{"format": 1, "name": "palette", "title": "Palette", "version": "1", "kind": "palette", "description": "x",'
    ' "working_size_px": 256, "size_multiple": 16, "style_size_px": 256, "embedding_size": 32, "opset": 18,'
    ' "licence": "MIT", "training_data": "none", "scores": {"palette": {"x": 1.5}}, "graphs": {"colorizer":'
    ' {"file": "c.onnx", "sha256": "SHA256", "size_bytes": 10}}}'
)
LEDGER = (
    '{"result": "a.jpg", "source": "b.jpg", "source_state": {"size_bytes": 1, "mtime_ns": 2}, "look": "l",'
    ' "result_state": {"size_bytes": 1, "mtime_ns": 2}}'
)
Spoil = Callable[[random.Random], tuple[str, bytes]]
Read = Callable[[Path], Any]


def subjects() -> dict[str, tuple[Spoil, Read]]:
    """By name: what makes a spoiled file (its name and content), and what reads it."""
    seeds = picture_seeds() | hostile_seeds()
    names = sorted(seeds)
    results = result_seeds()

    def picture(chance: random.Random) -> tuple[str, bytes]:
        name = chance.choice(names)
        others = [seeds[name]] * 6 + [seeds[chance.choice(names)]]
        return name, spoiled(others, chance)

    def result(chance: random.Random) -> tuple[str, bytes]:
        name = chance.choice(sorted(results))
        return name, spoiled([results[name]], chance)

    def result_with_odd_look(chance: random.Random) -> tuple[str, bytes]:
        text = spoiled_json(json.dumps(look_to_json(LOOK)), chance).decode("utf-8", "ignore")
        packet = with_look_property(b"", "".join(letter for letter in text if letter >= " "))
        if chance.random() < 0.5:
            packet = spoiled([packet], chance)
        file = io.BytesIO()
        Image.new("L", (2, 2)).save(file, "PNG", pnginfo=_xmp_chunk(packet))
        return "result.png", file.getvalue()

    return {
        "photo": (picture, lambda path: read_photo(path, max_pixels=MAX_PIXELS)),
        "painting": (picture, lambda path: read_painting(path, max_pixels=MAX_PIXELS)),
        "samples": (picture, lambda path: decode(path, MAX_PIXELS)),
        "second page": page_subject(MAX_PIXELS),
        "look": (result, read_look),
        "odd look": (result_with_odd_look, read_look),
        "preset": (
            lambda chance: ("p.tintype", spoiled_json(PRESET.replace("SHA256", SHA256), chance)),
            read_preset,
        ),
        "project": (
            lambda chance: ("p.tintype-edit", spoiled_json(PROJECT.replace("SHA256", SHA256), chance)),
            read_project,
        ),
        "manifest": (
            lambda chance: ("model.json", spoiled_json(MANIFEST.replace("SHA256", SHA256), chance)),
            lambda path: read_manifest(path.parent),
        ),
        "ledger": (
            lambda chance: (".tintype-ledger.jsonl", spoiled_json(LEDGER, chance)),
            lambda path: Ledger(path.parent).entry(path.parent / "a.jpg"),
        ),
        **other_subjects(*(text.replace("SHA256", SHA256) for text in (MANIFEST, PROJECT, EDIT))),
    }


def _xmp_chunk(packet: bytes) -> PngInfo:
    info = PngInfo()
    info.add(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet)
    return info
