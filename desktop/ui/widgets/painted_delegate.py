"""The base of delegates that paint a list's items themselves."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.ui.widgets.focus_ring import KeyboardUse

Index = QModelIndex | QPersistentModelIndex


class PaintedDelegate(QStyledItemDelegate):
    """Has each item drawn with smooth edges and pictures, and leaves the painter as it was.

    An item is in the state of having the focus only while the keyboard is in use.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._keyboard = KeyboardUse(view)

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one item; `option` says where and in which state."""
        raise NotImplementedError

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if option.state & QStyle.StateFlag.State_HasFocus and not self._keyboard.seen:
            option = QStyleOptionViewItem(option)
            option.state &= ~QStyle.StateFlag.State_HasFocus
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        self.draw(painter, option, index)
        painter.restore()
