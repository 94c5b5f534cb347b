"""JPEG XL, decoded by libjxl. A JPEG that was packed as JPEG XL is unpacked to the last byte and read as JPEG.

Source: ISO/IEC 18181-2 (file format). Profiles are packed into the codestream in a way of the format's own; without
`jxl_library` they cannot be had.
"""

import io
import struct
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, Self

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.coded_profiles import PRIMARIES, of_code_points, of_gamma
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.core.parallel import usable_cores
from desktop.engine.core.reasons import Reason
from desktop.engine.decode.high_bit_depth_samples import Pixels, divided, split, widened, with_grey
from desktop.engine.decode.jxl_decoder import OddProfileError, Part, fill, profile_of, sound_part
from desktop.engine.decode.jxl_header import HEADER_BYTES, START, JxlHeader, read_jxl_header
from desktop.engine.decode.jxl_library import Library, library
from desktop.engine.imaging.damage import Damage

FORMAT = "JXL"
CONTAINER = b"\x00\x00\x00\x0cJXL \x0d\x0a\x87\x0a"
BOX = struct.Struct(">I4s")
MAX_BOXES = 1000
MAX_METADATA_BYTES = 64 << 20  # of one box, unpacked
PART_NUMBER_BYTES = 4  # of a codestream that lies in several boxes
LINEAR = 8  # transfer characteristics of ITU-T H.273
NOT_READ = "The colour profile was left out: it is packed in a way that cannot be read; sRGB is assumed."
COARSE = "The decoder gives this file's colours in linear light of 8 bits, so that its shadows are coarse."
ANIMATED = "The file is animated; only its first picture is used."
JPEG_REBUILT, PACKED = b"jbrd", b"brob"
GRAY_PROFILE, PROFILE_COLOURS_AT = b"GRAY", 16  # in a profile, what its colours are
METADATA = {b"Exif": "exif", b"xml ": "xmp"}
Box = tuple[bytes, int, int]  # kind, start and end of what it holds


class JxlImage(Image.Image):
    """What the rest of reading asks a picture that Pillow opened: size and metadata. It has no pixels."""

    format = FORMAT

    def __init__(self, file: BinaryIO) -> None:
        """Raises EOFError or ValueError for what makes no sense."""
        super().__init__()
        content = _content(file)
        boxes = list(_boxes(content))
        self.header = read_jxl_header(_beginning(content, boxes))
        self._size = self.header.size_px
        for kind, start, end in boxes:
            self._take_metadata(kind, content[start:end])

    def getexif(self) -> Image.Exif:
        """EXIF without an orientation: the codestream has its own, which the decoder applies."""
        found = super().getexif()
        found.pop(0x0112, None)
        return found

    def __enter__(self) -> Self:
        return self

    def _take_metadata(self, kind: bytes, data: bytes) -> None:
        if kind == PACKED and data[:4] in METADATA:
            kind = data[:4]
            with suppress(RuntimeError, ValueError):  # damaged metadata do not keep pixels from being read
                data = bytes(imagecodecs.brotli_decode(data[4:], out=MAX_METADATA_BYTES))
        name = METADATA.get(kind)
        if name is not None:  # before EXIF stands how far it is away
            self.info[name] = data[4 + int.from_bytes(data[:4]) :] if name == "exif" else data


def is_jxl(start: bytes) -> bool:
    """Whether a file that begins with these bytes is JPEG XL."""
    return start.startswith((START, CONTAINER))


def with_jpeg_unpacked(file: BinaryIO, max_pixels: int) -> BinaryIO:
    """The JPEG that was packed as JPEG XL in `file`; `file` itself, at its first byte, where there is none.

    One of more than `max_pixels` is left packed.
    """
    start = file.read(len(CONTAINER))
    file.seek(0)
    if start != CONTAINER:
        return file
    content = _content(file)
    boxes = list(_boxes(content))
    if any(kind == JPEG_REBUILT for kind, _, _ in boxes):
        with suppress(EOFError, RuntimeError, ValueError):
            across, down = read_jxl_header(_beginning(content, boxes)).size_px
            if across * down <= max_pixels:
                return io.BytesIO(imagecodecs.jpegxl_decode_jpeg(content, numthreads=usable_cores()))
    return file


