"""Pixels out of Pillow: the right ones, and without its copies."""

import gc
import io
import mmap
import subprocess
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.pillow_arrays import HUGE_PAGE_BYTES, give_back, load_plain, load_rgb, to_array
from tests.engine import pictures


@pytest.fixture(scope="module")
def large() -> bytes:
    """A colour JPEG of several huge pages, and of many parts of a file."""
    return pictures.jpeg_bytes(pictures.colours(1200, 2000))


def opened(image: Image.Image, kind: str) -> Image.Image:
    file = io.BytesIO()
    image.save(file, format=kind)
    return Image.open(io.BytesIO(file.getvalue()))


def test_a_grey_jpeg_is_decoded_into_the_array() -> None:
    gray = Image.fromarray(pictures.ramp(300, 200))
    with opened(gray, "JPEG") as image:
        pixels = load_plain(image)
    with opened(gray, "JPEG") as image:
        assert np.array_equal(pixels, np.asarray(image))
    assert pixels.flags.owndata
    assert pixels.flags.writeable


def test_a_colour_jpeg_is_decoded_into_the_array() -> None:
    values = np.random.default_rng(5).integers(0, 256, (200, 300, 3), dtype=np.uint8)
    with opened(Image.fromarray(values), "JPEG") as image:
        pixels = load_rgb(image)
    with opened(Image.fromarray(values), "JPEG") as image:
        assert np.array_equal(pixels, np.asarray(image))
    assert pixels.base is not None  # a view of four bytes a pixel: Pillow's own layout, not a copy of it
    assert pixels.strides == (1200, 4, 1)


def test_rows_are_told_of_as_soon_as_they_are_decoded(large: bytes) -> None:
    told = []

    def watch(rgb: NDArray[np.uint8], decoded: int) -> None:
        told.append((decoded, rgb[:decoded].copy()))

    with Image.open(io.BytesIO(large)) as image:
        pixels = load_rgb(image, watch)
    counts = [decoded for decoded, _ in told]
    assert counts == sorted(counts)
    assert len(counts) > 4
    assert counts[-1] == len(pixels)
    for decoded, rows in told:
        assert np.array_equal(rows, pixels[:decoded])


def test_watched_pixels_go_with_the_last_who_has_them(large: bytes) -> None:
    gc.disable()
    try:
        with Image.open(io.BytesIO(large)) as image:
            pixels = load_rgb(image, lambda *_: None)
        gone = weakref.ref(pixels)
        assert isinstance(pixels.base, np.ndarray)
        memory_gone = weakref.ref(pixels.base)
        del image, pixels
        assert gone() is None
        assert memory_gone() is None
    finally:
        gc.enable()


@pytest.mark.skipif(not hasattr(mmap, "MADV_DONTNEED"), reason="a system that takes no parts back")
@pytest.mark.parametrize("rows", [0, 1, 900, 1700, 2000])
def test_rows_that_are_given_back_are_gone_and_no_others(large: bytes, rows: int) -> None:
    with Image.open(io.BytesIO(large)) as image:
        pixels = load_rgb(image)
    before = pixels.copy()
    give_back(pixels, rows)
    kept = (
        HUGE_PAGE_BYTES // pixels.strides[0] + 1
    )  # at most: the part of the last page that other rows share
    assert not pixels[: max(0, rows - kept)].any()
    assert np.array_equal(pixels[rows:], before[rows:])


def test_other_peoples_arrays_are_left_alone(tmp_path: Path) -> None:
    size_bytes = 3 * HUGE_PAGE_BYTES
    (tmp_path / "values").write_bytes(bytes(range(1, 65)) * (size_bytes // 64))
    shape = (size_bytes // 1536, 512, 3)
    mapped = np.memmap(tmp_path / "values", np.uint8, "c", shape=shape)
    for values in (np.full(shape, 7, dtype=np.uint8), mapped):
        before = values.copy()
        give_back(values, len(values))
        assert np.array_equal(values, before)


def test_a_picture_that_breaks_off_is_still_a_fault() -> None:
    file = pictures.jpeg_bytes(pictures.ramp(600, 400))
    with Image.open(io.BytesIO(file[: len(file) // 2])) as image, pytest.raises(OSError, match="truncated"):
        load_plain(image)


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("size", [(1, 1), (700, 1200)])
def test_the_array_is_the_picture(mode: str, size: tuple[int, int]) -> None:
    channels = len(mode)
    values = np.random.default_rng(4).integers(0, 256, (size[1], size[0], channels), dtype=np.uint8)
    image = Image.frombytes(mode, size, values.tobytes())
    assert np.array_equal(to_array(image), np.asarray(image))


PEAK = """
import pathlib, re, sys
from desktop.engine.decode.reader import read_photo

def peak_kib():
    return int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])

before = peak_kib()
read_photo(sys.argv[1])
print((peak_kib() - before) * 1024)
"""


def peak_of_reading(path: Path) -> int:
    """In bytes; found in a process of its own, since a process remembers only its greatest peak."""
    command = [sys.executable, "-c", PEAK, str(path)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="the system's count of this process's memory")
def test_reading_a_large_grey_jpeg_takes_the_memory_of_its_pixels_and_no_more(tmp_path: Path) -> None:
    Image.new("L", (8000, 8000), 90).save(tmp_path / "large.jpg")
    assert 64_000_000 <= peak_of_reading(tmp_path / "large.jpg") < 1.2 * 64_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="the system's count of this process's memory")
@pytest.mark.parametrize("orientation", [1, 6])
def test_reading_a_large_colour_jpeg_takes_the_memory_of_its_grey_and_little_more(
    tmp_path: Path, orientation: int
) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    for size, gray_bytes in (((8000, 4000), 64_000_000), ((8000, 12_000), 192_000_000)):
        Image.new("RGB", size, (90, 120, 200)).save(tmp_path / "large.jpg", exif=exif)
        assert gray_bytes <= peak_of_reading(tmp_path / "large.jpg") < gray_bytes + 32_000_000
