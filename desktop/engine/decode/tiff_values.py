"""Reads the values of a TIFF's page; of a damaged one, those of the strips or tiles that can be decoded."""

import zlib
from collections.abc import Callable, Iterator
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray

from desktop.engine.decode.fax_page import fax_values, is_fax
from desktop.engine.decode.inflating import inflate, unpack_lzw
from desktop.engine.imaging.damage import LEAST_SOUND, WHOLE, Damage

FAULTS = (ValueError, RuntimeError, OSError, EOFError, IndexError, TypeError)  # of codecs, on damaged data

DEFLATE, LZW, PACKBITS = (8, 32946), 5, 32773  # TIFF's numbers for them
Repair = tuple[Callable[[bytes, int], bytes], Callable[[bytes], bytes]]


def _unpack_packbits(data: bytes, most_bytes: int) -> bytes:
    return bytes(imagecodecs.packbits_decode(data))[:most_bytes]


# By compression: what unpacks as much as makes sense and not more than is said, and what packs it anew.
_REPAIRS: dict[int, Repair] = {
    **dict.fromkeys(DEFLATE, (inflate, lambda data: zlib.compress(data, 1))),
    LZW: (unpack_lzw, lambda data: bytes(imagecodecs.lzw_encode(data))),
    PACKBITS: (_unpack_packbits, lambda data: bytes(imagecodecs.packbits_encode(data))),
}
OUT_OF_STEP = (LZW, PACKBITS)  # once something is wrong, what is unpacked behind it may be, too


def page_values(page: tifffile.TiffPage) -> tuple[NDArray[Any], Damage | None]:
    """(H, W) or (H, W, channels), as they lie in the file, and what is damaged; raises what tifffile raises."""
    damage = None
    # Of what a length says beyond the file nothing is there, but memory would be taken for it.
    most_bytes = page.parent.filehandle.size
    page.databytecounts = tuple(min(count, most_bytes) for count in page.databytecounts)
    try:
        if not all(page.databytecounts):  # of which tifffile would make black
            raise EOFError
        values = fax_values(page, list(segments(page))) if is_fax(page) else page.asarray()
    except FAULTS:
        values, damage = _sound_segments(page)
        if damage is None:
            raise
    separate = page.planarconfig == tifffile.PLANARCONFIG.SEPARATE and page.samplesperpixel > 1
    return (np.moveaxis(values, 0, -1) if separate else values), damage


def segments(page: tifffile.TiffPage) -> Iterator[bytes]:
    """What is there of each strip or tile, as it lies in the file."""
    file = page.parent.filehandle
    for offset, count in zip(page.dataoffsets, page.databytecounts, strict=False):
        file.seek(offset)
        yield file.read(min(count, file.size))  # it takes memory for all that it is asked for


def _sound_segments(page: tifffile.TiffPage) -> tuple[NDArray[Any], Damage | None]:
    """Grey with the segments that can be decoded in it; no damage is told of where that is nothing."""
    assert page.dtype is not None
    gray = _gray(page.dtype)
    values = np.full(page.shaped, gray, page.dtype)
    in_step = True
    sound = np.zeros(page.shaped[:4], bool)  # separate channels, depth, length, width
    for index, data in enumerate(segments(page)):
        is_whole = len(data) == page.databytecounts[index]
        if not is_whole and page.compression not in _REPAIRS:
            continue
        try:
            segment, start, shape, rows, mended = _decoded(page, data, index)
        except FAULTS:
            continue
        if segment is None:
            continue
        in_step = in_step and not (mended and is_whole and page.compression in OUT_OF_STEP)
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
    told = share < WHOLE and in_step
    return values.reshape(page.shape), Damage(share if told else None)


def _decoded(page: tifffile.TiffPage, data: bytes, index: int) -> Any:
    """A segment, its place, its shape, how many of its rows are sound, and whether damage was mended.

    Of Deflate and the like those above the damage are sound.
    """
    try:
        return *page.decode(data, index, jpegtables=page.jpegtables), page.imagelength, False
    except FAULTS:
        if page.compression not in _REPAIRS:
            raise
    assert page.dtype is not None
    width = page.tilewidth if page.is_tiled else page.imagewidth
    rows = page.tilelength if page.is_tiled else page.rowsperstrip
    row_bytes = -(-width * page.shaped[4] * page.bitspersample // 8)
    wanted = rows * row_bytes
    unpack, pack = _REPAIRS[page.compression]
    unpacked = unpack(data, wanted)[:wanted]
    return (
        *page.decode(pack(unpacked + bytes(wanted - len(unpacked))), index),
        len(unpacked) // row_bytes,
        True,
    )


def _gray(dtype: np.dtype[Any]) -> Any:
    """The middle between black and white."""
    return np.iinfo(dtype).max // 255 * 128 if dtype.kind in "ui" else dtype.type(0.5)
