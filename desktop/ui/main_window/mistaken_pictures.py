"""Warns where a picture was probably meant otherwise: a painting without colours, a photograph with them."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.canvas.stage import Stage
from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Question
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.main_window.notifications import Notifications
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.original_reader import OriginalReader
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.preset_maker import Draft, PresetMaker


class MistakenPictures(QObject):
    """Offers the other use of the picture: to colour it, or to take its colours.

    Of photographs only those that were dropped or pasted by themselves: whoever walks through an album is left alone.
    """

    def __init__(
        self,
        stage: Stage,
        document: Document,
        filmstrip: FilmstripController,
        loader: PhotoLoader,
        preset_maker: PresetMaker,
        original_reader: OriginalReader,
        autosave: Autosave,
        notifications: Notifications,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._filmstrip = document, filmstrip
        self._loader, self._preset_maker, self._notifications = loader, preset_maker, notifications
        self._dropped: IncomingItem | None = None
        preset_maker.colourless.connect(self._ask_of_colourless)
        stage.photo_dropped.connect(self._note)
        autosave.restored.connect(
            lambda _as_new: self._note(None)
        )  # who made something of it knows what it is
        original_reader.found_vivid.connect(self._tell_of_colours)

    def _note(self, item: IncomingItem | None) -> None:
        self._dropped = item

    def _ask_of_colourless(self, item: IncomingItem, draft: Draft) -> None:
        self._notifications.show_question(
            lambda: Question(
                self.tr("“{name}” is grey: there are no colours to take from it.").format(name=draft.name),
                yes=self.tr("Colour it"),
                no=self.tr("Make a preset of it"),
            ),
            do=partial(self._loader.take_photo, item),
            do_other=partial(self._preset_maker.asked.emit, draft),
        )

    def _tell_of_colours(self) -> None:
        item, photo = self._dropped, self._document.photo
        self._dropped = None
        if item is None or photo is None or item.path != photo.path:
            return
        told = self.tr("This picture already has colours; they will be replaced.")
        self._notifications.show_info(
            " ".join([told, *map(translate_message, photo.notices)]),
            action=self.tr("Take its colours instead"),
            do=partial(self._take_colours, item),
        )

    def _take_colours(self, item: IncomingItem) -> None:
        """Make a preset of the picture, and let it make way for the photograph that was there before."""
        frame = self._filmstrip.photos.current
        if frame is not None:
            self._filmstrip.remove([frame])
        self._preset_maker.take([item])
