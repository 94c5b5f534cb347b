"""Pixels out of Pillow: the right ones, and without its copies."""

import io
import mmap
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.pixels import give_back, load_gray, load_rgb, to_array
from desktop.engine.reading import turned
from tests.desktop.engine import pictures


def opened(image: Image.Image, kind: str) -> Image.Image:
    file = io.BytesIO()
    image.save(file, format=kind)
    return Image.open(io.BytesIO(file.getvalue()))


def test_a_grey_jpeg_is_decoded_into_the_array() -> None:
    gray = Image.fromarray(pictures.ramp(300, 200))
    with opened(gray, "JPEG") as image:
        pixels = load_gray(image)
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


def loaded() -> "np.typing.NDArray[np.uint8]":
    with opened(Image.new("RGB", (600, 400), (90, 120, 200)), "JPEG") as image:
        return load_rgb(image)


@pytest.mark.skipif(not hasattr(mmap, "MADV_DONTNEED"), reason="a system that takes no parts back")
@pytest.mark.parametrize("orientation", [1, 2, 3, 4])
def test_rows_that_are_given_back_are_gone_and_no_others(orientation: int) -> None:
    pixels = loaded()
    before = pixels.copy()
    view = turned(pixels, orientation)
    give_back(view[100:200])
    assert not view[105:195].any()  # but for parts of a page at either end
    same = np.ones(400, dtype=bool)
    same[100:200] = False
    assert np.array_equal(view[same], turned(before, orientation)[same])


@pytest.mark.parametrize("orientation", [5, 6, 7, 8])
def test_of_columns_nothing_is_given_back(orientation: int) -> None:
    pixels = loaded()
    before = pixels.copy()
    give_back(turned(pixels, orientation)[100:200])
    assert np.array_equal(pixels, before)


def test_other_peoples_arrays_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "values").write_bytes(bytes(range(1, 201)) * 1200)
    mapped = np.memmap(tmp_path / "values", np.uint8, "c", shape=(200, 400, 3))
    for values in (np.full((200, 400, 3), 7, dtype=np.uint8), mapped):
        before = values.copy()
        give_back(values)
        assert np.array_equal(values, before)


def test_a_picture_that_breaks_off_is_still_a_fault() -> None:
    file = pictures.jpeg_bytes(pictures.ramp(600, 400))
    with Image.open(io.BytesIO(file[: len(file) // 2])) as image, pytest.raises(OSError, match="truncated"):
        load_gray(image)


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("size", [(1, 1), (700, 1200)])
def test_the_array_is_the_picture(mode: str, size: tuple[int, int]) -> None:
    channels = len(mode)
    values = np.random.default_rng(4).integers(0, 256, (size[1], size[0], channels), dtype=np.uint8)
    image = Image.frombytes(mode, size, values.tobytes())
    assert np.array_equal(to_array(image), np.asarray(image))


@pytest.mark.skipif(sys.platform != "linux", reason="the system's count of this process's memory")
def test_reading_a_large_grey_jpeg_takes_the_memory_of_its_pixels_and_no_more(tmp_path: Path) -> None:
    """In a process of its own, since a process remembers only its greatest peak."""
    Image.new("L", (8000, 8000), 90).save(tmp_path / "large.jpg")
    code = """
import pathlib, re, sys
from desktop.engine.reading import read_photo

def peak_kib():
    return int(re.search(r"VmHWM:\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1])

before = peak_kib()
assert read_photo(sys.argv[1]).gray.mean() == 90
print((peak_kib() - before) * 1024)
"""
    command = [sys.executable, "-c", code, str(tmp_path / "large.jpg")]
    peak = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert 64_000_000 <= int(peak) < 1.2 * 64_000_000
