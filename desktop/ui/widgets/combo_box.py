"""A combo box that looks like the other fields: flat, with rounded corners and an arrow of the icons' family."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from desktop.ui.widgets.gesture import new_gesture
from desktop.ui.widgets.icons import draw_icon
from desktop.ui.widgets.theme import current_theme

_ARROW_PX = 16.0
_ARROW_INSET_PX = 7
MAX_POPUP_WIDTH_PX = 420
MAX_ROWS = 14  # of the list, in sight at once


class ComboBox(QComboBox):
    """The style sheet paints field and list, this the words, elided where they do not fit, and the arrow.

    The wheel turns it only while it has the focus: it scrolls what the combo box stands in.

    gesture: what is stepped through with the arrow keys while it has the focus belongs together, as does what is
    chosen from the list, once that is open.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(QStyledItemDelegate(self))  # the only kind that heeds the style sheet
        self.setMaxVisibleItems(MAX_ROWS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.gesture = new_gesture()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.gesture = new_gesture()

    def showPopup(self) -> None:
        """Open the list, as wide as its longest entry."""
        self.gesture = new_gesture()
        view = self.view()
        room = view.verticalScrollBar().sizeHint().width() if self.count() > self.maxVisibleItems() else 0
        widest = view.sizeHintForColumn(0) + 2 * view.frameWidth() + room + 12
        view.setMinimumWidth(min(max(widest, self.width()), MAX_POPUP_WIDTH_PX))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        parts = QStyle.SubControl
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, parts.SC_ComboBoxEditField, self
        )
        icon_px = 0 if option.currentIcon.isNull() else option.iconSize.width() + 4
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - icon_px
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _ARROW_PX) / 2
        place = QRectF(self.width() - _ARROW_PX - _ARROW_INSET_PX, top, _ARROW_PX, _ARROW_PX)
        draw_icon(painter, "unfolded", place, current_theme()["muted" if self.isEnabled() else "disabled"])
