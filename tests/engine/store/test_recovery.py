"""What a window has at hand survives it."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.core.errors import DamagedEditError
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project
from desktop.engine.store.recovery import STATE_NAME, State, read_kept_photo, read_state, write_state
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
    assert (back.alpha is None) == (photo.alpha is None)
    assert back.alpha is None or np.array_equal(back.alpha, photo.alpha)


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


@pytest.mark.parametrize("text", ["", "[]", '{"name": 1, "bit_depth": 8, "project": {}}', '{"more": 1}'])
def test_a_damaged_state(tmp_path: Path, text: str) -> None:
    (tmp_path / STATE_NAME).write_text(text)
    with pytest.raises(DamagedEditError):
        read_state(tmp_path)


def test_no_state(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_state(tmp_path)
