"""The crop tool: shows the part that would be left of the photo, to be moved, sized and straightened on the canvas."""

import math

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from desktop.engine.edits.framing import Framing
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.canvas.crop_draft import CropDraft
from desktop.ui.document.viewport import Viewport
from desktop.ui.widgets.crop_rectangle import ARROWS, CURSORS, WHOLE, paint_part, part_in, place_at
from desktop.ui.widgets.theme import current_theme

LEAST_LINE_PX = 12.0
_LINES = 3  # parts that the grid divides each side into


class CropTool(QObject):
    """A tool of the canvas, which shows all of the photo meanwhile, turned by quarters but not straightened.

    draws_line: whether a drag draws a line that is to be level or upright; with Ctrl it always does.
    """

    changed = Signal()
    line_drawn = Signal()
    accepted = Signal()

    def __init__(self, canvas: Canvas, key_step: float = 1.0, *, grid: bool = True) -> None:
        """key_step: how far an arrow key goes, as a share of `crop_rectangle.STEP`.

        grid: whether thirds are shown, by which a picture is composed.
        """
        super().__init__(canvas)
        self._key_step, self._grid = key_step, grid
        self.draws_line = False
        self._canvas = canvas
        self._draft = CropDraft(Framing(), (1, 1))
        self._grip: tuple[str, QPointF, QRectF] | None = None
        self._line: tuple[QPointF, QPointF] | None = None

    @property
    def draft(self) -> CropDraft:
        """What would be shown."""
        return self._draft

    def begin(self, framing: Framing, size_px: tuple[int, int]) -> None:
        """Start from a framing of a photo of `size_px`."""
        self._draft, self._grip, self._line = CropDraft(framing, size_px), None, None
        self.draws_line = False

    def tell(self) -> None:
        """Say that the draft was changed, and paint it."""
        self._canvas.update()
        self.changed.emit()

    def press(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or self._canvas.viewport is None:
            return False
        position = self._canvas.in_pane(event.position())
        if self.draws_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._line = (position, position)
            return True
        name = place_at(self._shown(self._canvas.viewport), position)
        if name is None:
            return False
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.accepted.emit()
        else:
            self._grip = (name, position, self._draft.part)
        return True

    def move(self, event: QMouseEvent) -> bool:
        viewport = self._canvas.viewport
        if viewport is None:
            return False
        position = self._canvas.in_pane(event.position())
        if self._line is not None:
            self._line = (self._line[0], position)
            self._canvas.update()
        elif self._grip is not None:
            name, start, part = self._grip
            target, moved = viewport.target(), position - start
            share = QPointF(moved.x() / target.width(), moved.y() / target.height())
            self._draft.drag(part, name, share)
            self.tell()
        elif event.buttons() == Qt.MouseButton.NoButton:
            self._show_cursor(place_at(self._shown(viewport), position))
        else:
            return False
        return True

    def release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton or (self._line is None and self._grip is None):
            return False
        line, self._line, self._grip = self._line, None, None
        if line is not None:
            self._straighten(line[1] - line[0])
        return True

    def press_key(self, event: QKeyEvent) -> bool:
        """Arrows move the part, with Shift they size it, Home shows all, Enter accepts; with Ctrl arrows pan."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        step = ARROWS.get(Qt.Key(event.key()))
        if step is not None:
            sizing = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._draft.drag(self._draft.part, "bottom right" if sizing else "inside", step * self._key_step)
        elif event.key() == Qt.Key.Key_Home:
            self._draft.drag(QRectF(WHOLE), "inside", QPointF())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
            return True
        else:
            return False
        self.tell()
        return True

    def leave(self) -> None:
        """The pointer has left the canvas."""

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """The straightened photo, what would not be shown of it darkened, the grid, and the line that is drawn."""
        whole, shown = viewport.target(), self._shown(viewport)
        if self._draft.framing.angle:
            self._paint_straightened(painter, whole)
            whole = QRectF(QPointF(), viewport.view)
        paint_part(painter, whole, shown, marked=self._canvas.hasFocus(), oval=self._draft.framing.oval)
        if self._grid:
            _paint_grid(painter, shown)
        if self._line is not None:
            for color, width in ((QColor(0, 0, 0, 160), 3.0), (QColor("white"), 1.4)):
                painter.setPen(QPen(color, width))
                painter.drawLine(*self._line)

    def _paint_straightened(self, painter: QPainter, whole: QRectF) -> None:
        picture = self._canvas.picture
        image = picture.after if picture.after is not None else picture.before
        painter.fillRect(whole.adjusted(-1, -1, 1, 1), current_theme()["surround"])
        if image is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(whole.center())
        painter.rotate(self._draft.framing.angle)
        half = QPointF(whole.width() / 2, whole.height() / 2)
        painter.drawImage(QRectF(-half, QSizeF(whole.size())), image)
        painter.restore()

    def _shown(self, viewport: Viewport) -> QRectF:
        """Where the part lies in the pane."""
        return part_in(viewport.target(), self._draft.part)

    def _show_cursor(self, name: str | None) -> None:
        if self.draws_line:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
        elif name is None:
            self._canvas.unsetCursor()
        else:
            self._canvas.setCursor(CURSORS[name])

    def _straighten(self, line: QPointF) -> None:
        """Turn the photo so that a line in it becomes level or upright, whichever is nearer."""
        if math.hypot(line.x(), line.y()) >= LEAST_LINE_PX:
            slant = (math.degrees(math.atan2(line.y(), line.x())) + 45) % 90 - 45
            self._draft.set_angle(self._draft.framing.angle - slant)
            self.line_drawn.emit()
        self.tell()


def _paint_grid(painter: QPainter, shown: QRectF) -> None:
    painter.setPen(QPen(QColor(255, 255, 255, 110), 1.0))
    for number in range(1, _LINES):
        x = shown.left() + shown.width() * number / _LINES
        y = shown.top() + shown.height() * number / _LINES
        painter.drawLine(QPointF(x, shown.top()), QPointF(x, shown.bottom()))
        painter.drawLine(QPointF(shown.left(), y), QPointF(shown.right(), y))
