"""Presets: made, kept, renamed, handed on, and refused when they are damaged or of another model."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.errors import (
    DamagedPresetError,
    OutputFolderMissingError,
    PresetExistsError,
    PresetModelMismatchError,
    PresetNameError,
    PresetNotFoundError,
    PresetReadOnlyError,
)
from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.preset import Preset, embedded_again, preset_to_json, read_preset, write_preset
from desktop.engine.files import plain_file
from desktop.engine.imaging.painting import COPY_BYTES, make_copy, pixels_of_copy
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model, read_manifest
from desktop.engine.store.preset_library import PresetLibrary, make_preset
from tests.support.tiny_models import write_model

WAVE = Preset(
    name="The Great Wave",
    painter="Katsushika Hokusai",
    title="神奈川沖浪裏",
    year="c. 1831",
    model="palette",
    encoder_sha256="ab" * 32,
    embedding=tuple(np.linspace(-1, 1, 32)),
    palette=("#2a4b7c", "#e8dcc0", "#8c6a3f", "#101820", "#c9b48a"),
)


@pytest.fixture
def library(tmp_path: Path) -> PresetLibrary:
    """A library with one preset that came with the program and none of the person's."""
    write_preset(WAVE, make_dir(tmp_path / "shipped") / "the-great-wave.tintype")
    return PresetLibrary(tmp_path / "shipped", tmp_path / "mine")


def make_dir(path: Path) -> Path:
    path.mkdir()
    return path


def named(name: str) -> Preset:
    return Preset(
        name=name, model="palette", encoder_sha256="00", embedding=(0.5,) * 32, palette=("#102030",) * 5
    )


def test_a_file_gives_back_the_preset_that_it_was_written_from(tmp_path: Path) -> None:
    path = write_preset(WAVE, tmp_path / "wave.tintype")
    assert read_preset(path) == WAVE
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["format"] == 1
    assert data["title"] == "神奈川沖浪裏"
    assert len(data["embedding"]) == 32


def test_a_preset_is_made_of_a_painting(colorizer: Colorizer, painting_file: Path) -> None:
    painting = np.full((40, 60, 3), (200, 60, 30), dtype=np.uint8)
    painting[:, 45:] = (20, 30, 90)
    preset = make_preset(colorizer, painting, " Rust ", painter="N. N.")
    assert (preset.name, preset.painter, preset.model) == ("Rust", "N. N.", "palette")
    assert preset.vector == pytest.approx(colorizer.embed(painting))
    assert preset.palette[0] == "#c83c1e"
    assert "#141e5a" in preset.palette
    assert len(preset.palette) == 5
    preset.check_model(colorizer.model)


def test_a_preset_is_for_the_model_and_the_encoder_that_made_it(
    tmp_path: Path, tiny_model: Model, colorizer: Colorizer, tiny_graphs: dict[str, bytes]
) -> None:
    preset = make_preset(colorizer, np.zeros((30, 30, 3), dtype=np.uint8), "Night")
    other = read_manifest(write_model(tmp_path / "other", tiny_graphs))
    with pytest.raises(PresetModelMismatchError, match='belongs to the model "palette", not "other"'):
        preset.check_model(other)
    changed = {**tiny_graphs, "style_encoder": tiny_graphs["style_encoder"] + b"\0"}
    newer = read_manifest(write_model(tmp_path / "palette", changed))
    with pytest.raises(PresetModelMismatchError, match="another version"):
        preset.check_model(newer)


@pytest.mark.parametrize("name", ["THE GREAT WAVE", "the-great-wave", "The  Great, Wave!"])
def test_presets_are_found_by_name_or_slug_in_any_case(library: PresetLibrary, name: str) -> None:
    assert library.get(name) == WAVE
    assert library.is_shipped(name)


def test_a_name_that_is_not_there_is_answered_with_a_near_one(library: PresetLibrary) -> None:
    with pytest.raises(PresetNotFoundError, match="did you mean The Great Wave"):
        library.get("great wave")
    with pytest.raises(PresetNotFoundError, match="tintype preset list"):
        library.get("sunflowers")


def test_added_presets_are_kept_and_listed_by_name(library: PresetLibrary, tmp_path: Path) -> None:
    library.add(named("water lilies"))
    library.add(named("Café de nuit"))
    names = ["Café de nuit", "The Great Wave", "water lilies"]
    assert [preset.name for preset in library.all()] == names
    again = PresetLibrary(tmp_path / "shipped", tmp_path / "mine")
    assert [preset.name for preset in again.all()] == names
    assert (tmp_path / "mine" / "cafe-de-nuit.tintype").is_file()
    assert not again.is_shipped("water lilies")


