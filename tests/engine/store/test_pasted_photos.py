"""Pasted pictures are kept without loss, each under a number of its own."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.errors import OutputNotWritableError
from desktop.engine.store.pasted_photos import PastedPictures


def test_numbers_go_on_from_what_is_there(tmp_path: Path) -> None:
    for name in ("Pasted 9", "Pasted 10", "Sketch"):
        PastedPictures(tmp_path).keep(np.zeros((2, 3, 3), np.uint8), name)
    pictures = PastedPictures(tmp_path)
    assert [path.stem for path in pictures.left()] == ["Sketch", "Pasted 9", "Pasted 10"]
    assert [pictures.number_of(key) for key in "aba"] == [11, 12, 11]
    pictures.know("c", tmp_path / "Pasted 9.png")
    assert pictures.number_of("c") == 9


def test_one_that_is_being_written_has_no_number_yet(tmp_path: Path) -> None:
    (tmp_path / ".tintype-0123abcd-7-x89.png").write_bytes(b"half of a picture")
    pictures = PastedPictures(tmp_path)
    assert pictures.left() == []
    assert pictures.number_of("a") == 1


@pytest.mark.parametrize("channels", [3, 4])
def test_nothing_is_lost(tmp_path: Path, channels: int) -> None:
    samples = np.random.default_rng(2).integers(0, 256, (7, 5, channels), dtype=np.uint8)
    path = PastedPictures(tmp_path / "new").keep(samples, "Pasted 1")
    assert np.array_equal(np.asarray(Image.open(path)), samples)


def test_another_picture_of_that_name_stays(tmp_path: Path) -> None:
    one, other = np.zeros((2, 3, 3), np.uint8), np.ones((2, 3, 3), np.uint8)
    path = PastedPictures(tmp_path).keep(one, "Pasted 1")
    assert PastedPictures(tmp_path).keep(one, "Pasted 1") == path
    second = PastedPictures(tmp_path).keep(other, "Pasted 1")
    assert second != path
    assert [np.asarray(Image.open(file)).max() for file in (path, second)] == [0, 1]


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "pasted").write_text("in the way")
    with pytest.raises(OutputNotWritableError):
        PastedPictures(tmp_path / "pasted").keep(np.zeros((2, 3, 3), np.uint8), "Pasted 1")
