"""Runs the jobs of one export order as a batch on a worker thread, and reports what happens to each."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from threading import Lock

from desktop.engine.batch.events import Event
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.sources import Source
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.export.jobs import ExportJob, ExportOrder, Waiting
from desktop.ui.services.model_pool import ModelPool

Tell = Callable[[ExportJob, Event | None], None]


class QueueRunner:
    """One run of the queue.

    tell: is called on other threads, with None when a job is begun, else with what became of it.
    """

    def __init__(self, order: ExportOrder, waiting: Waiting, models: ModelPool, tell: Tell) -> None:
        self._order, self._waiting, self._models, self._tell = order, waiting, models, tell
        self._begun: list[ExportJob] = []
        self._batch: Batch | None = None
        self._paused = False
        self._lock = Lock()

    def work(self, token: CancelToken) -> None:
        """Export until no job of the order waits; raises Cancelled, or a fault that is not one photograph's."""

        def looks(_source: Source) -> Sequence[RenderRequest]:
            return [RenderRequest(self._begun[-1].edit, self._models).checked().started()]

        batch = Batch(
            self._sources(), looks, self._order.placement, token, skip_coloured=self._order.skip_coloured
        )
        with self._lock:
            self._batch = batch
            batch.pause(self._paused)
        with closing(batch.run()) as events:
            for event in events:
                self._tell(self._begun[event.number - 1], event)

    def pause(self, paused: bool) -> None:
        """Begin nothing more until told to go on."""
        with self._lock:
            self._paused = paused
            if self._batch is not None:
                self._batch.pause(paused)

    def drop(self, job: ExportJob) -> None:
        """Leave one job that was begun."""
        if self._batch is not None and job in self._begun:
            self._batch.drop(len(self._begun) - self._begun[::-1].index(job))

    def _sources(self) -> Iterator[Source]:
        """On the batch's reading thread."""
        for job in self._waiting.take_all(self._order):
            self._begun.append(job)
            self._tell(job, None)
            yield job.source
