"""Every kind of sample that TIFF has, and the page that is meant: lightness within 0.5 L* of what was written.

What is expected follows from the values that are written and from the specification, not from a decoder.
"""

import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.core.errors import PictureTooLargeError, UnsupportedPictureError
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures

WITHIN_L = 0.5
RAMP = np.linspace(0, 1, 48 * 64).reshape(48, 64)  # encoded as sRGB, black to white
LINEAR = srgb_decode(RAMP.astype(np.float32)).astype(np.float64)
LIGHT = lightness(LINEAR.astype(np.float32))  # L*

Values = NDArray[Any]


def whole(kind: type[np.integer[Any]], share: Values = RAMP) -> Values:
    return np.rint(share * np.iinfo(kind).max).astype(kind)


def signed(kind: type[np.integer[Any]]) -> Values:
    info = np.iinfo(kind)
    return np.rint(RAMP * (float(info.max) - info.min) + info.min).clip(info.min, info.max).astype(kind)


def lab(kind: type[np.integer[Any]], neutral: int) -> Values:
    values = np.full((*RAMP.shape, 3), neutral, kind)
    values[..., 0] = np.rint(LIGHT / 100 * np.iinfo(kind).max)
    return values


def cmyk(kind: type[np.integer[Any]]) -> Values:
    values = np.zeros((*RAMP.shape, 4), kind)
    values[..., 3] = whole(kind, 1 - RAMP)
    return values


KINDS: dict[str, tuple[Values, dict[str, Any]]] = {
    "uint8": (whole(np.uint8), {}),
    "uint8 MINISWHITE": (whole(np.uint8, 1 - RAMP), {"photometric": "miniswhite"}),
    "uint8 RGB": (np.dstack([whole(np.uint8)] * 3), {"photometric": "rgb"}),
    "uint8 planes": (np.stack([whole(np.uint8)] * 3), {"photometric": "rgb", "planarconfig": "separate"}),
    "uint16": (whole(np.uint16), {}),
    "uint16 MINISWHITE": (whole(np.uint16, 1 - RAMP), {"photometric": "miniswhite"}),
    "uint16 RGB deflated": (np.dstack([whole(np.uint16)] * 3), {"photometric": "rgb", "compression": "zlib"}),
    "uint32": (whole(np.uint32), {}),
    "uint32 RGB": (np.dstack([whole(np.uint32)] * 3), {"photometric": "rgb"}),
    "int8": (signed(np.int8), {}),
    "int8 RGB": (np.dstack([signed(np.int8)] * 3), {"photometric": "rgb"}),
    "int8 from 0": (whole(np.int8), {}),
    "int16": (signed(np.int16), {}),
    "int16 from 0": (whole(np.int16), {}),
    "int32": (signed(np.int32), {}),
    "float16": (LINEAR.astype(np.float16), {}),
    "float32": (LINEAR.astype(np.float32), {}),
    "float64": (LINEAR, {}),
    "float32 MINISWHITE": ((1 - LINEAR).astype(np.float32), {"photometric": "miniswhite"}),
    "int16 MINISWHITE": (signed(np.int16)[::-1, ::-1], {"photometric": "miniswhite"}),
    "float16 predictor": (LINEAR.astype(np.float16), {"compression": "zlib", "predictor": 3}),
    "float32 predictor LZW": (LINEAR.astype(np.float32), {"compression": "lzw", "predictor": 3}),
    "uint32 predictor": (whole(np.uint32), {"compression": "lzw", "predictor": 2}),
    "uint16 RGB planes": (
        np.stack([whole(np.uint16)] * 3),
        {"photometric": "rgb", "planarconfig": "separate", "compression": "lzw", "rowsperstrip": 7},
    ),
    "uint16 RGB tiles": (
        np.dstack([whole(np.uint16)] * 3),
        {"photometric": "rgb", "tile": (16, 32), "compression": "zlib"},
    ),
    "float32 to 255": ((RAMP * 255).astype(np.float32), {}),
    "float32 to 65535": ((RAMP * 65535).astype(np.float32), {}),
    "float32 with its range told": (
        (RAMP * 40 - 20).astype(np.float32),
        {"extratags": [(340, "f", 1, -20.0, True), (341, "f", 1, 20.0, True)]},
    ),
    "CIELAB 8": (lab(np.uint8, 0), {"photometric": "cielab"}),
    "CIELAB 16": (lab(np.uint16, 0), {"photometric": "cielab"}),
    "ICCLAB 8": (lab(np.uint8, 128), {"photometric": "icclab"}),
    "ICCLAB 16": (lab(np.uint16, 128 * 256), {"photometric": "icclab"}),
    "CMYK 8": (cmyk(np.uint8), {"photometric": "separated"}),
    "CMYK 16": (cmyk(np.uint16), {"photometric": "separated"}),
    "WebP": (
        np.dstack([whole(np.uint8)] * 3),
        {
            "photometric": "rgb",
            "compression": "webp",
            "compressionargs": {"lossless": True},
            "rowsperstrip": 48,
        },
    ),
}
WRITTEN = {"int8 from 0": np.rint(RAMP * 127) / 127}  # of 128 levels: what is written, not what is meant


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("kind", KINDS)
def test_lightness_of_each_kind(tmp_path: Path, kind: str, order: str) -> None:
    values, options = KINDS[kind]
    photo = read_photo(pictures.deep_tiff(tmp_path / "a.tif", values, byteorder=order, **options))
    share = photo.gray / np.float32(np.iinfo(photo.gray.dtype).max)
    written = lightness(srgb_decode(WRITTEN.get(kind, RAMP).astype(np.float32)))
    assert np.abs(lightness(srgb_decode(share)) - written).max() <= WITHIN_L


