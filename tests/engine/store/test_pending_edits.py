"""Edits that wait for their photographs, in one file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.engine.core.errors import DamagedEditError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.edit import Edit
from desktop.engine.store.pending_edits import read_given, write_given


def test_they_come_back_and_one_for_many_is_written_once(tmp_path: Path) -> None:
    file = tmp_path / "edits" / "given"
    warm, cold = Edit(adjustments=Adjustments(warmth=0.5)), Edit(adjustments=Adjustments(warmth=-0.5))
    given = {tmp_path / f"{number}.jpg": replace(warm) for number in range(100)} | {tmp_path / "ä.jpg": cold}
    write_given(given, file)
    assert read_given(file) == given
    assert len(json.loads(file.read_text("utf-8"))["edits"]) == 2
    write_given({}, file)
    assert not file.exists()
    assert read_given(file) == {}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        '{"format": 2}',
        '{"format": 1, "edits": [], "photos": [], "more": 1}',
        '{"format": 1, "edits": [], "photos": [{"path": "a", "edit": 0}]}',
        '{"format": 1, "edits": [7], "photos": []}',
        '{"format": 1, "edits": [], "photos": [{"path": 1, "edit": 0}]}',
    ],
)
def test_a_damaged_file_is_told_of(tmp_path: Path, text: str) -> None:
    file = tmp_path / "given"
    file.write_text(text)
    with pytest.raises(DamagedEditError, match="given is damaged"):
        read_given(file)
