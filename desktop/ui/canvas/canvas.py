"""The canvas: shows the photograph before and after, split or side by side, and lets it be zoomed and panned."""

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.canvas.before_after import BeforeAfter
from desktop.ui.canvas.divider import Divider
from desktop.ui.canvas.navigation import CanvasNavigation
from desktop.ui.canvas.painting import Scene, paint_scene
from desktop.ui.canvas.panes import in_pane, panes_in
from desktop.ui.canvas.tool import Tool
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.document.viewport import Viewport
from desktop.ui.services.detail_renderer import Detail
from desktop.ui.widgets.theme import current_theme


class Canvas(QWidget):
    """The widget that shows a photo before and after. It does not make the images; it says which part is in view."""

    viewport_changed = Signal()
    mode_changed = Signal(ViewMode)
    taken_out = Signal()  # the result is being dragged out of the window

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 200)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture = BeforeAfter()
        self._viewport: Viewport | None = None
        self._mode = ViewMode.RESULT
        self._divider = Divider()
        self._showing_original = False
        self._navigation = CanvasNavigation(self, self._take_out)
        self._tool: Tool | None = None

    @property
    def viewport(self) -> Viewport | None:
        """What is looked at; None without a photo."""
        return self._viewport

    @property
    def mode(self) -> ViewMode:
        """How before and after are shown."""
        return self._mode

    @property
    def divider(self) -> float:
        """Where the split is, 0 (left edge of what is seen of the photo) to 1."""
        return self._divider.share

    @property
    def showing_original(self) -> bool:
        """Whether the original is held in front of the result."""
        return self._showing_original

    def set_mode(self, mode: ViewMode) -> None:
        if mode != self._mode:
            self._mode = mode
            self._refit()
            self.mode_changed.emit(mode)

    def show_original(self, on: bool) -> None:
        """Hold the original in front of the result, or let it go."""
        self._showing_original = on
        self.update()

    def set_tool(self, tool: Tool | None) -> None:
        """Use a tool, or none."""
        self._tool = tool
        self._navigation.let_go()
        self._navigation.show_cursor(None)
        self.update()

    @property
    def tool(self) -> Tool | None:
        """The tool in use."""
        return self._tool

    def set_photo_size(self, size: QSize | None) -> None:
        """Start on another photo, fitted; None clears the canvas."""
        self.picture = BeforeAfter()
        self._viewport = None
        if size is not None:
            ratio = self.devicePixelRatioF()
            self._viewport = Viewport(size.width(), size.height(), self._pane_size(), ratio)
        self._changed()

    def show_before(self, image: QImage) -> None:
        self.picture.before = image
        self.update()

    def show_own_colours(self, image: QImage) -> None:
        """Show before in the colours that the photo's file has itself."""
        self.picture.original = image
        self.update()

    def show_after(self, image: QImage | None) -> None:
        """The result at preview size; None while there is none."""
        self.picture.after = image
        self.picture.detail = None
        self.update()

    def show_detail(self, detail: Detail) -> None:
        """A close-up, laid over the preview."""
        self.picture.detail = detail
        self.update()

    def fit(self) -> None:
        if self._viewport is not None:
            self.look_at(self._viewport.fitted())

    def zoom_to(self, zoom: float) -> None:
        """`zoom` device pixels to one photo pixel, around the middle; 1 is the actual size."""
        if self._viewport is not None:
            self.look_at(self._viewport.zoomed_to(zoom, self._pane_middle()))

    def zoom_by(self, factor: float) -> None:
        """Closer or farther, around the middle."""
        if self._viewport is not None:
            self.look_at(self._viewport.zoomed(factor, self._pane_middle()))

    def move_divider_to(self, x: float) -> None:
        """Split at a widget coordinate, or as near as the photo reaches."""
        self._divider.move_to(x, self._seen())
        self.update()

    def move_divider_by(self, share: float) -> None:
        """Move the split by a share of what is seen of the photo."""
        self._divider.move_by(share)
        self.update()

    @property
    def has_divider(self) -> bool:
        """Whether before and after share one picture."""
        return self._mode is ViewMode.SPLIT

    def is_over_divider(self, position: QPointF) -> bool:
        """Whether a press here takes hold of the divider."""
        return self.has_divider and self._divider.is_near(position, self._seen())

    def is_over_photo(self, position: QPointF) -> bool:
        """Whether there is photo under a widget position."""
        return self._viewport is not None and self._viewport.target().contains(self.in_pane(position))

    def _panes(self) -> list[QRect]:
        return panes_in(self.rect(), side_by_side=self._mode is ViewMode.SIDE_BY_SIDE)

    def _pane_size(self) -> QSizeF:
        return QSizeF(self._panes()[0].size())

    def _pane_middle(self) -> QPointF:
        return QRectF(self._panes()[0]).center()

    def in_pane(self, position: QPointF) -> QPointF:
        """A widget position as one in the pane under it."""
        return in_pane(position, self._panes())

    def divider_x(self) -> float:
        """Where the split is drawn, in widget coordinates."""
        return self._divider.x(self._seen())

    def _seen(self) -> QRectF:
        """Where the photo is seen in the whole widget."""
        whole = QRectF(self.rect())
        return whole if self._viewport is None else self._viewport.target().intersected(whole)

    def look_at(self, viewport: Viewport) -> None:
        """Zoom or pan to another view of the same photo."""
        if viewport != self._viewport:
            self._viewport = viewport
            self._changed()

    def _changed(self) -> None:
        self._navigation.show_cursor(None)
        self.update()
        self.viewport_changed.emit()

    def _refit(self) -> None:
        if self._viewport is not None:
            self.look_at(self._viewport.resized(self._pane_size(), self.devicePixelRatioF()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refit()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._refit()
        if isinstance(event, QNativeGestureEvent):
            return self._navigation.pinch(event)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current_theme()["surround"])
        if self._viewport is not None:
            divider_x = self.divider_x() if self.has_divider else None
            panes, original = self._panes(), self._showing_original
            scene = Scene(self.picture, self._viewport, panes, divider_x, original, self._tool)
            paint_scene(painter, scene)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.setAccepted(self._navigation.turn_wheel(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._tool is None or not self._tool.press(event):
            event.setAccepted(self._navigation.press(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._tool is None or not self._tool.move(event):
            event.setAccepted(self._navigation.move(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._tool is None or not self._tool.release(event):
            event.setAccepted(self._navigation.release(event))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._tool is None or not self._tool.press(event):
            event.setAccepted(self._navigation.double_click(event))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._tool is not None:
            self._tool.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        taken = self._tool is not None and self._tool.press_key(event)
        if not taken and not self._navigation.press_key(event):
            super().keyPressEvent(event)

    def _take_out(self) -> None:
        if self.picture.after is not None:
            self.taken_out.emit()
