"""Shows the photograph of the document: on the canvas, in the status bar, and what the engine noticed in its file."""

from PySide6.QtCore import QObject, QSize

from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.texts import follow_language
from desktop.ui.canvas.reframing import reframed
from desktop.ui.canvas.stage import Stage
from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Notifier
from desktop.ui.main_window.status_bar import StatusBar


class PhotoPresenter(QObject):
    """Shows the document's photo wherever it is shown, or the welcome screen while there is none."""

    def __init__(
        self,
        document: Document,
        stage: Stage,
        status_bar: StatusBar,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._stage = document, stage
        self._status_bar, self._notifier = status_bar, notifier
        self._framing = document.framing  # on the canvas
        document.photo_changed.connect(self._show)
        document.framing_changed.connect(self._show_framing)
        follow_language(self.show_name)
        self._show()

    def show_name(self) -> None:
        """Say again which photo is open, after something else was told in its place."""
        self._status_bar.show_photo(self._document.shown_size_px, self._document.photo_name)

    def _show_framing(self) -> None:
        """Show another part of the photo, or the same turned: for now by what is on the canvas."""
        canvas, photo, before = self._stage.canvas, self._document.photo, self._framing
        shown = canvas.picture
        self._show_size()
        if photo is None:
            return
        size_px, after = (photo.width_px, photo.height_px), self._framing
        if shown.before is not None:
            canvas.show_before(reframed(shown.before, size_px, before, after))
        if shown.after is not None:
            canvas.show_after(reframed(shown.after, size_px, before, after))

    def _show_size(self) -> None:
        """Fit what is shown of the photo into the window."""
        self._framing = self._document.framing
        size_px = self._document.shown_size_px
        self._stage.canvas.set_photo_size(None if size_px is None else QSize(*size_px))
        self.show_name()

    def _show(self) -> None:
        photo = self._document.photo
        self._stage.show_canvas(photo is not None)
        self._show_size()
        if photo is None:
            return
        self._notifier.clear()
        if photo.notices:
            if photo.damage is None:
                self._notifier.show_info(" ".join(map(translate_message, photo.notices)))
            else:  # which stays until it is closed
                self._notifier.show_warning(*photo.notices)
