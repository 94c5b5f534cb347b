"""The protocol of a tool that works on the canvas."""

from typing import Protocol

from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

from desktop.ui.document.viewport import Viewport


class Tool(Protocol):
    """A tool, which gets mouse and keys before the canvas's navigation; every method says whether it took the event."""

    def press(self, event: QMouseEvent) -> bool: ...

    def move(self, event: QMouseEvent) -> bool: ...

    def release(self, event: QMouseEvent) -> bool: ...

    def press_key(self, event: QKeyEvent) -> bool: ...

    def leave(self) -> None:
        """The pointer has left the canvas."""

    def paint(self, painter: QPainter, viewport: Viewport) -> None:
        """Paint over the result; the painter's origin is its pane's corner."""
