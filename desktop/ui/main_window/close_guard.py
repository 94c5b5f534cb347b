"""Guards the closing of the window while results are still being made: they are finished first, or cancelled."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop.ui.export.controller import ExportController
from desktop.ui.export.film_export import FilmExport
from desktop.ui.export.jobs import JobState
from desktop.ui.services.result_saver import ResultSaver
from desktop.ui.widgets.icons import ICON_SIZE, icon


class CloseGuard(QObject):
    """Lets a save finish with the window hidden; asks the user about a queue of exports and about a film."""

    def __init__(
        self, window: QWidget, saver: ResultSaver, export: ExportController, films: FilmExport
    ) -> None:
        super().__init__(window)
        self._window, self._saver, self._export, self._films = window, saver, export, films
        self._out_of_sight = False
        self._calling_off = False
        self.question: QMessageBox | None = None
        saver.failed.connect(lambda _error: self._come_back())  # what went wrong has to be seen
        saver.busy_changed.connect(self._leave_when_done)
        export.queue.idle.connect(self._leave_when_done)

    def may_close(self) -> bool:
        """Whether the window may be closed now. If not it is, as the case may be, once everything is done."""
        if self._films.colouring:
            self._ask_about_film()
            return False
        if self._export.busy and not self._out_of_sight and not self._calling_off:
            self._ask()
            return False
        if self._busy:
            self._go_out_of_sight()
            return False
        return True

    @property
    def _busy(self) -> bool:
        return self._saver.busy or (self._export.busy and not self._calling_off)

    def _ask(self) -> None:
        if self.question is not None:
            return
        left = self._export.queue.count(JobState.WAITING, JobState.RUNNING)
        box = self._make_box(
            self.tr("Export under way"), self.tr("%n photos are still to be exported.", "", left)
        )
        box.setInformativeText(self.tr("Tintype can close its window, finish them, and then quit."))
        finish = box.addButton(self.tr("Finish in the background"), QMessageBox.ButtonRole.AcceptRole)
        call_off = box.addButton(self.tr("Cancel the export"), QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(finish)
        box.setEscapeButton(stay)
        finish.clicked.connect(self._go_out_of_sight)
        call_off.clicked.connect(self._call_off)
        box.open()

    def _ask_about_film(self) -> None:
        if self.question is not None:
            return
        box = self._make_box(self.tr("Film under way"), self.tr("A film is still being coloured."))
        box.setInformativeText(self.tr("What is done is kept: the same film goes on from there next time."))
        stop = box.addButton(self.tr("Stop and close"), QMessageBox.ButtonRole.AcceptRole)
        stay = box.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        stop.clicked.connect(self._stop_film)
        box.open()

    def _make_box(self, title: str, text: str) -> QMessageBox:
        box = self.question = QMessageBox(self._window)
        box.setIconPixmap(icon("exported").pixmap(ICON_SIZE * 1.6))
        box.setWindowTitle(title)
        box.setText(text)
        layout = box.layout()
        if layout is not None:
            layout.setContentsMargins(20, 20, 20, 16)
        box.finished.connect(self._forget_question)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box

    def _stop_film(self) -> None:
        self._films.stop()
        self._window.close()

    def _forget_question(self) -> None:
        self.question = None

    def _go_out_of_sight(self) -> None:
        self._out_of_sight = True
        self._export.queue.pause(False)
        self._export.window.hide()
        self._window.hide()
        self._leave_when_done()

    def _call_off(self) -> None:
        self._calling_off = True
        self._export.cancel()
        self._window.close()

    def _leave_when_done(self) -> None:
        """Close for good, and quit: Qt does so by itself only when a visible window closes."""
        if not self._out_of_sight or self._busy:
            return
        if self._export.queue.count(JobState.FAILED):
            self._come_back()
            self._export.open_window()
        elif self._window.isHidden():
            self._window.close()
            QApplication.quit()

    def _come_back(self) -> None:
        if self._out_of_sight:
            self._out_of_sight = False
            self._window.show()
