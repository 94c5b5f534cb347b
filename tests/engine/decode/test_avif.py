"""AVIF with 8, 10 and 12 bits."""

from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from desktop.engine.decode.reader import read_photo
from tests.engine import pictures


def test_8_bits_are_read_with_transparency(tmp_path: Path) -> None:
    ramp = pictures.ramp()
    Image.fromarray(np.dstack([ramp, ramp, ramp, ramp // 2])).save(tmp_path / "photo.avif", quality=100)
    photo = read_photo(tmp_path / "photo.avif")
    assert photo.bit_depth == 8
    assert photo.alpha is not None
    assert np.abs(photo.alpha.astype(int) - ramp // 2).max() <= 2


@pytest.mark.parametrize("bits", [10, 12])
@pytest.mark.parametrize("kind", ["gray", "rgba"])
def test_more_bits_come_in_as_16(tmp_path: Path, bits: int, kind: str) -> None:
    ramp = pictures.deep_ramp()
    ramp[0, 0] = 65535
    values = ramp if kind == "gray" else np.dstack([ramp, ramp, ramp, ramp // 2])
    (tmp_path / "photo.avif").write_bytes(pictures.avif_bytes(values, bits))
    photo = read_photo(tmp_path / "photo.avif")
    assert (photo.bit_depth, photo.gray.dtype) == (16, np.uint16)
    assert np.abs(photo.gray.astype(int) - ramp).max() <= 65535 / (1 << bits) * 1.1
    assert (photo.alpha is not None) == (kind == "rgba")


def test_orientation_is_applied_once_and_exif_is_kept(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Make] = "Telephone"
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.avif", quality=100, exif=exif)
    photo = read_photo(tmp_path / "photo.avif")
    assert np.abs(photo.gray.astype(int) - np.rot90(pictures.ramp(), 3)).max() <= 3
    assert b"Telephone" in photo.metadata.exif


def test_hdr_is_told_of(tmp_path: Path) -> None:
    content = pictures.avif_bytes(np.dstack([pictures.deep_ramp()] * 3), 10)
    at = content.index(b"colrnclx") + 10
    assert read_photo(written(tmp_path, content)).notices == ()
    photo = read_photo(written(tmp_path, content[:at] + (18).to_bytes(2) + content[at + 2 :]))
    assert "HDR (HLG)" in photo.notices[0]


def written(folder: Path, content: bytes) -> Path:
    (folder / "photo.avif").write_bytes(content)
    return folder / "photo.avif"
