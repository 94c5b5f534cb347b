"""The jobs of the export queue: one for each photograph, with the edit that it had when the export was asked for."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from threading import Lock

from desktop.engine.batch.destinations import Destination, Placement
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.sources import Source
from desktop.engine.edits.edit import Edit
from desktop.ui.document.open_photos import Frame


class JobState(StrEnum):
    """How far a job has come."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    SKIPPED = "skipped"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether nothing more happens by itself."""
        return self not in (JobState.WAITING, JobState.RUNNING)


@dataclass(eq=False)
class ExportOrder:
    """What was asked for at once.

    originals: photographs that no result may replace, exported or not. skip_coloured: as of `Batch`.
    """

    destination: Destination
    originals: Sequence[Path]
    skip_coloured: bool = False

    @cached_property
    def placement(self) -> Placement:
        """Gives every result its place; looks at all originals, so only for workers."""
        return Placement(self.destination, Originals(self.originals))


@dataclass(eq=False)
class ExportJob:
    """One photograph to export.

    source: its file, and the folder below the destination that the result goes to. output: the result, or the file
    that is in its way; None where it was skipped because it has colours already. reason: why there is none, as the
    engine says it; empty where it knows no reason.
    notices: what is to be told of a result.
    """

    frame: Frame
    edit: Edit
    order: ExportOrder
    source: Source
    state: JobState = JobState.WAITING
    elapsed_s: float = 0.0
    output: Path | None = None
    reason: str = ""
    notices: tuple[str, ...] = ()


@dataclass
class Waiting:
    """The jobs that wait. May be used from any thread."""

    _jobs: deque[ExportJob] = field(default_factory=deque)
    _lock: Lock = field(default_factory=Lock)

    def add(self, jobs: Sequence[ExportJob]) -> None:
        """Put jobs at the end."""
        with self._lock:
            self._jobs.extend(jobs)

    def withdraw(self, job: ExportJob) -> bool:
        """Take a job out; whether it still waited."""
        with self._lock:
            if job not in self._jobs:
                return False
            self._jobs.remove(job)
            return True

    def first(self) -> ExportJob | None:
        """The job that is next; it stays where it is."""
        with self._lock:
            return self._jobs[0] if self._jobs else None

    def take_all(self, order: ExportOrder) -> Iterator[ExportJob]:
        """The jobs of one order that come next, each taken only when it is asked for."""
        while True:
            with self._lock:
                if not self._jobs or self._jobs[0].order is not order:
                    return
                job = self._jobs.popleft()
            yield job
