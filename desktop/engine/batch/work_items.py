"""Work items that the threads of a batch pass on: photographs that were read, and results to be written."""

from dataclasses import dataclass, field
from pathlib import Path

from desktop.engine.batch.destinations import Place, SkipReason
from desktop.engine.batch.events import JobResult, Skipped
from desktop.engine.batch.sources import Source
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.files.file_state import FileState
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.render.pixel_rows import Picture


@dataclass(eq=False)
class Opened:
    """A photograph that was read, and what is to be made of it.

    resized: the photograph with its results' size and depth. token: cancels this photograph alone.
    """

    number: int
    source: Source
    state: FileState | None
    photo: Photo
    resized: Photo
    tasks: list[tuple[RenderRequest, Place]]
    elapsed_s: dict[str, float]
    token: CancelToken
    unwritten: int = field(init=False)

    def __post_init__(self) -> None:
        self.unwritten = len(self.tasks)

    @property
    def size_bytes(self) -> int:
        """The memory that the photograph takes."""
        own = _photo_bytes(self.photo)
        return own if self.resized is self.photo else own + _photo_bytes(self.resized)

    @property
    def result_bytes(self) -> int:
        """The memory that one result takes when it is made as a whole."""
        return 3 * self.resized.gray.size * self.resized.bit_depth // 8


@dataclass(eq=False)
class Composed:
    """A result that is to be written. resized: the photograph with the size and depth of this result."""

    opened: Opened
    request: RenderRequest
    resized: Photo
    place: Place
    picture: Picture
    elapsed_s: dict[str, float]

    def result(self, path: Path, notices: tuple[str, ...]) -> JobResult:
        """What to tell of it once it is written to `path`."""
        height, width = self.picture.shape[:2]
        return JobResult(
            self.opened.source.shown,
            path,
            width,
            height,
            notices,
            self.elapsed_s,
            self.opened.photo.damage is not None,
        )


def left_coloured(number: int, source: Source, tasks: list[tuple[RenderRequest, Place]]) -> list[Skipped]:
    """What to tell of a photograph that has colours already, for each result that it does not get."""
    return [
        Skipped(number, request.name, source.shown, Place(place.path, SkipReason.COLOURED))
        for request, place in tasks
    ]


def _photo_bytes(photo: Photo) -> int:
    return photo.gray.nbytes + (0 if photo.alpha is None else photo.alpha.nbytes)
