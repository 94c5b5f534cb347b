"""A result tells what it was made with, and that can be read again from every format."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop import __version__
from desktop.engine.batch.saving import save_result
from desktop.engine.core.errors import (
    DamagedLookError,
    NoLookError,
    NotAPictureError,
    PictureNotFoundError,
    PresetModelMismatchError,
)
from desktop.engine.core.reasons import PARSE_ERRORS
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.look import Look
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.stroke import Stroke
from desktop.engine.encode.writer import WRITABLE_SUFFIXES, save_picture
from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.engine.metadata.jpeg_xmp import EXTENSION
from desktop.engine.metadata.xmp import with_look_property
from desktop.engine.store.look_xmp import look_from_json, look_notices, look_to_json, read_look
from tests.engine import pictures
from tests.support.edits import edit_of, request_of

EMBEDDING = tuple(float(value) for value in np.random.default_rng(3).normal(size=32).astype(np.float32))
EDIT = edit_of('Rust & "Gold" <1>', EMBEDDING, Adjustments(amount=0.7, warmth=-0.25, pull=0.5, pull_b=31.5))
LOOK = Look(EDIT, (("palette", "ab" * 32),))


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
def test_a_result_carries_its_look(tmp_path: Path, suffix: str) -> None:
    path = save_picture(pictures.colours(), tmp_path / f"a{suffix}", Photo(None, pictures.ramp()), look=LOOK)
    assert read_look(path) == LOOK


def test_a_job_writes_the_model_that_did_it(
    colorizer: Colorizer, tiny_model: Model, photo_file: Path, tmp_path: Path
) -> None:
    asked = edit_of("Rust", EMBEDDING)
    look = read_look(save_result(request_of(asked, colorizer), read_photo(photo_file), tmp_path / "out.jpg"))
    assert look == Look(asked, ((tiny_model.name, tiny_model.sha256),))
    look.check_model(tiny_model)


def test_the_look_of_a_photograph_that_is_a_result_gives_way_to_the_new_one(tmp_path: Path) -> None:
    first = save_picture(pictures.colours(), tmp_path / "1.png", Photo(None, pictures.ramp()), look=LOOK)
    again = Look(edit_of("Moss", EMBEDDING), (("palette", "cd" * 32),))
    second = save_picture(pictures.colours(), tmp_path / "2.png", read_photo(first), look=again)
    assert read_look(second) == again
    assert b"Gold" not in second.read_bytes()
    third = save_picture(pictures.colours(), tmp_path / "3.png", read_photo(first))
    with pytest.raises(NoLookError):
        read_look(third)


def test_too_long_an_xmp_packet_leaves_room_for_the_look_in_jpeg(tmp_path: Path) -> None:
    crowded = with_look_property(b"", "x" * 70_000).replace(b"tintype:Look", b"tintype:Novel")
    subject = Photo(None, pictures.ramp(), metadata=Metadata(xmp=crowded))
    assert read_look(save_picture(pictures.colours(), tmp_path / "a.jpg", subject, look=LOOK)) == LOOK


def painted(strokes: int, points: int = 1000) -> Look:
    """A look with a region of many strokes."""
    rng = np.random.default_rng(6)
    lines = [
        Stroke(tuple(map(tuple, np.cumsum(rng.normal(0.5, 5, (points, 2)), axis=0).clip(0, 9999) / 1e4)), 0.2)
        for _ in range(strokes)
    ]
    return replace(LOOK, edit=replace(EDIT, regions=(PaintedRegion(strokes=tuple(lines)),)))


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
def test_a_look_of_many_brush_strokes_is_kept_whole(tmp_path: Path, suffix: str) -> None:
    look = painted(30)
    title = b"<dc:title xmlns:dc='http://purl.org/dc/elements/1.1/'>Harbour</dc:title>"
    packet = with_look_property(b"", "old").replace(b"<tintype:Look>old</tintype:Look>", title)
    subject = Photo(None, pictures.ramp(), metadata=Metadata(xmp=packet))
    path = save_picture(pictures.colours(), tmp_path / f"a{suffix}", subject, look=look)
    assert path.stat().st_size > 200_000
    assert read_look(path) == look
    assert title.split(b">")[1] in read_photo(path).metadata.xmp, "what else is told stays, too"
    again = save_picture(pictures.colours(), tmp_path / f"b{suffix}", read_photo(path), look=LOOK)
    assert read_look(again) == LOOK
    assert again.stat().st_size < 20_000


def test_a_part_of_a_look_that_is_lost_is_told_of(tmp_path: Path) -> None:
    path = save_picture(
        pictures.colours(), tmp_path / "a.jpg", Photo(None, pictures.ramp()), look=painted(30)
    )
    content = path.read_bytes()
    place = content.rindex(EXTENSION) + 200
    path.write_bytes(content[:place] + b"x" + content[place + 1 :])
    with pytest.raises(NoLookError):
        read_look(path)


def test_a_look_that_no_reader_would_take_is_left_out_and_told_of(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.engine.store.look_xmp.MAX_POINTS", 50)
    result = save_result(request_of(painted(1).edit, colorizer), read_photo(photo_file), tmp_path / "out.jpg")
    assert "too many brush strokes" in look_notices(painted(1).edit)[-1]
    with pytest.raises(NoLookError):
        read_look(result)


def test_the_program_and_its_version_are_told() -> None:
    assert look_to_json(LOOK)["program"] == f"Tintype {__version__}"
    assert look_from_json(look_to_json(LOOK)) == LOOK


def test_a_blend_is_told_preset_by_preset_and_older_programs_read_its_mix() -> None:
    first = Preset("Rust", "palette", "ab" * 32, EMBEDDING, ("#102030",))
    second = Preset("Moss", "palette", "ab" * 32, EMBEDDING[::-1], ())
    blend = Blend((Corner(first, 0.25), Corner(second, 0.75)), (0.5,) * 32)
    look = Look(Edit(blend, Adjustments(amount=0.7)), (("palette", "ab" * 32),))
    data = json.loads(json.dumps(look_to_json(look)))
    assert look_from_json(data) == look
    assert look.edit.chosen_blend.name == "Moss + Rust"
    del data["blend"]
    assert look_from_json(data).edit.chosen_blend.embedding == blend.embedding
    assert "blend" not in look_to_json(Look(Edit(Blend.of(first))))


def mixed_with_natural() -> Edit:
    """A preset with a quarter of natural colours."""
    return Edit(
        Blend((Corner(EDIT.chosen_blend.preset, 0.75), Corner(natural_preset("auto"), 0.25))),
        EDIT.adjustments,
    )


def test_a_look_with_natural_colours_is_written_for_newer_programs(tiny_model: Model) -> None:
    auto = replace(tiny_model, name="auto", kind="auto")
    mixed = Look(mixed_with_natural(), tuple((model.name, model.sha256) for model in (tiny_model, auto)))
    alone = Look(Edit(Blend.of(natural_preset("auto"))), (("auto", auto.sha256),))
    for look in (mixed, alone):
        data = json.loads(json.dumps(look_to_json(look)))
        assert data["format"] == 2
        assert look_from_json(data) == look
    assert look_to_json(LOOK)["format"] == 1
    assert mixed.edit.colour_models == ("palette", "auto")
    mixed.check_model(auto)
    with pytest.raises(PresetModelMismatchError, match="another version"):
        mixed.check_model(replace(auto, graphs={}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("natural", {"model": 3, "share": 0.5}),
        ("natural", {"model": "auto", "share": 1.5}),
        ("natural", {"model": "auto"}),
        ("others", {"auto": "none"}),
        ("others", 7),
        ("format", 6),
    ],
)
def test_natural_colours_in_a_look_that_make_no_sense(field: str, value: object) -> None:
    look = Look(mixed_with_natural(), (("palette", "ab" * 32), ("auto", "cd" * 32)))
    with pytest.raises(PARSE_ERRORS):
        look_from_json(look_to_json(look) | {field: value})


def test_a_look_is_for_one_version_of_one_model(tiny_model: Model) -> None:
    made = replace(LOOK, models=((tiny_model.name, tiny_model.sha256),))
    made.check_model(tiny_model)
    with pytest.raises(PresetModelMismatchError, match="another version"):
        LOOK.check_model(tiny_model)
    with pytest.raises(PresetModelMismatchError, match='belongs to the model "auto"'):
        Look(edit_of("Rust", EMBEDDING, model="auto")).check_model(tiny_model)


def test_files_without_a_look(photo_file: Path, tmp_path: Path) -> None:
    with pytest.raises(NoLookError, match="carries no look"):
        read_look(photo_file)
    with pytest.raises(PictureNotFoundError):
        read_look(tmp_path / "nowhere.jpg")
    (tmp_path / "text.jpg").write_text("no picture")
    with pytest.raises(NotAPictureError):
        read_look(tmp_path / "text.jpg")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"format": 9}, "too old"),
        ({"model": None}, "not text"),
        ({"model_sha256": "ab"}, "SHA-256"),
        ({"embedding": []}, "embedding"),
        ({"embedding": [1, "x"]}, "not a number"),
        ({"embedding": [1, float("nan")]}, "not a number"),
        ({"embedding": [10**400]}, "too large"),
        ({"embedding": [1e308]}, "the embedding is not a list of numbers"),
        ({"adjustments": {"amount": 9}}, "amount"),
        ({"blend": {"corners": []}}, "1 to 4"),
        ({"blend": 7}, "fields"),
        ({"adjustments": {"grain": 1}}, "does not know the adjustment grain"),
        ({"adjustments": {"warmth": 2}}, "warmth must be from -1 to 1"),
        ({"adjustments": []}, "wrong kind"),
    ],
)
def test_a_damaged_look_is_told_of_in_one_line(tmp_path: Path, change: dict[str, object], words: str) -> None:
    text = json.dumps(look_to_json(LOOK) | change)
    Image.fromarray(pictures.ramp()).save(tmp_path / "a.jpg", xmp=with_look_property(b"", text))
    with pytest.raises(DamagedLookError, match=words) as caught:
        read_look(tmp_path / "a.jpg")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "[" * 100_000])
def test_a_look_that_is_no_json_object(tmp_path: Path, text: str) -> None:
    Image.fromarray(pictures.ramp()).save(tmp_path / "a.webp", xmp=with_look_property(b"", text))
    with pytest.raises(DamagedLookError):
        read_look(tmp_path / "a.webp")
