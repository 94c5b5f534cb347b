"""Colours the thumbnails of photographs that are not on the canvas as an export would, those in sight first."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.painter import Painter
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.qimage import to_gray, to_qimage
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.open_photos import Frame
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.services.idle_scheduler import IdleScheduler
from desktop.ui.services.model_pool import ModelPool

CHROMAS_BYTES = 8_000_000  # several presets of one photograph, where regions have their own


class ResultThumbnailer(LaneService):
    """Works while the window is idle, from the thumbnails themselves: no file is read for it."""

    def __init__(
        self,
        filmstrip: FilmstripController,
        document: Document,
        models: ModelPool,
        scheduler: IdleScheduler,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._filmstrip, self._document = filmstrip, document
        self._models, self._scheduler = models, scheduler
        self._hopeless: dict[Frame, Edit | None] = {}
        self._lane = self.add_lane("film colours", reports_failures=False)
        # Queued: the lane is in the middle of a change when it tells of it.
        self._lane.busy_changed.connect(self._go_on, Qt.ConnectionType.QueuedConnection)
        scheduler.changed.connect(self._follow_scheduler)
        filmstrip.strip.sight_changed.connect(self._go_on)
        filmstrip.thumbnails.busy_changed.connect(self._go_on)
        filmstrip.looks_changed.connect(self._go_on)
        document.model_changed.connect(self._forget)

    def _follow_scheduler(self) -> None:
        if self._scheduler.idle:
            self._go_on()
        else:
            self._lane.cancel()

    def _forget(self) -> None:
        """Forget the colours, since another model makes others."""
        self._hopeless.clear()
        for frame in self._filmstrip.photos.frames:
            frame.show_colours(None, None)
        self._filmstrip.photos.touch_all()
        self._go_on()

    def _go_on(self) -> None:
        if not self._scheduler.idle or self._lane.busy:
            return
        initial = self._document.initial_edit
        frame = next(
            (frame for frame in self._in_order_of_sight() if self._wants_colours(frame, initial)), None
        )
        if frame is not None and frame.plain is not None:
            self._colour(frame, frame.plain)

    def _in_order_of_sight(self) -> Iterator[Frame]:
        """The frames in sight, then the others, the nearest first."""
        frames, sight = self._filmstrip.photos.frames, self._filmstrip.thumbnails.sight
        middle = (sight.start + sight.stop - 1) / 2
        yield from frames[sight.start : sight.stop]
        others = (row for row in range(len(frames)) if row not in sight)
        yield from (frames[row] for row in sorted(others, key=lambda row: abs(row - middle)))

    def _wants_colours(self, frame: Frame, initial: Edit) -> bool:
        edit = frame.edit or initial
        if frame.plain is None or edit.blend is None or frame is self._filmstrip.photos.current:
            return False
        return frame.coloured != edit and self._hopeless.get(frame) != edit

    def _colour(self, frame: Frame, plain: QImage) -> None:
        edit, own = self._filmstrip.edit_of(frame), frame.edit or self._document.initial_edit
        if edit.picture is None:  # a thumbnail is too small to find a border in
            edit = replace(edit, picture=frame.picture)

        def work(token: CancelToken) -> QImage | None:
            try:
                photo = Photo(path=None, gray=to_gray(plain))
                return _rendered(photo, edit, self._models, token)
            except Cancelled:
                raise
            except Exception:  # noqa: BLE001 - whoever opens the photograph is told; a thumbnail may stay grey
                return None

        def done(colours: QImage | None) -> None:
            if colours is None:
                self._hopeless[frame] = own
            elif frame.plain is plain:
                frame.show_colours(colours, own)
                self._filmstrip.photos.touch(frame)

        self._lane.submit(work, done)


def _rendered(photo: Photo, edit: Edit, models: ModelPool, token: CancelToken) -> QImage | None:
    if edit.blend is None:
        return None
    request = RenderRequest(edit, _Beside(models)).checked()
    return to_qimage(request.composition(photo, bit_depth=8, cancel=token).whole(cancel=token))


class _Beside:
    """The models of the pool, each with a cache of its own."""

    def __init__(self, models: ModelPool) -> None:
        self._models = models

    def colorizer_of(self, model: str) -> Colorizer:
        """As `ModelPool.colorizer_of`."""
        return self._models.colorizer_of(model).beside(CHROMAS_BYTES)

    def painter_of(self, model: str) -> Painter:
        """As `ModelPool.painter_of`."""
        return self._models.painter_of(model)
