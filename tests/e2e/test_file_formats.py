"""The examples of docs/file-formats.md are read by the program as what they are said to be."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.engine.batch.ledger import LEDGER_NAME, Ledger
from desktop.engine.edits.preset import preset_from_json, preset_to_json
from desktop.engine.edits.serialization import edit_from_json, edit_to_json
from desktop.engine.inference.model_registry import model_from_manifest
from desktop.engine.store.look_xmp import look_from_json, look_to_json
from desktop.engine.store.pending_edits import read_given
from desktop.engine.store.project import project_from_json, project_to_json
from desktop.engine.store.recovery import STATE_NAME, read_state
from desktop.engine.video.parts import Parts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "file-formats.md"


def examples() -> dict[str, str]:
    """By the heading that they stand under."""
    parts = re.split(r"^## (.+)$", PAGE.read_text("utf-8"), flags=re.MULTILINE)
    found = {
        heading: re.findall(r"```json\n(.*?)```", text, re.DOTALL)
        for heading, text in zip(parts[1::2], parts[2::2], strict=True)
    }
    return {
        heading: text
        for heading, (text, *_) in ((heading, texts) for heading, texts in found.items() if texts)
    }


def same_again(read: Callable[[Any], Any], write: Callable[[Any], Any]) -> Callable[[Any, Path], None]:
    def check(data: Any, _folder: Path) -> None:
        assert contains(json.loads(json.dumps(write(read(data)))), data)

    return check


def contains(whole: Any, part: Any) -> bool:
    """Whether `whole` has all of `part`; what is neutral may be left out of an example."""
    if isinstance(part, dict):
        return all(name in whole and contains(whole[name], value) for name, value in part.items())
    if isinstance(part, list):
        return len(part) == len(whole) and all(map(contains, whole, part))
    return bool(whole == part)


def check_given(data: Any, folder: Path) -> None:
    (folder / "given").write_text(json.dumps(data), "utf-8")
    given = read_given(folder / "given")
    assert [str(path) for path in given] == [photo["path"] for photo in data["photos"]]


def check_session(data: Any, folder: Path) -> None:
    (folder / STATE_NAME).write_text(json.dumps(data), "utf-8")
    state = read_state(folder)
    assert (state.name, state.bit_depth, state.mark.path) == (data["name"], data["bit_depth"], "")


def check_ledger(data: Any, folder: Path) -> None:
    (folder / LEDGER_NAME).write_text(json.dumps(data) + "\n", "utf-8")
    (entry,) = Ledger(folder)._entries.values()
    assert (entry.source, entry.look) == (data["source"], data["look"])


def check_model(data: Any, folder: Path) -> None:
    model = model_from_manifest(folder, data)
    assert (model.name, set(model.graphs)) == (data["name"], set(model.wanted_graphs))


def check_parts(data: Any, folder: Path) -> None:
    hidden = folder / ".film.mp4.parts"
    hidden.mkdir()
    (hidden / "parts.json").write_text(json.dumps(data), "utf-8")
    (hidden / "00000.nut").write_bytes(b"")
    parts = Parts(folder / "film.mp4", data["key"])
    parts.take_up()
    (part,) = parts.finished
    assert (part.path, part.frames, part.last) == (hidden / "00000.nut", 250, data["parts"][0]["last"])


CHECKS: dict[str, Callable[[Any, Path], None]] = {
    "Preset": same_again(preset_from_json, preset_to_json),
    "Edit": same_again(edit_from_json, edit_to_json),
    "Project": same_again(project_from_json, lambda kept: project_to_json(*kept)),
    "Waiting edits": check_given,
    "Session": check_session,
    "Ledger": check_ledger,
    "Parts of a film": check_parts,
    "Look": same_again(look_from_json, look_to_json),
    "Model folder": check_model,
}


def test_every_format_has_an_example() -> None:
    assert set(examples()) == set(CHECKS)


@pytest.mark.parametrize("heading", CHECKS)
def test_the_example_is_what_the_program_reads(heading: str, tmp_path: Path) -> None:
    CHECKS[heading](json.loads(examples()[heading]), tmp_path)
