"""Looks for batches, and what a batch has told and made."""

from pathlib import Path

from desktop.engine.batch.events import Event, Failed, Finished, Skipped
from tests.support.edits import edit_of

RUST = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))


SEA = edit_of("Sea", (-0.4, 0.1, 0.3, *([0.0] * 29)))


def results(album: Path) -> set[str]:
    out = album.with_name("out")
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}


def counts(events: list[Event]) -> tuple[int, int, int]:
    return tuple(sum(isinstance(event, kind) for event in events) for kind in (Finished, Skipped, Failed))  # type: ignore[return-value]