def decode_jxl(file: BinaryIO, image: Image.Image, path: Path) -> Pixels:
    """The picture in `file`, the first one of several, upright. A profile for code points is put into `image.info`."""
    assert isinstance(image, JxlImage)
    header = image.header
    if header.has_black:
        raise UnsupportedPictureError(
            f"{path} is a JPEG XL of CMYK, which is not supported; save it as TIFF."
        )
    content = _content(file)
    found, profile, notices, part = _decoded(content, header, image)
    if header.is_animated:
        notices = (ANIMATED, *notices)
    if found.ndim == 3:
        found = found[..., : header.channels + header.has_alpha]  # depth and the like go
    if found.dtype.kind == "f":
        samples = np.rint(np.clip(np.nan_to_num(found), 0, 1) * 65535).astype(np.uint16)
    else:
        samples = found
    pixels = split(samples, notices)
    colour = pixels.samples
    if header.is_premultiplied and pixels.alpha is not None:
        colour = divided(colour, pixels.alpha)
    if profile:
        image.info["icc_profile"] = profile
        if colour.ndim == 2 and not profile.startswith(GRAY_PROFILE, PROFILE_COLOURS_AT):
            colour = np.repeat(colour[..., None], 3, axis=2)
    pixels = Pixels(colour, pixels.alpha, orientation=1, notices=notices)
    return pixels if part is None else _damaged(pixels, part)


def _decoded(
    content: bytes, header: JxlHeader, image: Image.Image
) -> tuple[NDArray[Any], bytes, tuple[str, ...], Part | None]:
    """Values, the profile of their colours, empty for sRGB, notices, and what is lost of a damaged picture.

    Raises what the decoder raises where all is lost.
    """
    known = library()
    own = profile_of(known, content) if header.has_icc and known is not None else b""
    if own and header.is_xyb and known is not None:  # else the colours are the profile's as they are
        return _converted(known, content, _empty(header, image), own)
    profile, notices = (own, ()) if own else _colours(header)
    try:
        values = imagecodecs.jpegxl_decode(content, index=0, numthreads=usable_cores())
    except RuntimeError:
        part = None if known is None else sound_part(known, content, _empty(header, image), b"")
        if part is None:
            raise
        return part.values, profile, notices, part
    if values.shape[0] * values.shape[1] != image.width * image.height:
        raise Reason("its parts disagree about its size")  # the limit on pixels was held against one of them
    return (
        values if values.dtype.kind == "f" or header.bits <= 8 else widened(values, header.bits),
        profile,
        notices,
        None,
    )


def _converted(
    known: Library, content: bytes, values: NDArray[Any], own: bytes
) -> tuple[NDArray[Any], bytes, tuple[str, ...], Part | None]:
    """The same of a picture whose colours have to be made those of its profile, or sRGB where that cannot be."""
    for profile in (own, None):
        with suppress(OddProfileError):
            if fill(known, content, values, profile):
                return values, profile or b"", (), None
            part = sound_part(known, content, values, profile)
            if part is not None:
                return values, profile or b"", (), part
    raise ValueError


def _empty(header: JxlHeader, image: Image.Image) -> NDArray[Any]:
    channels = header.channels + header.has_alpha
    kind = np.float32 if header.is_float else np.uint8 if header.bits <= 8 else np.uint16
    return np.zeros((image.height, image.width, *((channels,) if channels > 1 else ())), kind)


def _damaged(pixels: Pixels, part: Part) -> Pixels:
    if part.is_blurred:
        return replace(pixels, damage=Damage(1 - float(part.lost.mean()), is_blurred=True))
    if pixels.alpha is not None:
        pixels.alpha[part.lost] = np.iinfo(pixels.alpha.dtype).max
    return with_grey(pixels, part.lost)


def _colours(header: JxlHeader) -> tuple[bytes, tuple[str, ...]]:
    """The profile of what the decoder gives by itself, empty for sRGB, and notices for the user."""
    if header.has_icc:
        if not header.is_xyb:
            return b"", (NOT_READ,)
        profile, _ = of_code_points(1, LINEAR)
        return profile, ((COARSE,) if header.bits == 8 else ())
    if header.gamma is not None:
        colours, white = PRIMARIES[header.primaries]
        return of_gamma(header.gamma, (*white, *colours))
    return of_code_points(header.primaries, header.transfer)


def _content(file: BinaryIO) -> bytes:
    file.seek(0)
    content = file.read()
    file.seek(0)
    return content


def _boxes(content: bytes) -> Iterator[Box]:
    """The boxes of a container, none of a bare codestream."""
    at = 0
    for _ in range(MAX_BOXES if content.startswith(CONTAINER) else 0):
        if at + BOX.size > len(content):
            return
        size, kind = BOX.unpack_from(content, at)
        head = BOX.size
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16]), 16
        end = len(content) if size == 0 else min(at + size, len(content))
        if end < at + head:
            return
        yield kind, at + head, end
        at = end


def _beginning(content: bytes, boxes: list[Box]) -> bytes:
    """The first bytes of the codestream."""
    if not content.startswith(CONTAINER):
        return content[:HEADER_BYTES]
    parts = []
    for kind, start, end in boxes:
        if kind in (b"jxlc", b"jxlp"):
            parts.append(content[start + (PART_NUMBER_BYTES if kind == b"jxlp" else 0) : end][:HEADER_BYTES])
    return b"".join(parts)[:HEADER_BYTES]
