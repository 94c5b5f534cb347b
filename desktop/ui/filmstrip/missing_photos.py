"""Notices that files of open photographs are gone, says so on the strip, and reads them when they are there again."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import PictureNotFoundError
from desktop.engine.files.presence import is_there
from desktop.ui.base.service import LaneService
from desktop.ui.document.notifier import Notifier, Question
from desktop.ui.document.open_photos import UNREADABLE, Frame, ReadState
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.services.photo_loader import PhotoLoader


class MissingPhotos(LaneService):
    """Looks when the window becomes active again, since files are moved in another program."""

    def __init__(
        self,
        filmstrip: FilmstripController,
        loader: PhotoLoader,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._filmstrip, self._loader, self._notifier = filmstrip, loader, notifier
        self._lane = self.add_lane("missing photos", reports_failures=False, counts_as_busy=False)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._follow)

    def note(self, error: Exception) -> None:
        """Take notice that the photograph that was asked for could not be opened."""
        wanted = self._loader.wanted
        frame = None if wanted is None else self._filmstrip.photos.find(wanted)
        if frame is None or frame.unsaved is not None or not isinstance(error, PictureNotFoundError):
            return
        self._mark([frame])
        following = self._first_there() if self._filmstrip.photos.current is None else None
        if following is not None:
            # An empty canvas is of no use; the strip tells of the one that is gone.
            self._filmstrip.strip.go_to(following)
            return
        self._notifier.show_question(
            partial(self._question, frame.name),
            do=lambda: self._filmstrip.go_to(frame),
            do_other=lambda: self._filmstrip.remove([frame]),
        )

    def _question(self, name: str) -> Question:
        text = self.tr("{name} is not there any more: the file was moved, renamed or deleted.")
        return Question(text.format(name=name), yes=self.tr("Look again"), no=self.tr("Remove from strip"))

    def look(self) -> None:
        """See which files are gone, and which are there again."""
        frames = [frame for frame in self._filmstrip.photos.frames if frame.unsaved is None]

        def work(token: CancelToken) -> tuple[list[Frame], list[Frame]]:
            gone: list[Frame] = []
            back: list[Frame] = []
            for frame in frames:
                token.raise_if_cancelled()
                was_gone = frame.reading is ReadState.MISSING
                if is_there(frame.source.path) is was_gone:
                    (back if was_gone else gone).append(frame)
            return gone, back

        def done(found: tuple[list[Frame], list[Frame]]) -> None:
            gone, back = found
            self._mark(gone)
            for frame in back:
                self._filmstrip.thumbnails.read_again(frame)

        if frames:
            self._lane.submit(work, done)

    def _first_there(self) -> Frame | None:
        frames = self._filmstrip.photos.frames
        return next((frame for frame in frames if frame.reading not in UNREADABLE), None)

    def _follow(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self.look()

    def _mark(self, frames: Sequence[Frame]) -> None:
        for frame in frames:
            if frame.reading is not ReadState.MISSING:
                self._filmstrip.thumbnails.mark_missing(frame)
