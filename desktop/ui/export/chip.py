"""The chip in the status bar that says how far the export has come."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QToolButton

from desktop.ui.base.texts import follow_language
from desktop.ui.export.export_queue import ExportQueue
from desktop.ui.export.jobs import JobState
from desktop.ui.export.queue_window import QueueWindow
from desktop.ui.widgets.icons import ICON_SIZE, icon


class ExportChip(QToolButton):
    """A button that shows how far the export has come, and opens the queue."""

    def __init__(self, queue: ExportQueue, window: QueueWindow) -> None:
        super().__init__()
        self._queue, self._queue_window = queue, window
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._update)
        queue.changed.connect(self._soon.start)
        follow_language(self._show_texts)
        self.hide()

    def _show_texts(self) -> None:
        self.setToolTip(self.tr("Show the export queue"))
        self.setAccessibleName(self.toolTip())
        self._update()

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        failed = self._queue.count(JobState.FAILED) > 0
        self.setIcon(icon("warning" if failed else "exported"))
        self.setIconSize(ICON_SIZE * 0.8)

    def _update(self) -> None:
        queue = self._queue
        total, over = len(queue.round), sum(job.state.is_over for job in queue.round)
        text = self.tr("Exporting {over} of {total}").format(over=over, total=total)
        self.setText(text if queue.busy else self._queue_window.outcome())
        self.setAccessibleDescription(self.text())
        self.setVisible(len(queue.jobs) > 0)
        self.refresh_icons()
