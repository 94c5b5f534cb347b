"""Directories of TIFFs that lack something are taken as libtiff takes them."""

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray

from desktop.engine.decode.reader import read_photo
from desktop.engine.decode.tiff_repairs import ASSUMED, mended
from tests.engine import pictures

PALETTE = 3


def spoiled(
    values: NDArray[Any], changes: dict[int, int], without: tuple[int, ...] = (), **options: Any
) -> bytes:
    """A TIFF with other values of some tags, and some tags made into ones of nobody's."""
    file = io.BytesIO()
    options.setdefault("photometric", "rgb" if values.ndim == 3 else "minisblack")
    tifffile.imwrite(file, values, metadata=None, **options)
    content = bytearray(file.getvalue())
    with tifffile.TiffFile(io.BytesIO(content)) as tiff:
        tags = tiff.pages.first.tags
        for code, value in changes.items():
            kind = {3: "H", 4: "I"}[int(tags[code].dtype)]
            count = tags[code].count
            struct.pack_into(f"<{count}{kind}", content, tags[code].valueoffset, *[value] * count)
        for code in without:
            struct.pack_into("<H", content, tags[code].offset, 65000)
    return bytes(content)


def read(folder: Path, content: bytes) -> Any:
    path = folder / "a.tif"
    path.write_bytes(content)
    return read_photo(path)


@pytest.mark.parametrize("channels", [1, 3])
def test_colours_by_a_map_that_is_not_there_are_brightness_or_rgb(tmp_path: Path, channels: int) -> None:
    values = np.dstack([pictures.ramp()] * channels).squeeze()
    photo = read(tmp_path, spoiled(values, {262: PALETTE}))
    assert np.array_equal(photo.gray, pictures.ramp())
    assert photo.notices == (ASSUMED,)


def test_a_map_that_is_too_short_is_left_out(tmp_path: Path) -> None:
    short = [(320, "H", 3 * 200, tuple(range(600)), True)]
    photo = read(tmp_path, spoiled(pictures.ramp(), {262: PALETTE}, extratags=short))
    assert np.array_equal(photo.gray, pictures.ramp())
    assert photo.notices == (ASSUMED,)


def test_rgb_has_three_channels_also_where_that_is_not_told(tmp_path: Path) -> None:
    rgb = pictures.colours()
    sound = read(tmp_path, spoiled(rgb, {}))
    photo = read(tmp_path, spoiled(rgb, {}, without=(277,)))
    assert np.array_equal(photo.gray, sound.gray)
    assert photo.notices == (ASSUMED,)


@pytest.mark.parametrize("compression", [None, "zlib", "lzw"])
@pytest.mark.parametrize("values", [pictures.ramp(), pictures.deep_ramp()], ids=["8", "16"])
def test_strips_whose_length_is_not_told_end_where_the_next_begins(
    tmp_path: Path, values: NDArray[Any], compression: str | None
) -> None:
    content = spoiled(values, {279: 0}, compression=compression, rowsperstrip=10)
    photo = read(tmp_path, content)
    assert np.array_equal(photo.gray, values)
    assert photo.damage is None


def test_a_whole_page_stays_as_it_is_and_mending_twice_is_mending_once(tmp_path: Path) -> None:
    for content in (spoiled(pictures.ramp(), {}), spoiled(pictures.colours(), {}, without=(277,))):
        with tifffile.TiffFile(io.BytesIO(content)) as tiff:
            page = mended(tiff.pages.first)
            found = (page.photometric, page.shape, page.databytecounts)
            page = mended(page)
            assert (page.photometric, page.shape, page.databytecounts) == found
