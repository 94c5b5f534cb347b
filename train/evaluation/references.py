"""Evaluation with another picture as reference: a painting, or a photograph of the same collection."""

from collections.abc import Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from tqdm import tqdm

from train.core.colour import lab_to_srgb
from train.core.distances import resize_to
from train.core.optimal_transport import transport_colours
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import Baseline
from train.evaluation.colourings import batches, lab_of, resize
from train.evaluation.measures import REAL, REAL_PAINTING, Measures
from train.networks.colour_table import lightness_rank

# The swap test colours a photo again, so it is made on the first two of every eight only.
_SWAP_EVERY, _SWAPPED = 8, 2
# Side at which true colours are transported; sorting more places takes long and moves them little.
_TRANSPORT_PX = 64
# Photographs of a collection are much alike, so a quarter of them say what all would.
_KIN_EVERY = 4


def transported_truth(photo: Tensor, painting: Tensor) -> Tensor:
    """Move a photograph's true colours into a painting's palette: the answer that knows what everything is.

    Args:
        photo, painting: CIELAB [N,3,S,S].

    Returns:
        ab [N,2,64,64] (smaller where the photograph is).
    """
    side_px = min(_TRANSPORT_PX, photo.shape[-1])
    small, palette = resize(photo, side_px), resize(painting, side_px)
    moved = transport_colours(
        small[:, 1:].flatten(2),
        lightness_rank(small[:, :1]).flatten(2),
        palette[:, 1:].flatten(2),
        lightness_rank(palette[:, :1]).flatten(2),
    )
    return moved.view(-1, 2, side_px, side_px)


@torch.no_grad()
def painting_reference(
    rivals: Mapping[str, Baseline], photos: PictureCache, paintings: PictureCache
) -> Measures:
    """Measure rivals with every photo under one painting, and some under the next for the swap test.

    Measures: palette (distance to the painting, ab units), palette_of_gray (that of the untouched photo), mean_shift,
    spread_shift, transported_ab_mse (to `transported_truth`), swap, bleeding, beyond_lightness, unrest,
    colourfulness_ratio (to the painting). The real photographs and paintings have bleeding and beyond_lightness alone.
    """
    result = Measures()
    count = len(paintings.pixels)
    for indices in tqdm(list(batches(len(photos.pixels))), desc="paintings", mininterval=5.0):
        photo = lab_of(photos, indices)
        lightness = photo[:, :1]
        first = lab_of(paintings, indices % count)
        swapped = torch.from_numpy(indices % _SWAP_EVERY < _SWAPPED)
        second = lab_of(paintings, (indices[swapped.numpy()] + 1) % count)
        gray_distance = metrics.palette_distance(torch.zeros_like(first[:, 1:]), first[:, 1:])
        painted = metrics.colourfulness(lab_to_srgb(first)).clamp_min(1)
        truth = transported_truth(photo, first)
        result.add(REAL, _smoothness(photo[:, 1:], lightness))
        result.add(REAL_PAINTING, _smoothness(first[:, 1:], first[:, :1]))
        for name, rival in rivals.items():
            ab = rival(lightness, first)
            rgb = lab_to_srgb(torch.cat((lightness, ab), dim=1))
            measures = {
                "palette": metrics.palette_distance(ab, first[:, 1:]),
                "palette_of_gray": gray_distance,
                "mean_shift": metrics.mean_shift(ab, first[:, 1:]),
                "spread_shift": metrics.spread_shift(ab, first[:, 1:]),
                "transported_ab_mse": metrics.ab_mse(resize_to(ab, truth), truth),
                "unrest": metrics.unrest(ab, photo),
                "colourfulness_ratio": metrics.colourfulness(rgb) / painted,
            }
            measures |= _smoothness(ab, lightness)
            if len(second):
                other = rival(lightness[swapped], second)
                measures["swap"] = metrics.swap_difference(ab[swapped], other)
            result.add(name, measures)
    return result


def _smoothness(ab: Tensor, lightness: Tensor) -> dict[str, Tensor]:
    """Two measures to be read beside each other, since blotches raise both."""
    return {
        "bleeding": metrics.bleeding(ab, lightness),
        "beyond_lightness": metrics.beyond_lightness(ab, lightness),
    }


def kin_of(sources: Sequence[str]) -> NDArray[np.intp]:
    """Of every picture, the next one of its collection, the first after the last; itself where it is alone."""
    names = np.array(sources)
    kin = np.empty(len(names), np.intp)
    for source in np.unique(names):
        (own,) = np.nonzero(names == source)
        kin[own] = np.roll(own, -1)
    return kin


@torch.no_grad()
def kin_reference(rivals: Mapping[str, Baseline], photos: PictureCache) -> Measures:
    """Measure rivals with another photograph of the same collection as reference, on every fourth photograph.

    As a user would with a colour photograph of something similar. Measures, against the true colours: ab_mse, psnr_db.
    """
    result = Measures()
    kin = kin_of(photos.sources)
    (related,) = np.nonzero(kin != np.arange(len(kin)))
    chosen = related[::_KIN_EVERY]
    for places in tqdm(list(batches(len(chosen))), desc="kin", mininterval=5.0):
        indices = chosen[places]
        truth, reference = lab_of(photos, indices), lab_of(photos, kin[indices])
        true_rgb = lab_to_srgb(truth)
        for name, rival in rivals.items():
            ab = rival(truth[:, :1], reference)
            rgb = lab_to_srgb(torch.cat((truth[:, :1], ab), dim=1))
            result.add(
                name, {"ab_mse": metrics.ab_mse(ab, truth[:, 1:]), "psnr_db": metrics.psnr(rgb, true_rgb)}
            )
    return result
