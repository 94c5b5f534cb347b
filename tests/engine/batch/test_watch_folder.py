"""A watched folder: every photograph once, and not before it is whole."""

import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.engine.batch import watch_folder
from desktop.engine.batch.sources import Source
from desktop.engine.batch.watch_folder import Watch
from desktop.engine.core.cancellation import CancelToken


class Clock:
    """A clock that stands still but for the waits between two looks; at each, something may happen."""

    def __init__(self, happenings: dict[int, Callable[[], object]], looks: int) -> None:
        self.now_s = 0.0
        self.happenings = happenings
        self.looks = looks
        self.count = 0
        self.cancelled = False

    def monotonic(self) -> float:
        return self.now_s

    def wait(self, timeout_s: float) -> bool:
        self.count += 1
        self.now_s += timeout_s
        self.happenings.get(self.count, lambda: None)()
        self.cancelled = self.count >= self.looks
        return self.cancelled


@pytest.fixture
def watch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[tuple[int, str]]]:
    """Watches `tmp_path`, looking every second; gives after which wait each photograph was handed on."""

    def run(happenings: dict[int, Callable[[], object]], looks: int, **options: Any) -> list[tuple[int, str]]:
        clock = Clock(happenings, looks)
        monkeypatch.setattr(watch_folder, "time", clock)
        watched = Watch(tmp_path, recursive=True, cancel=clock, **options)  # type: ignore[arg-type]
        return [(clock.count, source.path.relative_to(tmp_path).as_posix()) for source in watched]

    return run


def put(path: Path, content: bytes, mtime_s: int = 1_000) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (mtime_s, mtime_s))


def test_a_photograph_is_handed_on_once_when_it_has_settled(watch: Any, tmp_path: Path) -> None:
    put(tmp_path / "old.jpg", b"whole")
    assert watch({3: lambda: put(tmp_path / "sub" / "new.png", b"whole")}, 20) == [
        (2, "old.jpg"),
        (5, "sub/new.png"),
    ]


def test_a_file_that_grows_is_waited_for(watch: Any, tmp_path: Path) -> None:
    growing = {look: lambda look=look: put(tmp_path / "a.jpg", b"x" * look) for look in range(1, 9)}
    touched = {9: lambda: put(tmp_path / "a.jpg", b"x" * 8, 2_000)}  # the size stays, the time does not
    assert watch(growing | touched, 20) == [(11, "a.jpg")]


def test_an_empty_file_is_waited_for(watch: Any, tmp_path: Path) -> None:
    put(tmp_path / "a.jpg", b"")
    assert watch({10: lambda: put(tmp_path / "a.jpg", b"whole")}, 20) == [(12, "a.jpg")]


def test_what_changes_or_comes_back_is_handed_on_again(watch: Any, tmp_path: Path) -> None:
    put(tmp_path / "a.jpg", b"first")
    put(tmp_path / "b.jpg", b"first")
    happenings = {
        5: lambda: put(tmp_path / "a.jpg", b"second"),
        6: lambda: (tmp_path / "b.jpg").unlink(),
        8: lambda: put(tmp_path / "b.jpg", b"first"),
    }
    assert watch(happenings, 20) == [(2, "a.jpg"), (2, "b.jpg"), (7, "a.jpg"), (10, "b.jpg")]


def test_what_is_left_out_is_neither_seen_nor_handed_on(watch: Any, tmp_path: Path) -> None:
    put(tmp_path / "a.jpg", b"whole")
    put(tmp_path / "out" / "a_rust.jpg", b"whole")
    seen: set[str] = set()
    found = watch({}, 5, left_out=lambda path: path.name == "out", seen=lambda path: seen.add(path.name))
    assert found == [(2, "a.jpg")]
    assert seen == {"a.jpg"}


def test_a_drive_that_goes_away_and_comes_back_is_told_and_brings_nothing_twice(
    watch: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path / "a.jpg", b"whole")
    real = watch_folder.find_photos
    told: list[OSError] = []
    away = {"away": False}

    def find(folder: Path, *, unreadable: Callable[[OSError], object], **options: Any) -> Iterator[Source]:
        if away["away"]:
            unreadable(OSError(5, "Input/output error", str(folder)))
            return
        yield from real(folder, unreadable=unreadable, **options)

    monkeypatch.setattr(watch_folder, "find_photos", find)
    happenings = {5: lambda: away.update(away=True), 9: lambda: away.update(away=False)}
    assert watch(happenings, 15, tell=told.append) == [(2, "a.jpg")]
    assert told == [
        f"{tmp_path} cannot be read (the disk reports an error); waiting for it.",
        f"{tmp_path} can be read again.",
    ]


def test_calling_off_ends_the_wait_at_once(tmp_path: Path) -> None:
    token = CancelToken()
    ended = threading.Event()

    def work() -> None:
        list(Watch(tmp_path, recursive=False, cancel=token, poll_s=60))
        ended.set()

    threading.Thread(target=work, daemon=True).start()
    assert not ended.wait(0.05)
    token.cancel()
    assert ended.wait(5)


def test_what_was_gone_when_it_was_opened_is_handed_on_again_when_it_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inbox, away = tmp_path / "inbox", tmp_path / "away"
    put(inbox / "a.jpg", b"whole")
    put(inbox / "b.jpg", b"whole")
    clock = Clock({4: lambda: inbox.rename(away), 8: lambda: away.rename(inbox)}, 20)
    monkeypatch.setattr(watch_folder, "time", clock)
    told: list[str] = []
    watch = Watch(inbox, recursive=True, cancel=clock, tell=told.append)  # type: ignore[arg-type]
    handed = []
    for source in watch:
        handed.append(source.path.name)
        if handed == ["a.jpg", "b.jpg"]:
            watch.hand_on_again(source.path)  # its reading failed: the folder is being moved
            clock.happenings[clock.count + 1] = clock.happenings.pop(4)
    assert handed == ["a.jpg", "b.jpg", "b.jpg"]
    assert len(told) == 2
