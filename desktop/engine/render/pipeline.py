"""The rendering pipeline: predict, tone, mix regions, paint over, compose."""

from dataclasses import replace
from typing import Protocol

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.look import Look
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.painter import Painter
from desktop.engine.render.composition import Composition, Region
from desktop.engine.render.regions import chroma_of, left_to_compose
from desktop.engine.render.repaint import repainted


class Models(Protocol):
    """The models, started, by name; each raises a TintypeError for one that is not to be had."""

    def colorizer_of(self, model: str) -> Colorizer:
        """One that colours."""
        ...

    def painter_of(self, model: str) -> Painter:
        """One that paints over."""
        ...


def composition(
    models: Models,
    photo: Photo,
    look: Look,
    *,
    formed: Photo | None = None,
    size_px: tuple[int, int] | None = None,
    region: Region | None = None,
    bit_depth: int | None = None,
    cancel: CancelToken | None = None,
) -> Composition:
    """The result of a photograph under a look, which is made when its rows are asked for.

    formed: the photograph with the size and depth of its result, where that is to have others than `photo`.
    size_px, region, bit_depth: as of `compose`.

    Raises `Cancelled`, `ModelRunError` or `PresetModelMismatchError`.
    """
    chroma = chroma_of(models.colorizer_of, photo, look.mixture, look.adjustments, look.regions, cancel)
    adjustments = left_to_compose(look.adjustments, look.regions)
    shown = photo if formed is None else formed
    if look.repaint is not None:
        painter = models.painter_of(look.repaint.painter)
        painted = repainted(painter, photo, chroma, adjustments, look.repaint, cancel)
        if size_px is not None:
            shown, size_px = replace(shown, gray=shown.shown_at(size_px), bit_depth=8), None
        shown, chroma, adjustments = painted.over(shown, cancel), painted.chroma, Adjustments()
    return Composition(shown, chroma, adjustments, size_px=size_px, region=region, bit_depth=bit_depth)
