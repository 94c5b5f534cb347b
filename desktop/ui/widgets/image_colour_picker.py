"""A small picture of the painting, from which a colour is picked."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.drag_pad import DragPad
from desktop.ui.widgets.theme import current_theme

MAX_HEIGHT_PX = 120
AROUND_PX = 2  # of the painting's pixels to each side: their mean is the colour picked
_RING_PX = 7.0


class ImageColourPicker(DragPad):
    """Tells the colour under the pointer while it is dragged over the painting, or moved with the arrow keys."""

    picked = Signal(str, int)  # "#rrggbb"; the gesture it belongs to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._painting = QImage()
        self._point = QPointF(0.5, 0.5)  # as shares of width and height
        self.setCursor(Qt.CursorShape.CrossCursor)
        follow_language(self._show_texts)
        self.setVisible(False)

    def _show_texts(self) -> None:
        self.setAccessibleName(self.tr("Painting to pick a colour from"))
        self.setToolTip(self.tr("Click into the painting to take a colour of it"))

    def show_painting(self, painting: QImage) -> None:
        """Show a painting; a null image hides all of it."""
        self._painting, self._point = painting, QPointF(0.5, 0.5)
        self.setVisible(not painting.isNull())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, MAX_HEIGHT_PX)

    def colour_at(self, place: QPointF) -> str:
        """The mean colour "#rrggbb" around a place, which is given as shares of width and height."""
        painting = self._painting
        x = min(int(place.x() * painting.width()), painting.width() - 1)
        y = min(int(place.y() * painting.height()), painting.height() - 1)
        side = 2 * AROUND_PX + 1
        around = QRect(x - AROUND_PX, y - AROUND_PX, side, side).intersected(painting.rect())
        mean = painting.copy(around).scaled(
            1, 1, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        return mean.pixelColor(0, 0).name()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self.area()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(area, self._painting)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme["accent"] if self.hasFocus() else theme["border"])
        painter.drawRect(area)
        middle = self.place()
        for colour, radius in ((QColor("black"), _RING_PX + 1), (QColor("white"), _RING_PX)):
            painter.setPen(colour)
            painter.drawEllipse(middle, radius, radius)

    def area(self) -> QRectF:
        """Where the painting is, as large as it fits, to the left."""
        room = self.rect().adjusted(1, 1, -1, -1).size()
        size = self._painting.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF(1, 1, size.width(), size.height())

    def point(self) -> QPointF:
        return self._point

    def take(self, place: QPointF) -> None:
        self._point = QPointF(min(max(place.x(), 0.0), 1.0), min(max(place.y(), 0.0), 1.0))
        self.update()
        self.picked.emit(self.colour_at(self._point), self.gesture)
