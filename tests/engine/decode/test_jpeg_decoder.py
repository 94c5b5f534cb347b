"""libjpeg-turbo gives what Pillow gives, tells of its rows and of damage, and takes no more memory than it must."""

import io
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.jpeg_decoder import (
    Check,
    CorruptJpegError,
    OddJpegError,
    check_last_byte,
    decode_gray,
    decode_rgb,
)
from desktop.engine.decode.jpeg_header import has_all_scans, read_header
from tests.engine import pictures

OPTIONS: list[dict[str, Any]] = [{}, {"progressive": True}, {"subsampling": 0}, {"restart_marker_rows": 1}]


def by_pillow(content: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(content)) as image:
        return np.asarray(image)


@pytest.mark.parametrize("options", OPTIONS)
def test_the_pixels_are_those_that_pillow_gives(options: dict[str, Any]) -> None:
    colour = pictures.jpeg_bytes(pictures.colours(300, 200), **options)
    pixels = decode_rgb(colour, (300, 200))
    assert np.array_equal(pixels, by_pillow(colour))
    gray = pictures.jpeg_bytes(pictures.ramp(300, 200), **options)
    assert np.array_equal(decode_gray(gray, (300, 200)), by_pillow(gray))


@pytest.mark.parametrize("options", OPTIONS)
def test_garbage_in_the_middle_is_damage(options: dict[str, Any]) -> None:
    content = bytearray(pictures.jpeg_bytes(pictures.colours(300, 200), **options))
    content[len(content) // 2 : len(content) // 2 + 300] = np.random.default_rng(2).bytes(300)
    with pytest.raises(CorruptJpegError):
        decode_rgb(bytes(content), (300, 200))


def test_damage_is_found_beside_a_decoder_that_tells_of_none() -> None:
    file = io.BytesIO()
    inks = np.dstack([pictures.colours(300, 200), pictures.ramp(300, 200)])
    Image.fromarray(inks, "CMYK").save(file, "JPEG")
    gray = pictures.jpeg_bytes(pictures.ramp(300, 200))
    for content, channels in ((file.getvalue(), "CMYK"), (gray, "GRAY")):
        Check(content, channels).finish()
        with pytest.raises(CorruptJpegError):
            Check(content[: len(content) // 2], channels).finish()


def test_a_subsampling_without_a_name_is_left_to_others() -> None:
    content = bytearray(pictures.jpeg_bytes(pictures.colours()))
    content[content.index(b"\xff\xc0") + 11] = 0x42  # the first channel's
    with pytest.raises(OddJpegError):
        decode_rgb(bytes(content), (64, 48))


def test_another_size_than_the_one_that_memory_is_for_is_refused() -> None:
    with pytest.raises((OddJpegError, CorruptJpegError)):
        decode_gray(pictures.jpeg_bytes(pictures.ramp()), (64, 40))
    with pytest.raises(OddJpegError):
        decode_gray(pictures.jpeg_bytes(pictures.ramp()), (80, 80))


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("fill", [b"", b"\xff\xff"])
def test_a_last_byte_without_use_is_found_at_any_size(channels: int, fill: bytes) -> None:
    values = pictures.ramp(900, 1500) if channels == 1 else pictures.colours(900, 1500)
    content = pictures.jpeg_bytes(values)
    scan_at = read_header(io.BytesIO(content)).scan_at
    sound = content[:-2] + fill + content[-2:]  # fill bytes may stand before any marker
    check_last_byte(sound, scan_at)
    with pytest.raises(CorruptJpegError):
        check_last_byte(content[:-2] + b"\x35" + fill + content[-2:], scan_at)


def test_a_progressive_picture_has_all_scans_or_not() -> None:
    content = pictures.jpeg_bytes(pictures.colours(300, 200), progressive=True)
    header = read_header(io.BytesIO(content))
    assert has_all_scans(content, header)
    assert has_all_scans(content[:-2], header)
    assert not has_all_scans(content[: content.rindex(b"\xff\xda")], header)


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
