"""The grid of presets: what pointer and keys do in it."""

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from desktop.engine.store.preset_library import Preset
from desktop.ui.gallery.delegate import PresetDelegate
from desktop.ui.gallery.model import PRESET_ROLE, SECTION_ROLE, GalleryModel
from desktop.ui.widgets.reserved_scrollbar import reserve_scroll_bar
from desktop.ui.widgets.tooltip import show_beside

_NOTCH = 120  # of a wheel, in eighths of a degree
_CHOOSE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GalleryView(QListView):
    """A grid of presets. Hovering and arrow keys preview one; a click or Enter chooses it, or folds a group.

    Space stays free for holding the original in front of the result.
    """

    tried = Signal(object)  # Preset; None when pointer and keyboard have left
    chosen = Signal(object)  # Preset
    starred = Signal(object)  # Preset
    dragged = Signal(object)  # Preset, to another program
    room_changed = Signal()
    thumbnail_width_changed = Signal(int)  # by the user

    def __init__(self, model: GalleryModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("gallery")
        self._rows = model
        self._taken_hold: tuple[Preset, QPointF] | None = None
        self._turned = 0  # of the wheel with Ctrl, in eighths of a degree, until it is a notch
        self.setModel(model)
        self.cell = PresetDelegate(self)
        self.setItemDelegate(self.cell)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        reserve_scroll_bar(self)
        self.setViewportMargins(3, 0, 0, 0)  # in line with what is above and below
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.clicked.connect(self._act_on)
        self.entered.connect(lambda index: self.tried.emit(index.data(PRESET_ROLE)))
        model.modelReset.connect(lambda: self.tried.emit(None))

    def set_photo_size(self, size: QSize | None) -> None:
        """Make room for thumbnails of this shape."""
        self.cell.set_photo_size(size)
        self.scheduleDelayedItemsLayout()

    @property
    def is_current_in_sight(self) -> bool:
        """Whether anything of the current preset is seen."""
        return self.visualRect(self.currentIndex()).intersects(self.viewport().rect())

    def reveal_current(self) -> None:
        """Bring the current preset into sight, where it will be once all are laid out."""
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def set_thumbnail_width(self, width_px: int) -> None:
        """Show as many thumbnails of at least this width in a row as there is room for."""
        self.cell.set_least_width(width_px)
        self._lay_out_again()

    def set_compact(self, on: bool) -> None:
        """Show small thumbnails for as long as there is little room."""
        self.cell.set_compact(on)
        self._lay_out_again()

    def resize_thumbnails(self, step: int) -> None:
        """Have one thumbnail less in each row (1), so that they are larger, or one more (-1)."""
        width_px = self.cell.width_in(self.cell.columns - step)
        if width_px is not None:
            self.set_thumbnail_width(width_px)
            self.thumbnail_width_changed.emit(width_px)

    def _lay_out_again(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.room_changed.emit()
        self.reveal_current()

    def in_order_of_sight(self) -> list[Preset]:
        """All presets that are listed, those in sight first."""
        seen = self.viewport().rect()
        rows = [self._rows.index(row) for row in range(self._rows.rowCount())]
        shown = [(not self.visualRect(index).intersects(seen), index.data(PRESET_ROLE)) for index in rows]
        return [preset for _, preset in sorted(shown, key=lambda pair: pair[0]) if preset is not None]

    def index_of(self, preset: Preset) -> QModelIndex:
        """Where a preset stands; an invalid index when it is not to be seen."""
        return self._rows.row_of(preset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        if event.key() in _CHOOSE_KEYS and before.isValid():
            self._act_on(before)
            return
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.tried.emit(self.currentIndex().data(PRESET_ROLE))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Left and right go through all rows; up and down to the nearest of the next line, however short it is."""
        moves = QAbstractItemView.CursorAction
        row = self.currentIndex().row()
        if action in (moves.MoveLeft, moves.MoveRight):
            row += 1 if action is moves.MoveRight else -1
            return self._rows.index(min(max(row, 0), self._rows.rowCount() - 1))
        if action in (moves.MoveUp, moves.MoveDown) and row >= 0:
            return self._in_next_line(row, 1 if action is moves.MoveDown else -1)
        return super().moveCursor(action, modifiers)

    def _in_next_line(self, row: int, step: int) -> QModelIndex:
        here = self.visualRect(self._rows.index(row))
        line: list[QModelIndex] = []
        row += step
        while 0 <= row < self._rows.rowCount():
            index = self._rows.index(row)
            top = self.visualRect(index).top()
            if line and top != self.visualRect(line[0]).top():
                break
            if top != here.top():
                line.append(index)
            row += step

        def distance(index: QModelIndex) -> int:
            return abs(self.visualRect(index).left() - here.left())

        return min(line, key=distance, default=self.currentIndex())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        preset = index.data(PRESET_ROLE)
        if preset is not None and event.button() == Qt.MouseButton.LeftButton:
            if self.cell.star_rect(self.visualRect(index)).contains(event.position()):
                self.starred.emit(preset)
                return
            self._taken_hold = (preset, event.position())
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._taken_hold = None
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._taken_hold is not None and event.buttons() & Qt.MouseButton.LeftButton:
            preset, start = self._taken_hold
            if (event.position() - start).manhattanLength() >= QApplication.startDragDistance():
                self._taken_hold = None
                self.dragged.emit(preset)
            return
        super().mouseMoveEvent(event)
        if self.indexAt(event.position().toPoint()).data(PRESET_ROLE) is None:
            self.tried.emit(None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.tried.emit(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.underMouse():
            self.tried.emit(None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reveal_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.cell.set_room(event.size().width())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.room_changed.emit()
        current = self.visualRect(self.currentIndex())
        if current.intersects(QRect(QPoint(), event.oldSize())):
            self.scrollTo(self.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the wheel makes thumbnails larger or smaller."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().wheelEvent(event)
            return
        self._turned += event.angleDelta().y()
        while abs(self._turned) >= _NOTCH:
            step = 1 if self._turned > 0 else -1
            self._turned -= step * _NOTCH
            self.resize_thumbnails(step)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            show_beside(self, self.visualRect(index), str(index.data(Qt.ItemDataRole.ToolTipRole) or ""))
            return True
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.room_changed.emit()
        if event.type() == QEvent.Type.StyleChange:
            # Light or dark: all cells stay as large as they are. Qt would lay them out anew at once, and twice over.
            self.scheduleDelayedItemsLayout()
            return True
        return super().event(event)

    def _act_on(self, index: QModelIndex) -> None:
        preset, section = index.data(PRESET_ROLE), index.data(SECTION_ROLE)
        if preset is not None:
            self.chosen.emit(preset)
        elif section is not None:
            row = index.row()
            self._rows.fold(section)
            self.setCurrentIndex(self._rows.index(row))
