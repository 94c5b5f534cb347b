"""Files of 256 px whose headers claim 19,900 x 19,900, or the most that the format allows; one of each kind."""

import io
import struct
from typing import Any

import imagecodecs
import numpy as np
from PIL import Image

CLAIMED_PX = 19_900
WEBP_CLAIMED_PX = 16_383
SIDE_PX = 256
FLAT = np.full((SIDE_PX, SIDE_PX), 200, np.uint8)
NOISE = np.random.default_rng(1).integers(60, 200, (SIDE_PX, SIDE_PX), dtype=np.uint8)
TEXT_PNM, BINARY_PNM = b"1 2 3 " * 3000, bytes(60_000)
LITTLE, BIG = struct.pack("<HH", CLAIMED_PX, CLAIMED_PX), struct.pack(">II", CLAIMED_PX, CLAIMED_PX)


def encoded(kind: str, values: np.ndarray, **options: Any) -> bytearray:
    file = io.BytesIO()
    Image.fromarray(values).save(file, kind, **options)
    return bytearray(file.getvalue())


def gif(values: np.ndarray, *, frame: bool) -> bytes:
    """frame: whether the frame claims as much as the canvas."""
    content = encoded("GIF", values)
    content[6:10] = LITTLE
    if frame:
        at = content.index(b",", 13 + 3 * (2 << (content[10] & 7)))
        content[at + 5 : at + 9] = LITTLE
    return bytes(content)


def bmp(values: np.ndarray) -> bytes:
    content = encoded("BMP", values)
    content[18:26] = struct.pack("<ii", CLAIMED_PX, CLAIMED_PX)
    return bytes(content)


def bmp_of_runs(data: bytes, side_px: int, *, half: bool = False) -> bytes:
    """A BMP of runs of 8 bits, or of 4, with a palette of greys and reds."""
    colours = 16 if half else 256
    palette = b"".join(bytes([value, value, 255 - value, 0]) for value in range(0, 256, 17 if half else 1))
    start = 14 + 40 + 4 * colours
    head = b"BM" + struct.pack("<IHHI", start + len(data), 0, 0, start)
    bits, kind = (4, 2) if half else (8, 1)
    sizes = struct.pack("<IiiHHIIiiII", 40, side_px, side_px, 1, bits, kind, len(data), 0, 0, 0, 0)
    return head + sizes + palette + data


def tga(values: np.ndarray, **options: Any) -> bytes:
    content = encoded("TGA", values, **options)
    content[12:16] = LITTLE
    return bytes(content)


def pnm(kind: bytes, *peak: int) -> bytes:
    numbers = " ".join(map(str, (CLAIMED_PX, CLAIMED_PX, *peak))).encode()
    return kind + b" " + numbers + b"\n" + (TEXT_PNM if kind < b"P4" else BINARY_PNM)


def psd(bits: int, side_px: int, rows: bytes, *, channels: int = 3) -> bytes:
    """rows: with how they are compressed before them."""
    mode = 3 if channels == 3 else 1
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, channels, side_px, side_px, bits, mode)
    return header + bytes(12) + rows


def webp(**options: Any) -> bytes:
    content = encoded("WEBP", np.dstack([NOISE] * 3), **options)
    if "lossless" in options:
        at = content.index(b"VP8L") + 9
        rest = int.from_bytes(content[at : at + 4], "little") >> 28 << 28
        side = WEBP_CLAIMED_PX - 1
        content[at : at + 4] = (rest | side | side << 14).to_bytes(4, "little")
    else:
        at = content.index(b"\x9d\x01\x2a") + 3
        content[at : at + 4] = struct.pack("<HH", WEBP_CLAIMED_PX, WEBP_CLAIMED_PX)
    return bytes(content)


def jpeg2000(
    values: np.ndarray = NOISE, *, one_tile: bool = False, claimed_px: int = CLAIMED_PX, **options: Any
) -> bytes:
    """one_tile: whether it claims to be one tile, of the claimed size; else of many, of which one is there."""
    content = encoded("JPEG2000", values, **options)
    claimed = struct.pack(">II", claimed_px, claimed_px)
    at = content.index(b"\xff\x4f\xff\x51") + 8
    content[at : at + 8] = claimed
    if one_tile:
        content[at + 16 : at + 24] = claimed
    at = content.index(b"ihdr") + 4
    content[at : at + 8] = claimed
    return bytes(content)


def jxl() -> bytes:
    """A codestream that has its size in 18 bits a side, and 32 bytes behind that."""
    codestream = bytes(imagecodecs.jpegxl_encode(FLAT))
    side = CLAIMED_PX - 1
    size = (
        0 | 2 << 1 | side << 3 | 0 << 21 | 2 << 24 | side << 26
    )  # not in eights; 18 bits; no ratio; 18 bits
    return b"\xff\x0a" + size.to_bytes(6, "little") + codestream[-26:]


PACKED_ROWS = struct.pack(">H", 2) * 3 * CLAIMED_PX + bytes([129, 5]) * 200
TOLD_AT_ONCE = {
    "flat.gif": gif(FLAT, frame=True),
    "noise.gif": gif(NOISE, frame=True),
    "canvas.gif": gif(NOISE, frame=False),
    "gray.bmp": bmp(NOISE),
    "rgb.bmp": bmp(np.dstack([NOISE] * 3)),
    "runs.bmp": bmp_of_runs((bytes([255, 5, 1, 6]) + bytes(2)) * SIDE_PX + b"\0\1", CLAIMED_PX),
    "raw.tga": tga(np.dstack([NOISE] * 3)),
    "runs.tga": tga(np.dstack([NOISE] * 3), compression="tga_rle"),
    "p1.pbm": pnm(b"P1"),
    "p2.pgm": pnm(b"P2", 255),
    "p2-deep.pgm": pnm(b"P2", 1000),
    "p3.ppm": pnm(b"P3", 255),
    "p4.pbm": pnm(b"P4"),
    "p5.pgm": pnm(b"P5", 255),
    "p5-deep.pgm": pnm(b"P5", 65535),
    "p6.ppm": pnm(b"P6", 255),
    "p6-dark.ppm": pnm(b"P6", 100),
    "raw.psd": psd(8, CLAIMED_PX, bytes(2) + NOISE.tobytes() * 3),
    "raw-deep.psd": psd(16, CLAIMED_PX, bytes(2) + NOISE.tobytes() * 3),
    "packed.psd": psd(8, CLAIMED_PX, b"\0\1" + PACKED_ROWS),
    "packed-deep.psd": psd(16, CLAIMED_PX, b"\0\1" + PACKED_ROWS),
    "lossy.webp": webp(),
    "tiles.jp2": jpeg2000(),
    **{
        f"{kind}-{order}.jp2": jpeg2000(values, one_tile=True, progression=order)
        for kind, values in (("noise", NOISE), ("flat", FLAT), ("rgb", np.dstack([NOISE, FLAT, NOISE.T])))
        for order in ("LRCP", "RPCL", "CPRL")
    },
    "layers.jp2": jpeg2000(
        one_tile=True, irreversible=True, quality_mode="rates", quality_layers=[40, 20, 10]
    ),
    "one size.jp2": jpeg2000(one_tile=True, num_resolutions=1),
    "precincts.jp2": jpeg2000(one_tile=True, precinct_size=(256, 256), progression="PCRL"),
}
