"""The middle of the window: welcome screen or canvas, messages above it, and drop zones while something is dragged."""

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.ui.base.dropped_data import OWN_RESULT, IncomingItem, Offer, OfferKind, items_in, offer_of
from desktop.ui.base.texts import follow_language
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.widgets.drop_overlay import DropOverlay
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.message_bar import MessageBar
from desktop.ui.widgets.welcome_screen import WelcomeScreen


class Stage(QWidget):
    """Takes drops anywhere and says what they are; which zone they hit decides between photo and painting."""

    photo_dropped = Signal(IncomingItem)
    presets_dropped = Signal(list)  # of IncomingItem: paintings and preset files
    films_dropped = Signal(list)  # their paths
    several_dropped = Signal(list)  # paths of photographs, or of folders of them
    refused = Signal(str)  # why what was dropped is of no use

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.welcome = WelcomeScreen()
        self.canvas = Canvas()
        self.focus_ring = FocusRing(self.canvas)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.canvas)
        self.messages = MessageBar(self)
        self.messages.installEventFilter(self)
        self.messages.left.connect(self.take_keyboard)
        self.zones = DropOverlay(self)
        follow_language(self._show_texts)
        self._offer = Offer(OfferKind.UNKNOWN)

    def _show_texts(self) -> None:
        self.canvas.setAccessibleName(QCoreApplication.translate("Canvas", "Photograph"))

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
        if watched is self.window() and isinstance(event, QDropEvent):
            return self._take_from_beside(watched, event)
        if watched is self.window() and event.type() == QEvent.Type.DragLeave:
            self.zones.hide()
        return super().eventFilter(watched, event)

    def _take_from_beside(self, window: QWidget, event: QDropEvent) -> bool:
        """Treat a drag over another part of the window as one over the stage, at the same place from left to right."""
        place = QPointF(self.mapFrom(window, event.position().toPoint()))
        rest = (event.mimeData(), event.buttons(), event.modifiers(), event.type())
        here = QDropEvent(place, event.possibleActions(), *rest)
        if event.type() == QEvent.Type.DragEnter:
            self._enter(here)
        elif event.type() == QEvent.Type.DragMove:
            self._follow(here)
        else:
            self.dropEvent(here)
        event.setDropAction(here.dropAction())
        event.setAccepted(here.isAccepted())
        return True

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow(event)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.zones.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        to_photo = self.zones.is_photo_side(event.position().toPoint())
        self.zones.hide()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.take(event.mimeData(), to_photo=to_photo)

    def take_drops_of(self, window: QWidget) -> None:
        """Take what is dropped beside the stage too: on tool bar, status line and panels."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def take_keyboard(self) -> None:
        """Put the keyboard focus on the photograph; before there is one, on the drop target that asks for it."""
        shown = self.canvas if self._stack.currentWidget() is self.canvas else self.welcome.photo_well
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def take(self, mime: QMimeData, *, to_photo: bool) -> None:
        """Hand on what was dropped or pasted, as a photo or as a painting; say so when it cannot be used."""
        offer, items = offer_of(mime), items_in(mime)
        presets = [item for item in items if item.is_preset]
        films = [item.path for item in items if item.is_film]
        items = [item for item in items if not item.is_film]
        if films:
            self.films_dropped.emit(films)
            if not items:
                return
        if not offer.welcome or not items:
            self.refused.emit(self.zones.refusal_text(offer)[1])
        if presets:
            self.presets_dropped.emit(presets)
        if presets or not items:
            return
        if offer.kind in (OfferKind.PHOTOS, OfferKind.FOLDER) and to_photo:
            self.several_dropped.emit([item.path for item in items])
        elif to_photo:
            self.photo_dropped.emit(items[0])
        else:
            self.presets_dropped.emit(items)

    def _enter(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(OWN_RESULT):
            event.ignore()  # the result itself, on its way to another program
            return
        self._offer = offer_of(event.mimeData())
        self.zones.open(self._offer)
        self._follow(event)

    def _follow(self, event: QDropEvent) -> None:
        """Light the zone under the pointer. What cannot be used is followed too, to say so."""
        self.zones.point_at(event.position().toPoint())
        welcome = self._offer.welcome
        event.setDropAction(Qt.DropAction.CopyAction if welcome else Qt.DropAction.IgnoreAction)
        event.accept()

    def _place_messages(self) -> None:
        width = min(self.width(), 720)
        self.messages.resize(width, self.messages.heightForWidth(width))
        self.messages.move((self.width() - width) // 2, 0)
        self.messages.raise_()
