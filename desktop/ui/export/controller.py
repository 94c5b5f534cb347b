"""Exporting from the window: asks how, fills the queue, and tells how it goes on."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop.engine.batch.sources import Source
from desktop.engine.edits.edit import Edit
from desktop.engine.files.naming import NameTemplate
from desktop.ui.document.display_names import display_names
from desktop.ui.document.document import Document
from desktop.ui.document.export_options import ExportOptions
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.open_photos import Frame, OpenPhotos
from desktop.ui.document.settings import Settings
from desktop.ui.export.chip import ExportChip
from desktop.ui.export.dialog import ExportDialog
from desktop.ui.export.export_queue import ExportQueue
from desktop.ui.export.jobs import ExportJob, ExportOrder
from desktop.ui.export.queue_window import QueueWindow
from desktop.ui.export.scope import ExportScope
from desktop.ui.services.model_pool import ModelPool

_THIS, _SELECTED, _ALL = "this", "selected", "all"
_INITIAL, _SHOWN = "initial", "shown"  # looks of photographs that have none yet


class ExportController(QObject):
    """The one export queue of the window, a service: what fails is shown in the queue, so `failed` stays silent."""

    busy_changed = Signal()
    failed = Signal(Exception)

    def __init__(
        self,
        photos: OpenPhotos,
        edit_of: Callable[[Frame], Edit],
        apply_look: Callable[[Sequence[Frame]], None],
        document: Document,
        models: ModelPool,
        settings: Settings,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        """edit_of: the edit that a photograph's result is made with.

        apply_look: gives photographs the look of the one on the canvas, as a step that can be undone.
        """
        super().__init__(parent)
        self._photos, self._edit_of, self._apply_look, self._document = photos, edit_of, apply_look, document
        self._settings, self._notifier = settings, notifier
        self.queue = ExportQueue(models, self)
        self.window = QueueWindow(self.queue)
        self.chip = ExportChip(self.queue, self.window)
        self.chip.clicked.connect(lambda _checked=False: self.open_window())
        self.dialog: ExportDialog | None = None
        self.queue.exported.connect(self._mark)
        self.queue.idle.connect(self._tell)
        self.queue.changed.connect(self.busy_changed)

    @property
    def busy(self) -> bool:
        """Whether anything is being exported, or waits for it."""
        return self.queue.busy

    def ask(self, selected: Sequence[Frame]) -> None:
        """Ask how to export, and what: the photo on the canvas, those selected, or all."""
        several = self._photos.rowCount() > 1
        current = self._photos.current
        frames = {
            _SELECTED: list(selected) if several else [],
            _THIS: [current] if current is not None else [],
            _ALL: list(self._photos.frames) if several else [],
        }
        titles = {
            _SELECTED: self.tr("The {count} selected photos"),
            _THIS: self.tr("This photo"),
            _ALL: self.tr("All {count} photos"),
        }
        order = [_SELECTED, _THIS, _ALL] if len(frames[_SELECTED]) > 1 else [_THIS, _ALL]
        scopes = {
            key: ExportScope(titles[key].format(count=len(frames[key])), tuple(frames[key]))
            for key in order
            if frames[key]
        }
        if not scopes:
            return
        first = frames[next(iter(scopes))][0]
        beside = first.path.parent if first.unsaved is None else self._settings.folder
        example = self._example(first)
        dialog = ExportDialog(
            self._settings.export,
            scopes,
            self._looks(),
            example,
            beside,
            self._settings.folder,
            self.chip.window(),
        )
        dialog.accepted.connect(lambda: self._accept(scopes[dialog.scope], dialog))
        dialog.finished.connect(self._forget_dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        # With the next events: to make all its fields and to show them is too much for one go.
        QTimer.singleShot(0, dialog, dialog.open)

    def _looks(self) -> dict[str, str]:
        """The looks for photographs that have none yet: the one they would begin with, and the one on the canvas."""
        initial, shown = self._document.initial_edit, self._document.edit.carried()
        looks = {_INITIAL: display_names(initial.blend)}
        if shown != initial:
            looks[_SHOWN] = self.tr("The look on the canvas: {name}").format(name=display_names(shown.blend))
        return looks

    def _accept(self, scope: ExportScope, dialog: ExportDialog) -> None:
        if dialog.look == _SHOWN and scope.without_look:
            self._apply_look(scope.without_look)
        self.export(scope.frames, dialog.options)

    def _example(self, frame: Frame) -> Callable[[NameTemplate], str]:
        """What a template makes of the name of a photograph's result."""
        edit = self._edit_of(frame)
        name = "" if edit.blend is None else edit.blend.name

        def fill(template: NameTemplate) -> str:
            amount, model = edit.adjustments.amount, self._document.model or ""
            return template.fill(frame.source.shown, preset=name, amount=amount, model=model)

        return fill

    def export(self, frames: Sequence[Frame], options: ExportOptions) -> None:
        """Put photographs into the queue, each with its own edit."""
        self._settings.export = options
        originals: list[Path] = [frame.source.path for frame in self._photos.frames]
        order = ExportOrder(options.destination(), originals, options.skip_coloured)
        # A pasted picture and the sample have no folder of their own: what would go beside them goes where
        # pictures are saved to.
        elsewhere = ExportOrder(options.destination(self._settings.folder), originals, options.skip_coloured)
        jobs = [
            ExportJob(frame, self._edit_of(frame), order, frame.source)
            if frame.unsaved is None
            else ExportJob(frame, self._edit_of(frame), elsewhere, Source(frame.path, options.below))
            for frame in frames
        ]
        self.queue.add(sorted(jobs, key=lambda job: job.order is elsewhere))
        if len(frames) > 1:
            self.open_window()

    def open_window(self) -> None:
        """Bring the queue's window into sight."""
        self.window.show()
        self.window.raise_()
        self.window.activateWindow()

    def cancel(self) -> None:
        """Leave everything that is not over."""
        self.queue.cancel()

    def close(self) -> None:
        """Stop for good."""
        self.queue.close()
        self.window.close()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _mark(self, job: ExportJob) -> None:
        job.frame.exported = True
        self._photos.touch(job.frame)

    def _tell(self) -> None:
        """What came of it, unless the queue's window is in sight and says so."""
        if self.queue.jobs and not self.window.isVisible():
            self._notifier.show_info(self.window.outcome(), action=self.tr("Show queue"), do=self.open_window)
