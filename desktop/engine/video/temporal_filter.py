"""Keeps chroma steady over the frames of a film, where the lightness says that what is seen has not changed.

The network sees each frame by itself, and grain or a small move is enough to change its mind. So chroma is filtered
in time along the lightness, as a guided filter does it in space: where a place is as bright as in the frame before, it
keeps most of the chroma that it had; where it is not, something has moved, and the new chroma counts. A cut begins
anew.
"""

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.imaging.guided_upsample import Chroma, box_mean

KEPT = 0.9  # of the old chroma where nothing has changed: flicker of one frame is a tenth of what it was
UNCHANGED = (
    0.025  # difference of grey (0..1), about twice the grain of a small frame, at which 60 % of that is left
)
CUT_CORRELATION = 0.5  # of the same places of two frames, below which they are of two shots
CUT_MEAN = 0.1  # difference of mean grey between two even frames, a fade from black for instance
CELL_PX = 8
MOVED = 0.06  # mean difference of grey from which a frame has to be predicted itself


class TemporalFilter:
    """Takes the chroma of one frame after the other, all of one size, and gives it back steadied."""

    def __init__(self) -> None:
        self._guide: Floats | None = None
        self._ab: Floats | None = None

    def step(self, chroma: Chroma) -> Chroma:
        """The chroma of the next frame."""
        guide, ab = chroma.guide, chroma.ab
        if self._guide is None or self._ab is None or is_cut(self._guide, guide):
            steadied = chroma
        else:
            # Squares, since a thin thing that moves is brighter on one side and darker on the other.
            change = np.maximum(box_mean((guide - self._guide) ** 2, 1), 0)
            kept = np.float32(KEPT) * np.exp(-change / np.float32(2 * UNCHANGED**2))
            steadied = Chroma.guided(guide, ab + kept * (self._ab - ab))
        self._guide, self._ab = guide, steadied.ab
        return steadied

    def carried(self, guide: Floats) -> Chroma | None:
        """The chroma of the frame before, laid along the edges of the next one, whose grey 0..1 (h, w) is `guide`.

        None where that would not do: at the beginning, at a cut, and where much has moved. On pans of two to three
        pixels a frame it is 0.3 to 0.7 units of a* and b* off what the network would have said, which cannot be seen.
        """
        if self._guide is None or self._ab is None or is_cut(self._guide, guide):
            return None
        if float(np.abs(guide - self._guide).mean()) > MOVED:
            return None
        self._guide = guide
        return Chroma.guided(guide, self._ab)


def is_cut(before: Floats, after: Floats) -> bool:
    """Whether two frames, grey 0..1 (h, w), are of different shots: hardly alike, even when seen blurred."""
    if before.shape != after.shape:
        return True
    one, other = _cells(before), _cells(after)
    differences = abs(float(one.mean() - other.mean()))
    one, other = one - one.mean(), other - other.mean()
    size = float(np.sqrt((one**2).sum() * (other**2).sum()))
    if size < 1e-4 * one.size:  # one of them is even, so that nothing can correlate
        return differences > CUT_MEAN
    return float((one * other).sum()) / size < CUT_CORRELATION


def _cells(gray: Floats) -> Floats:
    """Means of squares of CELL_PX, which a camera's move of some pixels changes little."""
    height, width = (max(CELL_PX, side - side % CELL_PX) for side in gray.shape)
    padded = np.pad(gray, [(0, max(0, CELL_PX - side)) for side in gray.shape], mode="edge")[:height, :width]
    cells: Floats = padded.reshape(height // CELL_PX, CELL_PX, width // CELL_PX, CELL_PX).mean(axis=(1, 3))
    return cells
