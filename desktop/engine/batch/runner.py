"""Runs a batch: many photographs under one or several looks; reading, colouring and writing go on in parallel.

One thread reads ahead, one runs the network and composes on all cores, some encode and write; a JPEG is composed
while it is written. Between them are short queues and budgets of bytes, so that memory does not depend on how many
photographs there are. Nothing is printed: the caller iterates over events, in a window and on a command line alike.
"""

import queue
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.engine.batch.bounded_queue import Budget, Channel, Gate
from desktop.engine.batch.destinations import Place, Placement
from desktop.engine.batch.events import Event, Failed, Skipped
from desktop.engine.batch.result_writer import write_composed
from desktop.engine.batch.saving import develop, timed
from desktop.engine.batch.sources import Source
from desktop.engine.batch.work_items import Composed, Opened, left_coloured
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.core.parallel import sharing_cores, usable_cores
from desktop.engine.decode.colourfulness import has_colours
from desktop.engine.decode.reader import read_photo
from desktop.engine.files.file_state import FileState
from desktop.engine.files.temporary_files import remove_leftovers
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.framed import framed
from desktop.engine.render.pipeline import RenderRequest

PHOTOS_BYTES = 256 * 2**20  # of photographs that were read and are not written yet
RESULTS_BYTES = 384 * 2**20  # of results that are composed and not written yet
MAX_WRITERS = 4
GRACE_S = 0.3  # for threads to end when called off; a decoder inside a large picture does not listen
POLL_S = 0.1  # Windows delivers Ctrl+C only between two waits


@dataclass(frozen=True)
class _Crashed:
    error: BaseException


LooksOf = Callable[[Source], Sequence[RenderRequest]]


