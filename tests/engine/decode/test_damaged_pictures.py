"""Of a damaged PNG, TIFF, WebP, HEIC or AVIF whatever can be decoded is opened, and told to be damaged."""

import io
import struct
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.reader import read_painting, read_photo, read_thumbnail
from tests.engine import pictures
from tests.support.damaged_files import SIZE, encoded, put, scene


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [("PNG", ".png"), ("BMP", ".bmp"), ("TIFF", ".tif")],
)
@pytest.mark.parametrize("channels", [1, 3])
def test_of_other_cut_files_too_the_upper_part_is_read(
    tmp_path: Path, kind: str, suffix: str, channels: int
) -> None:
    whole = encoded(kind, channels)
    sound = read_photo(put(tmp_path, whole, suffix))
    photo = read_photo(put(tmp_path, whole[: len(whole) * 3 // 4], suffix))
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert 0.4 < photo.damage.sound < 0.95
    if kind != "BMP":  # which begins at the bottom
        assert np.array_equal(photo.gray[:80], sound.gray[:80])


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("damage", ["cut", "noise"])
def test_of_a_damaged_deep_png_the_upper_part_is_read_with_all_its_bits(
    tmp_path: Path, channels: int, damage: str
) -> None:
    values = np.dstack([scene().astype(np.uint16) * 200 + 3] * channels)
    values[..., -1] |= 0x8000  # of two and four channels an alpha that is not opaque everywhere
    path = pictures.deep_png(tmp_path / "deep.png", values[..., 0] if channels == 1 else values)
    sound, content = read_photo(path), bytearray(path.read_bytes())
    if damage == "cut":
        del content[len(content) // 2 :]
    else:
        content[len(content) // 2 : len(content) // 2 + 300] = np.random.default_rng(1).bytes(300)
    photo = read_photo(put(tmp_path, bytes(content), ".png"))
    assert photo.bit_depth == 16
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(0.5, abs=0.2)
    assert np.array_equal(photo.gray[:60], sound.gray[:60])
    assert np.all(photo.gray[-1] == 0x8080)
    if sound.alpha is not None:
        assert photo.alpha is not None
        assert np.array_equal(photo.alpha[:60], sound.alpha[:60])
        assert np.all(photo.alpha[-1] == 0xFFFF)


@pytest.mark.parametrize("compression", [None, "zlib", "lzw"])
@pytest.mark.parametrize("damage", ["cut", "noise"])
def test_of_a_damaged_deep_tiff_the_sound_strips_are_read_with_all_their_bits(
    tmp_path: Path, compression: str | None, damage: str
) -> None:
    values = np.dstack([scene().astype(np.uint16) * 200 + 3] * 3)
    path = pictures.deep_tiff(
        tmp_path / "deep.tif", values, photometric="rgb", compression=compression, rowsperstrip=10
    )
    sound, content = read_photo(path), bytearray(path.read_bytes())
    middle = len(content) // 2
    if damage == "cut":
        del content[middle:]
    else:
        content[middle : middle + 40] = np.random.default_rng(1).bytes(40)
    photo = read_photo(put(tmp_path, bytes(content), ".tif"))
    if compression is None and damage == "noise":
        assert photo.damage is None  # nothing in such a file tells
        return
    assert photo.bit_depth == 16
    assert photo.damage is not None
    assert np.array_equal(photo.gray[:60], sound.gray[:60])
    if damage == "cut":
        assert photo.damage.sound == pytest.approx(0.5, abs=0.1)
        assert np.all(photo.gray[-1] == 0x8080)
    elif compression == "zlib":
        assert photo.damage.sound == pytest.approx(0.96, abs=0.01)
        assert np.array_equal(photo.gray[-60:], sound.gray[-60:])


@pytest.mark.parametrize("channels", [1, 3])
def test_of_a_damaged_strip_of_deflate_the_upper_rows_are_read(tmp_path: Path, channels: int) -> None:
    options: dict[str, Any] = {"compression": "zlib", "predictor": True, "rowsperstrip": SIZE[1]}
    path = pictures.deep_tiff(tmp_path / "whole.tif", scene(channels), **options)
    sound, content = read_photo(path), path.read_bytes()
    photo = read_photo(put(tmp_path, content[: len(content) // 2], ".tif"))
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(0.5, abs=0.1)
    assert np.array_equal(photo.gray[:100], sound.gray[:100])
    assert np.all(photo.gray[-1] == photo.gray[-1, 0])


def test_a_wrong_checksum_of_deflate_is_told_of(tmp_path: Path) -> None:
    """Noise is stored as it is, so that nothing but the checksum tells of another byte in it."""
    noise = np.random.default_rng(1).integers(0, 256, (60, 70), dtype=np.uint8)
    content = bytearray(pictures.deep_tiff(tmp_path / "a.tif", noise, compression="zlib").read_bytes())
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is None
    content[len(content) // 2] ^= 0xFF
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is not None


def test_damage_in_a_jpeg_inside_of_a_tiff_is_told_of(tmp_path: Path) -> None:
    content = bytearray(encoded("TIFF", 3, compression="jpeg"))
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is None
    at = len(content) // 2
    content[at : at + 300] = np.random.default_rng(1).bytes(300)
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is not None


CUT: dict[str, Callable[[], bytes]] = {
    ".webp": lambda: encoded("WEBP", 3),
    ".heic": lambda: _heic(scene(3)),
    ".avif": lambda: encoded("AVIF", 3),
    ".jp2": lambda: encoded("JPEG2000", 3, irreversible=True),
}


def _heic(values: NDArray[np.uint8]) -> bytes:
    import pillow_heif

    file = io.BytesIO()
    pillow_heif.from_bytes("RGB", (values.shape[1], values.shape[0]), values.tobytes()).save(file, quality=80)
    return file.getvalue()


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
@pytest.mark.parametrize("suffix", [".webp", ".heic", ".avif"])
def test_of_cut_files_whose_decoders_refuse_them_the_upper_part_is_read(
    tmp_path: Path, suffix: str, share: float
) -> None:
    whole = CUT[suffix]()
    sound = read_photo(put(tmp_path, whole, suffix))
    photo = read_photo(put(tmp_path, whole[: int(len(whole) * share)], suffix))
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert photo.damage.sound == pytest.approx(share, abs=0.15)
    assert photo.notices[0] == photo.damage.notice
    rows = int(photo.damage.sound * photo.height_px) - 64  # a unit of these codecs
    assert np.array_equal(photo.gray[: max(rows, 0)], sound.gray[: max(rows, 0)])
    with pytest.raises(DamagedPictureError, match="is damaged"):
        read_photo(put(tmp_path, whole[: int(len(whole) * share)], suffix), strict=True)


@pytest.mark.parametrize("share", [0.35, 0.6, 0.9])
def test_a_cut_jpeg_2000_is_read_coarser(tmp_path: Path, share: float) -> None:
    whole = CUT[".jp2"]()
    sound = read_photo(put(tmp_path, whole, ".jp2")).gray / 257
    photo = read_photo(put(tmp_path, whole[: int(len(whole) * share)], ".jp2"))
    assert photo.damage is not None
    assert photo.damage.sound is None
    assert np.sqrt(np.mean((photo.gray / 257 - sound) ** 2)) < 12  # of 255


@pytest.mark.parametrize("suffix", sorted(CUT))
def test_a_sector_of_zeros_in_data_without_checksums_is_told_of(tmp_path: Path, suffix: str) -> None:
    content = bytearray(CUT[suffix]())
    assert read_photo(put(tmp_path, bytes(content), suffix)).damage is None
    at = len(content) // 1024 * 512
    content[at : at + 512] = bytes(512)
    assert read_photo(put(tmp_path, bytes(content), suffix)).damage is not None


def test_thumbnails_and_paintings_of_damaged_files_are_read_as_well(tmp_path: Path) -> None:
    path = put(tmp_path, encoded("JPEG", 3)[:-3000])
    assert read_thumbnail(path, 64).shape == (48, 64)
    assert "The file is damaged" in read_painting(path).notices[0]


@pytest.mark.parametrize("compression", [None, "zlib", "lzw", "packbits", "jpeg"])
@pytest.mark.parametrize("deep", [False, True])
def test_a_tiff_that_claims_far_more_than_its_data_is_refused_before_decoding(
    tmp_path: Path, compression: str | None, deep: bool
) -> None:
    if deep and compression in ("packbits", "jpeg"):
        pytest.skip("tifffile writes no such file")
    file = io.BytesIO()
    values = np.full((64, 64), 90, np.uint16 if deep else np.uint8)
    tifffile.imwrite(file, values, compression=compression, rowsperstrip=values.shape[0])
    content = bytearray(file.getvalue())
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        places = [tiff.pages.first.tags[name].offset for name in ("ImageWidth", "ImageLength")]
    for place in places:
        content[place + 2 : place + 12] = struct.pack("<HII", 4, 1, 19_900)
    with pytest.raises(DamagedPictureError, match="far too few for 19900 x 19900"):
        read_photo(put(tmp_path, bytes(content), ".tif"))


@pytest.mark.skipif(sys.platform != "linux", reason="a bound on this process's memory")
def test_a_tiffs_length_beyond_the_file_takes_no_memory(tmp_path: Path) -> None:
    import resource

    file = io.BytesIO()
    tifffile.imwrite(file, scene().astype(np.uint16), compression="zlib", rowsperstrip=len(scene()))
    content = bytearray(file.getvalue())
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        place = tiff.pages.first.tags["StripByteCounts"].offset
    content[place + 2 : place + 12] = struct.pack("<HII", 4, 1, 2**32 - 1)
    path = put(tmp_path, bytes(content), ".tif")
    taken = int(Path("/proc/self/status").read_text("ascii").split("VmData:")[1].split()[0]) << 10
    resource.setrlimit(resource.RLIMIT_DATA, (taken + (1 << 30), resource.RLIM_INFINITY))
    try:
        assert np.array_equal(read_photo(path).gray, scene())
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
