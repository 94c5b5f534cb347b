"""Colours a film: frames are read ahead, predicted, and composed and encoded, on three threads side by side."""

import hashlib
import json
import threading
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from desktop.engine.batch.bounded_queue import BoundedQueue
from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.batch.result_key import result_key
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, SaveOverOriginalError
from desktop.engine.files.file_state import FileState
from desktop.engine.files.presence import is_there
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.video.colouring import FrameColourist, Tinted
from desktop.engine.video.joining import check_sound, join
from desktop.engine.video.parts import Parts
from desktop.engine.video.reading import Film, FilmFrame
from desktop.engine.video.writing import written_part

PART_FRAMES = 250  # some ten seconds: what a killed run loses at most
WARM_UP = 24  # frames before those that are still to be made, which steady these
AHEAD = 3  # frames between two threads


@dataclass(frozen=True)
class FilmProgress:
    """How far a film is. total: None when nobody knows. resumed: whether frames of an earlier run were taken over."""

    done: int
    total: int | None
    resumed: bool = False


@dataclass(frozen=True)
class FilmOrder:
    """What to make of a film. quality: 1..100. options: its layout and mark alone count."""

    request: RenderRequest
    output: Path
    quality: int
    options: OutputOptions

    def key(self, film: Film) -> str:
        """Hash of all that makes the result."""
        state = FileState.of(film.facts.path)
        told = [str(state), result_key(self.request, self.quality, self.options), *film.facts.size_px]
        return hashlib.blake2b(json.dumps(told).encode(), digest_size=16).hexdigest()


def colour_film(
    film: Film, order: FilmOrder, cancel: CancelToken | None = None
) -> Generator[FilmProgress, None, None]:
    """Colour a film and write it to `order.output`; how far it is comes frame by frame.

    What a run that was killed or cancelled had finished is taken over by the next one of the same film, look and
    options. Raises `OutputFormatError`, `SaveOverOriginalError`, `DamagedFilmError`, `Cancelled`, `ModelRunError` and
    what writing files raises.
    """
    token = cancel or CancelToken()
    facts, output = film.facts, order.output
    check_sound(facts, output)
    if is_there(output) and output.samefile(facts.path):
        raise SaveOverOriginalError(f"{output} is the original film; save under another name.")
    parts = Parts(output, order.key(film))
    parts.take_up()
    resumed = bool(parts.finished)
    with closing(_Run(film, order, parts, token).frames()) as frames:
        for done in frames:
            total = facts.frames if facts.frames is None else max(done, facts.frames)
            yield FilmProgress(done, total, resumed)
    join([part.path for part in parts.finished], facts, output, token)
    parts.remove()


class _Run:
    """One pass over the frames that are still to be made."""

    def __init__(self, film: Film, order: FilmOrder, parts: Parts, token: CancelToken) -> None:
        self._film, self._order, self._parts, self._token = film, order, parts, token
        self._colourist = FrameColourist(order.request, order.options)
        self._read: BoundedQueue[FilmFrame] = BoundedQueue(AHEAD)
        self._tinted: BoundedQueue[tuple[int, Tinted]] = BoundedQueue(AHEAD)
        self._faults: list[BaseException] = []

    def frames(self) -> Generator[int, None, None]:
        """How many frames are done, each time that one more is predicted; ends when all are encoded."""
        bodies = (self._read_ahead, self._write)
        threads = [threading.Thread(target=self._guarded, args=(body,), daemon=True) for body in bodies]
        for thread in threads:
            thread.start()
        last = self._parts.finished[-1].last if self._parts.finished else None
        done = self._parts.frames
        try:
            yield done
            for frame in self._read:
                self._token.raise_if_cancelled()
                tinted = self._colourist.tint(frame.gray, self._token)
                if last is not None and frame.time <= last:
                    continue  # it was made before, and only steadies those that follow
                self._tinted.put((frame.time, tinted))
                done += 1
                yield done
            self._tinted.finish()
            threads[1].join()
        except Cancelled:
            self._raise_fault()  # of the thread that cancelled the queue
            raise
        finally:
            for queue in (self._read, self._tinted):
                queue.cancel()
            for thread in threads:
                thread.join()
        self._raise_fault()

    def _read_ahead(self) -> None:
        last = self._parts.finished[-1].last if self._parts.finished else None
        facts = self._film.facts
        step = 1 / (facts.rate * facts.time_base)
        for frame in self._film.frames(last):
            if last is None or frame.time > last - WARM_UP * step:
                self._read.put(frame)
        self._read.finish()

    def _write(self) -> None:
        frames = iter(self._tinted)
        while (first := next(frames, None)) is not None:
            count, last = 0, first[0]
            with written_part(self._parts.next_path, self._film.facts, self._order.quality) as part:
                for time, tinted in chain([first], islice(frames, PART_FRAMES - 1)):
                    part.add(time, self._colourist.compose(tinted))
                    count, last = count + 1, time
            self._parts.add(count, last)

    def _guarded(self, body: Callable[[], None]) -> None:
        try:
            body()
        except Cancelled:
            pass
        except BaseException as error:  # noqa: BLE001 - raised where the frames are asked for
            self._faults.append(error)
        else:
            return
        for queue in (self._read, self._tinted):
            queue.cancel()

    def _raise_fault(self) -> None:
        if self._faults:
            raise self._faults[0]
