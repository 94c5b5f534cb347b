"""Photographs that were read are at hand, within a budget of bytes, as long as their files stay as they are."""

import os
import threading
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, PictureNotFoundError, PictureTooLargeError
from desktop.engine.decode import photo_cache
from desktop.engine.decode.photo_cache import PhotoStore
from desktop.engine.decode.reader import read_photo
from desktop.engine.imaging.photo import Photo


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    """Five grey photographs of 10,000 bytes each."""
    paths = [tmp_path / f"{number}.png" for number in range(5)]
    for number, path in enumerate(paths):
        Image.fromarray(np.full((100, 100), 40 * number, np.uint8)).save(path)
    return paths


def test_what_was_read_is_at_hand_until_its_file_changes(photos: list[Path]) -> None:
    store = PhotoStore(100_000)
    first = store.read(photos[0], CancelToken())
    assert store.read(photos[0], CancelToken()) is first
    Image.fromarray(np.full((100, 100), 200, np.uint8)).save(photos[0])
    os.utime(photos[0], ns=(5, 5))
    again = store.read(photos[0], CancelToken())
    assert again is not first
    assert again.gray[0, 0] == 200
    photos[0].unlink()
    with pytest.raises(PictureNotFoundError):
        store.read(photos[0], CancelToken())
    assert not store.holds(photos[0])


def test_the_oldest_give_way_when_the_budget_is_used_up(photos: list[Path]) -> None:
    store = PhotoStore(35_000)
    for path in (*photos[:3], photos[0], photos[3]):
        store.read(path, CancelToken())
    assert [store.holds(path) for path in photos] == [True, False, True, True, False]
    assert store.held_bytes == 30_000


def test_smaller_copies_count(photos: list[Path]) -> None:
    store = PhotoStore(35_000)
    store.read(photos[0], CancelToken()).gray_at((90, 90))
    assert store.held_bytes == 18_100
    store.read(photos[1], CancelToken()).gray_at((90, 90))
    assert store.held_bytes == 36_200
    store.trim()
    assert [store.holds(path) for path in photos[:2]] == [False, True]


def test_nothing_is_read_ahead_that_takes_too_much(photos: list[Path]) -> None:
    with pytest.raises(PictureTooLargeError):
        PhotoStore(79_000).read_ahead(photos[0], CancelToken())
    assert PhotoStore(80_000).read_ahead(photos[0], CancelToken()).gray.shape == (100, 100)


def test_one_that_is_being_read_ahead_is_waited_for(
    photos: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, gate = threading.Event(), threading.Event()
    reads: list[Path] = []

    def slow(path: Path, *, max_pixels: int, cancel: CancelToken) -> Photo:
        reads.append(path)
        begun.set()
        gate.wait(10)
        cancel.raise_if_cancelled()
        return read_photo(path, max_pixels=max_pixels, cancel=cancel)

    monkeypatch.setattr(photo_cache, "read_photo", slow)
    store, ahead = PhotoStore(100_000), CancelToken()
    thread = threading.Thread(target=store.read_ahead, args=(photos[0], ahead))
    thread.start()
    begun.wait(10)
    called_off = CancelToken()
    called_off.cancel()
    with pytest.raises(Cancelled):
        store.read(photos[0], called_off)
    threading.Timer(0.05, gate.set).start()
    assert store.read(photos[0], CancelToken()).gray.shape == (100, 100)
    thread.join(10)
    assert reads == photos[:1]
