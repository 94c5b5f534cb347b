"""Rows of a colour JPEG are told of while it is decoded, and are those of the whole."""

import gc
import io
import weakref

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.jpeg_decoder import CorruptJpegError, Watcher, decode_rgb
from desktop.engine.decode.jpeg_streaming import stream_rgb
from tests.engine import pictures


@pytest.fixture(scope="module")
def large() -> bytes:
    """A colour JPEG of many parts of a file."""
    return pictures.jpeg_bytes(pictures.colours(1200, 2000))


def streamed(content: bytes, watch: Watcher = lambda *_: None) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(content)) as image:
        return stream_rgb(image, content, watch)


def test_it_gives_what_the_other_decoder_gives(large: bytes) -> None:
    pixels = streamed(large)
    assert np.array_equal(pixels, decode_rgb(large, (1200, 2000)))
    assert pixels.strides == (
        4800,
        4,
        1,
    )  # a view of four bytes a pixel: Pillow's own layout, not a copy of it


def test_rows_are_told_of_as_soon_as_they_are_decoded(large: bytes) -> None:
    told: list[tuple[int, NDArray[np.uint8]]] = []
    pixels = streamed(large, lambda rgb, rows: told.append((rows, rgb[:rows].copy())))
    counts = [rows for rows, _ in told]
    assert counts == sorted(counts)
    assert len(counts) > 4
    assert counts[-1] == len(pixels)
    for rows, seen in told:
        assert np.array_equal(seen, pixels[:rows])


def test_watched_pixels_go_with_the_last_who_has_them(large: bytes) -> None:
    gc.disable()
    try:
        pixels = streamed(large)
        assert isinstance(pixels.base, np.ndarray)
        gone = weakref.ref(pixels.base)
        del pixels
        assert gone() is None
    finally:
        gc.enable()


def test_a_fault_of_the_watcher_comes_out(large: bytes) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    with pytest.raises(MemoryError):
        streamed(large, fail)


def test_of_damaged_data_the_last_rows_are_not_told(large: bytes) -> None:
    content = bytearray(large)
    content[len(large) // 2 : len(large) // 2 + 600] = bytes(600)
    told: list[int] = []
    with pytest.raises(CorruptJpegError):
        streamed(bytes(content), lambda _, rows: told.append(rows))
    assert 2000 not in told
