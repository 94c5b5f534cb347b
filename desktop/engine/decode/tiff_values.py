"""The values of a TIFF's page; of a damaged one those of the strips or tiles that can be decoded."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

import numpy as np
import tifffile
from numpy.typing import NDArray

from desktop.engine.decode.inflating import inflate
from desktop.engine.decode.jpeg_decoder import Check, CorruptJpegError
from desktop.engine.decode.tiff_pages import main_page
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

FAULTS = (ValueError, RuntimeError, OSError, EOFError, IndexError, TypeError)  # of codecs, on damaged data

DEFLATE = (8, 32946)  # TIFF's numbers for it


def page_values(page: tifffile.TiffPage) -> tuple[NDArray[Any], Damage | None]:
    """(H, W) or (H, W, channels), as they lie in the file, and what is damaged; raises what tifffile raises."""
    damage = None
    try:
        values = page.asarray()
    except FAULTS:
        values, damage = _sound_segments(page)
        if damage is None:
            raise
    separate = page.planarconfig == tifffile.PLANARCONFIG.SEPARATE and page.samplesperpixel > 1
    return (np.moveaxis(values, 0, -1) if separate else values), damage


def has_corrupt_jpeg(file: BinaryIO) -> bool:
    """Whether libjpeg warns of one of the JPEGs that the photograph in a TIFF consists of."""
    with tifffile.TiffFile(file) as tiff:
        page = main_page(tiff).page
        tables = (page.jpegtables or b"")[:-2]
        for data in _segments(page):
            check = Check(tables + data[2 if tables else 0 :], "GRAY")
            try:
                check.finish()
            except CorruptJpegError:
                return True
    return False


def _segments(page: tifffile.TiffPage) -> Iterator[bytes]:
    """What is there of each strip or tile, as it lies in the file."""
    file = page.parent.filehandle
    for offset, count in zip(page.dataoffsets, page.databytecounts, strict=False):
        file.seek(offset)
        yield file.read(count)


def _sound_segments(page: tifffile.TiffPage) -> tuple[NDArray[Any], Damage | None]:
    """Grey with the segments that can be decoded in it; no damage is told of where that is nothing."""
    assert page.dtype is not None
    gray = _gray(page.dtype)
    values = np.full(page.shaped, gray, page.dtype)
    sound = np.zeros(page.shaped[:4], bool)  # separate channels, depth, length, width
    for index, data in enumerate(_segments(page)):
        if len(data) < page.databytecounts[index] and page.compression not in DEFLATE:
            continue
        try:
            segment, start, shape, rows = _decoded(page, data, index)
        except FAULTS:
            continue
        if segment is None:
            continue
        place: Any = (
            start[0],
            *(slice(first, first + size) for first, size in zip(start[1:4], shape[:3], strict=True)),
        )
        target = values[place]
        target[...] = segment[: target.shape[0], : target.shape[1], : target.shape[2]]
        target[:, rows:] = gray
        sound[place][:, :rows] = True
    share = float(sound.mean())
    if share < LEAST_SOUND:
        return values, None
    return values.reshape(page.shape), Damage(share if share < WHOLE else None)


def _decoded(page: tifffile.TiffPage, data: bytes, index: int) -> Any:
    """A segment, its place, its shape, and how many of its rows are sound; of Deflate those above the damage."""
    try:
        return *page.decode(data, index, jpegtables=page.jpegtables), page.imagelength
    except FAULTS:
        if page.compression not in DEFLATE:
            raise
    assert page.dtype is not None
    width = page.tilewidth if page.is_tiled else page.imagewidth
    rows = page.tilelength if page.is_tiled else page.rowsperstrip
    row_bytes = -(-width * page.shaped[4] * page.bitspersample // 8)
    inflated = inflate(data, rows * row_bytes)[: rows * row_bytes]
    filled = zlib.compress(inflated + bytes(rows * row_bytes - len(inflated)), 1)
    return *page.decode(filled, index), len(inflated) // row_bytes


def _gray(dtype: np.dtype[Any]) -> Any:
    """The middle between black and white."""
    return np.iinfo(dtype).max // 255 * 128 if dtype.kind in "ui" else dtype.type(0.5)
