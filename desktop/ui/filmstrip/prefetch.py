"""Reads the next photograph in the direction of travel before it is asked for."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.framed import framed
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.service import LaneService
from desktop.ui.document.open_photos import UNREADABLE, Frame
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.services.idle_scheduler import IdleScheduler
from desktop.ui.services.model_pool import ModelPool
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.preview_renderer import PreviewRenderer

NEAR = 3  # rows: a step of this many is walking along the strip, a longer one is a jump


class Prefetcher(LaneService):
    """Reads the neighbour of the photograph on the canvas, shrinks it for the screen and runs the network on it.

    After a photograph has just been opened the gallery goes first; while the user walks along the strip the next
    photograph does. Either way it waits for the canvas, and stops when another photograph is asked for.
    """

    def __init__(
        self,
        filmstrip: FilmstripController,
        loader: PhotoLoader,
        renderer: PreviewRenderer,
        models: ModelPool,
        scheduler: IdleScheduler,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._filmstrip, self._loader, self._renderer = filmstrip, loader, renderer
        self._models, self._scheduler = models, scheduler
        self._row = -1
        self._direction = 1
        self._walking = False
        self._path: Path | None = None  # what is being read
        self._done: Path | None = None
        self._lane = self.add_lane("read ahead", reports_failures=False)
        self._lane.failed.connect(self._give_up)
        # Queued: the lane is in the middle of a change when it tells of it.
        self._lane.busy_changed.connect(self._look, Qt.ConnectionType.QueuedConnection)
        filmstrip.photos.current_changed.connect(self._turn)
        filmstrip.photos.count_changed.connect(self._look)
        loader.busy_changed.connect(self._look)
        renderer.busy_changed.connect(self._look)
        scheduler.changed.connect(self._look)

    def _turn(self) -> None:
        """Note the direction of travel from the former photograph on the canvas to this one."""
        row = self._filmstrip.photos.row_of(self._filmstrip.photos.current)
        if row >= 0:
            step = row - self._row if self._row >= 0 else 0
            self._walking = 0 < abs(step) <= NEAR
            self._direction = -1 if step < 0 else 1
        self._row, self._done = row, None

    def _look(self) -> None:
        """Begin, continue or stop, as the present state asks for."""
        if self._loader.busy or self._renderer.busy:
            current = self._filmstrip.photos.current
            wanted = (self._loader.wanted, current.path if current is not None else None)
            if self._path not in wanted:
                self._lane.cancel()
            return
        frame = self._neighbour()
        if frame is None or self._lane.busy or frame.path == self._done:
            return
        if self._walking or self._scheduler.idle:
            self._read(frame)

    def _give_up(self, _error: Exception) -> None:
        """Leave the photograph: when it is opened, the loader says what is wrong with it."""
        self._done = self._path

    def _neighbour(self) -> Frame | None:
        frames, row = self._filmstrip.photos.frames, self._row
        if self._filmstrip.photos.current is None:
            return None
        ways = (range(row + 1, len(frames)), range(row - 1, -1, -1))
        way = ways[0] if self._direction > 0 else ways[1]
        return next((frames[place] for place in way if frames[place].reading not in UNREADABLE), None)

    def _read(self, frame: Frame) -> None:
        path, edit = frame.path, self._filmstrip.edit_of(frame)
        self._path = path

        def work(token: CancelToken) -> None:
            photo = self._loader.store.read_ahead(path, token)
            token.raise_if_cancelled()
            self._get_ready(photo, edit, token)

        def done(_nothing: None) -> None:
            self._done = path

        self._lane.submit(work, done)

    def _get_ready(self, photo: Photo, edit: Edit, token: CancelToken) -> None:
        """Cache what the canvas will ask of the photograph."""
        shown = framed(photo, edit.framing, token)
        size_px = self._renderer.preview_size_of(shown)
        if size_px is not None:
            shown.shown_at(size_px)
        if edit.blend is not None:
            RenderRequest(edit, self._models).checked().chroma(photo, token)
        self._loader.store.trim()
