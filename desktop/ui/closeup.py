"""What is seen when the photograph is looked at more closely than the preview shows it."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.engine.arrays import RgbArray
from desktop.engine.cancel import CancelToken
from desktop.engine.compose import compose
from desktop.engine.photo import Photo
from desktop.ui.exposure import Exposure
from desktop.ui.images import to_screen
from desktop.ui.studio import Studio
from desktop.ui.viewport import Viewport

MAX_WHOLE_PIXELS = 8_000_000  # up to here the whole photo is made at the zoom's size: quick, and free to pan


@dataclass(frozen=True)
class Plan:
    """region: the part of the photo to show, in photo pixels; size_px: of the whole photo, None for its own."""

    region: QRect
    size_px: tuple[int, int] | None


@dataclass(frozen=True)
class CloseUp:
    """Both images of a region of the photo; after is None while there is no result."""

    region: QRect
    before: QImage
    after: QImage | None


def plan_for(viewport: Viewport) -> Plan | None:
    """What to make for a view; None when the preview is enough."""
    if viewport.scale <= min(viewport.fit_zoom, 1.0):
        return None
    width, height = round(viewport.width_px * viewport.scale), round(viewport.height_px * viewport.scale)
    if viewport.scale < 1.0 and width * height <= MAX_WHOLE_PIXELS:
        return Plan(QRect(0, 0, viewport.width_px, viewport.height_px), (width, height))
    return Plan(viewport.region_px(), None)


class Enlarger:
    """Makes close-ups; keeps the last result, so that panning over it composes nothing. For one lane only."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio
        self._made_from: tuple[Exposure, tuple[int, int] | None] | None = None
        self._rgb: RgbArray | None = None

    def make(self, plan: Plan, photo: Photo, exposure: Exposure | None, token: CancelToken) -> CloseUp:
        """The region of `plan`, before and after; raises Cancelled."""
        region = plan.region
        part = slice(region.top(), region.bottom() + 1), slice(region.left(), region.right() + 1)
        if plan.size_px is not None:
            part = slice(None), slice(None)
        before = to_screen(photo.gray_at(plan.size_px)[part])
        if exposure is None:
            return CloseUp(region, before, None)
        return CloseUp(region, before, to_screen(self._result(exposure, plan.size_px, token)[part]))

    def _result(self, exposure: Exposure, size_px: tuple[int, int] | None, token: CancelToken) -> RgbArray:
        if self._rgb is None or self._made_from != (exposure, size_px):
            self._rgb = None  # frees the old one before the new one is made
            chroma = exposure.predict(self._studio.colorizer(), token)
            self._rgb = compose(
                exposure.photo, chroma, exposure.adjustments, size_px=size_px, bit_depth=8, cancel=token
            )
            self._made_from = (exposure, size_px)
        return self._rgb
