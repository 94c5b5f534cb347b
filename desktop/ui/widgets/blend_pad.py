"""The blend pad: a square with a preset at each corner, and a point that is dragged between them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.blend_pad_geometry import point_of, weights_at
from desktop.ui.widgets.drag_pad import DragPad
from desktop.ui.widgets.theme import current_theme

HEIGHT_PX = 144
_HANDLE_PX = 9.0
_INSET_PX = 0.5


class BlendPad(DragPad):
    """Shows weights as a point, and tells new ones as it is dragged or stepped with the arrow keys."""

    moved = Signal(tuple, int)  # weights; the gesture they belong to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._weights: tuple[float, ...] = (1.0,)
        self._colours: tuple[str, ...] = ("#808080",)
        self._invited = False
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.setAccessibleName(self.tr("Blend pad"))
        self.setToolTip(self.tr("Drag the point between the presets, or move it with the arrow keys"))

    def sizeHint(self) -> QSize:
        return QSize(HEIGHT_PX, HEIGHT_PX)

    def show_weights(self, weights: tuple[float, ...], colours: tuple[str, ...]) -> None:
        """Show the weights of one to four presets, each of which a colour "#rrggbb" stands for."""
        self._weights, self._colours = weights, colours
        self.setEnabled(len(weights) > 1)
        self.update()

    def invite(self, invited: bool) -> None:
        """Say that a preset that is dragged here can be let go."""
        self._invited = invited
        self.update()

    def point(self) -> QPointF:
        return QPointF(*point_of(self._weights))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter, area = current_theme(), QPainter(self), self.area()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(area, 6, 6)
        painter.save()
        painter.setClipPath(frame)
        if self.isEnabled():
            # From the middle of one corner's pixel to that of the other, so that the corners have their colours.
            painter.drawImage(area, self._ground(), QRectF(0.5, 0.5, 1, 1))
        else:
            painter.fillRect(area, theme["hover"])
        painter.restore()
        marked = self.hasFocus() or self._invited
        painter.setPen(theme["accent"] if marked else theme["border"])
        painter.drawPath(frame)
        if not self.isEnabled() or self._invited:
            painter.setPen(theme["muted"])
            hint = self.tr("Choose a second preset to mix with the first, or drag it here from the gallery.")
            if self._invited:
                painter.fillPath(frame, theme["chosen"])
                painter.setPen(theme["text"])
                hint = self.tr("Let go to mix this preset in.")
            painter.drawText(
                area.adjusted(24, 0, -24, 0), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, hint
            )
            return
        painter.setPen(QColor(0, 0, 0, 150))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(self.place(), _HANDLE_PX, _HANDLE_PX)
        painter.setBrush(theme["accent"] if self.hasFocus() else QColor(0, 0, 0, 150))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(self.place(), 3, 3)

    def area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_INSET_PX, _INSET_PX, -_INSET_PX, -_INSET_PX)

    def _ground(self) -> QImage:
        """The corners' colours as 2 x 2 pixels."""
        image = QImage(2, 2, QImage.Format.Format_RGB32)
        first, second = self._colours[:2]
        lower_left = self._colours[2] if len(self._colours) > 2 else first
        lower_right = self._colours[3] if len(self._colours) > 3 else second
        for place, colour in enumerate((first, second, lower_left, lower_right)):
            image.setPixelColor(place % 2, place // 2, QColor(colour))
        return image

    def take(self, place: QPointF) -> None:
        weights = weights_at((place.x(), place.y()), len(self._weights))
        if weights != self._weights:
            self._weights = weights
            self.update()
            self.moved.emit(weights, self.gesture)
