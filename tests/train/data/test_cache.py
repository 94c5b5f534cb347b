"""The decoded pictures."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from train.data import cache
from train.data.cache import open_cache
from train.data.sources import SourceError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "photos").mkdir()
    for index, size in enumerate(((40, 20), (20, 40), (64, 64))):
        Image.new("RGB", size, (index * 50, 0, 0)).save(tmp_path / "photos" / f"{index}.png")
    return tmp_path


def test_squares_of_every_picture(folder: Path) -> None:
    opened = open_cache(["photos"], folder, folder / "cache", 16)
    assert opened.pixels.shape == (3, 16, 16, 3)
    assert opened.pixels[:, 0, 0, 0].tolist() == [0, 50, 100]
    assert opened.sources == ["photos"] * 3


def test_pictures_are_decoded_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = open_cache(["photos"], folder, folder / "cache", 16)

    def fail(*_: object) -> None:
        raise AssertionError("decoded again")

    monkeypatch.setattr(cache, "open_source", fail)
    again = open_cache(["photos"], folder, folder / "cache", 16)
    assert np.array_equal(first.pixels, again.pixels)


def test_other_sizes_and_limits_have_caches_of_their_own(folder: Path) -> None:
    assert open_cache(["photos"], folder, folder / "cache", 16).pixels.shape[1] == 16
    assert open_cache(["photos"], folder, folder / "cache", 8).pixels.shape[1] == 8
    assert len(open_cache(["photos"], folder, folder / "cache", 16, limit=2).pixels) == 2


def test_a_folder_with_other_pictures_is_decoded_anew(folder: Path) -> None:
    open_cache(["photos"], folder, folder / "cache", 16)
    (folder / "photos" / "0.png").rename(folder / "photos" / "9.png")
    assert open_cache(["photos"], folder, folder / "cache", 16).pixels[-1, 0, 0, 0] == 0
    elsewhere = open_cache([str(folder / "photos")], Path("nowhere"), folder / "cache", 16)
    assert len(elsewhere.pixels) == 3


def test_an_empty_folder_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    with pytest.raises(SourceError, match="photos"):
        open_cache(["photos"], tmp_path, tmp_path / "cache", 16)
    assert list((tmp_path / "cache").iterdir()) == []
