"""The brush: paints strokes of a region on the canvas, and shows its mask while it moves."""

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from desktop.engine.core.arrays import Floats
from desktop.engine.edits.stroke import MAX_DABS, Stroke
from desktop.engine.render.brush_masks import MaskPainter
from desktop.engine.render.frame_map import FrameMap
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.canvas.navigation import ARROWS
from desktop.ui.document.viewport import Viewport
from desktop.ui.widgets.mask_overlay import MaskOverlay

MIN_RADIUS, MAX_RADIUS = 0.005, 0.3  # shares of the photo's long side
RADIUS_STEP = 1.2
POINT_DISTANCE = 0.1  # of the radius, between points that are kept
MOST_POINTS = 1000  # of one stroke
_OUTSIDE = 0.9  # of the photo's width or height, that a stroke may lead beyond it


class BrushTool(QObject):
    """A tool of the canvas.

    radius: share of the long side of what is shown of the photo; feather: soft share of it; erase: takes away.
    """

    painted = Signal(Stroke)
    radius_changed = Signal(float)

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.radius, self.feather, self.erase = 0.05, 0.5, False
        self.overlay = MaskOverlay()
        self.shows_mask = True
        self._canvas = canvas
        self._guide: Floats | None = None
        self._ground: Floats | None = None
        self._inverted = False
        self._frame: FrameMap | None = None
        self._points: list[tuple[float, float]] = []
        self._erasing = False
        self._painter: MaskPainter | None = None
        self._dabs = 0
        self._pointer: QPointF | None = None

    @property
    def ready(self) -> bool:
        """Whether it knows the photo that it paints on."""
        return self._guide is not None

    def set_ground(
        self,
        guide: Floats | None,
        ground: Floats | None,
        *,
        inverted: bool,
        frame: FrameMap | None = None,
    ) -> None:
        """Paint on another photo's grey (h, w), over what its strokes cover already (h, w).

        frame: where the places of strokes lie in what is shown; None where that is all of the photo.
        """
        self._guide, self._ground, self._inverted, self._frame = guide, ground, inverted, frame

    def show_mask(self, mask: Floats) -> None:
        """Show a region's mask (h, w), unless a stroke is being painted, which shows its own."""
        if not self._points:
            self.overlay.show(mask)
            self._canvas.update()

    def set_radius(self, radius: float) -> None:
        """Change the size, within its bounds."""
        radius = min(max(radius, MIN_RADIUS), MAX_RADIUS)
        if radius != self.radius:
            self.radius = radius
            self.radius_changed.emit(radius)
            self._canvas.update()

    def press(self, event: QMouseEvent) -> bool:
        left = event.button() == Qt.MouseButton.LeftButton
        if not left or self._guide is None or self._canvas.showing_original:
            return False
        self._erasing = self.erase or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        self._painter, self._dabs = MaskPainter(self._guide, self._ground, self._frame), 0
        self._points = [self._place(event.position())]
        self._go_on()
        return True

    def move(self, event: QMouseEvent) -> bool:
        self._pointer = event.position()
        self._canvas.update()
        if not self._points:
            return event.buttons() == Qt.MouseButton.NoButton
        place = self._place(event.position())
        if self._distance(place, self._points[-1]) >= POINT_DISTANCE * self._radius:
            self._points.append(place)
            self._go_on()
            if len(self._points) >= MOST_POINTS or self._dabs >= MAX_DABS // 2:
                self._begin_another(place)
        return True

    def _begin_another(self, place: tuple[float, float]) -> None:
        """Continue a very long stroke as a second one."""
        self.painted.emit(self._stroke())
        self._points, self._dabs = [place], 0

    def release(self, event: QMouseEvent) -> bool:
        if not self._points or event.button() != Qt.MouseButton.LeftButton:
            return False
        stroke = self._stroke()
        self._points = []
        self.painted.emit(stroke)
        return True

    def press_key(self, event: QKeyEvent) -> bool:
        """Without a mouse: arrows move the brush, Enter sets down one dab; with Ctrl arrows pan as ever."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier or self._points:
            return False
        step = ARROWS.get(Qt.Key(event.key()))
        area = QRectF(self._canvas.rect())
        place = self._pointer if self._pointer is not None else area.center()
        if step is not None:
            place += step * max(self._reach_px() / 2, 1.0)
            self._pointer = QPointF(
                min(max(place.x(), area.left()), area.right()), min(max(place.y(), area.top()), area.bottom())
            )
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._guide is not None:
            self._pointer = place
            self._erasing = self.erase or bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self.painted.emit(Stroke((self._place(place),), self._radius, self.feather, self._erasing))
        else:
            return False
        self._canvas.update()
        return True

    def _reach_px(self) -> float:
        """The radius on screen, in device-independent pixels."""
        viewport = self._canvas.viewport
        if viewport is None:
            return 0.0
        return self.radius * max(viewport.target().width(), viewport.target().height())

    def leave(self) -> None:
        """The pointer has left the canvas."""
        self._pointer = None
        self._canvas.update()

    def give_up(self) -> None:
        """Forget the stroke that is being painted."""
        self._points = []
        self._canvas.update()

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """The mask, and the brush's two circles around the pointer."""
        if self.shows_mask or self._points:
            self.overlay.paint(painter, viewport.target())
        if self._pointer is None:
            return
        outer = self._reach_px()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        middle = self._canvas.in_pane(self._pointer)
        for color, width in ((QColor(0, 0, 0, 150), 2.5), (QColor(255, 255, 255, 230), 1.2)):
            painter.setPen(QPen(color, width))
            painter.drawEllipse(middle, outer, outer)
            painter.setPen(QPen(color, width, Qt.PenStyle.DotLine))
            painter.drawEllipse(middle, outer * (1 - self.feather), outer * (1 - self.feather))
            painter.setPen(QPen(color, width))
            self._paint_sign(painter, middle)

    def _paint_sign(self, painter: QPainter, middle: QPointF) -> None:
        """Paint a minus in the middle of the eraser, a plus in that of the brush."""
        painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
        if not (self._erasing if self._points else self.erase):
            painter.drawLine(middle - QPointF(0, 3), middle + QPointF(0, 3))

    def _go_on(self) -> None:
        if self._painter is None:
            return
        self._dabs = self._painter.paint(self._stroke(), done=self._dabs)
        mask = self._painter.mask
        self.overlay.show(1 - mask if self._inverted else mask)
        self._canvas.update()

    def _stroke(self) -> Stroke:
        return Stroke(tuple(self._points), self._radius, self.feather, self._erasing)

    def _place(self, position: QPointF) -> tuple[float, float]:
        """A widget position as shares of the photo's width and height."""
        viewport = self._canvas.viewport
        assert viewport is not None  # there is no guide without a photo
        pixel = viewport.to_photo(self._canvas.in_pane(position))
        x, y = pixel.x() / viewport.width_px, pixel.y() / viewport.height_px
        if self._frame is not None:
            x, y = self._frame.whole((x, y))
        return min(max(x, -_OUTSIDE), 1 + _OUTSIDE), min(max(y, -_OUTSIDE), 1 + _OUTSIDE)

    def _distance(self, place: tuple[float, float], other: tuple[float, float]) -> float:
        """As a share of the photo's long side."""
        viewport = self._canvas.viewport
        assert viewport is not None
        width, height = viewport.width_px, viewport.height_px
        if self._frame is not None:
            width, height = self._frame.size_px
        across, down = (place[0] - other[0]) * width, (place[1] - other[1]) * height
        return float((across**2 + down**2) ** 0.5 / max(width, height))

    @property
    def _radius(self) -> float:
        """The radius as a share of the whole photo's long side, as strokes have it."""
        return self.radius if self._frame is None else self.radius / self._frame.long_side