@pytest.mark.parametrize("name", ["The great wave", "water LILIES"])
def test_a_taken_name_is_refused(library: PresetLibrary, name: str) -> None:
    library.add(named("Water lilies"))
    with pytest.raises(PresetExistsError, match="choose another name"):
        library.add(named(name))


@pytest.mark.parametrize("name", ["", "  ", "?!", "_"])
def test_a_name_without_a_letter_is_refused(library: PresetLibrary, colorizer: Colorizer, name: str) -> None:
    with pytest.raises(PresetNameError):
        library.add(named(name))
    with pytest.raises(PresetNameError):
        make_preset(colorizer, np.zeros((9, 9, 3), dtype=np.uint8), name)


def test_renaming_moves_the_file(library: PresetLibrary, tmp_path: Path) -> None:
    library.add(named("Dusk"))
    assert library.rename("dusk", "Late dusk").name == "Late dusk"
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["late-dusk.tintype"]
    assert library.get("late dusk").embedding == named("Dusk").embedding
    with pytest.raises(PresetNotFoundError):
        library.get("dusk")


def test_renaming_may_change_case_alone_but_take_no_other_presets_name(library: PresetLibrary) -> None:
    library.add(named("Dusk"))
    assert library.rename("Dusk", "DUSK").name == "DUSK"
    with pytest.raises(PresetExistsError):
        library.rename("dusk", "The Great Wave")
    assert library.get("dusk").name == "DUSK"


def test_removing_deletes_the_file_and_gives_the_preset_back(library: PresetLibrary, tmp_path: Path) -> None:
    library.add(named("Dusk"))
    assert library.remove("DUSK") == named("Dusk")
    assert list((tmp_path / "mine").iterdir()) == []
    with pytest.raises(PresetNotFoundError):
        library.remove("Dusk")


def test_what_came_with_the_program_can_be_neither_renamed_nor_removed(library: PresetLibrary) -> None:
    with pytest.raises(PresetReadOnlyError, match="came with the program"):
        library.rename("The Great Wave", "Wave")
    with pytest.raises(PresetReadOnlyError):
        library.remove("The Great Wave")
    assert library.get("the great wave") == WAVE


@pytest.mark.parametrize(
    ("target", "written"),
    [("out", "out/the-great-wave.tintype"), ("w.tintype", "w.tintype"), ("w", "w.tintype")],
)
def test_a_preset_is_handed_on_by_file(
    library: PresetLibrary, tmp_path: Path, target: str, written: str
) -> None:
    (tmp_path / "out").mkdir()
    path = library.export_file("The Great Wave", tmp_path / target)
    assert path == tmp_path / written
    friend = PresetLibrary(tmp_path / "none", tmp_path / "friends" / "presets")
    assert friend.import_file(path) == WAVE
    assert friend.get("the great wave") == WAVE
    with pytest.raises(PresetExistsError):
        friend.import_file(path)


@pytest.mark.parametrize("target", ["out", "out/the-great-wave"])
def test_handing_on_without_naming_the_file_replaces_nothing(
    library: PresetLibrary, tmp_path: Path, target: str
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "the-great-wave.tintype").write_text("somebody's own")
    for _ in range(2):  # the second time it is there already
        path = library.export_file("The Great Wave", tmp_path / target)
        assert path.name == "the-great-wave (2).tintype"
        assert read_preset(path) == WAVE
    assert (tmp_path / "out" / "the-great-wave.tintype").read_text() == "somebody's own"


@pytest.mark.parametrize("kind", ["newer", "of another name"])
def test_a_new_preset_takes_no_other_files_place(library: PresetLibrary, tmp_path: Path, kind: str) -> None:
    path = make_dir(tmp_path / "mine") / "mine.tintype"
    path.write_bytes(DAMAGES["other format"]() if kind == "newer" else damage(name="Another"))
    content = path.read_bytes()
    library.reload()
    library.add(replace(WAVE, name="Mine"))
    library.add(replace(WAVE, name="Third"))
    library.remove("Mine")
    library.rename("Third", "mine")
    assert path.read_bytes() == content
    library.reload()
    assert library.get("mine") == replace(WAVE, name="mine")


def test_handing_on_into_nowhere(library: PresetLibrary, tmp_path: Path) -> None:
    with pytest.raises(OutputFolderMissingError):
        library.export_file("The Great Wave", tmp_path / "nowhere" / "w.tintype")


def damage(**changes: object) -> bytes:
    data = {
        "format": 1,
        "name": "N",
        "model": "palette",
        "encoder_sha256": "00",
        "embedding": [0.5, 1],
        "palette": ["#aabbcc"],
    }
    return json.dumps(data | changes).encode()


