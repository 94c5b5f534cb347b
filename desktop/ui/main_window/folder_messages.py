"""Tells what else lies in a folder that was opened: films, and results of this program."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.ui.canvas.stage import Stage
from desktop.ui.document.notifier import Notifier
from desktop.ui.export.film_export import FilmExport
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.services.photo_loader import PhotoLoader


class FolderMessages(QObject):
    """Shows the message once the first photograph is on the canvas, which clears earlier messages."""

    def __init__(
        self,
        stage: Stage,
        filmstrip: FilmstripController,
        loader: PhotoLoader,
        film_export: FilmExport,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self._filmstrip, self._loader = stage, filmstrip, loader
        self._film_export, self._notifier = film_export, notifier
        self._films: Sequence[Path] = ()
        self._results: Sequence[Path] = ()
        self._told_before = ""
        filmstrip.films_found.connect(self._note_films)
        filmstrip.results_left_out.connect(self._note_results)
        loader.busy_changed.connect(self._tell)

    def _note_films(self, films: Sequence[Path]) -> None:
        self._films = films
        QTimer.singleShot(0, self._tell)  # the first photograph is asked for after this

    def _note_results(self, results: Sequence[Path]) -> None:
        self._results, self._told_before = results, self._stage.messages.text
        QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        if self._loader.busy:
            return
        films, results = self._films, self._results
        self._films = self._results = ()
        if films:
            self._film_export.offer(films)
        elif results and self._stage.messages.text in (
            "",
            self._told_before,
        ):  # else of the photograph itself
            self._notifier.show_info(
                self.tr("%n results in the folder were left out.", "", len(results)),
                action=self.tr("Open them, too"),
                do=lambda: self._filmstrip.open(results),
            )
