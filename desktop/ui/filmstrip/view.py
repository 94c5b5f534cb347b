"""The film strip under the canvas: every open photograph, to go to, select, give a look and export."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.document.open_photos import FRAME_ROLE, Frame, OpenPhotos
from desktop.ui.filmstrip.delegate import FRAME_SIZE, FrameDelegate

STRIP_HEIGHT_PX = FRAME_SIZE.height() + 22
LAID_OUT_AT_ONCE = 500  # frames
_SELECTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
_WALKING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End)


class FilmstripView(QListView):
    """Thumbnails in a row. A click or an arrow key goes to one; with Shift or Ctrl it only changes the selection."""

    wanted = Signal(Frame)
    remove_requested = Signal()
    menu_requested = Signal(QPoint)  # on the screen
    sight_changed = Signal(range)

    def __init__(self, photos: OpenPhotos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._gone_to: Frame | None = None
        self.setObjectName("filmStrip")
        self.setModel(photos)
        self.setItemDelegate(FrameDelegate(self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setLayoutMode(
            QListView.LayoutMode.Batched
        )  # of thousands, so that the window goes on between two batches
        self.setBatchSize(LAID_OUT_AT_ONCE)
        self.setFixedHeight(STRIP_HEIGHT_PX)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.horizontalScrollBar().valueChanged.connect(self._tell_sight)
        photos.current_changed.connect(self._show_current)
        photos.count_changed.connect(self._show_count)
        follow_language(self._show_texts)
        self.hide()

    def _show_texts(self) -> None:
        self.setAccessibleName(self.tr("Film strip"))

    @property
    def selected(self) -> Sequence[Frame]:
        """The frames that are selected, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self._photos.frames[row] for row in rows]

    def go(self, step: int) -> None:
        """Go to the next photograph (1), or to the one before (-1), seen from the one that was gone to last."""
        row = self._photos.row_of(self._gone_to)
        row = min(max(row + step, 0), self._photos.rowCount() - 1)
        if row >= 0:
            self._go_to(self._photos.index(row))

    def go_to(self, frame: Frame) -> None:
        """Go to one of the open photographs."""
        self._go_to(self._photos.index(self._photos.row_of(frame)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.remove_requested.emit()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self.currentIndex())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        walked = event.key() in _WALKING and not event.modifiers() & _SELECTING
        if walked and self.currentIndex() != before:
            self._go_to(self.currentIndex())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers() & _SELECTING
        if plain and index.isValid() and index == self.currentIndex():
            self._go_to(index)

    def event(self, event: QEvent) -> bool:
        """Keep Delete and Ctrl+A for the strip while it has the keyboard; elsewhere they mean something else."""
        if event.type() == QEvent.Type.StyleChange:
            return True  # light or dark: frames stay where they are, of which Qt would lay out all anew
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = (QKeySequence.StandardKey.Delete, QKeySequence.StandardKey.SelectAll)
            if any(event.matches(keys) for keys in own):
                event.accept()
                return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns up and down moves the strip along, too."""
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
        step = delta.x() if abs(delta.x()) > abs(delta.y()) else delta.y()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - step)
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_sight()

    def _go_to(self, index: QModelIndex) -> None:
        flags = QItemSelectionModel.SelectionFlag
        if index not in self.selectionModel().selectedIndexes() or len(self.selected) < 2:
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        else:
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.scrollTo(index)
        self._gone_to = index.data(FRAME_ROLE)
        self.wanted.emit(self._gone_to)

    def _show_current(self) -> None:
        """Follow the canvas, where something else has put a photograph there."""
        frame = self._photos.current
        if frame is None or frame is self._gone_to:
            return
        self._gone_to = frame
        index = self._photos.index(self._photos.row_of(frame))
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _show_count(self, count: int) -> None:
        self.setVisible(count > 1)
        self._tell_sight()

    def _tell_sight(self) -> None:
        """Which rows are in sight, if only in part."""
        frame_px = max(FRAME_SIZE.width(), 1)
        first = self.horizontalScrollBar().value() // frame_px
        shown = self.viewport().width() // frame_px + 2
        self.sight_changed.emit(range(first, min(first + shown, self._photos.rowCount())))

    def _ask_for_menu(self, position: QPoint) -> None:
        if self.indexAt(position).isValid():
            self.menu_requested.emit(self.viewport().mapToGlobal(position))
