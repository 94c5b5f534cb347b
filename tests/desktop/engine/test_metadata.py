"""EXIF that is damaged, or says nothing, does no harm."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.reading import read_photo
from tests.desktop.engine import pictures


def test_a_file_without_exif_has_none(photo_file: Path) -> None:
    assert read_photo(photo_file).metadata.exif == b""
    assert read_photo(photo_file).metadata.dpi is None


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow's, for programmers; the program mutes it
@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0nonsense",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\0\x03\x01\x12\0\x03\0\0\0\x01\0\x09\0\0",
    ],
)
def test_damaged_exif_leaves_the_picture_readable(tmp_path: Path, exif: bytes) -> None:
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg_bytes(pictures.ramp(), exif=exif))
    photo = read_photo(tmp_path / "photo.jpg")
    assert np.abs(photo.gray.astype(int) - pictures.ramp()).mean() < 2


def test_an_orientation_that_does_not_exist_is_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.png", exif=exif)
    assert read_photo(tmp_path / "photo.png").gray.shape == pictures.ramp().shape


def test_the_colour_space_is_told_as_srgb(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 65535
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.jpg", exif=exif)
    block = Image.Exif()
    block.load(read_photo(tmp_path / "photo.jpg").metadata.exif)
    assert block.get_ifd(0x8769)[0xA001] == 1


@pytest.mark.parametrize(("dpi", "expected"), [((300, 150), (300, 150)), ((0, 0), None)])
def test_resolution_is_kept_where_it_makes_sense(
    tmp_path: Path, dpi: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.tif", dpi=dpi)
    assert read_photo(tmp_path / "photo.tif").metadata.dpi == expected
