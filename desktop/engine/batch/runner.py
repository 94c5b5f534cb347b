"""Runs a batch: many photographs under one or several looks; reading, colouring and writing go on in parallel.

One thread reads ahead, one runs the network and composes on all cores, some encode and write; a JPEG is composed
while it is written. Between them are short queues and budgets of bytes, so that memory does not depend on how many
photographs there are. Nothing is printed: the caller iterates over events, in a window and on a command line alike.
"""

import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.engine.batch.bounded_queue import BoundedQueue, Gate
from desktop.engine.batch.destinations import Place, Placement
from desktop.engine.batch.event_queue import EventQueue
from desktop.engine.batch.events import Event, Failed
from desktop.engine.batch.in_progress import InProgress
from desktop.engine.batch.reading import LooksOf, PhotoReader
from desktop.engine.batch.result_writer import write_composed
from desktop.engine.batch.saving import develop, timed
from desktop.engine.batch.sources import Source
from desktop.engine.batch.work_items import Composed, Opened
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.core.parallel import sharing_cores, usable_cores
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.framed import framed
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.render.series import NOT_FOUND

MAX_WRITERS = 4
GRACE_S = 0.3  # for threads to end when cancelled; a decoder inside a large picture does not listen


class Batch:
    """One pass over photographs. `run` it once; closing that generator early cancels the rest."""

    def __init__(
        self,
        sources: Iterable[Source],
        looks: Sequence[RenderRequest] | LooksOf,
        placement: Placement,
        cancel: CancelToken | None = None,
        *,
        strict: bool = False,
        skip_coloured: bool = False,
    ) -> None:
        """looks: of every photograph, or a function that tells each one's, on the reading thread.

        sources: are asked for one by one, on the reading thread, as it comes to them.
        strict: whether photographs that are damaged, but can be read in part, fail.
        skip_coloured: whether photographs that have colours already (`has_colours`) are left alone.
        """
        self._sources = sources
        self._placement = placement
        self._cancel = cancel or CancelToken()
        self._events = EventQueue(self._cancel)
        self._reader = PhotoReader(
            looks if callable(looks) else lambda _source: looks,
            placement,
            self._events,
            strict=strict,
            skip_coloured=skip_coloured,
        )
        self._in_progress = InProgress(self._cancel)
        self._photos: BoundedQueue[Opened] = BoundedQueue(1)
        self._results: BoundedQueue[Composed] = BoundedQueue(1)
        self._gate = Gate()
        self._lock = threading.Lock()
        self._writers = self._writing = min(usable_cores(), MAX_WRITERS)
        bodies = (self._read, self._color, *([self._write] * self._writers))
        self._threads = [
            threading.Thread(target=self._guarded, args=(body,), name=f"batch{body.__name__}", daemon=True)
            for body in bodies
        ]

    @property
    def lingering(self) -> bool:
        """Whether a thread is still at work after the iteration was left: a decoder that cannot be cancelled."""
        return any(thread.is_alive() for thread in self._threads)

    def pause(self, paused: bool) -> None:
        """Begin nothing more until told to go on; what is being read, coloured or written is finished."""
        self._gate.shut(paused)

    def drop(self, number: int) -> None:
        """Cancel one photograph, unless it is written already; a `Failed` event with `Cancelled` follows."""
        self._in_progress.drop(number)

    def run(self) -> Generator[Event, None, None]:
        """What happens, as it happens. Raises `Cancelled`, or a fault that is not one photograph's."""
        for thread in self._threads:
            thread.start()
        try:
            yield from self._events.events()
        finally:
            self._stop()

    def _stop(self) -> None:
        if self.lingering:
            self._cancel.cancel()
        for part in (self._gate, self._photos, self._results, self._in_progress):
            part.cancel()
        deadline_s = time.monotonic() + GRACE_S
        for thread in self._threads:
            thread.join(max(0.0, deadline_s - time.monotonic()))

    def _guarded(self, body: Callable[[], None]) -> None:
        try:
            body()
        except Cancelled:
            self._cancel.cancel()
        except BaseException as error:  # noqa: BLE001 - raised where the events are iterated
            self._events.crash(error)

    def _read(self) -> None:
        for number, source in enumerate(self._begun(), start=1):
            self._cancel.raise_if_cancelled()
            token = self._in_progress.begin(number)
            opened = self._reader.read(number, source, token)
            if opened is None:
                self._in_progress.finish(number)
            else:
                self._in_progress.hold_photo(opened)
                self._photos.put(opened)
            del opened
        self._in_progress.finish_beginning()
        self._photos.finish()

    def _begun(self) -> Iterator[Source]:
        """The sources, each asked for only when it may be begun."""
        sources = iter(self._sources)
        while True:
            self._gate.go_through()
            try:
                yield next(sources)
            except StopIteration:
                return

    def _color(self) -> None:
        for opened in self._photos:
            self._gate.go_through()
            for request, place in opened.tasks:
                self._compose(opened, request, place)
            del opened
        self._results.finish()

    def _compose(self, opened: Opened, request: RenderRequest, place: Place) -> None:
        self._in_progress.hold_result(opened)
        elapsed_s = dict(opened.elapsed_s)
        try:
            opened.token.raise_if_cancelled()
            with sharing_cores(self._sharers):
                options, resized = self._placement.options, self._resized(opened, request)
                shown = request.on(opened.photo)
                if len(shown.edit.regions) < len(request.edit.regions):
                    resized = replace(resized, notices=(*resized.notices, NOT_FOUND))
                picture = develop(shown, opened.photo, place.path, opened.token, elapsed_s, resized, options)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._in_progress.release(opened)
            self._events.fail(error, Failed(opened.number, request.name, opened.source.shown, error))
        else:
            self._results.put(Composed(opened, request, shown, resized, place, picture, elapsed_s))

    def _resized(self, opened: Opened, request: RenderRequest) -> Photo:
        """The photograph with the size and depth of one result."""
        photo = framed(opened.photo, request.edit.framing, opened.token)
        return opened.resized if photo is opened.photo else self._placement.options.of(photo)

    def _write(self) -> None:
        for composed in self._results:
            self._gate.go_through()
            self._save(composed)
            del composed
        with self._lock:
            self._writing -= 1
            if not self._writing:
                self._events.finish()

    def _save(self, composed: Composed) -> None:
        opened = composed.opened
        try:
            opened.token.raise_if_cancelled()
            with timed(composed.elapsed_s, "write"), sharing_cores(self._sharers):
                event = write_composed(composed, self._placement)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._events.fail(error, Failed(opened.number, composed.request.name, opened.source.shown, error))
        else:
            self._events.put(event)
        finally:
            self._in_progress.release(opened)

    @property
    def _sharers(self) -> int:
        """Among how many threads the cores are divided: the last photograph is written with all of them."""
        return 1 if self._in_progress.last_one_left else self._writers
