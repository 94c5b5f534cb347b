"""The reading stage of a batch: which results each photograph still needs, and the photograph itself if any."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

from desktop.engine.batch.destinations import Place, Placement
from desktop.engine.batch.event_queue import EventQueue
from desktop.engine.batch.events import Failed, Skipped
from desktop.engine.batch.saving import timed
from desktop.engine.batch.sources import Source
from desktop.engine.batch.work_items import Opened, left_coloured
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.colourfulness import has_colours
from desktop.engine.decode.reader import read_photo
from desktop.engine.files.file_state import FileState
from desktop.engine.files.temporary_files import remove_leftovers
from desktop.engine.render.pipeline import RenderRequest

LooksOf: TypeAlias = Callable[[Source], Sequence[RenderRequest]]


class PhotoReader:
    """Reads one photograph after another, and tells `events` of those that are skipped or cannot be read.

    strict: whether photographs that are damaged, but can be read in part, fail.
    skip_coloured: whether photographs that have colours already (`has_colours`) are left alone.
    """

    def __init__(
        self,
        looks_of: LooksOf,
        placement: Placement,
        events: EventQueue,
        *,
        strict: bool,
        skip_coloured: bool,
    ) -> None:
        self._looks_of = looks_of
        self._placement = placement
        self._events = events
        self._strict, self._skip_coloured = strict, skip_coloured
        self._swept: set[Path] = set()

    def read(self, number: int, source: Source, token: CancelToken) -> Opened | None:
        """The photograph, read; None when there is nothing to make of it, or it cannot be read."""
        state = FileState.of(source.path)
        tasks = self._tasks(number, source, state)
        if not tasks:
            return None
        elapsed_s: dict[str, float] = {}
        try:
            if self._skip_coloured and has_colours(source.path, token, page=source.page):
                for event in left_coloured(number, source, tasks):
                    self._events.put(event)
                return None
            with timed(elapsed_s, "read"):
                photo = read_photo(source.path, page=source.page, strict=self._strict, cancel=token)
                resized = self._placement.options.of(photo)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._events.fail(error, Failed(number, "", source.shown, error, len(tasks)))
            return None
        return Opened(number, source, state, photo, resized, tasks, elapsed_s, token)

    def _tasks(
        self, number: int, source: Source, state: FileState | None
    ) -> list[tuple[RenderRequest, Place]]:
        tasks = []
        try:
            looks = self._looks_of(source)
        except Exception as error:  # noqa: BLE001 - one photograph does not end the others
            self._events.fail(error, Failed(number, "", source.shown, error))
            return []
        for request in looks:
            preset = request.name
            try:
                place = self._placement.place(source, state, request)
            except Exception as error:  # noqa: BLE001 - one photograph does not end the others
                self._events.fail(error, Failed(number, preset, source.shown, error))
                continue
            if place.path.parent not in self._swept:
                self._swept.add(place.path.parent)
                remove_leftovers(place.path.parent)
            if place.skip_reason is None:
                tasks.append((request, place))
            else:
                self._events.put(Skipped(number, preset, source.shown, place))
        return tasks
