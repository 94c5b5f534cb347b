"""Shows a painting and the wanted part of it, which is drawn, moved and sized by mouse and keys."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.widgets.crop_rectangle import ARROWS, CURSORS, WHOLE, dragged, paint_part, part_in, place_at
from desktop.ui.widgets.fitting import fitted

_MARGIN_PX = 8


class CropView(QWidget):
    """A painting with a frame around the wanted part: a rectangle in fractions of the painting, 0..1."""

    part_changed = Signal(QRectF)

    def __init__(self, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = image
        self._part = QRectF(WHOLE)
        self._grip: tuple[str, QPointF, QRectF] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(260, 220)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Part of the painting"))
        self.setAccessibleDescription(
            self.tr("Arrow keys move the part, with Shift they size it, Home takes the whole painting.")
        )

    @property
    def part(self) -> QRectF:
        """The part that is wanted."""
        return QRectF(self._part)

    def set_part(self, part: QRectF) -> None:
        """Want another part; what lies outside of the painting is left off."""
        if part != self._part:
            self._part = QRectF(part)
            self.part_changed.emit(self.part)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(460, 380)

    def picture_rect(self) -> QRectF:
        """Where the painting is shown."""
        room = QRectF(self.rect()).adjusted(_MARGIN_PX, _MARGIN_PX, -_MARGIN_PX, -_MARGIN_PX)
        return fitted(QSizeF(self._image.size()), room)

    def part_rect(self) -> QRectF:
        """Where the part is shown."""
        return part_in(self.picture_rect(), self._part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        whole, painter = self.picture_rect(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, self._image)
        paint_part(painter, whole, self.part_rect(), marked=self.hasFocus())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        name = place_at(self.part_rect(), event.position())
        if name is None:  # outside: a new part begins here
            share = self._share_at(event.position())
            self._grip = ("bottom right", event.position(), QRectF(share, QSizeF(0, 0)))
        else:
            self._grip = (name, event.position(), self.part)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            name = place_at(self.part_rect(), event.position())
            self.setCursor(Qt.CursorShape.CrossCursor if name is None else CURSORS[name])
            return
        name, start, part = self._grip
        moved = self._share_at(event.position(), clip=False) - self._share_at(start, clip=False)
        self.set_part(dragged(part, name, moved))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.set_part(WHOLE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Home:
            self.set_part(WHOLE)
        elif step is not None:
            sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.set_part(dragged(self.part, "bottom right" if sizing else "inside", step))
        else:
            super().keyPressEvent(event)

    def _share_at(self, position: QPointF, *, clip: bool = True) -> QPointF:
        whole = self.picture_rect()
        x, y = (position.x() - whole.x()) / whole.width(), (position.y() - whole.y()) / whole.height()
        return QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)) if clip else QPointF(x, y)
