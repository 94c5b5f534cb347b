"""Colours films that were dropped or opened: one after the other, each after a dialog that asks for the look."""

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.files.naming import output_path
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.video.joining import suffix_for
from desktop.engine.video.reading import Film
from desktop.engine.video.runner import FilmOrder, FilmProgress, colour_film
from desktop.ui.base.open_folder import open_folder
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.settings import Settings
from desktop.ui.export.film_dialog import FilmDialog
from desktop.ui.services.model_pool import ModelPool


class FilmExport(LaneService):
    """Reads a film, asks, and colours it on a worker lane while the user goes on working.

    dialog: about the current film. colouring: whether a film is being coloured, rather than asked about.
    """

    _progressed = Signal(FilmProgress)  # from the lane's thread

    def __init__(
        self,
        document: Document,
        models: ModelPool,
        settings: Settings,
        notifier: Notifier,
        beside: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """beside: a widget of the window that the dialogs belong to."""
        super().__init__(parent)
        self._document, self._models, self._settings = document, models, settings
        self._notifier, self._beside = notifier, beside
        self._waiting: list[Path] = []
        self.dialog: FilmDialog | None = None
        self.colouring = False
        self._lane = self.add_lane("film", keep_all=True)
        self._lane.failed.connect(lambda _error: self._end())
        self._lane.busy_changed.connect(lambda _busy: self._go_on())
        self._progressed.connect(self._show_progress)

    def ask(self, films: Sequence[Path]) -> None:
        """Ask about films, one after the other."""
        self._waiting += [film for film in films if film not in self._waiting]
        self._go_on()

    def offer(self, films: Sequence[Path]) -> None:
        """Say that a folder holds films, too, and ask about them when that is wanted."""
        self._notifier.show_info(
            self.tr("There are %n films in the folder.", "", len(films)),
            action=self.tr("Colour films"),
            do=lambda: self.ask(films),
        )

    def stop(self) -> None:
        """Stop colouring the film; the finished part is used when it is coloured again."""
        self._lane.cancel()
        self._end()

    def _go_on(self) -> None:
        if self.dialog is None and not self._lane.busy and self._waiting:
            path = self._waiting.pop(0)
            self._lane.submit(lambda _token: Film(path), self._ask)

    def _ask(self, film: Film) -> None:
        looks, facts = self._looks(), film.facts
        if not looks:
            self._notifier.show_warning(self.tr("Choose a preset first, then drop the film again."))
            return
        suffix = suffix_for(facts)
        choices = [(look, output_path(facts.path, look.chosen_blend.name, suffix)) for look in looks]
        dialog = self.dialog = FilmDialog(facts, choices, self._beside.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.begun.connect(lambda: self._colour(film, *dialog.choice))
        dialog.rejected.connect(self.stop)
        dialog.show()

    def _looks(self) -> list[Edit]:
        """What a new photograph would begin with, then what the one on the canvas has, as far as films can have it."""
        looks: list[Edit] = []
        for edit in (self._document.initial_edit, self._document.edit):
            look = Edit(edit.blend, edit.adjustments)
            if look.blend is not None and look not in looks:
                looks.append(look)
        return looks

    def _colour(self, film: Film, look: Edit, output: Path) -> None:
        self.colouring = True
        quality = self._settings.quality

        def work(token: CancelToken) -> Path:
            request = RenderRequest(look, self._models).checked()
            order = FilmOrder(request, output, quality, OutputOptions())
            with closing(colour_film(film, order, token)) as steps:
                for progress in steps:
                    self._progressed.emit(progress)
            return output

        self._lane.submit(work, self._tell)

    def _show_progress(self, progress: FilmProgress) -> None:
        if self.dialog is not None and self.colouring:
            self.dialog.show_progress(progress)

    def _tell(self, output: Path) -> None:
        self._end()
        self._notifier.show_info(
            self.tr("The film is coloured: {name}").format(name=output.name),
            action=self.tr("Show in folder"),
            do=lambda: open_folder(output.parent),
        )

    def _end(self) -> None:
        dialog, self.dialog, self.colouring = self.dialog, None, False
        if dialog is not None:
            dialog.rejected.disconnect(self.stop)
            dialog.close()
        self._go_on()
