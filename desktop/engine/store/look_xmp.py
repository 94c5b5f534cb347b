"""The look in a result's file: JSON in one XMP property, from which it can be applied to other photographs."""

import json
import math
import re
from collections.abc import Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.engine.core.errors import DamagedLookError, NoLookError
from desktop.engine.core.reasons import PARSE_ERRORS, Reason, reason_of
from desktop.engine.decode.formats import read_xmp
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.look import Look
from desktop.engine.edits.mixture import Natural
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import Preset, embedding_of
from desktop.engine.edits.serialization import (
    blend_from_json,
    blend_to_json,
    framing_from_json,
    framing_to_json,
    region_to_json,
    regions_from_json,
    repaint_from_json,
)
from desktop.engine.files.json_fields import text_of
from desktop.engine.metadata.xmp import look_property, with_look_property

LOOK_FORMAT = 1
NEWER_FORMAT = 2  # of looks of which older versions of the program would leave a part out
FRAMED_FORMAT = 3  # of looks that show a part of the photograph, or have it turned
BORDERED_FORMAT = 4  # of looks that say where the picture lies within a border
OVAL_FORMAT = 5  # of looks whose picture is an oval
FORMATS = (LOOK_FORMAT, NEWER_FORMAT, FRAMED_FORMAT, BORDERED_FORMAT, OVAL_FORMAT)
MAX_POINTS = 1_000_000  # of all strokes: some 11 MB, less than XMP may have
SHA256 = re.compile(r"[0-9a-f]{64}")


def read_look(path: Path | str) -> Look:
    """The look that a result of this program (JPEG, PNG, TIFF or WebP) was made with.

    Raises `NoLookError` when the file carries none, `DamagedLookError` when what it carries makes no sense or
    comes from a newer program, and the reading faults of `formats.decode`. Whether a model can repeat it is
    for `Look.check_model` to tell, which raises `PresetModelMismatchError`.
    """
    source = Path(path)
    texts = [text for text in map(look_property, read_xmp(source)) if text is not None]
    if not texts:
        raise NoLookError(f"{source} carries no look; give a result that Tintype saved.")
    try:
        return look_from_json(json.loads(texts[0]))
    except PARSE_ERRORS as error:
        raise DamagedLookError(
            f"The look in {source} cannot be used ({reason_of(error)}); use its preset instead."
        ) from error


def look_xmp(look: Look, packet: bytes) -> bytes:
    """`packet`, the XMP of the photograph (may be empty), with the look that made the result.

    Without it where it is longer than any reader takes, which `look_notices` tells.
    """
    return packet if look_notices(look.edit) else with_look_property(packet, json.dumps(look_to_json(look)))


def look_notices(edit: Edit) -> tuple[str, ...]:
    """Why the look of an edit cannot go into its result's file: what is painted has more points than `MAX_POINTS`."""
    points = sum(len(stroke.points) for region in edit.regions for stroke in region.strokes)
    if points <= MAX_POINTS:
        return ()
    return (
        "The look has too many brush strokes to be stored in the result, so that it cannot be repeated from it.",
    )


def look_to_json(look: Look) -> dict[str, Any]:
    """A look as a JSON object, beside the program's version; `look_from_json` reads it back unchanged.

    Of a plain preset its name, model and embedding are kept, of a blend all presets, too.
    """
    edit, blend = look.edit, look.edit.chosen_blend
    mixture, others = blend.mixture, dict(look.models)
    newer = bool(mixture.natural or edit.repaint or len(others) > 1 or not mixture.embedding)
    data = {
        "format": _format(edit, newer=newer),
        "program": f"Tintype {__version__}",
        "model": mixture.model,
        "model_sha256": others.pop(mixture.model, ""),
        "preset": blend.name,
        "embedding": list(blend.preset.embedding if blend.is_plain else mixture.embedding),
        "adjustments": asdict(edit.adjustments),
    }
    if not blend.is_plain:
        data["blend"] = blend_to_json(blend)
    if edit.regions:  # older versions of the program repeat all other looks
        data["regions"] = [region_to_json(region) for region in edit.regions]
    if mixture.natural is not None:
        data["natural"] = asdict(mixture.natural)
    if edit.repaint is not None:
        data["repaint"] = asdict(edit.repaint)
    if not edit.framing.is_whole:
        data["framing"] = framing_to_json(edit.framing)
    if edit.picture is not None:
        data["picture"] = framing_to_json(edit.picture)
    if others:
        data["others"] = others
    return data


