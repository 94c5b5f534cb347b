"""Damaged preset files are told of, set aside whole, and hide nothing else."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.engine.core.errors import DamagedPresetError
from desktop.engine.edits.preset import read_preset
from desktop.engine.files import plain_file
from desktop.engine.store.preset_library import PresetLibrary
from tests.support.presets import WAVE, make_dir


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
    "true and false": lambda: damage(embedding=[True, False]),
    "numbers beyond what networks take": lambda: damage(embedding=[1e308, 0.5]),
    "numbers beyond all": lambda: damage(embedding=[10**400]),
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
    with pytest.raises(DamagedPresetError, match=r"bad\.tintype is not a preset or is damaged") as caught:
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
    assert "is not a preset or is damaged" in library.problems[0]
    assert "set aside" not in library.problems[0]
