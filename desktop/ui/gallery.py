"""The gallery: every preset by its colours, to search, try with the pointer and choose."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.presets import Preset
from desktop.ui.drops import Parcel, offers_parcel, parcels_in
from desktop.ui.gallery_model import OWN_ROLE, PRESET_ROLE, GalleryModel, GallerySearch
from desktop.ui.gallery_row import GalleryRow
from desktop.ui.icons import icon
from desktop.ui.shelf import Shelf

HOVER_DELAY_MS = 60


class PresetList(QListView):
    """The list itself; Space stays free for holding the original in front of the result."""

    browsed = Signal(QModelIndex)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.browsed.emit(self.currentIndex())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self.left.emit()


class Gallery(QWidget):
    """Search field, presets, and the button that adds one."""

    chosen = Signal(object, bool)  # Preset; whether it was reached with the arrow keys
    hovered = Signal(object)  # Preset, or None
    add_requested = Signal()
    rename_requested = Signal(object)
    delete_requested = Signal(object)
    dropped = Signal(Parcel)

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._model = GalleryModel(shelf, self)
        self._search = GallerySearch(self)
        self._search.setSourceModel(self._model)
        self._current: Preset | None = None
        self._under_pointer = QModelIndex()
        self.search_field = self._make_search_field()
        self.list = self._make_list()
        self._empty = QLabel(self.tr("No preset fits these words."), self)
        self._empty.setObjectName("secondary")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_button = QPushButton(self.tr("Add painting…"), self)
        self.add_button.setToolTip(self.tr("Make a preset from the colours of a painting (Ctrl+Shift+O)"))
        self.add_button.clicked.connect(self.add_requested)
        self._hover = QTimer(self, interval=HOVER_DELAY_MS, singleShot=True)
        self._hover.timeout.connect(self._tell_hover)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 12)
        layout.setSpacing(8)
        margins = {self.search_field: 12, self.list: 0, self._empty: 12, self.add_button: 12}
        for widget, margin in margins.items():
            holder = QVBoxLayout()
            holder.setContentsMargins(margin, 0, margin, 0)
            holder.addWidget(widget)
            layout.addLayout(holder, 1 if widget in (self.list, self._empty) else 0)
        self._model.modelReset.connect(self._reselect)
        self.refresh_icons()
        self._filter("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offers_parcel(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        for parcel in parcels_in(event.mimeData()):
            self.dropped.emit(parcel)

    def show_chosen(self, preset: Preset | None) -> None:
        """Mark the chosen preset and bring it into sight."""
        self._current = preset
        self._reselect()

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self.add_button.setIcon(icon("painting"))
        self._search_icon.setIcon(icon("search"))

    def _make_search_field(self) -> QLineEdit:
        field = QLineEdit(self)
        field.setPlaceholderText(self.tr("Search name, painter or year"))
        field.setClearButtonEnabled(True)
        field.setAccessibleName(self.tr("Search presets"))
        field.setAcceptDrops(False)
        self._search_icon = field.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        field.textChanged.connect(self._filter)
        field.returnPressed.connect(self._choose_first)
        return field

    def _make_list(self) -> PresetList:
        view = PresetList(self)
        view.setObjectName("gallery")
        view.setAccessibleName(self.tr("Presets"))
        view.setModel(self._search)
        view.setItemDelegate(GalleryRow(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        view.clicked.connect(lambda index: self.chosen.emit(index.data(PRESET_ROLE), False))
        view.browsed.connect(lambda index: self.chosen.emit(index.data(PRESET_ROLE), True))
        view.entered.connect(self._enter)
        view.left.connect(self._leave)
        return view

    def _filter(self, text: str) -> None:
        self._search.search(text)
        nothing = self._search.rowCount() == 0
        self.list.setVisible(not nothing)
        self._empty.setVisible(nothing)
        self._reselect()

    def _choose_first(self) -> None:
        if self._search.rowCount():
            self.chosen.emit(self._search.index(0, 0).data(PRESET_ROLE), False)

    def _reselect(self) -> None:
        index = self._search.mapFromSource(self._model.row_of(self._current))
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flag)
        if index.isValid():
            self.list.scrollTo(index)

    def _enter(self, index: QModelIndex) -> None:
        self._under_pointer = index
        self._hover.start()

    def _leave(self) -> None:
        self._hover.stop()
        self.hovered.emit(None)

    def _tell_hover(self) -> None:
        if self._under_pointer.isValid():
            self.hovered.emit(self._under_pointer.data(PRESET_ROLE))

    def _show_menu(self, position: QPoint) -> None:
        index = self.list.indexAt(position)
        if index.isValid() and index.data(OWN_ROLE):
            preset = index.data(PRESET_ROLE)
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(icon("rename"), self.tr("Rename…"), lambda: self.rename_requested.emit(preset))
            menu.addAction(icon("delete"), self.tr("Delete"), lambda: self.delete_requested.emit(preset))
            menu.popup(self.list.viewport().mapToGlobal(position))