DAMAGES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "no JSON": lambda: b"{",
    "a list": lambda: b"[]",
    "null": lambda: b"null",
    "not UTF-8": lambda: b"\xff\xfe{}",
    "endlessly nested": lambda: b"[" * 100_000,
    "far too large": lambda: b" " * 1_000_001,
    "other format": lambda: damage(format=9),
    "no name": lambda: damage(name=3),
    "name of signs": lambda: damage(name="//"),
    "numbers as text": lambda: damage(embedding=["1", "2"]),
    "no numbers": lambda: damage(embedding=[]),
    "not finite": lambda: (
        b'{"format": 1, "name": "N", "model": "m", "encoder_sha256": "0", "embedding": [NaN], "palette": []}'
    ),
    "no colours": lambda: damage(palette=["red"]),
    "painter is a number": lambda: damage(painter=5),
    "lacks its model": lambda: json.dumps({"format": 1, "name": "N"}).encode(),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_told_of_in_one_line_and_hides_nothing_else(
    library: PresetLibrary, tmp_path: Path, kind: str
) -> None:
    path = make_dir(tmp_path / "mine") / "bad.tintype"
    path.write_bytes(DAMAGES[kind]())
    with pytest.raises(DamagedPresetError, match=r"bad\.tintype is no preset or damaged") as caught:
        read_preset(path)
    assert "\n" not in str(caught.value)
    library.reload()
    assert library.all() == [WAVE]
    assert len(library.problems) == 1
    assert library.problems[0].startswith(str(caught.value))


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_set_aside_whole_and_told_of_once(
    library: PresetLibrary, tmp_path: Path, kind: str
) -> None:
    folder, content = make_dir(tmp_path / "mine"), DAMAGES[kind]()
    newer = kind == "other format"
    (folder / "bad.tintype").write_bytes(content)
    library.reload()
    aside = folder / ("bad.tintype" if newer else "bad.tintype.damaged")
    assert [path.name for path in folder.iterdir()] == [aside.name]
    assert aside.read_bytes() == content
    assert ("set aside as bad.tintype.damaged" in library.problems[0]) is not newer
    library.reload()
    assert bool(library.problems) is newer
    with pytest.raises(DamagedPresetError, match=r"bad\.tintype"):
        library.get("bad")


def test_what_was_set_aside_before_is_not_written_over(library: PresetLibrary, tmp_path: Path) -> None:
    folder = make_dir(tmp_path / "mine")
    for content in (b"first", b"second"):
        (folder / "bad.tintype").write_bytes(content)
        library.reload()
    kept = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert kept == {"bad.tintype.damaged": b"first", "bad.2.tintype.damaged": b"second"}


