"""Lets a photograph reach the canvas, with its first colours, before any thumbnail of the strip is read."""

from PySide6.QtCore import QObject

from desktop.ui.document.document import Document
from desktop.ui.filmstrip.photo_thumbnailer import PhotoThumbnailer
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.preview_renderer import PreviewRenderer


class CanvasFirst(QObject):
    """Holds the strip back from the moment a photograph is asked for until it has colours, or can have none.

    What comes later on the canvas does not: a painting over takes seconds.
    """

    def __init__(
        self,
        document: Document,
        loader: PhotoLoader,
        renderer: PreviewRenderer,
        thumbnails: PhotoThumbnailer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._loader, self._thumbnails = loader, thumbnails
        self._making_result = self._has_colours = False
        loader.busy_changed.connect(self._decide)
        document.photo_changed.connect(self._expect_colours)
        renderer.after_ready.connect(self._note_colours)
        renderer.result_busy_changed.connect(self._note_work)

    def _expect_colours(self) -> None:
        self._has_colours = False
        self._decide()

    def _note_colours(self, image: object) -> None:
        self._has_colours = image is not None
        self._decide()

    def _note_work(self, busy: bool) -> None:
        self._making_result = busy
        self._decide()

    def _decide(self) -> None:
        first_colours = self._making_result and not self._has_colours
        self._thumbnails.hold_back(self._loader.busy or first_colours)
