"""Joins the gallery to the document: which preset is chosen, how presets are grouped, when thumbnails are made."""

from PySide6.QtCore import QObject, QSize

from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.settings import Settings
from desktop.ui.gallery.delegate import MIN_CELL_WIDTH_PX
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.gallery.preset_thumbnailer import PresetThumbnailer
from desktop.ui.services.preset_suggester import PresetSuggester


class GalleryController(QObject):
    """Shows the chosen preset and the photo under all of them; chooses and previews what the user points at."""

    def __init__(
        self,
        gallery: GalleryPanel,
        document: Document,
        editing: Editing,
        thumbnailer: PresetThumbnailer,
        suggester: PresetSuggester,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gallery, self._document = gallery, document
        self._thumbnailer, self._settings = thumbnailer, settings
        self._shown = document.edit.framing, document.edit.picture
        self._connect_thumbnails()
        suggester.found.connect(gallery.show_suiting)
        gallery.show_grouping(settings.grouping)
        gallery.grouping_changed.connect(self._keep_grouping)
        gallery.list.set_thumbnail_width(settings.thumbnail_width_px or MIN_CELL_WIDTH_PX)
        gallery.list.thumbnail_width_changed.connect(self._keep_size)
        gallery.hovered.connect(document.try_preset)
        gallery.chosen.connect(editing.choose)
        document.edit_changed.connect(self._show_chosen)
        document.aim_changed.connect(self._show_chosen)

    def _connect_thumbnails(self) -> None:
        thumbnailer, gallery, document = self._thumbnailer, self._gallery, self._document
        thumbnailer.set_order(gallery.in_order_of_sight)
        thumbnailer.plain_ready.connect(gallery.show_plain)
        thumbnailer.made.connect(gallery.show_thumbnail)
        gallery.sight_changed.connect(thumbnailer.go_on)
        gallery.room_changed.connect(self._start_thumbnails)
        document.photo_changed.connect(self._show_photo)
        for changed in (document.framing_changed, document.edit_changed):
            changed.connect(self._show_part)
        document.model_changed.connect(self._start_thumbnails)
        document.edit_changed.connect(lambda: thumbnailer.adjust(document.edit.adjustments))

    def _show_photo(self) -> None:
        size_px = self._document.shown_size_px
        self._gallery.set_photo_size(None if size_px is None else QSize(*size_px))
        self._start_thumbnails()

    def _show_part(self) -> None:
        """Show another part of the photo, unless it is only shown in passing."""
        passing = self._document.cropping or self._document.tried is not None
        edit = self._document.edit
        if not passing and (edit.framing, edit.picture) != self._shown:
            self._show_photo()

    def _start_thumbnails(self) -> None:
        document, size_px = self._document, self._gallery.thumbnail_size_px()
        edit = document.edit
        self._shown = edit.framing, edit.picture
        self._thumbnailer.start(document.photo, size_px, edit)

    def _show_chosen(self) -> None:
        """Mark the preset that was chosen, and remember it for the next start."""
        self._gallery.show_chosen(self._document.aimed_preset)
        preset = self._document.preset
        if preset is not None:
            self._settings.preset = preset.name

    def _keep_grouping(self, grouping: object) -> None:
        self._settings.grouping = grouping  # type: ignore[assignment]  # a signal carries objects

    def _keep_size(self, width_px: int) -> None:
        self._settings.thumbnail_width_px = width_px
