"""A tooltip that covers nothing of the list whose row it describes."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractItemView, QLabel, QToolTip

_GAP_PX = 12
_OFFSET = QPoint(2, 16)  # from where Qt is told to show a tooltip to where it does


def show_beside(view: QAbstractItemView, cell: QRect, text: str) -> None:
    """Show `text` to the left of the view, at the height of a cell (in its viewport); empty text hides the tooltip.

    Where there is no room to the left, as in a window at the edge of the screen, it is to the right.
    """
    viewport = view.viewport()
    label = QLabel(text)
    label.setFont(QToolTip.font())
    width = label.sizeHint().width() + 2 * _GAP_PX  # the tooltip has margins of its own
    corner = viewport.mapToGlobal(QPoint(0, cell.top()))
    corner.setX(corner.x() - width - _GAP_PX)
    if corner.x() < viewport.screen().availableGeometry().left():
        corner.setX(viewport.mapToGlobal(viewport.rect().topRight()).x() + _GAP_PX)
    QToolTip.showText(corner - _OFFSET, text, viewport, cell)
