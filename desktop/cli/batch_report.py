"""Tells what a batch does, file by file, and in the end what failed; finds the exit code."""

import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from desktop.cli.console import say, say_error, say_notes
from desktop.cli.progress_line import ProgressLine, duration_text
from desktop.engine.batch.destinations import SkipReason
from desktop.engine.batch.events import Event, Failed, Finished
from desktop.engine.core.errors import TintypeError

EXIT_SEVERAL_REASONS = 1
EXIT_DAMAGED = 4


class Report:
    """What is printed about one batch.

    photos: how many there are; None when they are still to come, and faults are told at once, too.
    looks: how many results each gets. quiet: only failures are printed.
    """

    def __init__(self, photos: int | None, looks: int = 1, *, quiet: bool = False) -> None:
        self._photos = photos
        self._start_s = time.monotonic()
        self._failures: dict[tuple[Path, str], Failed] = {}
        self._damaged: dict[Path, None] = {}
        self._made = self._current = self._taken = self._coloured = 0
        self._several = photos is None or photos * looks > 1
        total = None if photos is None else photos * looks
        self._line = ProgressLine(total, shown=total is not None and self._several and not quiet)
        # Where both are one terminal, a line that moves takes the place of many.
        self._listing = not quiet and not (self._line.shown and sys.stdout.isatty())
        self._quiet = quiet

    def tell(self, event: Event) -> None:
        """Count one event, and print it where it is to be shown."""
        if isinstance(event, Finished):
            self._made += 1
            for preset in (event.preset, ""):  # it may have failed while it was not yet complete
                self._failures.pop((event.result.source, preset), None)
            if event.result.damaged:
                self._damaged[event.result.source] = None
            self._tell_finished(event)
            self._line.step(event.result.source.name, made=True)
            return
        if isinstance(event, Failed):
            self._failures[event.source, event.preset] = event
            if self._photos is None:
                say_error(str(event.error))
            self._line.step(event.source.name, made=True, count=event.count)
            return
        if event.place.skip_reason is SkipReason.CURRENT:
            self._current += 1
        elif event.place.skip_reason is SkipReason.COLOURED:
            self._coloured += 1
            if self._listing:
                self._say(f"{self._prefix(event.number)}{event.source} has colours already")
        else:
            self._taken += 1
            if self._listing:
                self._say(f"{self._prefix(event.number)}{event.source}: {event.place.path} is there already")
        self._line.step(event.source.name, made=False)

    def note(self, notes: Iterable[str], told: set[str]) -> None:
        """Print notes that are not among those `told`, and put them there."""
        new = [note for note in notes if note not in told]
        told.update(new)
        if new and not self._quiet:
            self._line.clear()
            say_notes(new)

    def clear(self) -> None:
        """Clear the progress line."""
        self._line.clear()

    def end(self, unreadable: Sequence[TintypeError] = ()) -> int:
        """Sum up, list what failed with its reason, and give the exit code.

        Raises the first fault that is the program's own, after everything else was told.
        """
        self.clear()
        if self._several and not self._quiet:
            say(f"{self._summary()} in {duration_text(time.monotonic() - self._start_s)}.")
        self._tell_damaged()
        failures = sorted(self._failures.values(), key=lambda failed: failed.number)
        photos = len({failed.source for failed in failures})
        if photos and self._several:
            of = "" if self._photos is None else f" of {self._photos}"
            say_error(f"{photos}{of} {'photograph' if photos == 1 and not of else 'photographs'} failed:")
        errors = [*unreadable, *(failed.error for failed in failures)]
        for error in errors:
            if isinstance(error, TintypeError):
                say_error(str(error))
        for error in errors:
            if not isinstance(error, TintypeError):
                raise error
        codes = {error.exit_code for error in errors if isinstance(error, TintypeError)}
        if not codes:
            return EXIT_DAMAGED if self._damaged else 0
        return codes.pop() if len(codes) == 1 else EXIT_SEVERAL_REASONS

    def _tell_damaged(self) -> None:
        """List those that were coloured as far as they could be read: their results need a look."""
        if self._damaged and self._several:
            many = "1 photograph is" if len(self._damaged) == 1 else f"{len(self._damaged)} photographs are"
            say_error(f"{many} damaged and coloured as far as could be read:")
            for source in self._damaged:
                say_error(str(source))

    def _tell_finished(self, event: Finished) -> None:
        result = event.result
        if self._listing:
            size = f"{result.width_px} x {result.height_px} px"
            elapsed_s = sum(result.elapsed_s.values())
            self._say(
                f"{self._prefix(event.number)}{result.source} -> {result.output} ({size}, {elapsed_s:.1f} s)"
            )
        if result.notices and (not self._quiet or (result.damaged and not self._several)):
            self._line.clear()
            say_notes(f"{result.source.name}: {notice}" for notice in result.notices)

    def _say(self, text: str) -> None:
        self._line.clear()
        say(text)

    def _prefix(self, number: int) -> str:
        return f"[{number}/{self._photos}] " if self._photos is not None and self._photos > 1 else ""

    def _summary(self) -> str:
        parts = {
            "coloured": self._made,
            "up to date": self._current,
            "left alone": self._taken + self._coloured,
            "failed": sum(failed.count for failed in self._failures.values()),
        }
        return ", ".join(f"{number} {what}" for what, number in parts.items() if number or what == "coloured")
