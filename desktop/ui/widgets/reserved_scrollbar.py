"""A scroll bar that keeps its space, so that nothing beside it moves, but is painted only when it is needed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar


class ReservedScrollBar(QScrollBar):
    """A scroll bar that is painted only while there is more than fits."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)


def reserve_scroll_bar(area: QAbstractScrollArea) -> None:
    """Let an area scroll up and down beside a gutter that is always there."""
    area.setVerticalScrollBar(ReservedScrollBar(Qt.Orientation.Vertical, area))
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
