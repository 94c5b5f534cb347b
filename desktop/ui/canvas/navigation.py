"""Navigation on the canvas: zooms at the pointer, pans, moves the divider, drags the result out, by mouse and keys."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.canvas.tool import Tool
from desktop.ui.document.viewport import ZOOM_PER_NOTCH, Viewport

KEY_STEP_PX = 60.0
DIVIDER_STEP = 0.02
_NOTCH = 120  # a wheel's notch in Qt's units
_ALL_BUTTONS = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
ARROWS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class NavigationTarget(Protocol):
    """What is navigated; positions are in its own coordinates."""

    @property
    def viewport(self) -> Viewport | None:
        """What is looked at; None without a photo."""

    @property
    def tool(self) -> Tool | None:
        """The tool in use; None while the pointer navigates."""

    @property
    def has_divider(self) -> bool:
        """Whether before and after share one picture."""

    def look_at(self, viewport: Viewport) -> None:
        """Zoom or pan to another view of the same photo."""

    def fit(self) -> None:
        """Show the whole photo."""

    def zoom_by(self, factor: float) -> None:
        """Closer or farther, around the middle."""

    def in_pane(self, position: QPointF) -> QPointF:
        """A position as one in the pane under it."""

    def is_over_photo(self, position: QPointF) -> bool:
        """Whether there is photo under a position."""

    def is_over_divider(self, position: QPointF) -> bool:
        """Whether a press here takes hold of the divider."""

    def move_divider_to(self, x: float) -> None:
        """Split at a coordinate, or as near as the photo reaches."""

    def move_divider_by(self, share: float) -> None:
        """Move the split by a share of what is seen of the photo."""

    def setCursor(self, cursor: Qt.CursorShape, /) -> None: ...

    def unsetCursor(self) -> None: ...


class CanvasNavigation:
    """What mouse, wheel, gestures and keys do to its target; every method says whether it took the event.

    The left button pans what is larger than the window, the middle one always does. Where there is nothing to
    pan, or with Ctrl, the left button takes the result out of the window.
    """

    def __init__(self, target: NavigationTarget, take_out: Callable[[], None]) -> None:
        """take_out: what to do when the result is dragged out."""
        self._target, self._take_out = target, take_out
        self._grip: QPointF | None = None
        self._on_divider = self._outward = False

    def press(self, event: QMouseEvent) -> bool:
        target, viewport = self._target, self._target.viewport
        if not event.button() & _ALL_BUTTONS or viewport is None:
            return False
        left = event.button() == Qt.MouseButton.LeftButton
        self._grip = event.position()
        self._on_divider = left and target.is_over_divider(event.position())
        wanted = (viewport.fits and target.tool is None) or bool(
            event.modifiers() & Qt.KeyboardModifier.ControlModifier
        )
        self._outward = left and wanted and not self._on_divider and target.is_over_photo(event.position())
        self.show_cursor(event.position())
        return True

    def move(self, event: QMouseEvent) -> bool:
        target, viewport = self._target, self._target.viewport
        if viewport is None:
            return False
        if self._grip is None:
            self.show_cursor(event.position())
        elif self._on_divider:
            target.move_divider_to(event.position().x())
        elif self._outward:
            if (event.position() - self._grip).manhattanLength() >= QApplication.startDragDistance():
                self.let_go()
                self._take_out()
        else:
            target.look_at(viewport.panned(event.position() - self._grip))
            self._grip = event.position()
        return True

    def release(self, event: QMouseEvent) -> bool:
        self.let_go()
        self.show_cursor(event.position())
        return True

    def let_go(self) -> None:
        """Forget what is held."""
        self._grip = None
        self._on_divider = self._outward = False

    def double_click(self, event: QMouseEvent) -> bool:
        target, viewport = self._target, self._target.viewport
        left = event.button() == Qt.MouseButton.LeftButton
        if viewport is None or not left or target.is_over_divider(event.position()):
            return False
        if viewport.fits:
            target.look_at(viewport.zoomed_to(1.0, target.in_pane(event.position())))
        else:
            target.fit()
        return True

    def turn_wheel(self, event: QWheelEvent) -> bool:
        """Up and down zooms at the pointer; sideways, or with Shift, pans."""
        target, viewport = self._target, self._target.viewport
        turn = event.angleDelta()
        if viewport is None or turn.isNull():
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier or abs(turn.x()) > abs(turn.y()):
            step = turn.x() or turn.y()
            target.look_at(viewport.panned(QPointF(step * KEY_STEP_PX / _NOTCH, 0)))
        else:
            factor = ZOOM_PER_NOTCH ** (turn.y() / _NOTCH)
            target.look_at(viewport.zoomed(factor, target.in_pane(event.position())))
        return True

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touchpad."""
        target, viewport = self._target, self._target.viewport
        if viewport is None or event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        target.look_at(viewport.zoomed(1.0 + event.value(), target.in_pane(event.position())))
        return True

    def press_key(self, event: QKeyEvent) -> bool:
        """Arrows pan; in the split view they move the divider when there is nothing to pan, or with Shift."""
        target, viewport = self._target, self._target.viewport
        if viewport is None:
            return False
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            target.zoom_by(ZOOM_PER_NOTCH)
        elif key == Qt.Key.Key_Minus:
            target.zoom_by(1 / ZOOM_PER_NOTCH)
        elif key not in ARROWS:
            return False
        elif target.has_divider and ARROWS[key].x() and (shift or viewport.fits):
            target.move_divider_by(ARROWS[key].x() * DIVIDER_STEP)
        else:
            target.look_at(viewport.panned(ARROWS[key] * -KEY_STEP_PX))
        return True

    def show_cursor(self, position: QPointF | None) -> None:
        """Show what a press would take hold of at `position`."""
        target, viewport = self._target, self._target.viewport
        if target.tool is not None:
            target.setCursor(Qt.CursorShape.CrossCursor)
        elif position is not None and (self._on_divider or target.is_over_divider(position)):
            target.setCursor(Qt.CursorShape.SplitHCursor)
        elif viewport is None or (viewport.fits and self._grip is None):
            target.unsetCursor()
        elif self._grip is not None:
            target.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            target.setCursor(Qt.CursorShape.OpenHandCursor)
