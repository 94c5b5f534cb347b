"""A batch is paused, one photograph is dropped, and all is cancelled without delay or unfinished results."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.engine.batch import reading, result_writer
from desktop.engine.batch import runner as batch_module
from desktop.engine.batch.events import Failed, Finished
from desktop.engine.batch.sources import Source, find_photos
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, PictureNotFoundError
from desktop.engine.render.pipeline import RenderRequest
from tests.support.batches import counts, results
from tests.support.timing import allowed_s, stopwatch


def test_paused_it_begins_nothing_until_it_goes_on(start: Any, album: Path) -> None:
    asked: list[Path] = []

    def sources() -> Iterator[Source]:
        for source in find_photos(album):
            asked.append(source.path)
            yield source

    running = start(sources=sources())
    running.pause(True)
    events = running.run()
    asked_while_paused: list[Path] = []

    def go_on() -> None:
        asked_while_paused.extend(asked)
        running.pause(False)

    threading.Timer(0.3, go_on).start()
    first = next(events)
    assert asked_while_paused == []
    assert isinstance(first, Finished)
    assert counts(list(events)) == (5, 0, 0)
    assert len(asked) == 6


def test_one_photograph_is_dropped_and_the_others_are_made(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = batch_module.develop

    def drop_and_develop(request: RenderRequest, photo: Any, *others: Any) -> Any:
        if photo.path.stem == "2":
            running.drop(3)
        return real(request, photo, *others)

    monkeypatch.setattr(batch_module, "develop", drop_and_develop)
    running = start()
    running.drop(5)  # before it was begun
    events = list(running.run())
    assert counts(events) == (4, 0, 2)
    dropped = {(event.number, type(event.error)) for event in events if isinstance(event, Failed)}
    assert dropped == {(3, Cancelled), (5, Cancelled)}
    assert not {name for name in results(album) if "2" in name or "4" in name}


def test_a_fault_of_the_whole_batch_ends_it(start: Any, album: Path) -> None:
    def break_off() -> Iterator[Source]:
        yield Source(album / "0.png")
        raise PictureNotFoundError("The folder is gone.")

    with pytest.raises(PictureNotFoundError, match="is gone"):
        list(start(sources=break_off()).run())


@stopwatch
@pytest.mark.parametrize("how", ["token", "leaving"])
def test_called_off_it_ends_at_once_and_leaves_no_half(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    token = CancelToken()
    held = threading.Event()
    real = result_writer.write_result

    def save_slowly(*arguments: Any, **options: Any) -> Any:
        held.wait(0.02)
        return real(*arguments, **options)

    monkeypatch.setattr(result_writer, "write_result", save_slowly)
    running = start(cancel=token)
    events = running.run()
    next(events)
    start_s = time.monotonic()
    if how == "token":
        token.cancel()
        with pytest.raises(Cancelled):
            list(events)
    else:
        events.close()
    assert time.monotonic() - start_s < allowed_s(0.5)
    assert not running.lingering
    assert not any(name.startswith(".tintype-") for name in results(album) - {".tintype-ledger.jsonl"})
    assert counts(list(start().run()))[1] >= 1  # what was finished is not made again


def test_a_thread_that_does_not_listen_is_left_behind(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    release = threading.Event()
    begun = threading.Event()

    def read_for_ever(path: Path, **_: object) -> None:
        begun.set()
        release.wait(30)

    monkeypatch.setattr(reading, "read_photo", read_for_ever)
    token = CancelToken()
    running = start(cancel=token)
    events = running.run()
    threading.Timer(0.05, lambda: (begun.wait(10), token.cancel())).start()
    with pytest.raises(Cancelled):
        next(events)
    assert running.lingering
    release.set()
