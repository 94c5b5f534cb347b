"""Renders the part of the photograph that is seen when it is zoomed in beyond the preview."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.framing import Framing
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import RGBX, Region
from desktop.engine.render.framed import framed
from desktop.engine.render.pipeline import RenderRequest
from desktop.ui.base.qimage import to_screen
from desktop.ui.document.viewport import Viewport

MAX_WHOLE_PIXELS = 8_000_000  # up to here the whole photo is made at the zoom's size: quick, and free to pan


@dataclass(frozen=True)
class DetailPlan:
    """What to render of a photo that is zoomed in.

    region: the part of the photo to show, in photo pixels; size_px: of the whole photo, None for its own.
    """

    region: QRect
    size_px: tuple[int, int] | None


@dataclass(frozen=True)
class Detail:
    """Both images of a region of the photo; after is None while there is no result."""

    region: QRect
    before: QImage
    after: QImage | None


def detail_plan_for(viewport: Viewport, *, around: bool) -> DetailPlan | None:
    """What to make for a view, with or without what lies around it; None when the preview is enough."""
    if viewport.scale <= min(viewport.fit_zoom, 1.0):
        return None
    width, height = round(viewport.width_px * viewport.scale), round(viewport.height_px * viewport.scale)
    if viewport.scale < 1.0 and width * height <= MAX_WHOLE_PIXELS:
        return DetailPlan(QRect(0, 0, viewport.width_px, viewport.height_px), (width, height))
    return DetailPlan(viewport.region_px() if around else viewport.visible_px(), None)


def render_detail(
    plan: DetailPlan, photo: Photo, framing: Framing, request: RenderRequest | None, token: CancelToken
) -> Detail:
    """The region of `plan`, before and after, and nothing beyond it; raises Cancelled.

    framing: what is shown of the photo; that of the request's edit, if there is one.
    """
    area = plan.region
    region = None
    shown = framed(photo, framing, token)
    gray = shown.gray_at(None) if plan.size_px is None else shown.shown_at(plan.size_px)
    if plan.size_px is None:
        region = Region(area.left(), area.top(), area.width(), area.height())
        gray = gray[region.slices()]
    before = to_screen(gray)
    if request is None:
        return Detail(area, before, None)
    result = request.checked().composition(
        photo, size_px=plan.size_px, region=region, bit_depth=8, cancel=token
    )
    return Detail(area, before, to_screen(result.whole(channels=RGBX, cancel=token)))
