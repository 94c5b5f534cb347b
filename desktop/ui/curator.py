"""Connects the gallery of one window with the photo, the thumbnails and the person's collection of presets."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from desktop.engine.presets import Preset
from desktop.ui.actions import connect
from desktop.ui.preset_commands import MarkFavourite

if TYPE_CHECKING:
    from desktop.ui.window import Window


class Curator(QObject):
    """What happens on each command about presets."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self._connect_thumbnails()
        gallery, document = window.gallery, window.document
        gallery.show_grouping(window.settings.grouping)
        gallery.grouping_changed.connect(self._keep_grouping)
        gallery.hovered.connect(self._try)
        gallery.starred.connect(self._star)
        document.edit_changed.connect(self._show_marks)
        window.favourites.changed.connect(self._show_marks)
        connect(window.actions_.favourite, lambda: self._star(document.preset))

    def _connect_thumbnails(self) -> None:
        window, thumbnails, gallery = self._window, self._window.thumbnails, self._window.gallery
        thumbnails.set_order(gallery.in_order_of_sight)
        thumbnails.plain_ready.connect(gallery.show_plain)
        thumbnails.made.connect(gallery.show_thumbnail)
        thumbnails.failed.connect(window.notices.show_error)
        gallery.sight_changed.connect(thumbnails.go_on)
        gallery.room_changed.connect(self._start_thumbnails)
        window.document.photo_changed.connect(self._show_photo)
        window.document.model_changed.connect(self._start_thumbnails)

    def _show_photo(self) -> None:
        photo = self._window.document.photo
        size = None if photo is None else QSize(photo.width_px, photo.height_px)
        self._window.gallery.set_photo_size(size)
        self._start_thumbnails()

    def _start_thumbnails(self) -> None:
        self._window.thumbnails.start(self._window.document.photo, self._window.gallery.thumbnail_size_px())

    def _keep_grouping(self, grouping: object) -> None:
        self._window.settings.grouping = grouping  # type: ignore[assignment]  # a signal carries objects

    def _try(self, preset: Preset | None) -> None:
        """Preview a preset, when the network is quick enough to follow, or has been there already."""
        window = self._window
        if preset is None or window.studio.quick or window.thumbnails.has(preset):
            window.document.try_preset(preset)

    def _star(self, preset: Preset | None) -> None:
        if preset is not None:
            on = not self._window.favourites.has(preset)
            self._window.editing.undo_stack.push(MarkFavourite(self._window.favourites, preset, on=on))

    def _show_marks(self) -> None:
        preset, action = self._window.document.preset, self._window.actions_.favourite
        action.setEnabled(preset is not None)
        action.setChecked(preset is not None and self._window.favourites.has(preset))