def test_alpha_is_not_inverted_with_what_it_belongs_to(tmp_path: Path) -> None:
    gray, alpha = whole(np.uint16), np.full(RAMP.shape, 50_000, np.uint16)
    options = {"photometric": "miniswhite", "extrasamples": ["unassalpha"]}
    photo = read_photo(pictures.deep_tiff(tmp_path / "a.tif", np.dstack([65535 - gray, alpha]), **options))
    assert np.array_equal(photo.gray, gray)
    assert photo.alpha is not None
    assert np.all(photo.alpha == 50_000)


def mapped(folder: Path, top: int) -> Path:
    """A TIFF with a colour map whose white is `top`, 65535 by the rule."""
    colormap = np.repeat((np.arange(256) * (top / 255)).astype(np.uint16)[None], 3, axis=0)
    return pictures.deep_tiff(folder / "a.tif", whole(np.uint8), photometric="palette", colormap=colormap)


@pytest.mark.parametrize(("top", "told"), [(65535, 0), (255, 1)])
def test_colour_maps_of_16_bits_and_those_written_in_8(tmp_path: Path, top: int, told: int) -> None:
    photo = read_photo(mapped(tmp_path, top))
    assert np.array_equal(photo.gray, whole(np.uint8))
    assert len(photo.notices) == told


def test_highlights_above_white_are_white(tmp_path: Path) -> None:
    values = LINEAR.astype(np.float32)
    values[3, 3] = 3.2
    photo = read_photo(pictures.deep_tiff(tmp_path / "a.tif", values))
    assert photo.gray[3, 3] == 65535
    assert any("from 0 to 3.2" in notice for notice in photo.notices)


def test_colours_of_lab_are_those_of_the_painting(tmp_path: Path) -> None:
    values = np.empty((8, 8, 3), np.uint8)
    values[:] = 136, 81, 70 & 0xFF  # L* 53.3, a* 81, b* 70: nearly sRGB's red
    pixels = read_painting(pictures.deep_tiff(tmp_path / "a.tif", values, photometric="cielab")).pixels
    assert np.abs(pixels.astype(int) - [255, 0, 0]).max() < 12


def test_complex_numbers_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedPictureError, match="unusual kind"):
        read_photo(pictures.deep_tiff(tmp_path / "a.tif", np.ones((8, 8), np.complex64)))


