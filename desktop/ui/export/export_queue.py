"""The export queue: runs the jobs that wait, one order after the other, while the user goes on editing."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop.engine.batch.destinations import SkipReason
from desktop.engine.batch.events import Event, Finished, Skipped
from desktop.engine.core.errors import Cancelled, TintypeError
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.logging_setup import log_error
from desktop.ui.base.plain_text import plain_tip
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.export.jobs import ExportJob, JobState, Waiting
from desktop.ui.export.progress_rate import ProgressRate
from desktop.ui.export.queue_runner import QueueRunner
from desktop.ui.services.model_pool import ModelPool

JOB_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class ExportQueue(QAbstractListModel):
    """A list model with one row a job. The states of jobs change on the GUI thread only."""

    changed = Signal()  # anything that a summary shows
    exported = Signal(ExportJob)
    idle = Signal()  # everything is over
    _happened = Signal(object, object)

    def __init__(self, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._jobs: list[ExportJob] = []
        self._round: list[ExportJob] = []
        self._waiting = Waiting()
        self._run: QueueRunner | None = None
        self._paused = False
        self._clock = ProgressRate()
        self._lane = WorkerLane("export", parent=self)
        self._lane.failed.connect(self._fail_all)
        self._lane.busy_changed.connect(self._go_on)
        self._happened.connect(self._take)

    @property
    def jobs(self) -> Sequence[ExportJob]:
        """All jobs, in the order in which they were asked for."""
        return self._jobs

    @property
    def round(self) -> Sequence[ExportJob]:
        """The jobs since the queue was last finished; earlier ones do not count for its progress."""
        return self._round

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return self._lane.busy or any(not job.state.is_over for job in self._jobs)

    @property
    def paused(self) -> bool:
        """Whether nothing more is begun."""
        return self._paused

    def count(self, *states: JobState) -> int:
        """How many jobs are in one of these states."""
        return sum(job.state in states for job in self._jobs)

    @property
    def seconds_each(self) -> float | None:
        """Recent seconds per photograph, those done in parallel counted together; None while it is not known."""
        return self._clock.seconds_each

    def add(self, jobs: Sequence[ExportJob]) -> None:
        """Export more, after what waits already."""
        if not self.busy:
            self._clock.reset()
            self._round = []
        self._round += jobs
        first = len(self._jobs)
        self.beginInsertRows(QModelIndex(), first, first + len(jobs) - 1)
        self._jobs += jobs
        self.endInsertRows()
        self._wait(jobs)

    def pause(self, paused: bool) -> None:
        """Begin nothing more until told to go on."""
        self._paused = paused
        self._clock.run(self._lane.busy and not paused)
        if self._run is not None:
            self._run.pause(paused)
        self.changed.emit()

    def cancel_jobs(self, jobs: Sequence[ExportJob]) -> None:
        """Leave jobs that are not over."""
        withdrawn = [job for job in jobs if self._waiting.withdraw(job)]
        for job in set(jobs).difference(withdrawn):
            if not job.state.is_over and self._run is not None:
                self._run.drop(job)
        self._mark(withdrawn, JobState.CANCELLED)

    def cancel(self) -> None:
        """Leave everything that is not over."""
        self.cancel_jobs([job for job in self._jobs if job.state is JobState.WAITING])
        self._lane.cancel()

    def retry(self, jobs: Sequence[ExportJob]) -> None:
        """Export again what failed or was cancelled."""
        again = [job for job in jobs if job.state in (JobState.FAILED, JobState.CANCELLED)]
        if again and not self.busy:
            self._clock.reset()
        known = set(self._round)
        self._round += [job for job in again if job not in known]
        self._wait(again)

    def clear(self) -> None:
        """Forget the jobs that are over."""
        self.beginResetModel()
        self._jobs = [job for job in self._jobs if not job.state.is_over]
        self._round = [job for job in self._round if not job.state.is_over]
        self.endResetModel()
        self.changed.emit()

    def close(self) -> None:
        """Stop for good."""
        self._lane.close()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._jobs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        job = self._jobs[index.row()]
        if role == JOB_ROLE:
            return job
        if role == Qt.ItemDataRole.DisplayRole:
            return job.frame.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(
                "\n".join([str(job.source.path), self.state_text(job), *map(translate_message, job.notices)])
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([job.frame.name, self.state_text(job)])
        return None

    def state_text(self, job: ExportJob) -> str:
        """How far a job has come, in one line."""
        name = job.output.name if job.output is not None else ""
        texts: dict[JobState, Callable[[], str]] = {
            JobState.WAITING: lambda: self.tr("Waiting"),
            JobState.RUNNING: lambda: self.tr("Being exported…"),
            JobState.DONE: lambda: self.tr("Exported as {name}").format(name=name),
            JobState.SKIPPED: lambda: self._skip_text(name),
            JobState.FAILED: lambda: self.tr("Failed: {reason}").format(reason=self._reason(job)),
            JobState.CANCELLED: lambda: self.tr("Cancelled"),
        }
        return texts[job.state]()

    def _reason(self, job: ExportJob) -> str:
        if not job.reason:
            return self.tr("an error in Tintype, see the log")
        return translate_message(job.reason).replace(str(job.source.path), job.frame.name)

    def _skip_text(self, name: str) -> str:
        if not name:
            return self.tr("Skipped: it is in colour already")
        return self.tr("Skipped: there is a file {name}").format(name=name)

    def _wait(self, jobs: Sequence[ExportJob]) -> None:
        for job in jobs:
            job.elapsed_s, job.output, job.reason, job.notices = 0.0, None, "", ()
        self._mark(jobs, JobState.WAITING)
        self._waiting.add(jobs)
        self._go_on()

    def _go_on(self) -> None:
        """Begin the next order, unless one runs; what is left of a cancelled run is cancelled."""
        if self._lane.busy:
            return
        self._mark([job for job in self._jobs if job.state is JobState.RUNNING], JobState.CANCELLED)
        first = self._waiting.first()
        self._clock.run(first is not None and not self._paused)
        self._run = None
        if first is None:
            self.changed.emit()
            self.idle.emit()
            return
        self._run = QueueRunner(first.order, self._waiting, self._models, self._happened.emit)
        self._run.pause(self._paused)
        self._lane.submit(self._run.work, lambda _nothing: None)

    def _take(self, job: ExportJob, event: Event | None) -> None:
        """What a run tells of one job."""
        if event is None:
            self._mark([job], JobState.RUNNING)
            return
        self._clock.count()
        if isinstance(event, Finished):
            job.output, job.elapsed_s = event.result.output, sum(event.result.elapsed_s.values())
            job.notices = event.result.notices
            self._mark([job], JobState.DONE)
            self.exported.emit(job)
        elif isinstance(event, Skipped):
            coloured = event.place.skip_reason is SkipReason.COLOURED
            job.output = None if coloured else event.place.path
            self._mark([job], JobState.SKIPPED)
        elif isinstance(event.error, Cancelled):
            self._mark([job], JobState.CANCELLED)
        else:
            log_error(event.error)
            self._fail(job, event.error)

    def _fail(self, job: ExportJob, error: Exception) -> None:
        job.reason = str(error) if isinstance(error, TintypeError) else ""
        self._mark([job], JobState.FAILED)

    def _fail_all(self, error: Exception) -> None:
        """The whole run failed, not one photograph: there is no model, for instance."""
        log_error(error)
        for job in self._jobs:
            if job.state is JobState.RUNNING or self._waiting.withdraw(job):
                self._fail(job, error)

    def _mark(self, jobs: Sequence[ExportJob], state: JobState) -> None:
        if not jobs:
            return
        for job in jobs:
            job.state = state
        rows = [self._jobs.index(jobs[0])] if len(jobs) == 1 else [0, len(self._jobs) - 1]
        self.dataChanged.emit(self.index(rows[0]), self.index(rows[-1]))
        self.changed.emit()
