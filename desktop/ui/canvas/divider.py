"""The divider of the split view: before lies to the left of it, after to the right."""

from PySide6.QtCore import QPointF, QRectF

REACH_PX = 10  # how near to it a press takes hold of it


class Divider:
    """The divider of the split view, and where it stands.

    share: where it stands, 0 (left edge of what is seen of the photo) to 1.
    """

    def __init__(self) -> None:
        self.share = 0.5

    def move_to(self, x: float, seen: QRectF) -> None:
        """Put it at a widget coordinate, or as near as the photo reaches; seen: the photo in the widget."""
        self.share = _bounded((x - seen.x()) / max(seen.width(), 1.0))

    def move_by(self, share: float) -> None:
        """Move it by a share of what is seen of the photo, at most to its edges."""
        self.share = _bounded(self.share + share)

    def x(self, seen: QRectF) -> float:
        """Where it is drawn, in widget coordinates."""
        return seen.x() + seen.width() * self.share

    def is_near(self, position: QPointF, seen: QRectF) -> bool:
        """Whether a press here takes hold of it."""
        return abs(position.x() - self.x(seen)) <= REACH_PX


def _bounded(share: float) -> float:
    return min(max(share, 0.0), 1.0)