def reduced_first(path: Path) -> None:
    tifffile.imwrite(path, pictures.ramp(8, 6), subfiletype=1, metadata=None)
    tifffile.imwrite(path, pictures.ramp(), append=True, metadata=None)


def reduced_behind(path: Path) -> None:
    tifffile.imwrite(path, pictures.ramp(), metadata=None)
    tifffile.imwrite(path, pictures.ramp(8, 6), subfiletype=1, append=True, metadata=None)


def in_sub_directory(path: Path) -> None:
    with tifffile.TiffWriter(path) as tiff:
        tiff.write(pictures.ramp(8, 6), subfiletype=1, subifds=1, metadata=None)
        tiff.write(pictures.ramp(), subfiletype=0, metadata=None)


def pyramid(path: Path) -> None:
    with tifffile.TiffWriter(path) as tiff:
        tiff.write(pictures.ramp(), subifds=2, metadata=None)
        tiff.write(pictures.ramp(32, 24), subfiletype=1, metadata=None)
        tiff.write(pictures.ramp(16, 12), subfiletype=1, metadata=None)


@pytest.mark.parametrize("write", [reduced_first, reduced_behind, in_sub_directory, pyramid])
def test_the_full_size_is_read_wherever_it_lies(tmp_path: Path, write: Callable[[Path], None]) -> None:
    write(tmp_path / "a.tif")
    photo = read_photo(tmp_path / "a.tif")
    assert np.array_equal(photo.gray, pictures.ramp())
    assert len(photo.notices) == 1
    assert "smaller cop" in photo.notices[0]


def test_the_limit_holds_for_the_full_size(tmp_path: Path) -> None:
    in_sub_directory(tmp_path / "a.tif")
    with pytest.raises(PictureTooLargeError):
        read_photo(tmp_path / "a.tif", max_pixels=100)


@pytest.mark.parametrize("page", [None, 1])
@pytest.mark.parametrize("compression", [None, "zlib"])
@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("big", [False, True])
def test_what_a_tiff_tells_is_kept_whatever_its_offsets(
    tmp_path: Path, big: bool, order: Literal["<", ">"], compression: str | None, page: int | None
) -> None:
    tags = [(315, "s", 0, "Lise Meitner", True), (33432, "s", 0, "Public domain", True)]
    path = tmp_path / "a.tif"
    tifffile.imwrite(
        path,
        pictures.ramp(),
        bigtiff=big,
        byteorder=order,
        compression=compression,
        description="The lake",
        extratags=tags,
        datetime="1908:01:01 00:00:00",
    )
    photo = read_photo(path, page=page)
    assert np.array_equal(photo.gray, pictures.ramp())
    assert photo.notices == ()
    for text in (b"Lise Meitner", b"Public domain", b"The lake", b"1908:01:01 00:00:00"):
        assert text in photo.metadata.exif
    assert photo.metadata.exif[:4] in (b"II*\0", b"MM\0*")


def test_lightness_alone_may_stand_for_lab(tmp_path: Path) -> None:
    values = np.rint(LIGHT / 100 * 255).astype(np.uint8)
    path = pictures.deep_tiff(tmp_path / "a.tif", values)
    content = bytearray(path.read_bytes())
    with tifffile.TiffFile(path) as tiff:
        at = tiff.pages.first.tags[262].valueoffset
    content[at : at + 2] = struct.pack("<H", 8)
    path.write_bytes(content)
    found = lightness(srgb_decode(read_photo(path).gray / np.float32(65535)))
    assert np.abs(found - LIGHT).max() <= WITHIN_L


@pytest.mark.parametrize("bits", [8, 16])
def test_inks_that_need_not_be_cmyk_are_told_of(tmp_path: Path, bits: int) -> None:
    values = cmyk(np.uint8 if bits == 8 else np.uint16)
    tags = [(332, "H", 1, 2, True)]
    photo = read_photo(
        pictures.deep_tiff(tmp_path / "a.tif", values, photometric="separated", extratags=tags)
    )
    assert any("not said to be cyan" in notice for notice in photo.notices)
