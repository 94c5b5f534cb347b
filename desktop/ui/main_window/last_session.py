"""What was open last: photographs and a film strip, which the welcome screen offers where they are still there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.files.page_place import file_of
from desktop.engine.files.presence import is_file
from desktop.ui.base.service import LaneService
from desktop.ui.canvas.stage import Stage
from desktop.ui.document.document import Document
from desktop.ui.document.settings import Settings
from desktop.ui.filmstrip.controller import FilmstripController


class LastSession(LaneService):
    """Remembers the film strip when the window is closed. Pictures without a file are offered elsewhere."""

    def __init__(
        self,
        document: Document,
        stage: Stage,
        filmstrip: FilmstripController,
        settings: Settings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._welcome = document, stage.welcome
        self._filmstrip, self._settings = filmstrip, settings
        self._strip: list[Path] = []
        self._lane = self.add_lane("last session", reports_failures=False, counts_as_busy=False)
        stage.welcome.recent_requested.connect(lambda photo: filmstrip.open([photo]))
        stage.welcome.strip_requested.connect(lambda: filmstrip.open(self._strip))
        document.photo_changed.connect(self._follow)

    def offer(self) -> None:
        """Have the welcome screen offer what is still there."""
        recent, strip = self._settings.recent, self._settings.strip

        def work(_token: CancelToken) -> tuple[list[Path], list[Path]]:
            return _present(recent), _present(strip)

        def done(present: tuple[list[Path], list[Path]]) -> None:
            photos, self._strip = present
            self._welcome.show_last(photos, len(self._strip))

        self._lane.submit(work, done)

    def keep(self) -> None:
        """Remember the film strip for the next start; one photograph alone is among the recent ones."""
        paths = [frame.path.absolute() for frame in self._filmstrip.photos.frames if frame.unsaved is None]
        if paths:
            self._settings.strip = paths if len(paths) > 1 else []

    def _follow(self) -> None:
        if self._document.photo is None:
            self.offer()


def _present(paths: Sequence[Path]) -> list[Path]:
    return [path for path in paths if is_file(file_of(path))]
