"""Renders what the canvas shows: watches the document, works on worker lanes, emits images."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import PresetModelMismatchError
from desktop.engine.edits.edit import Edit
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import RGBX
from desktop.engine.render.framed import framed
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.qimage import to_screen
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.viewport import Viewport
from desktop.ui.services.detail_renderer import Detail, detail_plan_for, render_detail
from desktop.ui.services.model_pool import ModelPool

SETTLE_MS = 120


@dataclass(frozen=True)
class RenderedPreview:
    """A result for the canvas, the detail of it where it is zoomed in, and how long the network took."""

    image: QImage
    detail: Detail | None
    provider: str
    latency_ms: float


class PreviewRenderer(LaneService):
    """Turns photo, edit and viewport into images; of several requests the latest counts."""

    before_ready = Signal(QImage)
    after_ready = Signal(object)  # QImage, or None while there is no result
    detail_ready = Signal(Detail)
    result_busy_changed = Signal(bool)  # whether the result is being made, for all of the canvas
    ran = Signal(str, float)  # provider, milliseconds of the last network run

    def __init__(self, document: Document, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._models = models
        self._viewport: Viewport | None = None
        self._size_px: tuple[int, int] | None = None
        self._presets: tuple[Preset, ...] = ()
        self._painted: Edit | None = None
        self._unpainted: tuple[Photo, Edit] | None = None  # what is on the canvas below the paint
        self._before_lane = self.add_lane("before")
        self._after_lane = self.add_lane("after")
        self._detail_lane = self.add_lane("detail")
        self._after_lane.busy_changed.connect(self.result_busy_changed)
        self._after_lane.failed.connect(self._show_no_wrong_colours)
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settled.timeout.connect(self._render_for_view)
        self._settled.timeout.connect(self.busy_changed)
        document.photo_changed.connect(self._start_over)
        document.framing_changed.connect(self._start_over)
        document.edit_changed.connect(self._change_edit)
        document.tried_changed.connect(self._change_edit)
        document.model_changed.connect(self._change_model)

    def look_at(self, viewport: Viewport | None) -> None:
        """Say what is on screen; a new photo is developed at once, another size once it has settled."""
        first = self._viewport is None
        self._viewport = viewport
        if viewport is None:
            return
        self._detail_lane.cancel()
        if first:
            self._render_for_view()
        else:
            self._settled.start()

    @property
    def busy(self) -> bool:
        """Whether anything is being developed, or about to be."""
        return self._settled.isActive() or super().busy

    def preview_size_of(self, photo: Photo) -> tuple[int, int] | None:
        """At which size (width, height) the canvas would ask for what is shown of a photo that is not there yet.

        From any thread.
        """
        viewport = self._viewport
        if viewport is None:
            return None
        size = replace(viewport.fitted(), width_px=photo.width_px, height_px=photo.height_px)
        return size.preview_size_px()

    def close(self) -> None:
        """Stop for good."""
        self._settled.stop()
        super().close()

    def _start_over(self) -> None:
        self.cancel()
        self._viewport = None
        self._size_px = None
        self._unpainted = None

    def _change_edit(self) -> None:
        """Other presets are wanted at once, and so is other paint, which takes long; whatever else is dragged shows
        its pictures on the way.
        """
        edit = self._document.shown_edit
        before, self._presets = self._presets, () if edit.blend is None else edit.blend.presets
        was_painted, self._painted = self._painted, _seen_by_painter(edit)
        self._render_after(interrupt=self._presets != before or self._painted != was_painted)

    def _change_model(self) -> None:
        self._unpainted = None
        self._render_after(interrupt=True)

    def _render_for_view(self) -> None:
        """Make the preview when its size changed, then what is seen of the full size."""
        if self._viewport is None:
            return
        size_px = self._viewport.preview_size_px()
        if size_px != self._size_px:
            self._size_px = size_px
            self._render_before()
            self._render_after(interrupt=True)
        else:
            self._render_detail()

    def _render_before(self) -> None:
        photo, framing, size_px = self._document.photo, self._document.framing, self._size_px
        if photo is None or size_px is None:
            return

        def work(token: CancelToken) -> QImage:
            return to_screen(framed(photo, framing, token).shown_at(size_px))

        self._before_lane.submit(work, self.before_ready.emit, interrupt=True)

    def _render_after(self, *, interrupt: bool) -> None:
        """Make the result; of one that is painted over, which takes long, its colours first if they are others."""
        photo, edit = self._document.photo, self._document.shown_edit
        if self._size_px is None:
            return
        if photo is None or edit.blend is None:
            self._after_lane.cancel()
            self.after_ready.emit(None)
            return
        unpainted = replace(edit, repaint=None)
        if edit.repaint is not None and (photo, unpainted) != self._unpainted:

            def paint(_coloured: RenderedPreview) -> None:
                self._render(photo, edit, self._render_around)

            self._render(photo, unpainted, paint, interrupt=interrupt)
        else:
            self._render(photo, edit, self._render_around, interrupt=interrupt)
        self._unpainted = (photo, unpainted)

    def _render(
        self,
        photo: Photo,
        edit: Edit,
        then: Callable[[RenderedPreview], None],
        *,
        interrupt: bool = False,
    ) -> None:
        request, size_px = RenderRequest(edit, self._models), self._size_px
        plan = None if self._viewport is None else detail_plan_for(self._viewport, around=False)

        def work(token: CancelToken) -> RenderedPreview:
            colorizer = self._models.colorizer_of(request.model)
            result = request.checked().composition(photo, size_px=size_px, bit_depth=8, cancel=token)
            rgb = result.whole(channels=RGBX, cancel=token)
            detail = None
            if plan is not None:
                detail = render_detail(plan, photo, edit.framing, request, token)
            return RenderedPreview(to_screen(rgb), detail, colorizer.provider, colorizer.latency_ms)

        def done(rendered: RenderedPreview) -> None:
            self._show_after(rendered)
            then(rendered)

        self._after_lane.submit(work, done, interrupt=interrupt)

    def _show_after(self, rendered: RenderedPreview) -> None:
        """Show both at once: a sharp picture is never followed by a blurred one."""
        self.after_ready.emit(rendered.image)
        if rendered.detail is not None:
            self.detail_ready.emit(rendered.detail)
        self.ran.emit(rendered.provider, rendered.latency_ms)

    def _render_around(self, rendered: RenderedPreview) -> None:
        """Go on with what is seen closely, or with what lies around it."""
        self._render_detail(around=rendered.detail is not None)

    def _show_no_wrong_colours(self, error: Exception) -> None:
        """Clear the result where the photo cannot be coloured by its presets: it would show the colours of others."""
        if isinstance(error, PresetModelMismatchError):
            self.after_ready.emit(None)

    def _render_detail(self, *, around: bool = False) -> None:
        """Show more than the preview holds, when it is looked at more closely: what is seen, then around it."""
        photo = self._document.photo
        plan = detail_plan_for(self._viewport, around=around) if self._viewport is not None else None
        if photo is None or plan is None:
            return
        edit = self._document.shown_edit
        request = None if edit.blend is None else RenderRequest(edit, self._models)

        def work(token: CancelToken) -> Detail:
            return render_detail(plan, photo, edit.framing, request, token)

        def done(detail: Detail) -> None:
            self.detail_ready.emit(detail)
            if not around and plan.size_px is None:
                self._render_detail(around=True)

        self._detail_lane.submit(work, done, interrupt=True)


def _seen_by_painter(edit: Edit) -> Edit | None:
    """A key of everything that the painter's result depends on; None without a painter."""
    return None if edit.repaint is None else replace(edit, repaint=replace(edit.repaint, paint=1.0))
