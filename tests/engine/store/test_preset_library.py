"""The library of presets keeps, finds, renames, removes, imports and exports presets."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.errors import (
    OutputFolderMissingError,
    PresetExistsError,
    PresetNameError,
    PresetNotFoundError,
    PresetReadOnlyError,
)
from desktop.engine.decode.reader import read_painting
from desktop.engine.edits.preset import embedded_again, read_preset
from desktop.engine.imaging.painting import make_copy, pixels_of_copy
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.store.preset_library import PresetLibrary, make_preset
from tests.support.presets import WAVE, make_dir, named


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


def test_handing_on_into_nowhere(library: PresetLibrary, tmp_path: Path) -> None:
    with pytest.raises(OutputFolderMissingError):
        library.export_file("The Great Wave", tmp_path / "nowhere" / "w.tintype")


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
