"""The history panel: every step of the current photo, and its snapshots; a click goes to any of them."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.base.texts import follow_language
from desktop.ui.document.document import Document
from desktop.ui.document.snapshots import Snapshots
from desktop.ui.document.undo_stack import UndoStack
from desktop.ui.panels.history_model import HistoryModel, SnapshotModel
from desktop.ui.widgets.icons import icon

MAX_ROWS = 7  # in sight at once
_INSET_PX = 8


class StateList(QListView):
    """A list of states of the edit: hovering previews one, a click or Return goes to it."""

    hovered = Signal(QModelIndex)
    left = Signal()
    wanted = Signal(QModelIndex)

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("states")
        self.setModel(model)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.entered.connect(self.hovered)
        self.clicked.connect(self.wanted)
        for changed in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        rows = min(self.model().rowCount(), MAX_ROWS)
        return QSize(180, rows * max(self.sizeHintForRow(0), 0) + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex(), QListView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.left.emit()


class HistoryPanel(QWidget):
    """The list of snapshots above the list of steps."""

    tried = Signal(object)  # the Edit under the pointer, or None

    def __init__(
        self, document: Document, steps: UndoStack, snapshots: Snapshots, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._snapshots = document, snapshots
        self.steps_model = HistoryModel(document, steps, self)
        self.snapshots_model = SnapshotModel(document, snapshots, self)
        self.steps_list = StateList(self.steps_model, self)
        self.snapshots_list = StateList(self.snapshots_model, self)
        self.take_button = QPushButton(self)
        self.take_button.setObjectName("quiet")
        self.take_button.clicked.connect(self._take)
        self._lay_out()
        self.steps_list.wanted.connect(self.steps_model.go_to)
        self.steps_list.hovered.connect(lambda index: self.tried.emit(self.steps_model.edit_at(index)))
        self.snapshots_list.wanted.connect(lambda index: snapshots.go_to(index.row()))
        self.snapshots_list.hovered.connect(
            lambda index: self.tried.emit(self.snapshots_model.edit_at(index))
        )
        self.snapshots_list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.snapshots_list.customContextMenuRequested.connect(self._show_menu)
        self.snapshots_list.setTextElideMode(
            Qt.TextElideMode.ElideMiddle
        )  # names may differ in their end alone
        for view in (self.steps_list, self.snapshots_list):
            view.left.connect(lambda: self.tried.emit(None))
        self.snapshots_list.installEventFilter(self)
        self.steps_model.modelReset.connect(self._mark_current)
        document.photo_changed.connect(self._enable)
        document.edit_changed.connect(self._enable)
        document.snapshots_changed.connect(self._enable)
        self.refresh_icons()
        follow_language(self._show_texts)
        self._mark_current()
        self._enable()

    def _show_texts(self) -> None:
        self.steps_list.setAccessibleName(self.tr("Steps"))
        self.snapshots_list.setAccessibleName(self.tr("Snapshots"))
        self._steps_heading.setText(self.tr("Steps"))
        self._snapshots_heading.setText(self.tr("Snapshots"))
        self.take_button.setText(self.tr("Take snapshot"))
        self.take_button.setToolTip(self.tr("Keep this state under a name, to come back to it"))

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self.take_button.setIcon(icon("snapshot"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.refresh_icons()

    def eventFilter(self, watched: QWidget, event: QEvent) -> bool:  # type: ignore[override]
        """F2 and Delete are the window's shortcuts for presets; on a snapshot they are for the snapshot."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete) and self._current_snapshot().isValid():
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            index = self._current_snapshot()
            if index.isValid() and event.key() == Qt.Key.Key_F2:
                self.snapshots_list.edit(index)
                return True
            if index.isValid() and event.key() == Qt.Key.Key_Delete:
                self._snapshots.delete(index.row())
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._snapshots_heading, self._steps_heading = QLabel(self), QLabel(self)
        for heading in (self._snapshots_heading, self._steps_heading):
            heading.setObjectName("secondary")
        top = QHBoxLayout()
        top.setContentsMargins(_INSET_PX, 0, 0, 0)
        top.addWidget(self._snapshots_heading, 1)
        top.addWidget(self.take_button)
        below = QHBoxLayout()
        below.setContentsMargins(_INSET_PX, 4, _INSET_PX, 0)
        below.addWidget(self._steps_heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 2, 3, 8)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self.snapshots_list)
        layout.addLayout(below)
        layout.addWidget(self.steps_list)

    def _current_snapshot(self) -> QModelIndex:
        return self.snapshots_list.currentIndex()

    def _take(self) -> None:
        """Take a snapshot and let its name be changed at once."""
        self._snapshots.take()
        index = self.snapshots_model.index(self.snapshots_model.rowCount() - 1)
        self.snapshots_list.setCurrentIndex(index)
        self.snapshots_list.edit(index)

    def _mark_current(self) -> None:
        self.steps_list.setCurrentIndex(self.steps_model.current)
        self.steps_list.scrollTo(self.steps_model.current, QListView.ScrollHint.PositionAtCenter)

    def _enable(self) -> None:
        self.take_button.setEnabled(
            self._document.photo is not None and self._document.edit.blend is not None
        )
        self.snapshots_list.setVisible(bool(self._document.snapshots))

    def _show_menu(self, position: QPoint) -> None:
        index = self.snapshots_list.indexAt(position)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("rename"), self.tr("Rename"), lambda: self.snapshots_list.edit(index))
        menu.addAction(icon("delete"), self.tr("Delete"), lambda: self._snapshots.delete(index.row()))
        menu.popup(self.snapshots_list.viewport().mapToGlobal(position))
