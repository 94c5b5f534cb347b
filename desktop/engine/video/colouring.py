"""Colours the frames of a film under a look: predicted chroma goes through `TemporalFilter`, then as with a photograph.

The network, which takes most of the time, runs on every other frame as long as little moves.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.engine.batch.layouts import laid_out
from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.resize import working_size
from desktop.engine.inference.colorizer import unit_gray
from desktop.engine.render.composition import Composition
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.render.prediction import predicted
from desktop.engine.render.toning import toned
from desktop.engine.video.temporal_filter import TemporalFilter


@dataclass(frozen=True, eq=False)
class Tinted:
    """A frame with its chroma, still to be composed."""

    photo: Photo
    chroma: Chroma


class FrameColourist:
    """Colours frames one after the other; regions and painting over are left out, which belong to one photo."""

    def __init__(self, request: RenderRequest, options: OutputOptions) -> None:
        """options: its layout and mark alone count."""
        self._request, self._options = request, options
        self._steady = TemporalFilter()
        self._is_predicted = False  # the last frame, itself

    def tint(self, gray: NDArray[np.uint8], cancel: CancelToken | None = None) -> Tinted:
        """The next frame (H, W) with its chroma, steadied; raises `Cancelled` or `ModelRunError`."""
        photo, request = Photo(None, gray), self._request
        chroma = self._steady.carried(self._guide(photo)) if self._is_predicted else None
        self._is_predicted = chroma is None
        if chroma is None:
            mixture = request.edit.chosen_blend.mixture
            chroma = self._steady.step(predicted(request.models.colorizer_of, photo, mixture, cancel))
        return Tinted(photo, toned(chroma, request.edit.adjustments))

    def _guide(self, photo: Photo) -> Floats:
        """The grey of a frame as the network sees it."""
        model = self._request.models.colorizer_of(self._request.model).model
        size_px = working_size(photo.width_px, photo.height_px, model.working_size_px)
        return unit_gray(photo.gray_at(size_px))

    def compose(self, tinted: Tinted) -> NDArray[np.uint8]:
        """(H, W, 3) sRGB; may be called on another thread than `tint`."""
        adjustments = self._request.edit.adjustments
        result = Composition(tinted.photo, tinted.chroma, adjustments, bit_depth=8)
        if self._options.layout == OutputOptions().layout and not self._options.mark:
            return to_8_bits(result.whole(threads=1))
        return to_8_bits(laid_out(result, tinted.photo, self._options).whole())
