"""TIFF that lacks a tag or has one of nobody's: read as libtiff reads it, or refused by what it is."""

import io
import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError, UnsupportedPictureError
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures


def without(content: bytes, code: int) -> bytes:
    """The file with the tag `code`, which tells something short, turned into one of nobody's."""
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        at = tiff.pages.first.tags[code].offset
    changed = bytearray(content)
    changed[at : at + 2] = struct.pack("<H", 65000)
    return bytes(changed)


def test_a_picture_without_rows_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(struct.pack("<4sIHHHIII", b"II*\0", 8, 1, 256, 4, 1, 64, 0))  # nothing but its width
    with pytest.raises(DamagedPictureError, match="its header makes no sense"):
        read_painting(path)


@pytest.mark.parametrize("channels", [1, 3])
def test_numbers_of_unknown_meaning_are_brightness_or_rgb_as_for_libtiff(
    tmp_path: Path, channels: int
) -> None:
    values = np.dstack([pictures.ramp()] * channels).squeeze()
    path = pictures.deep_tiff(
        tmp_path / "a.tif", values, photometric="rgb" if channels == 3 else "minisblack"
    )
    path.write_bytes(without(path.read_bytes(), 262))
    photo = read_photo(path)
    assert np.array_equal(photo.gray, pictures.ramp())
    assert photo.notices == (
        "The file does not say what its values mean; they are read as most programs read them.",
    )


def test_fax_of_unknown_meaning_has_white_paper(tmp_path: Path) -> None:
    file = io.BytesIO()
    Image.fromarray(pictures.ramp()).convert("1").save(file, "TIFF", compression="group4")
    path = tmp_path / "a.tif"
    path.write_bytes(file.getvalue())
    told = read_photo(path).gray  # Pillow tells that 0 is black
    path.write_bytes(without(file.getvalue(), 262))
    assert np.array_equal(read_photo(path).gray, 255 - told)


@pytest.mark.parametrize("code", [32803, 34892])
def test_raw_data_alone_say_what_they_are(tmp_path: Path, code: int) -> None:
    path = pictures.deep_tiff(tmp_path / "a.tif", pictures.deep_ramp())
    content = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as tiff:
        at = tiff.pages.first.tags[262].valueoffset
    content[at : at + 2] = struct.pack("<H", code)
    path.write_bytes(content)
    with pytest.raises(UnsupportedPictureError, match="nothing but a camera's raw data"):
        read_photo(path)


def test_a_page_that_nobody_can_read_keeps_no_other_from_being_read(tmp_path: Path) -> None:
    with tifffile.TiffWriter(tmp_path / "a.tif") as tiff:
        tiff.write(pictures.ramp(), metadata=None)
        tiff.write(pictures.ramp() > 100, photometric=4, subfiletype=4, metadata=None)
    assert np.array_equal(read_photo(tmp_path / "a.tif").gray, pictures.ramp())


def test_a_compression_that_nobody_knows_is_named(tmp_path: Path) -> None:
    path = pictures.deep_tiff(tmp_path / "a.tif", pictures.ramp())
    content = bytearray(path.read_bytes())
    entry = struct.pack("<HHIH", 259, 3, 1, 1)
    at = content.index(entry)
    content[at + 8 : at + 10] = struct.pack("<H", 34661)  # JBIG
    path.write_bytes(content)
    with pytest.raises(UnsupportedPictureError, match=r"compressed in a way that is not supported \(JBIG\)"):
        read_photo(path)
