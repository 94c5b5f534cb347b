"""PSD of CIELAB, duotone, one bit and separate inks."""

import struct
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures

WITHIN_L = 0.5
BITMAP, MULTICHANNEL, DUOTONE, LAB = 0, 7, 8, 9
RAMP = np.linspace(0, 1, 48 * 64, dtype=np.float32).reshape(48, 64)  # L* of 0 to 100


def psd(folder: Path, planes: list[bytes], bits: int, mode: int, width_px: int = 64) -> Path:
    """A flat document, 48 px high, not packed."""
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, len(planes), 48, width_px, bits, mode)
    path = folder / "a.psd"
    path.write_bytes(header + bytes(14) + b"".join(planes))
    return path


@pytest.mark.parametrize(("bits", "kind"), [(8, np.uint8), (16, np.uint16)])
def test_lightness_of_lab_is_that_of_the_file(tmp_path: Path, bits: int, kind: type[np.uint8]) -> None:
    light = np.rint(RAMP * np.iinfo(kind).max).astype(kind)
    neutral = np.full(RAMP.shape, 1 << (bits - 1), kind)
    order = f">u{bits // 8}"
    path = psd(tmp_path, [plane.astype(order).tobytes() for plane in (light, neutral, neutral)], bits, LAB)
    found = lightness(srgb_decode(read_photo(path).gray / np.float32(65535)))
    assert np.abs(found - 100 * RAMP).max() <= WITHIN_L


def test_colours_of_lab_are_those_of_the_painting(tmp_path: Path) -> None:
    planes = [bytes([value]) * (48 * 64) for value in (136, 128 + 81, 128 + 70)]  # nearly sRGB's red
    pixels = read_painting(psd(tmp_path, planes, 8, LAB)).pixels
    assert np.abs(pixels.astype(int) - [255, 0, 0]).max() < 12


def test_a_bit_that_is_set_is_black(tmp_path: Path) -> None:
    bits = np.random.default_rng(1).integers(0, 2, (48, 61), dtype=np.uint8)
    path = psd(tmp_path, [np.packbits(bits, axis=1).tobytes()], 1, BITMAP, width_px=61)
    assert np.array_equal(read_photo(path).gray, 255 * (1 - bits))


def test_duotone_of_16_bits_is_its_grey(tmp_path: Path) -> None:
    values = pictures.deep_ramp()
    path = psd(tmp_path, [values.astype(">u2").tobytes()], 16, DUOTONE)
    assert np.array_equal(read_photo(path).gray, values)


def test_separate_inks_are_refused_and_not_taken_for_grey(tmp_path: Path) -> None:
    path = psd(tmp_path, [bytes(48 * 64)] * 3, 8, MULTICHANNEL)
    with pytest.raises(UnsupportedPictureError, match="separate inks"):
        read_photo(path)
