"""Background work of the window: one protocol for all of it, and the base of what works on worker lanes."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from desktop.ui.base.worker_lane import WorkerLane


class Service(Protocol):
    """Something that works in the background for as long as the window is open.

    busy_changed: `busy` may have changed. failed: an Exception that the user has to be told of; one that is shown in
    its own place, on the photograph that it concerns for instance, does not come this way.
    """

    @property
    def busy(self) -> bool:
        """Whether there is still something to do."""

    @property
    def busy_changed(self) -> SignalInstance: ...

    @property
    def failed(self) -> SignalInstance: ...

    def cancel(self) -> None:
        """Stop what is being done; what is asked for later is done."""

    def close(self) -> None:
        """Stop for good: what belongs on disk is written, threads have ended, later requests are ignored."""


class LaneService(QObject):
    """A service whose work runs on worker lanes of its own."""

    busy_changed = Signal()
    failed = Signal(Exception)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: list[WorkerLane] = []
        self._counted: list[WorkerLane] = []

    def add_lane(
        self, name: str, *, keep_all: bool = False, reports_failures: bool = True, counts_as_busy: bool = True
    ) -> WorkerLane:
        """Make a lane that is cancelled and closed with the service; `name` is that of its thread.

        keep_all: as of `WorkerLane`. reports_failures: the lane's failures are the service's. counts_as_busy: while
        it works the service is busy.
        """
        lane = WorkerLane(name, keep_all=keep_all, parent=self)
        self._lanes.append(lane)
        if reports_failures:
            lane.failed.connect(self.failed)
        if counts_as_busy:
            self._counted.append(lane)
            lane.busy_changed.connect(self.busy_changed)
        return lane

    @property
    def busy(self) -> bool:
        """Whether anything runs or waits."""
        return any(lane.busy for lane in self._counted)

    def cancel(self) -> None:
        """Stop what runs, forget what waits."""
        for lane in self._lanes:
            lane.cancel()

    def close(self) -> None:
        """Stop for good."""
        for lane in self._lanes:
            lane.close()
