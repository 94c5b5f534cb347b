"""Makes the thumbnails of the gallery: the photo under every preset, while nothing is waited for."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import PresetModelMismatchError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.place import Place
from desktop.engine.render.composition import compose
from desktop.engine.render.framed import framed
from desktop.engine.render.picture import pictured, placed
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.qimage import to_screen
from desktop.ui.base.service import LaneService, Service
from desktop.ui.services.model_pool import ModelPool

SETTLE_MS = 300  # as long as a slider is being dragged the canvas shows what it does


@dataclass(frozen=True, eq=False)
class _Small:
    """The picture as the network's cache knows it, a copy of the thumbnails' size to lay the colours on, and where."""

    photo: Photo
    copy: Photo
    place: Place | None


class PresetThumbnailer(LaneService):
    """Makes one thumbnail after the other; what the canvas wants goes first, and interrupts one that is being
    made. So does reading the next photo: these thumbnails will not be wanted any more when it is there.

    The network gets the photo at the size that it gets for the canvas, so that a preset whose thumbnail is made
    is shown on the canvas without another run. Each thumbnail shows what a click on it would give, adjustments
    included; when these change, the thumbnails are composed anew once the change has settled, without a run of
    the network.
    """

    plain_ready = Signal(QImage)  # the photo without colours
    made = Signal(object, QImage)  # Preset

    def __init__(self, models: ModelPool, awaited: Sequence[Service], parent: QObject | None = None) -> None:
        """awaited: the services that go first."""
        super().__init__(parent)
        self._models, self._awaited = models, awaited
        self._order: Callable[[], Iterable[Preset]] = tuple
        self._photo: Photo | None = None
        self._edit = Edit()
        self._size_px = QSize()
        self._small: _Small | None = None
        self._adjustments = self._wanted = Adjustments()
        self._done: set[tuple[float, ...]] = set()
        self._full = False
        self._lane = self.add_lane("gallery", reports_failures=False, counts_as_busy=False)
        self._lane.failed.connect(self._give_up)
        # Queued: the lane is in the middle of a change when it tells of it.
        self._lane.busy_changed.connect(self.go_on, Qt.ConnectionType.QueuedConnection)
        for service in awaited:
            service.busy_changed.connect(self._yield)
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settled.timeout.connect(self._adjust)

    @property
    def full(self) -> bool:
        """Whether every preset that is asked for has its thumbnail, or cannot have one."""
        return self._full

    @property
    def busy(self) -> bool:
        """Whether there are thumbnails still to be made."""
        return self._photo is not None and not self._full

    def has(self, preset: Preset) -> bool:
        """Whether a preset's thumbnail is made."""
        return preset.embedding in self._done

    def set_order(self, order: Callable[[], Iterable[Preset]]) -> None:
        """Say which presets want a thumbnail; asked before each, for what is in sight may have changed."""
        self._order = order

    def start(self, photo: Photo | None, size_px: QSize, edit: Edit) -> None:
        """Begin anew, with thumbnails of `size_px` device pixels of what an edit shows; None ends them."""
        self._lane.cancel()
        self._settled.stop()
        self._photo, self._edit, self._size_px, self._small = photo, edit, size_px, None
        self._adjustments = self._wanted = edit.adjustments
        self._done.clear()
        self._full = False
        self.busy_changed.emit()
        # What goes first may only now be hearing of the photo.
        QTimer.singleShot(0, self.go_on)

    def adjust(self, adjustments: Adjustments) -> None:
        """Show other adjustments once nothing has changed for a while; until then what is there stays."""
        if adjustments != self._wanted:
            self._wanted = adjustments
            self._settled.start()

    def go_on(self) -> None:
        """Make the next thumbnail, unless something else has to be done first."""
        if self._photo is None or self._lane.busy or self._has_to_wait or self._settled.isActive():
            return
        if self._small is None:
            self._shrink(self._photo, self._size_px)
            return
        preset = self._next()
        if self._full != (preset is None):
            self._full = preset is None
            self.busy_changed.emit()
        if preset is not None:
            self._colour(self._small, preset)

    def close(self) -> None:
        """Stop for good."""
        self._photo = None
        self._settled.stop()
        super().close()

    @property
    def _has_to_wait(self) -> bool:
        return any(service.busy for service in self._awaited)

    def _next(self) -> Preset | None:
        return next((preset for preset in self._order() if preset.embedding not in self._done), None)

    def _adjust(self) -> None:
        """Make all of them anew, those in sight first, when they are to look different."""
        if self._wanted != self._adjustments:
            self._adjustments = self._wanted
            self._lane.cancel()
            self._done.clear()
            self._full = False
        self.go_on()

    def _yield(self) -> None:
        """Make way for what is waited for, or go on when it is done."""
        if self._has_to_wait:
            self._lane.cancel()
        else:
            self.go_on()

    def _give_up(self, error: Exception) -> None:
        """Tell what went wrong once; it would go wrong again with every preset."""
        self._photo = None
        self.busy_changed.emit()
        self.failed.emit(error)

    def _shrink(self, photo: Photo, size_px: QSize) -> None:
        framing, picture = self._edit.framing, self._edit.picture

        def work(token: CancelToken) -> tuple[_Small, QImage]:
            shown = framed(photo, framing, token)
            gray = shown.shown_at((size_px.width(), size_px.height()))
            part, copy = pictured(photo, framing, picture, token), Photo(path=None, gray=gray)
            small = _Small(shown, copy, None) if part is None else _Small(part.photo, copy, part.place)
            return small, to_screen(gray)

        def done(result: tuple[_Small, QImage]) -> None:
            self._small, image = result
            self.plain_ready.emit(image)

        self._lane.submit(work, done)

    def _colour(self, small: _Small, preset: Preset) -> None:
        adjustments = self._adjustments

        def work(token: CancelToken) -> QImage | None:
            colorizer = self._models.colorizer_of(preset.model)
            try:
                preset.check_model(colorizer.model)
            except PresetModelMismatchError:
                return None  # the gallery says so
            chroma = colorizer.predict(small.photo, preset.vector, token)
            if small.place is not None:
                chroma = placed(chroma, small.place)
            return to_screen(compose(small.copy, chroma, adjustments, bit_depth=8, cancel=token))

        def done(image: QImage | None) -> None:
            self._done.add(preset.embedding)
            if image is not None:
                self.made.emit(preset, image)

        self._lane.submit(work, done)
