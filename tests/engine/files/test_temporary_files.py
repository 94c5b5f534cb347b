"""Temporary files: those of dead processes go, those of living ones stay."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.engine.core.errors import OutputFolderMissingError
from desktop.engine.files import temporary_files
from desktop.engine.files.atomic import replacing


def dead_process() -> int:
    """The number of a process that was."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def temporary(folder: Path, process: int, host: str | None = None) -> Path:
    path = folder / f".tintype-{host or temporary_files.prefix().split('-')[1]}-{process}-abc_12x.jpg"
    path.write_bytes(b"half")
    return path


def test_files_of_a_dead_process_are_removed(tmp_path: Path) -> None:
    left = temporary(tmp_path, dead_process())
    assert temporary_files.remove_leftovers(tmp_path) == 1
    assert not left.exists()


def test_files_of_an_earlier_process_with_our_number_are_removed(tmp_path: Path) -> None:
    left = temporary(tmp_path, os.getpid())
    assert temporary_files.remove_leftovers(tmp_path) == 1
    assert not left.exists()


def test_files_that_are_being_written_stay(tmp_path: Path) -> None:
    parents = temporary(tmp_path, os.getppid())
    with replacing(tmp_path / "result.png") as ours:
        assert temporary_files.is_temporary(ours.name)
        assert temporary_files.remove_leftovers(tmp_path) == 0
        assert ours.exists()
    assert parents.exists()
    assert (tmp_path / "result.png").exists()


def test_files_of_another_computer_stay_for_a_day(tmp_path: Path) -> None:
    left = temporary(tmp_path, dead_process(), host="00000000")
    assert temporary_files.remove_leftovers(tmp_path) == 0
    os.utime(left, (1_000_000, 1_000_000))
    assert temporary_files.remove_leftovers(tmp_path) == 1


@pytest.mark.parametrize(
    "name", [".tintype-ledger.jsonl", ".tintype-a1b2.jpg", "photo.jpg", ".tintype-0000000g-1-a.jpg"]
)
def test_other_files_are_nobodys_leftovers(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"mine")
    assert not temporary_files.is_temporary(name)
    assert temporary_files.remove_leftovers(tmp_path) == 0
    assert (tmp_path / name).exists()


def test_what_this_process_writes_can_be_removed_at_once(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderMissingError), replacing(tmp_path / "result.png"):
        temporary_files.remove_own()
    assert list(tmp_path.iterdir()) == []
    assert temporary_files.remove_leftovers(tmp_path / "nowhere") == 0
