"""Decodes JPEG, and finds out whether it is damaged."""

import io
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import imagecodecs
import numpy as np
from PIL import Image

from desktop.engine.colour.icc_profiles import left_out
from desktop.engine.core.arrays import Samples
from desktop.engine.core.reasons import Reason
from desktop.engine.decode.high_bit_depth_samples import Pixels, split, widened
from desktop.engine.decode.jpeg_decoder import (
    Check,
    CorruptJpegError,
    OddJpegError,
    check_last_byte,
    decode_gray,
    decode_rgb,
)
from desktop.engine.decode.jpeg_header import (
    END_MARKER,
    MAX_SCANS,
    JpegHeader,
    check_data,
    check_supported,
    has_all_scans,
    has_more_scans,
    read_header,
)
from desktop.engine.decode.jpeg_rows import RowGraying
from desktop.engine.decode.jpeg_seams import has_seam
from desktop.engine.decode.jpeg_segments import without_odd_profile
from desktop.engine.decode.jpeg_streaming import stream_rgb
from desktop.engine.decode.pillow_arrays import to_array
from desktop.engine.decode.zeroed_sectors import has_zeroed_sector

KINDS = ("JPEG", "MPO")  # as Pillow calls them; the second is a JPEG with further ones behind it
TWELVE_BITS = 12
GREEN = 1  # the channel that brightness is most of
PROBED_SAMPLES = (
    12_000_000  # of all channels; it takes half as long as decoding them, some hundredths of a second
)
JFIF = b"JFIF\0"  # a version follows
JFIF_BYTES = 16  # with the length itself; a shorter one is no JFIF
JFIF_WITHIN = 64  # bytes from the beginning
PROFILE_LEFT_OUT = left_out(Reason("the profile cannot be used"))
LACKS_END = "The end of the file is missing, but the picture is whole."


def checked_header(file: BinaryIO, path: Path, file_bytes: int) -> JpegHeader:
    """The header, of a JPEG that can be read; raises `UnsupportedPictureError` or `DamagedPictureError`."""
    header = read_header(file)
    check_supported(header, path)
    check_data(header, path, file_bytes)
    file.seek(0)
    return header


def load_jpeg(
    image: Image.Image, file: BinaryIO, header: JpegHeader, graying: RowGraying | None
) -> tuple[Samples, tuple[str, ...]]:
    """(H, W), (H, W, 3) or (H, W, 4) of a JPEG that Pillow opened, and notices.

    graying: is given the rows of a colour JPEG, and has begun. Raises OSError where the data are damaged.
    """
    file.seek(0)
    if image.size != (
        header.width_px,
        header.height_px,
    ):  # a small copy, for which damage is looked at nowhere
        image.load()
        return to_array(image), ()
    whole = _with_known_version(file.read())
    content, has_odd_profile = without_odd_profile(whole)
    header = replace(header, scan_at=header.scan_at - (len(whole) - len(content)))
    notices = (PROFILE_LEFT_OUT,) if has_odd_profile and not image.info.get("icc_profile") else ()
    lacks_end = content.rfind(END_MARKER, header.scan_at) < 0
    if lacks_end:
        if not has_all_scans(content, header):
            raise CorruptJpegError("premature end")
        content += END_MARKER
    if not header.is_single_scan and has_more_scans(content, header.scan_at, MAX_SCANS):
        raise CorruptJpegError("surplus scans")
    samples = _decoded(image, header, content, graying)
    if header.is_single_scan and samples.size <= PROBED_SAMPLES:
        check_last_byte(content, header.scan_at)
    if has_zeroed_sector(content, header.scan_at):
        raise CorruptJpegError("zeroed sector")
    light = samples if samples.ndim == 2 or graying is None else graying.finished_as_it_lies()
    if light is not None and has_seam(light if light.ndim == 2 else light[..., GREEN], header.scan_unit_px):
        raise CorruptJpegError("seam")
    return samples, (*notices, LACKS_END) if lacks_end else notices


def _decoded(image: Image.Image, header: JpegHeader, content: bytes, graying: RowGraying | None) -> Samples:
    try:
        if image.mode == "L":
            return decode_gray(content, image.size)
        if image.mode == "RGB" and graying is not None and header.is_single_scan:
            return stream_rgb(image, content, graying.watch)
        if image.mode == "RGB":
            rgb = decode_rgb(content, image.size)
            if graying is not None:
                graying.watch(rgb, len(rgb))
            return rgb
    except OddJpegError:
        return _by_pillow(image, content)
    check = Check(content, "CMYK")
    samples = _by_pillow(image, content)
    check.finish()
    return samples


def _with_known_version(content: bytes) -> bytes:
    """The file with a JFIF version that libjpeg knows: only its first warning is told, and this would be it."""
    at = content.find(JFIF, 0, JFIF_WITHIN) + len(JFIF)
    start = at - len(JFIF)
    if start < 0 or int.from_bytes(content[start - 2 : start]) < JFIF_BYTES or content[at] == 1:
        return content
    return content[:at] + b"\x01" + content[at + 1 :]


def _by_pillow(image: Image.Image, content: bytes) -> Samples:
    image.load_read = io.BytesIO(content).read  # type: ignore[attr-defined]
    try:
        image.load()
    finally:
        vars(image).pop("load_read", None)
    return to_array(image)


def as_eight_bits(file: BinaryIO, header: JpegHeader) -> BinaryIO:
    """The file of a JPEG with 12 bits as one with 8, whose metadata Pillow can read, but not its pixels."""
    file.seek(0)
    content = bytearray(file.read())
    content[header.bits_at] = 8
    return io.BytesIO(content)


def decode_twelve_bits(file: BinaryIO) -> Pixels:
    """(H, W) or (H, W, 3), 16 bits, of a JPEG with 12 bits a channel, which Pillow does not read."""
    return split(widened(np.asarray(imagecodecs.jpeg8_decode(file.read())), 12))
