"""PGM, PPM, PBM, TGA and PSD."""

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError, NotAPictureError, UnsupportedPictureError
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures
from tests.support import patches


def put(folder: Path, name: str, content: bytes) -> Path:
    (folder / name).write_bytes(content)
    return folder / name


def saved(values: NDArray[Any], kind: str) -> bytes:
    file = io.BytesIO()
    Image.fromarray(values).save(file, kind)
    return file.getvalue()


def psd(values: NDArray[np.uint8], bits: int = 8) -> bytes:
    """A PSD without layers: header, three empty sections, raw planes."""
    height, width, channels = values.shape
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, channels, height, width, bits, 1 if channels == 1 else 3)
    return header + bytes(12) + b"\0\0" + np.moveaxis(values, 2, 0).tobytes()


@pytest.mark.parametrize(("kind", "name"), [("PPM", "a.pgm"), ("TGA", "a.tga"), ("PSD", "a.psd")])
def test_grey_gives_its_very_values(tmp_path: Path, kind: str, name: str) -> None:
    gray = pictures.ramp()
    content = psd(gray[..., None]) if kind == "PSD" else saved(gray, kind)
    assert np.array_equal(read_photo(put(tmp_path, name, content)).gray, gray)


@pytest.mark.parametrize(("kind", "name"), [("PPM", "a.ppm"), ("TGA", "a.tga"), ("PSD", "a.psd")])
def test_colour_is_that_of_the_same_png(tmp_path: Path, kind: str, name: str) -> None:
    rgb = pictures.colours()
    expected = read_photo(put(tmp_path, "a.png", saved(rgb, "PNG"))).gray
    content = psd(rgb) if kind == "PSD" else saved(rgb, kind)
    assert np.array_equal(read_photo(put(tmp_path, name, content)).gray, expected)


@pytest.mark.parametrize("peak", [65535, 4095])
def test_deep_pgm_keeps_16_bits(tmp_path: Path, peak: int) -> None:
    values = (pictures.deep_ramp().astype(np.uint32) * peak // 65535).astype(">u2")
    photo = read_photo(put(tmp_path, "a.pgm", b"P5\n# from a scanner\n64 48\n%d\n" % peak + values.tobytes()))
    assert photo.bit_depth == 16
    assert np.abs(photo.gray - values.astype(np.float64) * (65535 / peak)).max() <= 0.5


def test_deep_ppm_is_not_cut_to_8_bits(tmp_path: Path) -> None:
    rgb = np.repeat(pictures.deep_ramp()[..., None], 3, axis=2)
    photo = read_photo(put(tmp_path, "a.ppm", b"P6 64 48 65535\n" + rgb.astype(">u2").tobytes()))
    assert np.array_equal(photo.gray, pictures.deep_ramp())


def test_pbm_is_black_and_white(tmp_path: Path) -> None:
    photo = read_photo(put(tmp_path, "a.pbm", b"P1\n2 2\n0 1\n1 0\n"))
    assert photo.gray.tolist() == [[255, 0], [0, 255]]


def test_a_deep_pgm_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedPictureError):
        read_photo(put(tmp_path, "a.pgm", b"P5 64 48 65535\n" + bytes(10)))


def as_text(values: NDArray[Any]) -> bytes:
    return b" ".join(b"%d" % value for value in values.ravel()) + b"\n"


@pytest.mark.parametrize("peak", [65535, 1000])
def test_deep_values_written_as_text_keep_16_bits(tmp_path: Path, peak: int) -> None:
    values = pictures.deep_ramp().astype(np.uint32) * peak // 65535
    expected = values * (65535 / peak)
    gray = b"P2\n64 48\n%d\n# by hand\n" % peak + as_text(values)
    colour = b"P3\n64 48\n%d\n" % peak + as_text(np.dstack([values] * 3))
    for name, content in (("a.pgm", gray), ("a.ppm", colour)):
        photo = read_photo(put(tmp_path, name, content))
        assert photo.bit_depth == 16
        assert photo.damage is None
        assert np.abs(photo.gray - expected).max() <= 0.5


@pytest.mark.parametrize("kind", [b"P5", b"P2"])
def test_of_a_deep_pgm_that_breaks_off_the_upper_part_is_read(tmp_path: Path, kind: bytes) -> None:
    values = pictures.deep_ramp()
    data = values.astype(">u2").tobytes() if kind == b"P5" else as_text(values)
    photo = read_photo(put(tmp_path, "a.pgm", kind + b" 64 48 65535\n" + data[: len(data) // 2]))
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(0.5, abs=0.05)
    assert np.array_equal(photo.gray[:20], values[:20])
    assert np.all(photo.gray[-1] == 0x8080)


@pytest.mark.parametrize(("bits", "level"), [(0, 0), (0, 200), (8, 0)])
def test_the_fourth_byte_of_a_targa_is_no_alpha_where_that_is_not_told_or_hides_all(
    tmp_path: Path, bits: int, level: int
) -> None:
    gray = pictures.ramp()
    content = bytearray(saved(np.dstack([gray] * 3 + [np.full_like(gray, level)]), "TGA"))
    assert content[17] & 15 == 8
    content[17] = content[17] & 0xF0 | bits
    photo = read_photo(put(tmp_path, "a.tga", bytes(content)))
    assert photo.alpha is None
    assert np.array_equal(photo.gray, gray)


def test_alpha_of_a_targa_is_kept(tmp_path: Path) -> None:
    gray = pictures.ramp()
    photo = read_photo(put(tmp_path, "a.tga", saved(np.dstack([gray] * 4), "TGA")))
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha, gray)


def test_a_psd_of_32_bits_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedPictureError, match="PSD of 32 bits"):
        read_photo(put(tmp_path, "a.psd", psd(np.zeros((8, 8, 3), np.uint8), bits=32)))


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_psd_of_16_bits_keeps_all_of_them(tmp_path: Path, channels: int, packed: bool) -> None:
    values = np.dstack([pictures.deep_ramp()] * channels)
    content = patches.psd(values[..., 0] if channels == 1 else values, packed)
    photo = read_photo(put(tmp_path, "a.psd", content))
    assert photo.bit_depth == 16
    assert np.array_equal(photo.gray, pictures.deep_ramp())
    cut = put(tmp_path, "cut.psd", content[: len(content) * 9 // 10])
    photo = read_photo(cut)
    assert photo.bit_depth == 16
    assert photo.damage is not None
    assert np.abs(photo.gray[:20].astype(int) - pictures.deep_ramp()[:20]).max() <= 1
    with pytest.raises(DamagedPictureError):
        read_photo(cut, strict=True)
    with pytest.raises(DamagedPictureError):
        read_photo(put(tmp_path, "short.psd", content[:60]))


def test_only_the_ending_makes_a_targa(tmp_path: Path) -> None:
    with pytest.raises(NotAPictureError):
        read_photo(put(tmp_path, "a.jpg", saved(pictures.ramp(), "TGA")))