class Batch:
    """One pass over photographs. `run` it once; closing that generator early calls the rest off."""

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
        self._looks_of: LooksOf = looks if callable(looks) else lambda _source: looks
        self._placement = placement
        self._cancel = cancel or CancelToken()
        self._strict, self._skip_coloured = strict, skip_coloured
        self._photos: Channel[Opened] = Channel(1)
        self._results: Channel[Composed] = Channel(1)
        self._photos_budget, self._results_budget = Budget(PHOTOS_BYTES), Budget(RESULTS_BYTES)
        self._events: queue.SimpleQueue[Event | _Crashed | None] = queue.SimpleQueue()
        self._gate = Gate()
        self._tokens: dict[int, CancelToken] = {}
        self._last = 0  # number of the photograph that was begun last
        self._lock = threading.Lock()
        self._swept: set[Path] = set()
        self._all_read = False
        self._writers = self._writing = min(usable_cores(), MAX_WRITERS)
        bodies = (self._read, self._color, *([self._write] * self._writers))
        self._threads = [
            threading.Thread(target=self._guarded, args=(body,), name=f"batch{body.__name__}", daemon=True)
            for body in bodies
        ]

    @property
    def lingering(self) -> bool:
        """Whether a thread is still at work after the iteration was left: a decoder that does not listen."""
        return any(thread.is_alive() for thread in self._threads)

    def pause(self, paused: bool) -> None:
        """Begin nothing more until told to go on; what is being read, coloured or written is finished."""
        self._gate.shut(paused)

    def drop(self, number: int) -> None:
        """Leave one photograph, unless it is written already; `Failed` tells of it, with `Cancelled`."""
        with self._lock:
            if number > self._last:  # on its way from the sources
                self._tokens.setdefault(number, self._cancel.branch())
            token = self._tokens.get(number)
        if token is not None:
            token.cancel()

    def run(self) -> Generator[Event, None, None]:
        """What happens, as it happens. Raises `Cancelled`, or a fault that is not one photograph's."""
        for thread in self._threads:
            thread.start()
        try:
            while True:
                self._cancel.raise_if_cancelled()
                try:
                    event = self._events.get(timeout=POLL_S)
                except queue.Empty:
                    continue
                if event is None:
                    return
                if isinstance(event, _Crashed):
                    raise event.error
                yield event
        finally:
            self._stop()

    def _stop(self) -> None:
        if self.lingering:
            self._cancel.cancel()
        for part in (self._gate, self._photos, self._results, self._photos_budget, self._results_budget):
            part.cut()
        deadline_s = time.monotonic() + GRACE_S
        for thread in self._threads:
            thread.join(max(0.0, deadline_s - time.monotonic()))

    def _guarded(self, body: Callable[[], None]) -> None:
        try:
            body()
        except Cancelled:
            self._cancel.cancel()
        except BaseException as error:  # noqa: BLE001 - handed to whoever iterates
            self._events.put(_Crashed(error))

    def _read(self) -> None:
        for number, source in enumerate(self._begun(), start=1):
            self._cancel.raise_if_cancelled()
            with self._lock:
                self._last, token = number, self._tokens.setdefault(number, self._cancel.branch())
            opened = self._opened(number, source, token)
            if opened is None:
                self._forget(number)
            else:
                self._photos_budget.take(opened.size_bytes)
                self._photos.put(opened)
            del opened
        with self._lock:
            self._all_read = True
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

    def _opened(self, number: int, source: Source, token: CancelToken) -> Opened | None:
        """The photograph, read; None when there is nothing to make of it, or it cannot be read."""
        state = FileState.of(source.path)
        tasks = self._tasks(number, source, state)
        if not tasks:
            return None
        elapsed_s: dict[str, float] = {}
        try:
            if self._skip_coloured and has_colours(source.path, token, page=source.page):
                for event in left_coloured(number, source, tasks):
                    self._events.put(event)
                return None
            with timed(elapsed_s, "read"):
                photo = read_photo(source.path, page=source.page, strict=self._strict, cancel=token)
                formed = self._placement.form.of(photo)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._fail(error, Failed(number, "", source.shown, error, len(tasks)))
            return None
        return Opened(number, source, state, photo, formed, tasks, elapsed_s, token)

    def _tasks(
        self, number: int, source: Source, state: FileState | None
    ) -> list[tuple[RenderRequest, Place]]:
        tasks = []
        try:
            looks = self._looks_of(source)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._fail(error, Failed(number, "", source.shown, error))
            return []
        for request in looks:
            preset = request.name
            try:
                place = self._placement.place(source, state, request)
            except Exception as error:  # noqa: BLE001 - one photograph does not end the others
                self._fail(error, Failed(number, preset, source.shown, error))
                continue
            if place.path.parent not in self._swept:
                self._swept.add(place.path.parent)
                remove_leftovers(place.path.parent)
            if place.standing is None:
                tasks.append((request, place))
            else:
                self._events.put(Skipped(number, preset, source.shown, place))
        return tasks

    def _color(self) -> None:
        for opened in self._photos:
            self._gate.go_through()
            for request, place in opened.tasks:
                self._compose(opened, request, place)
            del opened
        self._results.finish()

    def _compose(self, opened: Opened, request: RenderRequest, place: Place) -> None:
        self._results_budget.take(opened.result_bytes)
        elapsed_s = dict(opened.elapsed_s)
        try:
            opened.token.raise_if_cancelled()
            with sharing_cores(self._sharers):
                form, formed = self._placement.form, self._formed(opened, request)
                picture = develop(request, opened.photo, place.path, opened.token, elapsed_s, formed, form)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._release(opened)
            self._fail(error, Failed(opened.number, request.name, opened.source.shown, error))
        else:
            self._results.put(Composed(opened, request, formed, place, picture, elapsed_s))

    def _formed(self, opened: Opened, request: RenderRequest) -> Photo:
        """The photograph with the size and depth of one result."""
        photo = framed(opened.photo, request.edit.framing, opened.token)
        return opened.formed if photo is opened.photo else self._placement.form.of(photo)

    def _write(self) -> None:
        for composed in self._results:
            self._gate.go_through()
            self._save(composed)
            del composed
        with self._lock:
            self._writing -= 1
            if not self._writing:
                self._events.put(None)

    def _save(self, composed: Composed) -> None:
        opened = composed.opened
        try:
            opened.token.raise_if_cancelled()
            with timed(composed.elapsed_s, "write"), sharing_cores(self._sharers):
                event = write_composed(composed, self._placement)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._fail(error, Failed(opened.number, composed.request.name, opened.source.shown, error))
        else:
            self._events.put(event)
        finally:
            self._release(opened)

    @property
    def _sharers(self) -> int:
        """Among how many the cores are divided: whoever writes the last photograph has them for itself."""
        with self._lock:
            alone = self._all_read and len(self._tokens) <= 1
        return 1 if alone else self._writers

    def _release(self, opened: Opened) -> None:
        """Say that one result of a photograph needs memory no more."""
        self._results_budget.give_back(opened.result_bytes)
        with self._lock:
            opened.unwritten -= 1
            last = not opened.unwritten
        if last:
            self._photos_budget.give_back(opened.size_bytes)
            self._forget(opened.number)

    def _forget(self, number: int) -> None:
        """A photograph that is done with can no longer be dropped."""
        with self._lock:
            del self._tokens[number]

    def _fail(self, error: Exception, event: Failed) -> None:
        """Tell of one photograph's fault; the batch's being called off is raised on."""
        if isinstance(error, Cancelled) and self._cancel.cancelled:
            raise error
        self._events.put(event)
