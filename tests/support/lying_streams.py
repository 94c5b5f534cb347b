"""AVIF and HEIC files of 256 px whose boxes, or whose streams' own headers, claim another size."""

import struct

import numpy as np

from desktop.engine.decode.heif_items import read_items
from tests.support import patches
from tests.support.heic_roles import _moved
from tests.support.lying_headers import FLAT, NOISE, SIDE_PX, encoded

SPS = 33  # kind of the NAL unit that has the size
SIZE_AFTER_BITS = 8 * 2 + 4 + 3 + 1 + 88 + 8  # of a sequence parameter set without sub-layers
VALUES = {"noise": NOISE, "flat": FLAT}
BOXES_ABOVE = (b"hvcC", b"ipco", b"iprp", b"meta")


def avif(kind: str, size_px: tuple[int, int], *, stream: bool) -> bytes:
    """stream: whether the stream claims it, and not the boxes; only up to 256 px, which need no more bits."""
    content = bytearray(encoded("AVIF", VALUES[kind]))
    if not stream:
        return bytes(_with_said(content, size_px))
    items = read_items(bytes(content))
    at = items.data[items.primary][0][0] + 4  # a delimiter of two bytes, then the kind and size of the header
    bits = "".join(f"{byte:08b}" for byte in content[at : at + 16])
    assert bits[4] == "1", "a reduced header"
    sides = "".join(f"{side - 1:08b}" for side in size_px)
    assert bits[10:34] == "01110111" + f"{SIDE_PX - 1:08b}" * 2
    bits = bits[:18] + sides + bits[34:]
    content[at : at + 16] = int(bits, 2).to_bytes(16)
    return bytes(content)


def heic(kind: str, size_px: tuple[int, int], *, boxes: bool = True) -> bytes:
    """The stream claims it; boxes: whether they do, too."""
    content = bytearray(patches.heif(np.dstack([VALUES[kind]] * 3), "RGB"))
    at = content.index(b"hvcC") + 4 + 23
    for _ in range(content[at - 1]):
        unit = content[at] & 63
        (length,) = struct.unpack_from(">H", content, at + 3)  # of the only one of this kind
        if unit == SPS:
            changed = _with_coded_size(bytes(content[at + 5 : at + 5 + length]), size_px)
            content[at + 3 : at + 5 + length] = struct.pack(">H", len(changed)) + changed
            _make_room(content, len(changed) - length)
            length = len(changed)
        at += 5 + length
    return bytes(_with_said(content, size_px) if boxes else content)


def _with_said(content: bytearray, size_px: tuple[int, int]) -> bytearray:
    at = content.index(b"ispe")
    content[at + 8 : at + 16] = struct.pack(">II", *size_px)
    return content


def _make_room(content: bytearray, more: int) -> None:
    for kind in BOXES_ABOVE:
        at = content.index(kind) - 4
        struct.pack_into(">I", content, at, struct.unpack_from(">I", content, at)[0] + more)
    at = content.index(b"iloc") - 4
    (size,) = struct.unpack_from(">I", content, at)
    content[at : at + size] = _moved(bytes(content[at : at + size]), more)


def _with_coded_size(unit: bytes, size_px: tuple[int, int]) -> bytes:
    """A sequence parameter set (ITU-T H.265, section 7.3.2.2) of another size, without a cropping window."""
    bits = "".join(f"{byte:08b}" for byte in _unescaped(unit))
    at = SIZE_AFTER_BITS
    _, at = _number(bits, at)
    chroma, at = _number(bits, at)
    start = at + (chroma == 3)
    _, at = _number(bits, start)
    _, at = _number(bits, at)
    rest = bits[at : bits.rindex("1")]
    if rest[0] == "1":
        at = 1
        for _ in range(4):
            _, at = _number(rest, at)
        rest = "0" + rest[at:]
    bits = bits[:start] + "".join(map(_coded, size_px)) + rest + "1"
    bits += "0" * (-len(bits) % 8)
    return _escaped(int(bits, 2).to_bytes(len(bits) // 8))


def _number(bits: str, at: int) -> tuple[int, int]:
    zeros = bits.index("1", at) - at
    end = at + 2 * zeros + 1
    return int(bits[at:end], 2) - 1, end


def _coded(value: int) -> str:
    digits = f"{value + 1:b}"
    return "0" * (len(digits) - 1) + digits


def _unescaped(unit: bytes) -> bytes:
    return unit.replace(b"\0\0\3", b"\0\0")


def _escaped(content: bytes) -> bytes:
    found = bytearray()
    for byte in content:
        if found[-2:] == b"\0\0" and byte <= 3:
            found.append(3)
        found.append(byte)
    return bytes(found)