def test_a_file_that_another_program_holds_stays_where_it_is(
    library: PresetLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_dir(tmp_path / "mine") / "held.tintype"
    path.write_bytes(b"{}")

    def refuse(_path: Path) -> None:
        words = "The process cannot access the file because it is being used by another process"
        error = PermissionError(13, words, None, 32)
        vars(error)["winerror"] = 32  # which Windows alone takes from the arguments
        raise error

    monkeypatch.setattr(plain_file, "open_plain", refuse)
    library.reload()
    monkeypatch.undo()
    assert path.exists()
    assert "another program is using it" in library.problems[0]


def test_damaged_files_in_a_read_only_folder_are_told_of_all_the_same(
    library: PresetLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (make_dir(tmp_path / "mine") / "bad.tintype").write_bytes(b"nonsense")

    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    library.reload()
    assert "is no preset or damaged" in library.problems[0]
    assert "set aside" not in library.problems[0]


def test_two_programs_at_once_see_whole_presets_and_lose_none(library: PresetLibrary, tmp_path: Path) -> None:
    other = PresetLibrary(library.shipped_dir, library.user_dir)
    first = library.add(replace(WAVE, name="First"))
    second = other.add(replace(WAVE, name="Second"))
    for each in (library, other):
        each.reload()
        assert {first, second} <= set(each.all())
    other.remove("First")
    with pytest.raises(PresetNotFoundError):
        library.reload() or library.get("First")


def test_a_missing_file(library: PresetLibrary, tmp_path: Path) -> None:
    with pytest.raises(PresetNotFoundError, match="no preset file"):
        library.import_file(tmp_path / "nowhere.tintype")


@pytest.fixture
def painting(painting_file: Path) -> NDArray[np.uint8]:
    return read_painting(painting_file).pixels


def test_a_copy_of_the_painting_goes_with_the_preset_wherever_it_goes(
    library: PresetLibrary, tmp_path: Path, painting: NDArray[np.uint8]
) -> None:
    copy = make_copy(painting)
    library.add(named("Mine"), copy)
    assert library.copy_of("Mine") == copy
    library.rename("Mine", "Ours")
    assert library.copy_of("Ours") == copy
    assert PresetLibrary(tmp_path / "shipped", tmp_path / "mine").copy_of("ours") == copy
    friend = PresetLibrary(tmp_path / "shipped", make_dir(tmp_path / "friend"))
    friend.import_file(library.export_file("Ours", tmp_path / "with.tintype", with_copy=True))
    assert friend.copy_of("Ours") == copy
    friend.remove("Ours")
    friend.import_file(library.export_file("Ours", tmp_path / "without.tintype"))
    assert friend.copy_of("Ours") == b""
    assert library.copy_of("The Great Wave") == b""


def test_own_presets_of_another_model_are_found_and_embedded_again(
    library: PresetLibrary, colorizer: Colorizer, painting: NDArray[np.uint8]
) -> None:
    made = make_preset(colorizer, painting, "Made here")
    library.add(made, make_copy(painting))
    library.add(
        replace(made, name="Made elsewhere", encoder_sha256="00", embedding=(0.5,) * 32), make_copy(painting)
    )
    library.add(replace(made, name="Of another model", model="older"))
    assert [preset.name for preset in library.outdated(colorizer.model)] == [
        "Made elsewhere",
        "Of another model",
    ]
    old = library.get("Made elsewhere")
    renewed = library.renew(embedded_again(old, colorizer, pixels_of_copy(library.copy_of(old.name))))
    assert renewed.matches(colorizer.model)
    assert np.allclose(renewed.embedding, made.embedding, atol=0.02)  # its copy is a JPEG
    assert renewed.palette == old.palette
    assert library.copy_of("Made elsewhere") == make_copy(painting)
    assert [preset.name for preset in library.outdated(colorizer.model)] == ["Of another model"]


def test_what_a_newer_program_wrote_into_a_preset_stays(library: PresetLibrary) -> None:
    library.add(named("Mine"), b"copy")
    path = library.user_dir / "mine.tintype"
    data = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(data | {"tags": ["warm"], "rating": 5}), "utf-8")
    library.renew(replace(named("Mine"), embedding=(0.25,) * 32))
    kept = json.loads(path.read_text("utf-8"))
    assert (kept["tags"], kept["rating"], kept["embedding"][0]) == (["warm"], 5, 0.25)
    assert library.copy_of("Mine") == b"copy"
    library.rename("Mine", "Yours")
    kept = json.loads((library.user_dir / "yours.tintype").read_text("utf-8"))
    assert (kept["name"], kept["tags"], kept["rating"]) == ("Yours", ["warm"], 5)


def test_what_came_with_the_program_is_not_renewed(library: PresetLibrary) -> None:
    with pytest.raises(PresetReadOnlyError):
        library.renew(WAVE)


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(2000, 1000, (1024, 512)), (100, 80, (100, 80)), (30, 3000, (30, 2048)), (1, 1, (1, 1))],
)
def test_copies_are_small(width: int, height: int, size: tuple[int, int]) -> None:
    noise = np.random.default_rng(3).integers(0, 256, (height, width, 3), dtype=np.uint8)
    copy = make_copy(noise)
    assert len(copy) <= COPY_BYTES
    assert pixels_of_copy(copy).shape == (size[1], size[0], 3)


def test_damaged_copies_are_told(tmp_path: Path) -> None:
    with pytest.raises(DamagedPresetError, match="add the painting again"):
        pixels_of_copy(b"no picture")
    path = write_preset(WAVE, tmp_path / "wave.tintype", b"copy")
    path.write_text(path.read_text(encoding="utf-8").replace("Y29weQ==", "???"), encoding="utf-8")
    with pytest.raises(DamagedPresetError):
        read_preset(path)


@pytest.mark.parametrize("field", ["name", "painter", "model", "credit"])
@pytest.mark.parametrize("odd", ["a\ud800", "a\0b"])
def test_what_no_text_has_is_a_damaged_preset(
    tmp_path: Path, colorizer: Colorizer, field: str, odd: str
) -> None:
    preset = make_preset(colorizer, np.zeros((30, 30, 3), dtype=np.uint8), "Night")
    path = tmp_path / "odd.tintype"
    path.write_text(json.dumps(preset_to_json(preset) | {field: odd}))
    with pytest.raises(DamagedPresetError, match="characters that no text has"):
        read_preset(path)


def test_a_preset_named_after_a_file_whose_name_is_no_text_can_be_read_again(
    tmp_path: Path, colorizer: Colorizer
) -> None:
    preset = make_preset(colorizer, np.zeros((30, 30, 3), np.uint8), "Caf\udce9", credit="\udce9")
    assert read_preset(write_preset(preset, tmp_path / "cafe.tintype")) == preset
    assert preset.name == "Caf\ufffd"
