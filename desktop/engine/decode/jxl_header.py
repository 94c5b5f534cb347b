"""What the header of a JPEG XL codestream says of its picture, which the decoder does not tell.

Source: ISO/IEC 18181-1, annexes D (image header) and E (colour encoding).
"""

from dataclasses import dataclass

from desktop.engine.core.reasons import Reason
from desktop.engine.decode.jxl_bits import JxlBits

START = b"\xff\x0a"
HEADER_BYTES = 1024  # names of extra channels may be long
_SIDE = ((1, 9), (1, 13), (1, 18), (1, 30))
_RATIOS = {1: (1, 1), 2: (12, 10), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
_PREVIEW, _PREVIEW_DIV_8 = ((1, 6), (65, 8), (321, 10), (1345, 12)), ((16, 0), (32, 0), (1, 5), (33, 9))
_NAME_BYTES = ((0, 0), (0, 4), (16, 5), (48, 10))
_ALPHA, _SPOT, _BLACK, _MOSAIC = 0, 2, 4, 5  # kinds of extra channels
TURNED = range(5, 9)  # orientations that exchange width and height
_GRAY, _XYB = 1, 2  # colour spaces
_CUSTOM = 2  # white point and primaries
SRGB_PRIMARIES, SRGB_CURVE = 1, 13  # code points of ITU-T H.273, as the format's own are
_H273_PRIMARIES = {1: 1, 9: 9, 11: 12}  # the format's 11 has D65 for its white, as H.273's 12


@dataclass(frozen=True)
class JxlHeader:
    """The header of a JPEG XL codestream.

    size_px: (width, height) of the upright picture. bits: of a sample, or of a float.

    is_xyb: whether colours are converted by the decoder, to linear sRGB where `has_icc` says that a profile is packed
    into the codestream, else to the colours that `primaries`, `transfer` (numbers of ITU-T H.273) and `gamma` name.
    """

    size_px: tuple[int, int]
    bits: int = 8
    is_float: bool = False
    channels: int = 3
    has_black: bool = False
    has_alpha: bool = False
    is_premultiplied: bool = False
    has_icc: bool = False
    is_xyb: bool = True
    primaries: int = SRGB_PRIMARIES
    transfer: int = SRGB_CURVE
    gamma: float | None = None
    is_animated: bool = False


def read_jxl_header(codestream: bytes) -> JxlHeader:
    """The header of a codestream, of which HEADER_BYTES are enough; raises EOFError or ValueError."""
    if not codestream.startswith(START):
        raise Reason("its header makes no sense")
    bits = JxlBits(codestream[len(START) : HEADER_BYTES])
    size_px = _size(bits, div_8=bits.flag())
    if bits.flag():  # all as usual
        return JxlHeader(size_px)
    is_animated = False
    if bits.flag():
        orientation, is_animated = _extra_fields(bits)
        size_px = size_px[::-1] if orientation in TURNED else size_px
    sample_bits, is_float = _depth(bits)
    bits.flag()  # whether 16 bits are enough for what is computed
    kinds = [_extra_channel(bits) for _ in range(bits.number((0, 0), (1, 0), (2, 4), (1, 12)))]
    is_xyb = bits.flag()
    has_icc, space, primaries, transfer, gamma = _colours(bits)
    return JxlHeader(
        size_px,
        sample_bits,
        is_float,
        1 if space == _GRAY else 3,
        any(kind == _BLACK for kind, _ in kinds),
        any(kind == _ALPHA for kind, _ in kinds),
        any(associated for _, associated in kinds),
        has_icc,
        is_xyb,
        primaries,
        transfer,
        gamma,
        is_animated,
    )


def _size(bits: JxlBits, *, div_8: bool) -> tuple[int, int]:
    height = 8 * (1 + bits.read(5)) if div_8 else bits.number(*_SIDE)
    ratio = bits.read(3)
    if ratio:
        across, down = _RATIOS[ratio]
        return height * across // down, height
    return (8 * (1 + bits.read(5)) if div_8 else bits.number(*_SIDE)), height


def _extra_fields(bits: JxlBits) -> tuple[int, bool]:
    """Orientation, 1..8 as EXIF counts, by which the decoder turns the picture, and whether there are further ones."""
    found = 1 + bits.read(3)
    if bits.flag():
        _size(bits, div_8=bits.flag())  # intrinsic size
    if bits.flag():
        side = _PREVIEW_DIV_8 if bits.flag() else _PREVIEW
        bits.number(*side)
        if not bits.read(3):
            bits.number(*side)
    is_animated = bits.flag()
    if is_animated:  # ticks a second, loops, time codes
        bits.number((100, 0), (1000, 0), (1, 10), (1, 30))
        bits.number((1, 0), (1001, 0), (1, 8), (1, 10))
        bits.number((0, 0), (0, 3), (0, 16), (0, 32))
        bits.flag()
    return found, is_animated


def _depth(bits: JxlBits) -> tuple[int, bool]:
    """Bits of a sample, and whether it is a float."""
    if bits.flag():
        found = bits.number((32, 0), (16, 0), (24, 0), (1, 6))
        bits.read(4)
        return found, True
    return bits.number((8, 0), (10, 0), (12, 0), (1, 6)), False


def _extra_channel(bits: JxlBits) -> tuple[int, bool]:
    """Its kind, and whether it is alpha that colours are multiplied with."""
    if bits.flag():
        return _ALPHA, False
    kind = bits.code()
    _depth(bits)
    bits.number((0, 0), (3, 0), (4, 0), (1, 3))  # how much smaller it is
    bits.read(8 * bits.number(*_NAME_BYTES))
    if kind == _ALPHA:
        return kind, bits.flag()
    if kind == _SPOT:
        bits.read(4 * 16)
    if kind == _MOSAIC:
        bits.number((1, 0), (0, 2), (3, 4), (19, 8))
    return kind, False


def _colours(bits: JxlBits) -> tuple[bool, int, int, int, float | None]:
    """Whether there is an ICC profile, the colour space, and primaries, curve and gamma where there is none."""
    primaries, transfer, gamma = SRGB_PRIMARIES, SRGB_CURVE, None
    if bits.flag():
        return False, 0, primaries, transfer, gamma
    has_icc, space = bits.flag(), bits.code()
    if has_icc or space == _XYB:
        return has_icc, space, primaries, transfer, gamma
    if bits.code() == _CUSTOM:  # white point
        _place(bits)
    if space != _GRAY:
        primaries = bits.code()
        if primaries == _CUSTOM:
            for _ in range(3):
                _place(bits)
    if bits.flag():
        gamma = bits.read(24) / 10_000_000
    else:
        transfer = bits.code()
    return has_icc, space, _H273_PRIMARIES.get(primaries, SRGB_PRIMARIES), transfer, gamma


def _place(bits: JxlBits) -> None:
    for _ in "xy":
        bits.number((0, 19), (524288, 19), (1048576, 20), (2097152, 21))
