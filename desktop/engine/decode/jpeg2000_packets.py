"""Whether the packets of a JPEG 2000 fit its header, so that a size that is made up is told before it is decoded.

Decoders do not tell: they take the bytes of a small picture for the first blocks of a large one, and leave the rest
empty. Here the packets' headers are followed, without decoding: with a wrong size, what they say comes to more bytes
than there are, or to fewer.

Source: ISO/IEC 15444-1:2019, annex B.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from desktop.engine.decode.jpeg2000_blocks import Band, Bits, ContradictionError
from desktop.engine.decode.jpeg2000_headers import Codestream, Rectangle

MOST_PRECINCTS = 200_000
BEFORE_PACKET, BEFORE_PACKET_BYTES, BEHIND_HEADER = b"\xff\x91", 6, b"\xff\x92"
LAYERS_FIRST, SIZES_FIRST, SIZES_AND_PLACES, PLACES = range(4)


class Packets(Enum):
    """What following the packets gave. UNKNOWN: it was not followed to the end, and nothing was wrong so far."""

    FIT = 0
    UNKNOWN = 1
    END_TOO_SOON = 2
    CONTRADICT = 3


@dataclass(slots=True, eq=False)
class _Precinct:
    """Part of a component at one resolution, with a packet in each layer. bands: once something came of them."""

    component: int
    resolution: int
    number: int
    place: tuple[int, int]  # row, then column of the grid
    areas: tuple[Rectangle, ...]  # numbers of its blocks in each sub-band: left, top, right, bottom
    bands: tuple[Band, ...] = ()


def follow(found: Codestream, content: bytes, most: int) -> Packets:
    """Follow the packets of each tile whose data are there. most: blocks and packets that are looked at."""
    left = most
    for number, spans in found.parts.items():
        data = b"".join(content[start:end] for start, end in spans)
        try:
            left = _follow_tile(found, number, data, left)
        except ContradictionError:
            return Packets.CONTRADICT
        except IndexError:
            return Packets.END_TOO_SOON if found.is_cut else Packets.CONTRADICT
        if left <= 0:
            return Packets.UNKNOWN
    return Packets.FIT


def _follow_tile(found: Codestream, number: int, data: bytes, left: int) -> int:
    """How much may still be looked at; raises ContradictionError, or IndexError where the data end too soon."""
    coding, at = found.coding, 0
    tile = found.tile(number)
    if tile[0] >= tile[2] or tile[1] >= tile[3]:
        raise ContradictionError
    count = _count(found, tile)
    if count * coding.layers > len(data):  # each packet has a byte
        raise IndexError
    if count > MOST_PRECINCTS:
        return 0
    for layer, precinct in _in_order(coding.order, coding.layers, list(_precincts(found, tile))):
        at, looked_at = _behind_packet(data, at, precinct, layer, coding.style)
        left -= looked_at
        if at > len(data):
            raise IndexError
        if left <= 0:
            return left
    if any(data[at:]):
        raise ContradictionError
    return left


def _behind_packet(data: bytes, at: int, precinct: _Precinct, layer: int, style: int) -> tuple[int, int]:
    """Where the next packet begins, and how much was looked at."""
    if data[at : at + 2] == BEFORE_PACKET:
        at += BEFORE_PACKET_BYTES
    bits, size, looked_at = Bits(data, at), 0, 1
    if bits.one():
        precinct.bands = precinct.bands or tuple(Band(x1 - x0, y1 - y0) for x0, y0, x1, y1 in precinct.areas)
        for band in precinct.bands:
            band_bytes, of_band = band.read(bits, layer, style)
            size, looked_at = size + band_bytes, looked_at + of_band
    at = bits.end()
    if data[at : at + 2] == BEHIND_HEADER:
        at += 2
    return at + size, looked_at


def _count(found: Codestream, tile: Rectangle) -> int:
    """How many precincts a tile has."""
    total = 0
    for component in range(len(found.components)):
        for resolution in range(found.coding.levels + 1):
            columns, rows = _grid(found, tile, component, resolution)
            total += len(columns) * len(rows)
    return total


def _grid(found: Codestream, tile: Rectangle, component: int, resolution: int) -> tuple[range, range]:
    """Columns and rows of a component's precincts at one resolution."""
    x0, y0, x1, y1 = _scaled(_of_component(found, tile, component), found.coding.levels - resolution)
    across, down = found.coding.precincts[resolution]
    if x1 <= x0 or y1 <= y0:
        return range(0), range(0)
    return range(x0 >> across, -(-x1 >> across)), range(y0 >> down, -(-y1 >> down))


