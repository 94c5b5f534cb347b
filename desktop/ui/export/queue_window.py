"""The window of the export queue: the jobs, their progress, and buttons to pause, cancel and retry."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.base.open_folder import open_file, open_folder
from desktop.ui.base.plain_text import plain_label
from desktop.ui.base.texts import follow_language
from desktop.ui.export.delegate import QueueDelegate
from desktop.ui.export.export_queue import JOB_ROLE, ExportQueue
from desktop.ui.export.jobs import ExportJob, JobState

REFRESH_MS = 500  # often enough for a clock that counts minutes


class QueueWindow(QDialog):
    """A window that stays open beside the main one while the user goes on editing; closing it stops nothing."""

    def __init__(self, queue: ExportQueue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.resize(600, 480)
        self._queue = queue
        self.summary = plain_label(QLabel(self))
        self.summary.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("exportBar")
        self.bar.setFixedHeight(6)
        self.bar.setTextVisible(False)
        self.list = self._make_list()
        self.pause = self._button(self._toggle_pause)
        self.cancel = self._button(lambda: queue.cancel_jobs(self.selected))
        self.cancel_all = self._button(queue.cancel)
        self.retry = self._button(self._retry)
        self.clear = self._button(queue.clear)
        self.show_in_folder = self._button(self._show_in_folder)
        self._lay_out()
        # Once after many changes at once, and while a clock is running.
        self._refresh = QTimer(self, interval=REFRESH_MS)
        self._refresh.timeout.connect(self._update)
        queue.changed.connect(self._update_soon)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._update)
        self.list.selectionModel().selectionChanged.connect(self._update_soon)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.setWindowTitle(self.tr("Export queue"))
        self.bar.setAccessibleName(self.tr("Progress of the export"))
        self.list.setAccessibleName(self.tr("Exports"))
        self.cancel.setText(self.tr("Cancel"))
        self.cancel_all.setText(self.tr("Cancel all"))
        self.retry.setText(self.tr("Retry failed"))
        self.clear.setText(self.tr("Clear finished"))
        self.show_in_folder.setText(self.tr("Show in folder"))
        self._update()

    @property
    def selected(self) -> Sequence[ExportJob]:
        """The jobs that are selected."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self._queue.jobs[row] for row in rows]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete):
            self._queue.cancel_jobs(self.selected)
        else:
            super().keyPressEvent(event)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("queue")
        view.setModel(self._queue)
        view.setItemDelegate(QueueDelegate(view))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.doubleClicked.connect(self._open)
        return view

    def _button(self, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: slot())
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.pause)
        top.addWidget(self.cancel_all)
        bottom = QHBoxLayout()
        for button in (self.cancel, self.retry, self.show_in_folder):
            bottom.addWidget(button)
        bottom.addStretch(1)
        bottom.addWidget(self.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.list, 1)
        layout.addLayout(bottom)

    def _update_soon(self) -> None:
        self._soon.start()

    def _update(self) -> None:
        queue = self._queue
        busy = queue.busy
        (self._refresh.start if busy and self.isVisible() else self._refresh.stop)()
        over = sum(job.state.is_over for job in queue.round)
        self.bar.setMaximum(max(len(queue.round), 1))
        self.bar.setValue(over)
        self.summary.setText(self._summary(over))
        states = {job.state for job in self.selected}
        self.pause.setText(self.tr("Resume") if queue.paused else self.tr("Pause"))
        self.pause.setEnabled(busy or queue.paused)
        self.cancel.setEnabled(bool(states & {JobState.WAITING, JobState.RUNNING}))
        self.cancel_all.setEnabled(busy)
        self.retry.setEnabled(queue.count(JobState.FAILED, JobState.CANCELLED) > 0)
        self.clear.setEnabled(over > 0)
        self.show_in_folder.setEnabled(bool(self._results()))

    def _summary(self, over: int) -> str:
        """A line with count, speed and time left; at the end with the outcome."""
        queue, total = self._queue, len(self._queue.round)
        if not queue.jobs:
            return self.tr("Nothing is being exported.")
        if not queue.busy:
            return self.outcome()
        parts = [self.tr("{over} of {total} photos").format(over=over, total=total)]
        each_s = queue.seconds_each
        if queue.paused:
            parts.append(self.tr("paused"))
        elif each_s:
            parts.append(self.tr("{rate:.0f} a minute").format(rate=60 / each_s))
            parts.append(self._time_left((total - over) * each_s))
        return self.tr(" · ").join(parts)

    def outcome(self) -> str:
        """What came of the jobs of this round, by state."""
        titles = {
            JobState.DONE: self.tr("{count} exported"),
            JobState.SKIPPED: self.tr("{count} skipped"),
            JobState.FAILED: self.tr("{count} failed"),
            JobState.CANCELLED: self.tr("{count} cancelled"),
        }
        counts = Counter(job.state for job in self._queue.round)
        return self.tr(" · ").join(
            title.format(count=counts[state]) for state, title in titles.items() if counts[state]
        )

    def _time_left(self, left_s: float) -> str:
        if left_s < 60:
            return self.tr("less than a minute left")
        if left_s < 3600:
            return self.tr("about {minutes} min left").format(minutes=round(left_s / 60))
        return self.tr("about {hours} h left").format(hours=self.locale().toString(left_s / 3600, "f", 1))

    def _toggle_pause(self) -> None:
        self._queue.pause(not self._queue.paused)

    def _retry(self) -> None:
        """What is selected and failed; without a selection everything that failed or was cancelled."""
        lost = (JobState.FAILED, JobState.CANCELLED)
        self._queue.retry([job for job in self.selected if job.state in lost] or self._queue.jobs)

    def _show_in_folder(self) -> None:
        for result in self._results()[-1:]:
            open_folder(result.parent)

    def _results(self) -> list[Path]:
        """The results of what is selected; without a selection all of them."""
        jobs = self.selected or self._queue.jobs
        return [job.output for job in jobs if job.output is not None]

    def _open(self, index: QModelIndex) -> None:
        job = index.data(JOB_ROLE)
        if job.output is not None:
            open_file(job.output)

    def _open_menu(self, position: QPoint) -> None:
        if not self.list.indexAt(position).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.cancel, self.retry, self.show_in_folder):
            action = menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())
        menu.popup(self.list.viewport().mapToGlobal(position))
