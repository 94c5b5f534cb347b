"""Maps points of a whole photograph to what its framing shows, and back: strokes are stored in those of the whole."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.engine.edits.framing import Framing
from desktop.engine.edits.stroke import Point
from desktop.engine.imaging.photo import Photo


@dataclass(frozen=True)
class FrameMap:
    """A map between points of a whole photograph and points of what is shown of it.

    framing: fitted to the photograph. size_px: (width, height) of the photograph.
    """

    framing: Framing
    size_px: tuple[int, int]

    @property
    def shown_px(self) -> tuple[int, int]:
        """(width, height) of what is shown."""
        return self.framing.size_px(self.size_px)

    @property
    def long_side(self) -> float:
        """The photograph's long side, in long sides of what is shown."""
        return max(self.size_px) / max(self.shown_px)

    def shown(self, points: Iterable[Point]) -> list[Point]:
        """Places of the photograph, as shares of width and height, as those in what is shown."""
        (width, height), (across, down) = self.size_px, self.shown_px
        moved = (self.framing.from_photo((x * width, y * height), self.size_px) for x, y in points)
        return [(x / across, y / down) for x, y in moved]

    def whole(self, point: Point) -> Point:
        """A place in what is shown as one of the photograph; undoes `shown`."""
        (width, height), (across, down) = self.size_px, self.shown_px
        x, y = self.framing.to_photo((point[0] * across, point[1] * down), self.size_px)
        return x / width, y / height


def frame_map(photo: Photo, framing: Framing) -> FrameMap | None:
    """The map of a photograph; None where all of it is shown as it is."""
    size_px = photo.width_px, photo.height_px
    return None if framing.is_whole else FrameMap(framing.fitted(size_px), size_px)
