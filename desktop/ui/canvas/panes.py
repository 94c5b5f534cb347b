"""Where the canvas shows its pictures: in one pane, or in two beside each other."""

from PySide6.QtCore import QPointF, QRect

GAP_PX = 2  # between two panes


def panes_in(whole: QRect, *, side_by_side: bool) -> list[QRect]:
    """One rectangle for the picture, or two beside each other."""
    if not side_by_side:
        return [whole]
    half = (whole.width() - GAP_PX) // 2
    return [QRect(0, 0, half, whole.height()), QRect(whole.width() - half, 0, half, whole.height())]


def in_pane(position: QPointF, panes: list[QRect]) -> QPointF:
    """A position in the whole as one in the pane under it."""
    last = panes[-1]
    return position - QPointF(last.topLeft()) if position.x() >= last.x() else position
