"""The middle of the window: first-run screen or canvas, messages over it, drop zones while dragging."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from desktop.ui.canvas import Canvas
from desktop.ui.drops import Parcel, offers_parcel, offers_preset, parcels_in
from desktop.ui.message_bar import MessageBar
from desktop.ui.theme import current_theme
from desktop.ui.wells import Welcome, Well


class DropZones(QWidget):
    """Two labelled zones over everything, or one for a preset file; the one under the pointer lights up."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.photo_zone = Well("photo", self.tr("Photo to colour"), parent=self)
        self.painting_zone = Well("painting", self.tr("Painting to take colours from"), parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(28, 28, 28, 28)
        layout.setSpacing(20)
        layout.addWidget(self.photo_zone)
        layout.addWidget(self.painting_zone)
        self.hide()

    def open(self, *, for_preset: bool) -> None:
        """Appear; a preset file has only one place to go."""
        self.photo_zone.setVisible(not for_preset)
        if for_preset:
            self.painting_zone.set_text("preset", self.tr("Preset to add"))
        else:
            self.painting_zone.set_text("painting", self.tr("Painting to take colours from"))
        self.show()
        self.raise_()

    def point_at(self, position: QPoint) -> None:
        """Light the zone that a drop at `position` would go to."""
        to_photo = self.is_photo_side(position)
        self.photo_zone.light(to_photo)
        self.painting_zone.light(not to_photo)

    def is_photo_side(self, position: QPoint) -> bool:
        """Whether a drop here is a photo: the left half, unless there is only one zone."""
        return not self.photo_zone.isHidden() and position.x() < self.width() / 2

    def paintEvent(self, _event: QPaintEvent) -> None:
        veil = QColor(current_theme()["window"])
        veil.setAlphaF(0.94)
        QPainter(self).fillRect(self.rect(), veil)


class Stage(QWidget):
    """Takes drops anywhere and says what they are; which zone they hit decides between photo and painting."""

    photo_dropped = Signal(Parcel)
    painting_dropped = Signal(Parcel)
    preset_dropped = Signal(Parcel)

    def __init__(self, *, has_sample: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.welcome = Welcome(has_sample=has_sample)
        self.canvas = Canvas()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.canvas)
        self.messages = MessageBar(self)
        self.messages.installEventFilter(self)
        self.zones = DropZones(self)

    def show_canvas(self, on: bool) -> None:
        """Change between the first-run screen and the canvas."""
        self._stack.setCurrentWidget(self.canvas if on else self.welcome)
        self.messages.raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zones.setGeometry(self.rect())
        self._place_messages()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.messages and event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            self._place_messages()
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offers_parcel(event.mimeData()):
            self.zones.open(for_preset=offers_preset(event.mimeData()))
            self._follow(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.zones.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        to_photo = self.zones.is_photo_side(event.position().toPoint())
        self.zones.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        for parcel in parcels_in(event.mimeData()):
            if parcel.is_preset:
                self.preset_dropped.emit(parcel)
            elif to_photo:
                self.photo_dropped.emit(parcel)
                return  # one photo at a time; the first of several
            else:
                self.painting_dropped.emit(parcel)

    def _follow(self, event: QDragMoveEvent) -> None:
        position: QPointF = event.position()
        self.zones.point_at(position.toPoint())
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def _place_messages(self) -> None:
        width = min(self.width(), 720)
        height = self.messages.heightForWidth(width)
        size = QSize(width, max(height, self.messages.sizeHint().height()))
        self.messages.resize(size)
        self.messages.move((self.width() - width) // 2, 0)
        self.messages.raise_()
