"""A combo box in the manner of the other fields: flat, with rounded corners and an arrow of the icons' family."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from desktop.ui.icons import draw_icon
from desktop.ui.theme import current_theme

_ARROW_PX = 16.0


class Dropdown(QComboBox):
    """The style sheet paints the field, and this its arrow, which takes the theme's colours."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _ARROW_PX) / 2
        place = QRectF(self.width() - _ARROW_PX - 7, top, _ARROW_PX, _ARROW_PX)
        draw_icon(painter, "unfolded", place, current_theme()["muted" if self.isEnabled() else "disabled"])
