"""The framing while it is being chosen: the arithmetic of cropping, without a widget.

What was chosen by hand is remembered beside what of it the straightened photo fills, so that straightening back and
another ratio give it back.
"""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF

from desktop.engine.edits.framing import MAX_ANGLE, Framing
from desktop.ui.widgets.crop_rectangle import WHOLE, dragged, with_ratio

_BISECTIONS = 12


class CropDraft:
    """A framing that is being chosen and was not accepted yet.

    framing: what would be shown. ratio: width / height of its pixels that is kept; None for any.
    """

    def __init__(self, framing: Framing, size_px: tuple[int, int]) -> None:
        """size_px: (width, height) of the whole photo."""
        self.framing = framing.fitted(size_px)
        self.ratio: float | None = None
        self._size_px = size_px
        self._chosen = self._free = part_of(framing)

    @property
    def part(self) -> QRectF:
        """The part that would be shown, as shares of the turned photo."""
        return part_of(self.framing)

    @property
    def own_ratio(self) -> float:
        """Width / height of the turned photo."""
        width, height = self.framing.turned_size(self._size_px)
        return width / height

    def drag(self, part: QRectF, name: str, moved: QPointF) -> None:
        """Move the named edges of a part as far as the photo reaches."""
        wanted = dragged(part, name, moved)
        if self.ratio is not None and name != "inside":
            wanted = with_ratio(wanted, name, self.ratio / self.own_ratio)
        self._choose(self._reached(wanted))
        self._free = self._chosen

    def set_angle(self, angle: float) -> None:
        """Straighten by so many degrees, or as near as one gets."""
        self.framing = replace(self.framing, angle=min(max(angle, -MAX_ANGLE), MAX_ANGLE))
        self._choose(self._chosen)

    def set_ratio(self, ratio: float | None) -> None:
        """Keep another ratio of the sides, or none."""
        self.ratio = ratio
        if ratio is None:
            return
        share, free = ratio / self.own_ratio, self._free
        width = min((free.width() * free.height() * share) ** 0.5, 1.0, share)
        part = QRectF(0, 0, width, width / share)
        middle = free.center()
        x = min(max(middle.x(), part.width() / 2), 1 - part.width() / 2)
        y = min(max(middle.y(), part.height() / 2), 1 - part.height() / 2)
        part.moveCenter(QPointF(x, y))
        self._choose(part)

    def turn(self, quarters: int) -> None:
        """Turn everything that is shown clockwise by so many quarters."""
        self.framing = self.framing.turned(quarters)
        turned = [with_part(Framing(), part).turned(quarters) for part in (self._chosen, self._free)]
        self._chosen, self._free = map(part_of, turned)
        if self.ratio is not None and quarters % 2:
            self.ratio = 1 / self.ratio

    def reset(self) -> None:
        """Show all of the photo, as it is."""
        self.framing, self.ratio = Framing(), None
        self._chosen = self._free = QRectF(WHOLE)

    def _choose(self, part: QRectF) -> None:
        self._chosen = part
        self.framing = with_part(self.framing, part).fitted(self._size_px)

    def _reached(self, wanted: QRectF) -> QRectF:
        """How far on the way to a wanted part the straightened photo fills it."""
        if not self.framing.angle or self._filled(wanted):
            return wanted
        start, low, high = self.part, 0.0, 1.0
        for _ in range(_BISECTIONS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._filled(_between(start, wanted, middle)) else (low, middle)
        return _between(start, wanted, low)

    def _filled(self, part: QRectF) -> bool:
        framing = with_part(self.framing, part)
        return framing.fitted(self._size_px) == framing


def part_of(framing: Framing) -> QRectF:
    """The part that a framing shows, as shares of the turned photo."""
    return QRectF(QPointF(framing.left, framing.top), QPointF(framing.right, framing.bottom))


def with_part(framing: Framing, part: QRectF) -> Framing:
    """A framing with another part."""
    left, top = max(part.left(), 0.0), max(part.top(), 0.0)
    return replace(framing, left=left, top=top, right=min(part.right(), 1.0), bottom=min(part.bottom(), 1.0))


def _between(start: QRectF, end: QRectF, share: float) -> QRectF:
    first, last = (
        corner + (other - corner) * share
        for corner, other in (
            (start.topLeft(), end.topLeft()),
            (start.bottomRight(), end.bottomRight()),
        )
    )
    return QRectF(first, last)
