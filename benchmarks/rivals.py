"""The classic ways to give a grey photograph a painting's colours, in NumPy at full size, on all cores.

Reinhard et al., "Color Transfer between Images" (2001), Welsh et al., "Transferring Color to Greyscale Images"
(2002), and histogram matching channel by channel. All keep the photograph's lightness and clip to the gamut.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lab_to_srgb, lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats
from desktop.engine.core.parallel import for_each_stripe
from desktop.engine.imaging.guided_upsample import box_mean

Bytes = NDArray[np.uint8]

RADIUS_PX = 2  # Welsh's neighbourhood of 5 x 5
SAMPLES_SIDE = 16  # Welsh's 256 jittered samples
DEVIATIONS = 64
SEED = 22
LEVELS = 256
STRIPE_PIXELS = 131_072

GRAY_LIGHTNESS = lightness(srgb_decode(np.arange(LEVELS, dtype=np.float32) / np.float32(LEVELS - 1)))


def reinhard(gray: Bytes, painting: Bytes) -> Bytes:
    """Mean and spread of each channel made the painting's: of a grey photograph, a tint of one colour."""
    lab = srgb_to_lab(unit(painting))
    mean = lab.reshape(-1, 3).mean(axis=0)
    return _coloured(gray, lambda rows: np.broadcast_to(mean[1:], (*gray[rows].shape, 2)))


def histogram_matching(gray: Bytes, painting: Bytes) -> Bytes:
    """Each channel's distribution made the painting's."""
    share = np.cumsum(np.bincount(gray.ravel(), minlength=LEVELS)) / gray.size
    table = np.empty((LEVELS, 3), dtype=np.float32)
    for channel in range(3):
        theirs = np.cumsum(np.bincount(painting[..., channel].ravel(), minlength=LEVELS))
        table[:, channel] = np.searchsorted(theirs / theirs[-1], share - 1e-12)
    ab = srgb_to_lab(unit(np.minimum(table, 255)))[:, 1:]
    return _coloured(gray, lambda rows: ab[gray[rows]])


def welsh(gray: Bytes, painting: Bytes) -> Bytes:
    """The colours of the sample most alike in lightness and in its spread around each pixel."""
    lab = srgb_to_lab(unit(painting))
    L = lab[..., 0]
    ours = GRAY_LIGHTNESS[gray]
    theirs = (L - L.mean()) / max(float(L.std()), 1e-6) * ours.std() + ours.mean()
    rows, columns = _jittered(L.shape)
    samples = np.stack([theirs[rows, columns], _deviation(theirs)[rows, columns]], axis=1)
    levels = np.stack(np.meshgrid(GRAY_LIGHTNESS, np.arange(DEVIATIONS), indexing="ij"), axis=-1)
    nearest = ((levels[:, :, None] - samples) ** 2).sum(axis=-1).argmin(axis=-1)
    ab = lab[rows, columns, 1:][nearest]

    def pick(stripe: slice) -> Floats:
        around = slice(max(stripe.start - RADIUS_PX, 0), stripe.stop + RADIUS_PX)
        spread = _deviation(ours[around])[stripe.start - around.start :][: stripe.stop - stripe.start]
        chosen: Floats = ab[gray[stripe], np.minimum(np.rint(spread).astype(np.intp), DEVIATIONS - 1)]
        return chosen

    return _coloured(gray, pick)


RIVALS: dict[str, Callable[[Bytes, Bytes], Bytes]] = {
    "Reinhard": reinhard,
    "histogram matching": histogram_matching,
    "Welsh": welsh,
}


def _coloured(gray: Bytes, chroma: Callable[[slice], Floats]) -> Bytes:
    """sRGB (H, W, 3) of the photograph's lightness and of a* and b* (n, W, 2) of each stripe."""
    result = np.empty((*gray.shape, 3), dtype=np.uint8)

    def work(rows: slice) -> None:
        lab = np.dstack([GRAY_LIGHTNESS[gray[rows]], chroma(rows)])
        np.rint(lab_to_srgb(lab) * 255, out=result[rows], casting="unsafe")

    for_each_stripe((gray.shape[0], gray.shape[1]), work, stripe_pixels=STRIPE_PIXELS)
    return result


def unit(values: NDArray[np.generic]) -> Floats:
    """0..255 as float32 in 0..1."""
    return values.astype(np.float32) / np.float32(255)


def _deviation(values: Floats) -> Floats:
    """Standard deviation over 5 x 5 pixels."""
    exact = values.astype(np.float64)
    mean = box_mean(exact, RADIUS_PX)
    return np.sqrt(np.maximum(box_mean(exact**2, RADIUS_PX) - mean**2, 0)).astype(np.float32)


def _jittered(shape: tuple[int, ...]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Rows and columns of one pixel in each cell of a grid."""
    rng = np.random.default_rng(SEED)
    cells = np.mgrid[0:SAMPLES_SIDE, 0:SAMPLES_SIDE].reshape(2, -1)
    places = (cells + rng.random(cells.shape)) / SAMPLES_SIDE
    return (places[0] * shape[0]).astype(np.intp), (places[1] * shape[1]).astype(np.intp)
