"""The undo command that removes photographs from the film strip."""

from collections.abc import Callable, Sequence

from desktop.ui.document.open_photos import Frame, OpenPhotos
from desktop.ui.document.step import Step, StepName


class RemoveFrames(Step):
    """Removes photographs from the film strip; undoing it puts them back.

    take_off: removes frames and returns their rows; put_back: puts them there, one of them on the canvas or none.
    """

    def __init__(
        self,
        photos: OpenPhotos,
        frames: Sequence[Frame],
        take_off: Callable[[Sequence[Frame]], dict[int, Frame]],
        put_back: Callable[[dict[int, Frame], Frame | None], None],
        name: StepName,
    ) -> None:
        super().__init__(name)
        self._photos, self._frames = photos, list(frames)
        self._take_off, self._put_back = take_off, put_back
        self._rows: dict[int, Frame] = {}
        self._current: Frame | None = None

    def redo(self) -> None:
        current = self._photos.current
        self._current = current if current in self._frames else None
        self._rows = self._take_off(self._frames)

    def undo(self) -> None:
        self._put_back(self._rows, self._current)
