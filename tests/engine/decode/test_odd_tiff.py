"""TIFF as few programs write it: what it holds comes out, or it is said plainly."""

import io
import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
import tifffile

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.reader import read_photo
from desktop.engine.imaging.photo import Photo
from tests.engine import pictures
from tests.support.plain_tiff import gray_tags, plain_tiff

GRAY = pictures.ramp(64, 48)
RGB = pictures.colours(64, 48)


def read(folder: Path, name: str, content: bytes) -> Photo:
    path = folder / name
    path.write_bytes(content)
    return read_photo(path)


def tiff_pages(*pages: tuple[np.ndarray, dict[str, Any]]) -> bytes:
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        for values, options in pages:
            writer.write(values, metadata=None, **options)
    return file.getvalue()


def test_the_full_size_may_lie_two_subifds_deep(tmp_path: Path) -> None:
    content = bytearray(
        tiff_pages(
            (GRAY[:8, :8], {"subfiletype": 1, "subifds": 1}), (GRAY[:16, :16], {"subfiletype": 1}), (GRAY, {})
        )
    )
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:  # the last page goes into the one in the SubIFD
        first = tiff.pages.first
        assert first.pages is not None
        inner, last = first.pages[0].aspage(), tiff.pages[1].aspage()
        software = next(tag for tag in inner.tags.values() if tag.code == 305)
        link = first.offset + 2 + 12 * len(first.tags)
    content[software.offset : software.offset + 12] = struct.pack("<HHII", 330, 4, 1, last.offset)
    content[link : link + 4] = bytes(4)
    photo = read(tmp_path, "a.tif", bytes(content))
    assert np.array_equal(photo.gray, GRAY)
    assert photo.notices == ("The file also holds smaller copies of the picture (2); the full size is used.",)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("others", [{"t254": 4}, {"t262": 4}])
def test_a_mask_is_no_photograph_and_is_told(tmp_path: Path, first: bool, others: dict[str, int]) -> None:
    mask, photo = (gray_tags(64, 48, **others), bytes(64 * 48)), (gray_tags(64, 48), GRAY.tobytes())
    found = read(tmp_path, "a.tif", plain_tiff(*((mask, photo) if first else (photo, mask))))
    assert np.array_equal(found.gray, GRAY)
    assert found.notices == ("The file also holds a mask of the picture, which is left out.",)


def test_a_curve_of_its_own_is_told(tmp_path: Path) -> None:
    straight, usual = np.arange(256, dtype=np.uint16) * 257, np.rint((np.arange(256) / 255) ** 2.2 * 65535)
    told = tiff_pages((GRAY, {"extratags": [(301, 3, 256, straight, True)]}))
    silent = tiff_pages((GRAY, {"extratags": [(301, 3, 256, usual.astype(np.uint16), True)]}))
    assert "tone curve" in read(tmp_path, "a.tif", told).notices[0]
    assert read(tmp_path, "b.tif", silent).notices == ()


def test_blacks_and_shares_of_ycbcr_are_those_of_the_file(tmp_path: Path) -> None:
    light = np.rint(16 + GRAY * (219 / 255)).astype(np.uint8)
    values = np.dstack([light, np.full_like(light, 128), np.full_like(light, 128)])
    references = (16, 1, 235, 1, 128, 1, 240, 1, 128, 1, 240, 1)
    content = tiff_pages((values, {"photometric": "ycbcr", "extratags": [(532, 5, 6, references, True)]}))
    assert np.abs(read(tmp_path, "a.tif", content).gray.astype(int) - GRAY).max() <= 1


def test_grey_that_is_called_rgb_is_grey(tmp_path: Path) -> None:
    content = bytearray(tiff_pages((GRAY, {})))
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        at = tiff.pages.first.tags["PhotometricInterpretation"].valueoffset
    content[at] = 2
    photo = read(tmp_path, "a.tif", bytes(content))
    assert np.array_equal(photo.gray, GRAY)
    assert len(photo.notices) == 1


@pytest.mark.parametrize("compression", [1, 32773])
def test_bits_in_the_other_order_are_no_damage(tmp_path: Path, compression: int) -> None:
    data = GRAY.tobytes() if compression == 1 else bytes(imagecodecs.packbits_encode(GRAY.tobytes()))
    turned = np.packbits(np.unpackbits(np.frombuffer(data, np.uint8)), bitorder="little").tobytes()
    content = plain_tiff((gray_tags(64, 48, t259=compression, t266=2), turned))
    photo = read(tmp_path, "a.tif", content)
    assert np.array_equal(photo.gray, GRAY)
    assert photo.damage is None


def test_strips_of_old_jpeg_may_be_parts_of_one_stream(tmp_path: Path) -> None:
    stream = pictures.jpeg_bytes(GRAY)
    start = stream.find(b"\xff\xda") + 10
    content = bytearray(plain_tiff((gray_tags(64, 48, t259=6, t513=8, t514=len(stream)), stream)))
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        tags = tiff.pages.first.tags
        content[tags[273].valueoffset : tags[273].valueoffset + 4] = struct.pack("<I", 8 + start)
        content[tags[279].valueoffset : tags[279].valueoffset + 4] = struct.pack("<I", len(stream) - start)
    photo = read(tmp_path, "a.tif", bytes(content))
    assert np.array_equal(photo.gray, read(tmp_path, "b.jpg", stream).gray)
    assert photo.damage is None


def test_cielab_in_floating_point_keeps_its_lightness(tmp_path: Path) -> None:
    light = np.linspace(0, 100, 64 * 48, dtype=np.float32).reshape(48, 64)
    content = tiff_pages((np.dstack([light, light * 0, light * 0]), {"photometric": "cielab"}))
    gray = read(tmp_path, "a.tif", content).gray
    assert np.abs(lightness(srgb_decode(gray / np.float32(65535))) - light).max() < 0.1


def test_tiles_without_data_break_off(tmp_path: Path) -> None:
    content = bytearray(tiff_pages((RGB, {"photometric": "rgb", "tile": (32, 32), "compression": "webp"})))
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        spans = [
            (tag.valueoffset, 4 * tag.count) for tag in map(tiff.pages.first.tags.__getitem__, (324, 325))
        ]
    for start, size in spans:  # as libvips leaves grey that it cannot pack
        content[start : start + size] = bytes(size)
    with pytest.raises(DamagedPictureError, match="breaks off"):
        read(tmp_path, "a.tif", bytes(content))


def test_floats_up_to_65535_are_told_as_such(tmp_path: Path) -> None:
    photo = read(tmp_path, "a.tif", tiff_pages((GRAY.astype(np.float32) * 257, {})))
    assert np.array_equal(photo.gray, GRAY.astype(np.uint16) * 257)
    assert "numbers from 0 (black) to 65535 (white)" in photo.notices[0]
