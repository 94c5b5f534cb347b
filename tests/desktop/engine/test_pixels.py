"""Pixels out of Pillow: the right ones, and without its copies."""

import io
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.pixels import load_gray, load_rgb, to_array
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
