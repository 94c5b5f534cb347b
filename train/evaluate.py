"""Judging a model beside the baselines on held-out photographs and paintings."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional
from tqdm import tqdm

from train import metrics
from train.baselines import BASELINES, Baseline
from train.cache import PictureCache
from train.colour import lab_to_srgb, srgb_to_lab
from train.networks.transfer import TransferNetwork

Scores = dict[str, dict[str, float]]
_BATCH = 8
# The swap test colours every photo again, so it is made on this many of each batch only.
_SWAPPED = 2


def network_colouring(network: TransferNetwork, working_px: int, style_px: int) -> Baseline:
    """Wrap a network as a rival: photos seen at `working_px`, references at `style_px`, ab brought to full size."""

    @torch.no_grad()
    def colour(lightness: Tensor, reference: Tensor) -> Tensor:
        seen = _resize(lightness, working_px)
        ab = network.predict(seen, network.embed(_resize(reference, style_px))).ab
        return functional.interpolate(ab, size=lightness.shape[2:], mode="bilinear", align_corners=False)

    return colour


def _resize(plane: Tensor, side_px: int) -> Tensor:
    if plane.shape[-1] == side_px:
        return plane
    return functional.interpolate(
        plane, size=(side_px, side_px), mode="bilinear", antialias=True, align_corners=False
    )


def _lab(cache: PictureCache, indices: "np.ndarray[Any, np.dtype[np.int64]]") -> Tensor:
    pixels = torch.from_numpy(cache.pixels[indices]).permute(0, 3, 1, 2).float() / 255.0
    return srgb_to_lab(pixels)


def _batches(count: int) -> Iterator["np.ndarray[Any, np.dtype[np.int64]]"]:
    for start in range(0, count, _BATCH):
        yield np.arange(start, min(start + _BATCH, count))


class _Means:
    """Means of measures by rival."""

    def __init__(self) -> None:
        self.values: dict[str, dict[str, list[Tensor]]] = {}

    def add(self, rival: str, measures: dict[str, Tensor]) -> None:
        for name, value in measures.items():
            self.values.setdefault(rival, {}).setdefault(name, []).append(value.cpu())

    def result(self) -> Scores:
        return {
            rival: {name: float(torch.cat(parts).mean()) for name, parts in measures.items()}
            for rival, measures in self.values.items()
        }


@torch.no_grad()
def self_reference(rivals: dict[str, Baseline], photos: PictureCache, lpips: nn.Module | None) -> Scores:
    """Score rivals with every photo as its own reference: ab_mse, ab_rmse, psnr_db and, when given, lpips."""
    means = _Means()
    for indices in tqdm(list(_batches(len(photos.pixels))), desc="self-reference", mininterval=5.0):
        truth = _lab(photos, indices)
        true_rgb = lab_to_srgb(truth)
        for name, rival in rivals.items():
            ab = rival(truth[:, :1], truth)
            rgb = lab_to_srgb(torch.cat((truth[:, :1], ab), dim=1))
            measures = {"ab_mse": metrics.ab_mse(ab, truth[:, 1:]), "psnr_db": metrics.psnr(rgb, true_rgb)}
            measures["colourfulness_ratio"] = metrics.colourfulness(rgb) / metrics.colourfulness(
                true_rgb
            ).clamp_min(1)
            if lpips is not None:
                measures["lpips"] = lpips(rgb * 2.0 - 1.0, true_rgb * 2.0 - 1.0).flatten()
            means.add(name, measures)
    scores = means.result()
    for means_of_rival in scores.values():
        means_of_rival["ab_rmse"] = means_of_rival["ab_mse"] ** 0.5
    return scores


@torch.no_grad()
def painting_reference(rivals: dict[str, Baseline], photos: PictureCache, paintings: PictureCache) -> Scores:
    """Score rivals with every photo under one painting, and under the next for the swap test.

    Measures: palette (distance to the painting, ab units), palette_ratio (divided by that of the untouched grey
    photo, ratio of means), mean_shift, spread_shift, swap, bleeding, colourfulness_ratio (to the painting).
    """
    means = _Means()
    for indices in tqdm(list(_batches(len(photos.pixels))), desc="paintings", mininterval=5.0):
        lightness = _lab(photos, indices)[:, :1]
        first = _lab(paintings, indices % len(paintings.pixels))
        second = _lab(paintings, (indices[:_SWAPPED] + 1) % len(paintings.pixels))
        gray_distance = metrics.palette_distance(torch.zeros_like(first[:, 1:]), first[:, 1:])
        for name, rival in rivals.items():
            ab = rival(lightness, first)
            rgb = lab_to_srgb(torch.cat((lightness, ab), dim=1))
            painted = metrics.colourfulness(lab_to_srgb(first)).clamp_min(1)
            means.add(
                name,
                {
                    "palette": metrics.palette_distance(ab, first[:, 1:]),
                    "palette_of_gray": gray_distance,
                    "mean_shift": metrics.mean_shift(ab, first[:, 1:]),
                    "spread_shift": metrics.spread_shift(ab, first[:, 1:]),
                    "swap": metrics.swap_difference(ab[:_SWAPPED], rival(lightness[:_SWAPPED], second)),
                    "bleeding": metrics.bleeding(ab, lightness),
                    "colourfulness_ratio": metrics.colourfulness(rgb) / painted,
                },
            )
    scores = means.result()
    for measures in scores.values():
        measures["palette_ratio"] = measures["palette"] / measures.pop("palette_of_gray")
    return scores


@torch.no_grad()
def embeddings_of(network: TransferNetwork, paintings: PictureCache, style_px: int) -> Tensor:
    """Return the embeddings [N,E] of all paintings."""
    return torch.cat(
        [
            network.embed(_resize(_lab(paintings, indices), style_px))
            for indices in _batches(len(paintings.pixels))
        ]
    )


def latent_spread(embeddings: Tensor) -> dict[str, float]:
    """Standard deviation of every entry over the paintings: the smallest, the largest, their ratio."""
    spread = embeddings.std(dim=0)
    smallest, largest = float(spread.min()), float(spread.max())
    return {"smallest": smallest, "largest": largest, "ratio": smallest / max(largest, 1e-9)}


def evaluate(
    network: TransferNetwork | None,
    photos: PictureCache,
    paintings: PictureCache,
    *,
    working_px: int,
    style_px: int,
    lpips: nn.Module | None = None,
) -> dict[str, Any]:
    """Run every test; without a network only the baselines are scored.

    Returns:
        `self_reference` and `painting_reference` (rival to measures), and `latent` for a network.
    """
    rivals = dict(BASELINES)
    if network is not None:
        rivals["model"] = network_colouring(network, working_px, style_px)
    result: dict[str, Any] = {
        "pictures": {"photos": len(photos.pixels), "paintings": len(paintings.pixels)},
        "self_reference": self_reference(rivals, photos, lpips),
        "painting_reference": painting_reference(rivals, photos, paintings),
    }
    if network is not None:
        result["latent"] = latent_spread(embeddings_of(network, paintings, style_px))
    return result