def _of_component(found: Codestream, tile: Rectangle, component: int) -> Rectangle:
    across, down = found.components[component]
    return -(-tile[0] // across), -(-tile[1] // down), -(-tile[2] // across), -(-tile[3] // down)


def _scaled(
    area: Rectangle, halvings: int, *, right_half: bool = False, lower_half: bool = False
) -> Rectangle:
    """An area of a sub-band so many halvings down (equation B-15), its details in the halves that are named."""
    half = 1 << halvings - 1 if halvings else 0
    x, y = half * right_half, half * lower_half
    x0, y0, x1, y1 = (
        -(-(value - shift) >> halvings) for value, shift in zip(area, (x, y, x, y), strict=True)
    )
    return x0, y0, x1, y1


def _precincts(found: Codestream, tile: Rectangle) -> Iterator[_Precinct]:
    coding = found.coding
    for component in range(len(found.components)):
        area = _of_component(found, tile, component)
        for resolution in range(coding.levels + 1):
            halvings = coding.levels - resolution
            across, down = coding.precincts[resolution]
            details = resolution > 0
            areas = (
                [
                    _scaled(area, halvings + 1, right_half=right, lower_half=lower)
                    for right, lower in ((True, False), (False, True), (True, True))
                ]
                if details
                else [_scaled(area, halvings)]
            )
            columns, rows = _grid(found, tile, component, resolution)
            step_x, step_y = found.components[component]
            for number, (row, column) in enumerate((row, column) for row in rows for column in columns):
                place = (
                    max((row << down << halvings) * step_y, tile[1]),
                    max((column << across << halvings) * step_x, tile[0]),
                )
                size = (across - details, down - details)
                blocks = tuple(_blocks(band, (column, row), size, coding.block) for band in areas)
                yield _Precinct(component, resolution, number, place, blocks)


def _blocks(
    band: Rectangle, precinct: tuple[int, int], size: tuple[int, int], block: tuple[int, int]
) -> Rectangle:
    """The numbers of a precinct's blocks in a sub-band. size, block: powers of two."""
    across, down = min(block[0], size[0]), min(block[1], size[1])
    x0, y0 = max(band[0], precinct[0] << size[0]), max(band[1], precinct[1] << size[1])
    x1, y1 = min(band[2], (precinct[0] + 1) << size[0]), min(band[3], (precinct[1] + 1) << size[1])
    if x1 <= x0 or y1 <= y0:
        return 0, 0, 0, 0
    return x0 >> across, y0 >> down, -(-x1 >> across), -(-y1 >> down)


def _in_order(order: int, layers: int, precincts: list[_Precinct]) -> Iterator[tuple[int, _Precinct]]:
    """(layer, precinct) as the packets come (B.12)."""
    if order in (LAYERS_FIRST, SIZES_FIRST):
        precincts.sort(key=lambda one: (one.resolution, one.component, one.number))
    elif order == SIZES_AND_PLACES:
        precincts.sort(key=lambda one: (one.resolution, *one.place, one.component, one.number))
    elif order == PLACES:
        precincts.sort(key=lambda one: (*one.place, one.component, one.resolution, one.number))
    else:
        precincts.sort(key=lambda one: (one.component, *one.place, one.resolution, one.number))
    if order == LAYERS_FIRST:
        yield from ((layer, precinct) for layer in range(layers) for precinct in precincts)
    elif order == SIZES_FIRST:
        last = max((one.resolution for one in precincts), default=-1)
        for resolution in range(last + 1):
            of_it = [one for one in precincts if one.resolution == resolution]
            yield from ((layer, precinct) for layer in range(layers) for precinct in of_it)
    else:
        yield from ((layer, precinct) for precinct in precincts for layer in range(layers))
