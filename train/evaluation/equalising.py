"""The Fréchet distance of answers that have been made equally colourful: cautious and bold models on one footing."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from train.core.colour import lab_to_srgb
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import Baseline
from train.evaluation.colourings import batches, lab_of, resize
from train.evaluation.frechet import frechet_distance
from train.evaluation.perception import Perception

# Side at which colourfulness is measured to find the factor.
_SIDE_PX = 64
_LARGEST_FACTOR = 8.0
_HALVINGS = 16


def _mean_colourfulness(lightness: Tensor, ab: Tensor, factor: float) -> float:
    rgb = lab_to_srgb(torch.cat((lightness, ab * factor), dim=1))
    return float(metrics.colourfulness(rgb).mean())


def equalising_factor(lightness: Tensor, ab: Tensor, wanted: float) -> float | None:
    """Return the factor of ab [N,2,H,W] with which the mean colourfulness of all pictures is as wanted.

    Found by halving, since colours outside the gamut are clipped; None where even eight does not suffice.
    """
    low, high = 0.0, _LARGEST_FACTOR
    if _mean_colourfulness(lightness, ab, high) < wanted:
        return None
    for _ in range(_HALVINGS):
        middle = (low + high) / 2.0
        if _mean_colourfulness(lightness, ab, middle) < wanted:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


class Equaliser:
    """Keeps small copies of photographs and answers, and finds each rival's factor from them."""

    def __init__(self) -> None:
        self._truth: dict[str, list[Tensor]] = {}
        self._answers: dict[str, list[Tensor]] = {}

    def add(self, rival: str, truth: Tensor, ab: Tensor) -> None:
        """Take a batch: photographs [N,3,S,S], CIELAB, and a rival's ab [N,2,S,S]."""
        side_px = min(_SIDE_PX, truth.shape[-1])
        self._truth.setdefault(rival, []).append(resize(truth, side_px))
        self._answers.setdefault(rival, []).append(resize(ab, side_px))

    def factor(self, rival: str) -> float | None:
        """Return by what to multiply a rival's ab so that its mean colourfulness is that of the photographs.

        None for a rival that has next to no colour.
        """
        truth = torch.cat(self._truth[rival])
        wanted = _mean_colourfulness(truth[:, :1], truth[:, 1:], 1.0)
        return equalising_factor(truth[:, :1], torch.cat(self._answers[rival]), wanted)


@torch.no_grad()
def equalised_frechet(
    rivals: Mapping[str, Baseline],
    factors: Mapping[str, float],
    photos: PictureCache,
    perception: Perception,
    real: NDArray[np.floating],
) -> dict[str, float]:
    """Return the Fréchet distances of the answers of rivals that have a factor, their ab multiplied by it.

    Args:
        rivals: by name; they are asked again.
        factors: of some rivals.
        photos: that the rivals colour.
        perception: gives the features.
        real: features [N,D] of the photographs.
    """
    found = {}
    for name, factor in factors.items():
        pooled = []
        for indices in batches(len(photos.pixels)):
            truth = lab_of(photos, indices)
            ab = rivals[name](truth[:, :1], truth) * factor
            pooled.append(perception.look(lab_to_srgb(torch.cat((truth[:, :1], ab), dim=1))).pooled)
        found[name] = frechet_distance(torch.cat(pooled).numpy(), real)
    return found