def _format(edit: Edit, *, newer: bool) -> int:
    if edit.picture is not None:
        return OVAL_FORMAT if edit.picture.oval else BORDERED_FORMAT
    if not edit.framing.is_whole:
        return FRAMED_FORMAT
    return NEWER_FORMAT if newer else LOOK_FORMAT


def look_from_json(data: Mapping[str, Any]) -> Look:
    """The look that a JSON object describes; raises ValueError, KeyError or TypeError if it describes none."""
    if data["format"] not in FORMATS:
        raise Reason(f"format {data['format']} is not {FORMATS[-1]}; the program is too old for it")
    texts = {name: text_of(data[name]) for name in ("model", "preset", "model_sha256")}
    if not all(texts.values()):
        raise Reason("a name in it is not text")
    others = {text_of(name): text_of(sha256) for name, sha256 in dict(data.get("others", {})).items()}
    if not all(SHA256.fullmatch(sha256) for sha256 in (texts["model_sha256"], *others.values())):
        raise Reason("a model's SHA-256 is not one")
    embedding = _numbers(data["embedding"], may_be_empty=data["format"] != LOOK_FORMAT)
    natural = None if data.get("natural") is None else _natural(data["natural"])
    if data.get("blend") is None:
        blend = _unmixed(texts["preset"], texts["model"], embedding, natural)
    else:
        blend = blend_from_json(data["blend"])
    if blend.mixture.model != texts["model"]:
        raise Reason("its presets are of another model")
    edit = Edit(
        blend=blend,
        adjustments=_adjustments(data["adjustments"]),
        regions=regions_from_json(data.get("regions", [])),
        repaint=None if data.get("repaint") is None else repaint_from_json(data["repaint"]),
        framing=Framing() if data.get("framing") is None else framing_from_json(data["framing"]),
        picture=None if data.get("picture") is None else framing_from_json(data["picture"]),
    )
    return Look(edit, ((texts["model"], texts["model_sha256"]), *others.items()))


def _unmixed(name: str, model: str, embedding: tuple[float, ...], natural: Natural | None) -> Blend:
    """The blend of a look that tells no presets: of one, with natural colours where some are below it.

    Which style encoder made the preset is not told: the model's own hash stands for it.
    """
    if not embedding:
        return Blend.of(natural_preset(model))
    preset = Preset(name, model, encoder_sha256="", embedding=embedding, palette=())
    if natural is None:
        return Blend.of(preset)
    return Blend((Corner(preset, 1 - natural.share), Corner(natural_preset(natural.model), natural.share)))


def _natural(data: Mapping[str, object]) -> Natural:
    return Natural(text_of(data["model"]), _number(data["share"]))


def _numbers(values: object, *, may_be_empty: bool) -> tuple[float, ...]:
    if not isinstance(values, list) or not (values or may_be_empty):
        raise Reason("the embedding is not a list of numbers")
    numbers = tuple(_number(value) for value in values)
    return embedding_of(numbers) if numbers else ()


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Reason(f"{str(value)[:40]} is not a number")
    return float(value)


def _adjustments(values: Mapping[str, object]) -> Adjustments:
    unknown = set(values) - {field.name for field in fields(Adjustments)}
    if unknown:
        raise Reason(f"this version of the program does not know the adjustment {min(unknown)[:40]}")
    return Adjustments(**{name: _number(value) for name, value in values.items()})
