"""The picture on a print, without the border around it: what the network sees of a photograph, and where that lies.

The border gets no colour, and has no influence on the colours of the picture.
"""

import math
import threading
from dataclasses import dataclass, replace
from weakref import WeakKeyDictionary

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.lru_cache import LruCache
from desktop.engine.edits.framing import Framing, Point, Size
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.place import FADE, Edge, Place
from desktop.engine.imaging.resize import fit_within, resize_part
from desktop.engine.render.framed import framed

PART_SIDE_PX = 1024  # at most, of what is kept of the picture: several times what a network sees
NEARLY_UPRIGHT = (
    0.9  # of the sides of the box around a slanted picture, that those of the box inside of it have
)
LEAST_PX = 8
PLACED_BYTES = 16_000_000

_Box = tuple[int, int, int, int]


@dataclass(frozen=True, eq=False)
class Pictured:
    """The picture on a print, and where it lies.

    photo: the picture alone, of at most `PART_SIDE_PX`. place: where it lies on what is shown of the photograph.
    """

    photo: Photo
    place: Place


def found_picture(photo: Photo) -> Framing:
    """Where the picture lies on a photograph, as far as the program can tell; `Framing()` where it has no border."""
    found = photo.picture
    if found is None:
        return Framing()
    left, top, right, bottom = (min(max(side, 0.0), 1.0) for side in found.sides)
    return Framing(0, found.angle, left, top, right, bottom).fitted((photo.width_px, photo.height_px))


def pictured(
    photo: Photo, framing: Framing, picture: Framing | None = None, cancel: CancelToken | None = None
) -> Pictured | None:
    """The picture on what `framing` shows of a photograph; None where all of that is picture.

    picture: where it lies; None to have it found. Raises `Cancelled`.
    """
    size_px = photo.width_px, photo.height_px
    picture = found_picture(photo) if picture is None else picture.fitted(size_px)
    if picture.is_whole:
        return None
    shown = framed(photo, framing, cancel)
    placing = _placing(picture, framing.fitted(size_px), size_px)
    if placing is None:
        return None
    box, edges = placing
    with _lock:
        known = _parts.get(shown)
    if known is None or known[0] != box:
        known = box, _part(shown, box)
        with _lock:
            _parts[shown] = known
    left, top, right, bottom = box
    shares = left / shown.width_px, top / shown.height_px, right / shown.width_px, bottom / shown.height_px
    return Pictured(known[1], Place(shares, edges))


def placed(chroma: Chroma, place: Place) -> Chroma:
    """The chroma of a picture where it lies on the photograph; the last few are kept."""
    return _placed.get((chroma, place), lambda: replace(chroma, place=place))


def _part(shown: Photo, box: _Box) -> Photo:
    size_px = fit_within(box[2] - box[0], box[3] - box[1], (PART_SIDE_PX, PART_SIDE_PX))
    return Photo(path=None, gray=resize_part(shown.gray, box, size_px), bit_depth=shown.bit_depth)


def _placing(picture: Framing, framing: Framing, size_px: Size) -> tuple[_Box, tuple[Edge, ...]] | None:
    """The box of what is shown that the network sees, in pixels, and the edges beyond which there is border.

    None where no border is shown.
    """
    width, height = framing.size_px(size_px)
    corners = [
        framing.from_photo(picture.to_photo(corner, size_px), size_px)
        for corner in _corners(picture.size_px(size_px))
    ]
    frame, long_side = _corners((width, height)), max(width, height)
    edges = []
    for start, end in zip(corners, (*corners[1:], corners[0]), strict=True):
        a, b = start[1] - end[1], end[0] - start[0]
        length = math.hypot(a, b)
        edge = a / length, b / length, -(a * start[0] + b * start[1]) / length / long_side
        nearest = min(edge[0] * x / long_side + edge[1] * y / long_side + edge[2] for x, y in frame)
        if nearest < -FADE / 2:
            edges.append(edge)
    if not edges:
        return None
    return _box(corners, (width, height)), tuple(edges)


def _box(corners: list[Point], size_px: Size) -> _Box:
    """The upright box inside of a picture of nearly upright sides, else the one around it, as far as it is shown."""
    sides = []
    for axis, length in enumerate(size_px):
        values = sorted(min(max(corner[axis], 0.0), float(length)) for corner in corners)
        inner, outer = (values[1], values[2]), (values[0], values[3])
        fits = inner[1] - inner[0] >= NEARLY_UPRIGHT * (outer[1] - outer[0])
        low, high = inner if fits else outer
        first = min(round(low), length - 1)
        sides.append((first, max(round(high), first + 1)))
    (left, right), (top, bottom) = sides
    if min(right - left, bottom - top) < LEAST_PX:
        return 0, 0, *size_px  # nothing but border is shown
    return left, top, right, bottom


def _corners(size_px: Size) -> tuple[Point, Point, Point, Point]:
    width, height = float(size_px[0]), float(size_px[1])
    return (0.0, 0.0), (width, 0.0), (width, height), (0.0, height)


_parts: WeakKeyDictionary[Photo, tuple[_Box, Photo]] = WeakKeyDictionary()
_lock = threading.Lock()
_placed: LruCache[tuple[Chroma, Place], Chroma] = LruCache(PLACED_BYTES, lambda chroma: chroma.size_bytes)
