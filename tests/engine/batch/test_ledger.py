"""The ledger is trusted only as far as the files agree with it."""

import json
import os
from pathlib import Path

import pytest

from desktop.engine.batch.ledger import LEDGER_NAME, Entry, Ledger
from desktop.engine.files.file_state import FileState

SECOND_NS = 1_000_000_000


@pytest.fixture
def result(tmp_path: Path) -> Path:
    path = tmp_path / "out" / "sub" / "result.png"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"result")
    return path


def entry_for(result: Path, look: str = "look") -> Entry:
    state = FileState.of(result)
    assert state is not None
    return Entry("../photo.png", FileState(7, 9), look, state)


def test_what_was_noted_is_found_by_the_next_run(tmp_path: Path, result: Path) -> None:
    entry = entry_for(result)
    Ledger(tmp_path / "out").note(result, entry)
    assert Ledger(tmp_path / "out").entry(result) == entry
    assert Ledger(tmp_path / "out").entry(result.with_name("other.png")) is None


def test_a_result_that_was_never_renamed_into_place_is_not_believed(tmp_path: Path, result: Path) -> None:
    Ledger(tmp_path / "out").note(result, entry_for(result))
    result.unlink()
    assert Ledger(tmp_path / "out").entry(result) is None


def test_a_result_that_was_changed_since_is_not_believed(tmp_path: Path, result: Path) -> None:
    Ledger(tmp_path / "out").note(result, entry_for(result))
    result.write_bytes(b"retouched")
    assert Ledger(tmp_path / "out").entry(result) is None


def test_the_last_line_counts(tmp_path: Path, result: Path) -> None:
    ledger = Ledger(tmp_path / "out")
    ledger.note(result, entry_for(result, "first"))
    ledger.note(result, entry_for(result, "second"))
    found = Ledger(tmp_path / "out").entry(result)
    assert found is not None
    assert found.look == "second"


def line(**changes: object) -> bytes:
    """A line of the first result, which is not what it should be; without changes its state lacks a field."""
    state = {"size_bytes": 6} | {
        key: changes.pop(key) for key in ("mtime_ns", "size_bytes") if key in changes
    }
    data = {
        "result": "sub/result.png",
        "source": "p",
        "look": "l",
        "source_state": state,
        "result_state": state,
    }
    return json.dumps(data | changes).encode()


@pytest.mark.parametrize(
    "rubbish",
    [
        b'{"result": "sub/res',
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"null",
        b'{"result": [], "source": 1}',
        b"1" * 5000,
        b"[" * 90_000,
        b" " * 250_000 + b"{}",
        line(),
        line(mtime_ns=None),
        line(mtime_ns="x"),
        line(mtime_ns=1.5),
        line(mtime_ns=2**70),
        line(size_bytes=-1),
        line(size_bytes=True),
        line(source=1),
        line(look=[]),
    ],
)
def test_damaged_lines_harm_nothing_but_themselves(tmp_path: Path, result: Path, rubbish: bytes) -> None:
    first, second = result, result.with_name("second.png")
    second.write_bytes(b"second")
    Ledger(tmp_path / "out").note(first, entry_for(first))
    with (tmp_path / "out" / LEDGER_NAME).open("ab") as file:
        file.write(rubbish)  # without an end of line, as a killed run leaves it
    Ledger(tmp_path / "out").note(second, entry_for(second))
    ledger = Ledger(tmp_path / "out")
    assert ledger.entry(first) == entry_for(first)
    assert ledger.entry(second) == entry_for(second)


def test_photographs_and_results_may_move_together(tmp_path: Path, result: Path) -> None:
    photo = tmp_path / "in" / "photo.png"
    photo.parent.mkdir()
    photo.touch()
    before = Ledger(tmp_path / "out").source_name(photo)
    Ledger(tmp_path / "out").note(result, entry_for(result))
    moved = tmp_path / "moved"
    moved.mkdir()
    for name in ("in", "out"):
        (tmp_path / name).rename(moved / name)
    ledger = Ledger(moved / "out")
    assert ledger.source_name(moved / "in" / "photo.png") == before == "../in/photo.png"
    assert ledger.entry(moved / "out" / "sub" / "result.png") is not None


@pytest.mark.parametrize(
    ("first_ns", "second_ns", "like"),
    [
        (5_123_456_700, 5_123_456_789, True),  # Windows counts in steps of 100 ns
        (5_123_456_700, 5_123_466_700, False),
        (5 * SECOND_NS, 5_987_000_000, True),  # a drive that keeps whole seconds
        (4 * SECOND_NS, 5_987_000_000, True),  # a drive that keeps every other second
        (4 * SECOND_NS, 6_500_000_000, False),
    ],
)
def test_times_are_compared_as_finely_as_drives_keep_them(first_ns: int, second_ns: int, like: bool) -> None:
    assert FileState(1, first_ns).is_like(FileState(1, second_ns)) is like
    assert FileState(1, second_ns).is_like(FileState(1, first_ns)) is like
    assert not FileState(1, first_ns).is_like(FileState(2, second_ns))


def test_a_file_that_is_not_there_has_no_state(tmp_path: Path) -> None:
    assert FileState.of(tmp_path / "gone") is None
    assert not FileState(0, 0).is_like(None)


def test_renaming_keeps_what_the_ledger_goes_by(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x")
    before = FileState.of(tmp_path / "a")
    (tmp_path / "a").replace(tmp_path / "b")
    assert before is not None
    assert before.is_like(FileState.of(tmp_path / "b"))


def test_fields_of_a_newer_program_are_passed_over_and_kept(tmp_path: Path, result: Path) -> None:
    entry = entry_for(result)
    Ledger(tmp_path / "out").note(result, entry)
    path = tmp_path / "out" / LEDGER_NAME
    data = json.loads(path.read_text())
    data["new"], data["result_state"]["inode"] = 1, 7
    path.write_text(json.dumps(data))
    ledger = Ledger(tmp_path / "out")
    assert ledger.entry(result) == entry
    ledger.note(result.with_name("other.png"), entry)
    assert '"inode": 7' in path.read_text()


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path, result: Path) -> None:
    os.mkfifo(tmp_path / "out" / LEDGER_NAME)
    ledger = Ledger(tmp_path / "out")
    assert ledger.entry(result) is None
    with pytest.raises(OSError, match="device"):
        ledger.note(result, entry_for(result))
