"""Where standard output goes into a file that cannot take it, that is told like any other fault of a disk."""

import sys

import pytest

from tests.support.command_line import run


class _Full:
    """A stream on a disk without room."""

    def write(self, _text: str) -> int:
        raise OSError(28, "No space left on device")

    def flush(self) -> None:
        raise OSError(28, "No space left on device")


def test_no_room_for_the_output_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", _Full())
    code, _, error = run(capsys, "preset", "list")
    assert code == 43
    assert "No room left on the disk to save standard output" in error
