"""The gallery: the photo under every preset, to search, group, preview and choose."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.engine.inference.model_registry import Model
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.dropped_data import OWN_RESULT, items_in, offer_of
from desktop.ui.base.texts import follow_language
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.preset_grouping import Grouping
from desktop.ui.gallery.empty_result import EmptyResult
from desktop.ui.gallery.group_button import GroupButton
from desktop.ui.gallery.model import PRESET_ROLE, GalleryModel
from desktop.ui.gallery.search_field import SearchField
from desktop.ui.gallery.star_button import StarButton
from desktop.ui.gallery.view import GalleryView
from desktop.ui.widgets.drop_overlay import DropOverlay
from desktop.ui.widgets.icons import icon

_MARGIN_PX = 12
_COMPACT_MARGIN_PX = 4
_RIGHT_MARGIN_PX = 20  # to where the thumbnails end, beside their scroll bar


class GalleryPanel(QWidget):
    """Search field, grouping and favourites, presets, and the button that adds one."""

    chosen = Signal(object)  # Preset
    hovered = Signal(object)  # Preset, or None
    starred = Signal(object)  # Preset
    grouping_changed = Signal(Grouping)
    sight_changed = Signal()  # other presets may be in sight
    room_changed = Signal()  # thumbnails need another size
    add_requested = Signal()
    menu_requested = Signal(object, QPoint)  # Preset; where on the screen
    dropped = Signal(list)  # of IncomingItem
    refused = Signal(str)  # why what was dropped is of no use

    def __init__(
        self, library: ObservablePresets, favourites: Favourites, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._model = GalleryModel(library, favourites, self)
        self._current: Preset | None = None
        self._photo_size: QSize | None = None
        self.search_field = SearchField(self)
        self.search_field.textChanged.connect(self._search)
        self.search_field.returnPressed.connect(self._choose_first)
        self.group_button = GroupButton(self)
        self.group_button.grouping_chosen.connect(self._group)
        self.star_button = StarButton(self)
        self.star_button.toggled.connect(self._show_favourites_only)
        self.list = self._make_list()
        self.empty = EmptyResult(self)
        self.empty.show_all_requested.connect(self._show_all)
        self.add_button = QPushButton(self)
        self.add_button.clicked.connect(self.add_requested)
        self._lay_out()
        self.zones = DropOverlay(self, takes_photos=False)
        self._model.modelReset.connect(self._show_result)
        self.refresh_icons()
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.add_button.setText(self.tr("Add painting…"))
        self.add_button.setToolTip(self.tr("Make a preset from the colours of a painting (Ctrl+Shift+O)"))
        self.list.setAccessibleName(self.tr("Presets"))
        self._model.name_again()
        self._show_result()

    @property
    def presets(self) -> list[Preset]:
        """The presets that are listed, in their order."""
        return self._model.presets()

    def in_order_of_sight(self) -> list[Preset]:
        """The presets that are listed, those in sight first."""
        return self.list.in_order_of_sight()

    def thumbnail_size_px(self) -> QSize:
        """Size in device pixels at which the present photo fills the room for a thumbnail."""
        if self._photo_size is None:
            return QSize()
        room = self.list.cell.picture_size() * self.devicePixelRatioF()
        filled = self._photo_size.scaled(room.toSize(), Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        return filled.boundedTo(room.toSize() * 4).expandedTo(QSize(1, 1))

    def set_photo_size(self, size: QSize | None) -> None:
        """Begin with another photo, of which no thumbnail is there yet; None shows palettes."""
        self._photo_size = size
        self._model.set_plain(None)
        self.list.set_photo_size(size)
        self.list.reveal_current()

    def show_plain(self, image: QImage) -> None:
        """The photo without colours, for every preset that waits."""
        self._model.set_plain(image)

    def show_thumbnail(self, preset: Preset, image: QImage) -> None:
        self._model.set_thumbnail(preset, image)

    def show_chosen(self, preset: Preset | None) -> None:
        """Mark the chosen preset and bring it into sight; nothing moves when it is the same as before."""
        if preset == self._current:
            return
        self._current = preset
        self._model.set_chosen(preset)
        self._reselect()
        self.list.reveal_current()

    def show_suiting(self, presets: tuple[Preset, ...]) -> None:
        """Offer presets that suit the photo before all others; none of them for an empty tuple.

        The chosen preset stays in sight if it was: it may stand elsewhere then.
        """
        seen = self.list.is_current_in_sight
        self._model.set_suiting(presets)
        if seen:
            self.list.reveal_current()

    def show_model(self, model: Model) -> None:
        """Say which presets are for other models than this one."""
        self._model.set_model(model)

    def show_grouping(self, grouping: Grouping) -> None:
        """Group by something else, without emitting a signal."""
        self.group_button.show_grouping(grouping)
        self._model.set_arrangement(replace(self._model.arrangement, grouping=grouping))

    def set_compact(self, on: bool) -> None:
        """Leave the room to the presets: without the button below them, which the tool bar has, too."""
        self.add_button.setVisible(not on)
        self.list.set_compact(on)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(0, _COMPACT_MARGIN_PX if on else _MARGIN_PX, 0, _MARGIN_PX)

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        self.add_button.setIcon(icon("painting"))
        self.search_field.refresh_icons()
        self.group_button.refresh_icons()
        self.star_button.refresh_icons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.zones.setGeometry(self.rect())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(OWN_RESULT):
            return
        offer = offer_of(event.mimeData())
        self.zones.open(offer)
        self.zones.point_at(event.position().toPoint())
        copies = self.zones.takes(offer)
        event.setDropAction(Qt.DropAction.CopyAction if copies else Qt.DropAction.IgnoreAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.zones.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.zones.hide()
        offer = offer_of(event.mimeData())
        if self.zones.takes(offer):
            self.dropped.emit([item for item in items_in(event.mimeData()) if not item.is_film])
        else:
            self.refused.emit(self.zones.refusal_text(offer)[1])

    def _make_list(self) -> GalleryView:
        view = GalleryView(self._model, self)
        view.customContextMenuRequested.connect(self._ask_for_menu)
        view.chosen.connect(self.chosen)
        view.tried.connect(self.hovered)
        view.starred.connect(self.starred)
        self.group_button.larger.triggered.connect(lambda _checked=False: view.resize_thumbnails(1))
        self.group_button.smaller.triggered.connect(lambda _checked=False: view.resize_thumbnails(-1))
        view.verticalScrollBar().valueChanged.connect(self.sight_changed)
        view.room_changed.connect(self.room_changed)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.search_field, 1)
        top.addWidget(self.group_button)
        top.addWidget(self.star_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _MARGIN_PX, 0, _MARGIN_PX)
        layout.setSpacing(8)
        bottom = QHBoxLayout()
        bottom.addWidget(self.add_button)
        for row in (top, bottom):
            row.setContentsMargins(_MARGIN_PX, 0, _RIGHT_MARGIN_PX, 0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)
        layout.addLayout(bottom)

    def _search(self, text: str) -> None:
        self._model.set_arrangement(replace(self._model.arrangement, words=tuple(text.casefold().split())))

    def _show_favourites_only(self, on: bool) -> None:
        self.refresh_icons()
        self._model.set_arrangement(replace(self._model.arrangement, favourites_only=on))

    def _group(self, grouping: Grouping) -> None:
        self.show_grouping(grouping)
        self.grouping_changed.emit(grouping)

    def _show_result(self) -> None:
        nothing = self._model.rowCount() == 0
        starred = self._model.arrangement.favourites_only and not self._model.arrangement.words
        none = self.tr("No favourites yet: click the star on a preset, or press Ctrl+D.")
        self.empty.reason.setText(none if starred else self.tr("No preset fits these words."))
        self.list.setVisible(not nothing)
        self.empty.setVisible(nothing)
        self._reselect()
        self.sight_changed.emit()

    def _show_all(self) -> None:
        """List every preset again, and hand the keyboard back to the search."""
        self.star_button.setChecked(False)
        self.search_field.clear()
        self.search_field.setFocus()

    def _choose_first(self) -> None:
        for preset in self._model.presets()[:1]:
            self.chosen.emit(preset)

    def _reselect(self) -> None:
        """Put the keyboard on the chosen preset, without scrolling."""
        index, here = self._model.row_of(self._current), self.list.currentIndex().data(PRESET_ROLE)
        if self._current is not None and here is not None and here.slug == self._current.slug:
            return  # on another of its places: it may be listed twice
        if index.isValid():
            self.list.setAutoScroll(False)
            self.list.setCurrentIndex(index)
            self.list.setAutoScroll(True)

    def _ask_for_menu(self, position: QPoint) -> None:
        preset = self.list.indexAt(position).data(PRESET_ROLE)
        if preset is not None:
            self.menu_requested.emit(preset, self.list.viewport().mapToGlobal(position))
