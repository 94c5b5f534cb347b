"""The state of an open window is written, and read again after it is gone."""

import errno
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.core.errors import DamagedEditError
from desktop.engine.edits.edit import Edit
from desktop.engine.files import plain_file
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.pasted_photos import PastedPictures
from desktop.engine.store.project import PhotoMark, Project
from desktop.engine.store.recovery import (
    MAX_FILE_BYTES,
    STATE_NAME,
    State,
    picture_file,
    read_kept_photo,
    read_lost,
    read_state,
    rescue_pictures,
    write_state,
)
from tests.engine import pictures


def state_of(photo: Photo) -> State:
    return State(PhotoMark.of(photo), "Pasted photo", photo.bit_depth, Project(Edit()))


def photos() -> dict[str, Photo]:
    gray, deep = pictures.ramp(40, 30), pictures.deep_ramp(40, 30)
    return {
        "grey": Photo(None, gray),
        "deep": Photo(None, deep, bit_depth=16),
        "of colours": Photo(None, deep, bit_depth=8),
        "grey, transparent": Photo(None, gray, alpha=gray[::-1].copy()),
        "deep, transparent": Photo(None, deep, bit_depth=16, alpha=deep[::-1].copy()),
    }


@pytest.mark.parametrize("kind", photos())
def test_a_photo_without_a_file_comes_back_as_it_was(tmp_path: Path, kind: str) -> None:
    photo = photos()[kind]
    write_state(state_of(photo), photo, tmp_path)
    state = read_state(tmp_path)
    assert state == state_of(photo)
    back = read_kept_photo(state, tmp_path)
    assert (back.path, back.bit_depth, back.key) == (None, photo.bit_depth, photo.key)
    assert np.array_equal(back.gray, photo.gray)
    if photo.alpha is None:
        assert back.alpha is None
    else:
        assert back.alpha is not None
        assert np.array_equal(back.alpha, photo.alpha)


def test_of_a_photo_with_a_file_no_picture_is_written(tmp_path: Path) -> None:
    photo = replace(Photo(None, pictures.ramp()), path=tmp_path / "photo.png")
    write_state(state_of(photo), photo, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [STATE_NAME]


def test_the_picture_is_written_only_once(tmp_path: Path) -> None:
    photo = Photo(None, pictures.ramp())
    write_state(state_of(photo), photo, tmp_path)
    picture = next(tmp_path.glob("*.png"))
    before = picture.stat().st_mtime_ns
    write_state(state_of(photo), photo, tmp_path)
    assert picture.stat().st_mtime_ns == before


@pytest.mark.parametrize("text", ["", "[]", '{"name": 1, "bit_depth": 8, "project": {}}'])
def test_a_damaged_state(tmp_path: Path, text: str) -> None:
    (tmp_path / STATE_NAME).write_text(text)
    with pytest.raises(DamagedEditError):
        read_state(tmp_path)


def test_no_state(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_state(tmp_path)


@pytest.fixture
def session(tmp_path: Path) -> Path:
    """The folder of a window that ended unexpectedly with a pasted picture at hand."""
    folder = tmp_path / "sessions" / "0123456789ab"
    folder.mkdir(parents=True)
    photo = photos()["grey"]
    write_state(state_of(photo), photo, folder)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def change_state(folder: Path, **fields: object) -> None:
    path = folder / STATE_NAME
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | fields), "utf-8")


def cut(folder: Path) -> None:
    path = folder / STATE_NAME
    path.write_bytes(path.read_bytes()[:-30])


DAMAGES: dict[str, Callable[[Path], object]] = {
    "cut": cut,
    "empty, after a power cut": lambda folder: (folder / STATE_NAME).write_bytes(b""),
    "no state at all": lambda folder: change_state(folder, project=[]),
    "far too large": lambda folder: (folder / STATE_NAME).write_bytes(b" " * (MAX_FILE_BYTES + 1)),
    "never written": lambda folder: (folder / STATE_NAME).unlink(),
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_what_cannot_be_understood_is_set_aside_whole_and_told_of(session: Path, kind: str) -> None:
    DAMAGES[kind](session)
    before = contents(session)
    state, problem = read_lost(session)
    assert state is None
    assert "ended unexpectedly" in problem
    assert problem.endswith("It was set aside as 0123456789ab.damaged.")
    assert contents(session.with_name("0123456789ab.damaged")) == before
    assert not session.exists()


@pytest.mark.parametrize("change", [{"hologram": 1}, {"project": {"format": 2}}])
def test_what_a_newer_program_had_waits_for_it(session: Path, change: dict[str, object]) -> None:
    change_state(session, **change)
    before = contents(session)
    state, problem = read_lost(session)
    assert state is None
    assert "newer version" in problem
    assert str(session) in problem
    assert contents(session) == before


def test_what_the_disk_does_not_give_now_is_read_another_time(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(session)

    def fail(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    with monkeypatch.context() as patch:
        patch.setattr(plain_file, "open_plain", fail)
        state, problem = read_lost(session)
    assert state is None
    assert "cannot be read now" in problem
    assert "the disk reports an error" in problem
    assert contents(session) == before
    assert read_lost(session) == (state_of(photos()["grey"]), "")


def test_what_cannot_be_set_aside_stays_and_is_told_of(
    session: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cut(session)
    before = contents(session)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "rename", refuse)
    state, problem = read_lost(session)
    assert state is None
    assert "damaged" in problem
    assert contents(session) == before


def test_a_folder_in_which_nothing_was_written_goes_without_a_word(tmp_path: Path) -> None:
    folder = tmp_path / "0123456789ab"
    folder.mkdir()
    assert read_lost(folder) == (None, "")
    assert not folder.exists()


def test_pictures_that_lie_nowhere_else_are_rescued(session: Path, tmp_path: Path) -> None:
    pasted, photo = PastedPictures(tmp_path / "pasted"), Photo(None, pictures.ramp(24, 16))
    pasted.keep(photo.gray[..., None].repeat(3, axis=2), "Pasted 1")
    write_state(state_of(photo), photo, session)
    mine, theirs = (
        picture_file(session, PhotoMark.of(photos()["grey"])),
        picture_file(session, PhotoMark.of(photo)),
    )
    content = mine.read_bytes()
    rescue_pictures(session, pasted, "Pasted {}".format)
    assert not mine.exists()
    assert theirs.exists(), "it is the one that was pasted first"
    assert (tmp_path / "pasted" / "Pasted 2.png").read_bytes() == content
    assert [path.name for path in pasted.left()] == ["Pasted 1.png", "Pasted 2.png"]
