"""Exporting from the window: asks how, fills the queue, and tells how it goes on."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QToolButton

from desktop.engine.naming import NameTemplate
from desktop.engine.sources import Source
from desktop.ui.document.export_options import ExportOptions
from desktop.ui.document.open_photos import Frame
from desktop.ui.export.dialog import ExportDialog
from desktop.ui.export.export_queue import ExportQueue
from desktop.ui.export.jobs import ExportJob, ExportOrder, JobState
from desktop.ui.export.queue_window import QueueWindow
from desktop.ui.widgets.icons import ICON_SIZE, icon

if TYPE_CHECKING:
    from desktop.ui.main_window.main_window import MainWindow

_THIS, _SELECTED, _ALL = "this", "selected", "all"


class ExportChip(QToolButton):
    """In the status bar: how far the export has come; a click opens the queue."""

    def __init__(self, queue: ExportQueue, panel: QueueWindow) -> None:
        super().__init__()
        self._queue, self._panel = queue, panel
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Show the export queue"))
        self.setAccessibleName(self.toolTip())
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._update)
        queue.changed.connect(self._soon.start)
        self.hide()

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        failed = self._queue.count(JobState.FAILED) > 0
        self.setIcon(icon("warning" if failed else "exported"))
        self.setIconSize(ICON_SIZE * 0.8)

    def _update(self) -> None:
        queue = self._queue
        total = len(queue.jobs)
        over = total - queue.count(JobState.WAITING, JobState.RUNNING)
        text = self.tr("Exporting {over} of {total}").format(over=over, total=total)
        self.setText(text if queue.busy else self._panel.outcome())
        self.setAccessibleDescription(self.text())
        self.setVisible(total > 0)
        self.refresh_icons()


class ExportController(QObject):
    """One queue for one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.queue = ExportQueue(window.models, self)
        self.panel = QueueWindow(self.queue, window)
        self.chip = ExportChip(self.queue, self.panel)
        self.chip.clicked.connect(lambda _checked=False: self.open_panel())
        self.dialog: ExportDialog | None = None
        self.queue.exported.connect(self._mark)
        self.queue.idle.connect(self._tell)

    def ask(self) -> None:
        """Ask how to export, and what: the photo on the canvas, those selected, or all."""
        filmstrip, document = self._window.filmstrip, self._window.document
        frames = {
            _SELECTED: filmstrip.strip.selected if filmstrip.photos.rowCount() > 1 else [],
            _THIS: [filmstrip.photos.current] if filmstrip.photos.current is not None else [],
            _ALL: filmstrip.photos.frames,
        }
        titles = {
            _SELECTED: self.tr("The {count} selected photos"),
            _THIS: self.tr("This photo"),
            _ALL: self.tr("All {count} photos"),
        }
        order = [_SELECTED, _THIS, _ALL] if len(frames[_SELECTED]) > 1 else [_THIS, _ALL]
        scopes = {
            key: (titles[key].format(count=len(frames[key])), len(frames[key]))
            for key in order
            if frames[key]
        }
        if filmstrip.photos.rowCount() < 2:
            scopes.pop(_ALL, None)
        if not scopes:
            return
        first: Frame = frames[next(iter(scopes))][0]
        edit = self._window.filmstrip.edit_of(first)

        def example(template: NameTemplate) -> str:
            name = "" if edit.blend is None else edit.blend.name
            amount, model = edit.adjustments.amount, document.model or ""
            return template.fill(first.path, preset=name, amount=amount, model=model)

        options = self._window.settings.export
        beside = first.path.parent if first.unsaved is None else self._window.settings.folder
        dialog = ExportDialog(options, scopes, example, beside, self._window)
        dialog.accepted.connect(lambda: self.export(list(frames[dialog.scope]), dialog.options))
        dialog.finished.connect(self._forget_dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        # With the next events: to make all its fields and to show them is too much for one go.
        QTimer.singleShot(0, dialog, dialog.open)

    def export(self, frames: Sequence[Frame], options: ExportOptions) -> None:
        """Put photographs into the queue, each with its own edit."""
        self._window.settings.export = options
        filmstrip = self._window.filmstrip
        originals: list[Path] = [frame.path for frame in filmstrip.photos.frames]
        order = ExportOrder(options.destination(), originals)
        # A pasted picture and the sample have no folder of their own: what would go beside them goes where
        # pictures are saved to.
        elsewhere = ExportOrder(options.destination(self._window.settings.folder), originals)
        jobs = [
            ExportJob(frame, filmstrip.edit_of(frame), order, frame.source)
            if frame.unsaved is None
            else ExportJob(frame, filmstrip.edit_of(frame), elsewhere, Source(frame.path, options.below))
            for frame in frames
        ]
        self.queue.add(sorted(jobs, key=lambda job: job.order is elsewhere))
        if len(frames) > 1:
            self.open_panel()

    def open_panel(self) -> None:
        """Bring the queue's window into sight."""
        self.panel.show()
        self.panel.raise_()
        self.panel.activateWindow()

    def close_lanes(self) -> None:
        """Stop for good."""
        self.queue.close_lanes()
        self.panel.close()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _mark(self, job: ExportJob) -> None:
        job.frame.exported = True
        self._window.filmstrip.photos.touch(job.frame)

    def _tell(self) -> None:
        """What came of it, unless the panel is in sight and says so."""
        if self.queue.jobs and not self.panel.isVisible():
            self._window.notices.show_info(
                self.panel.outcome(), action=self.tr("Show queue"), do=self.open_panel
            )
