"""Reading, composing and writing overlap, and memory does not depend on how many photographs there are."""

import threading
import time
from pathlib import Path
from typing import Any

import pytest

from desktop.engine.batch import in_progress, reading, result_writer
from desktop.engine.batch import runner as batch_module
from desktop.engine.batch.sources import Source
from tests.support.batches import counts


def test_reading_goes_on_while_results_are_composed_and_written(
    start: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads = threading.Semaphore(0)
    overlapped: dict[str, bool] = {}
    real_read, real_develop, real_save = (
        reading.read_photo, batch_module.develop, result_writer.write_result,
    )  # fmt: skip

    def read(path: Path, **_: object) -> Any:
        reads.release()
        return real_read(path)

    def develop(*arguments: Any) -> Any:
        if "compose" not in overlapped:  # the first: waits until two photographs were begun to be read
            overlapped["compose"] = reads.acquire(timeout=10) and reads.acquire(timeout=10)
        return real_develop(*arguments)

    def save(*arguments: Any, **options: Any) -> Any:
        if "write" not in overlapped:
            overlapped["write"] = reads.acquire(timeout=10)
        return real_save(*arguments, **options)

    monkeypatch.setattr(reading, "read_photo", read)
    monkeypatch.setattr(batch_module, "develop", develop)
    monkeypatch.setattr(result_writer, "write_result", save)
    assert counts(list(start().run())) == (6, 0, 0)
    assert overlapped == {"compose": True, "write": True}


def test_memory_does_not_depend_on_how_many_there_are(
    start: Any, album: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Photographs that were read and not yet written, and results composed and not yet written."""
    photo_bytes, lock = 60 * 90, threading.Lock()
    monkeypatch.setattr(in_progress, "PHOTOS_BYTES", 3 * photo_bytes)
    monkeypatch.setattr(in_progress, "RESULTS_BYTES", 2 * 3 * photo_bytes)
    held = {"photos": 0, "results": 0}
    most = dict(held)

    def change(what: str, by: int) -> None:
        with lock:
            held[what] += by
            most[what] = max(most[what], held[what])

    real_read, real_develop, real_save = (
        reading.read_photo, batch_module.develop, result_writer.write_result,
    )  # fmt: skip

    def read(path: Path, **_: object) -> Any:
        photo = real_read(path)
        change("photos", 1)
        return photo

    def develop(*arguments: Any) -> Any:
        change("results", 1)
        return real_develop(*arguments)

    def save(*arguments: Any, **options: Any) -> Any:
        time.sleep(0.01)
        try:
            return real_save(*arguments, **options)
        finally:
            change("results", -1)
            change("photos", -1)

    monkeypatch.setattr(reading, "read_photo", read)
    monkeypatch.setattr(batch_module, "develop", develop)
    monkeypatch.setattr(result_writer, "write_result", save)
    sources = iter([Source(album / f"{number % 4}.png", Path(str(number))) for number in range(40)])
    assert counts(list(start(sources=sources).run())) == (40, 0, 0)
    assert held == {"photos": 0, "results": 0}
    assert most["results"] <= 2
    assert most["photos"] <= 4  # three that fit the budget, and the one in the reader's hands
