"""Judging models beside the baselines on held-out photographs and paintings."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from tqdm import tqdm

from train import metrics
from train.baselines import BASELINES, Baseline
from train.cache import PictureCache
from train.colour import lab_to_srgb
from train.frechet import frechet_distance
from train.latents import blends, embeddings_of, latent_spread
from train.networks.transfer import TransferNetwork
from train.perception import Perception
from train.rivals import batches, lab_of, network_colouring

Scores = dict[str, dict[str, float]]
Further = Callable[[str, Tensor, Tensor], Mapping[str, Tensor]]
REAL = "real photograph"
WORST = 10
# The swap test colours a photo again, so it is made on the first two of every eight only.
_SWAP_EVERY, _SWAPPED = 8, 2
_BY_SOURCE = ("ab_mse", "psnr_db", "colourfulness_ratio", "lpips")


class Measures:
    """Measures of every picture, and what the backbone sees in it, by rival."""

    def __init__(self) -> None:
        self._values: dict[str, dict[str, list[Tensor]]] = {}
        self._features: dict[str, list[Tensor]] = {}

    def add(self, rival: str, measures: Mapping[str, Tensor]) -> None:
        """Take the measures of a batch, each [N]."""
        for name, value in measures.items():
            self._values.setdefault(rival, {}).setdefault(name, []).append(value)

    def add_features(self, rival: str, pooled: Tensor) -> None:
        """Take pooled features [N,512] of a batch."""
        self._features.setdefault(rival, []).append(pooled)

    def each(self, rival: str, name: str) -> NDArray[np.float32]:
        """Return a measure of every picture, in their order."""
        return torch.cat(self._values[rival][name]).numpy()

    def features(self, rival: str) -> NDArray[np.float32]:
        """Return the features [N,512] of every picture, in their order."""
        return torch.cat(self._features[rival]).numpy()

    def means(self) -> Scores:
        """Mean of every measure over the pictures."""
        return {
            rival: {name: float(torch.cat(parts).mean()) for name, parts in measures.items()}
            for rival, measures in self._values.items()
        }

    def by_source(self, sources: list[str]) -> dict[str, Any]:
        """Means over the pictures of each collection, the largest first: `photos` and `scores` by rival."""
        names = np.array(sources)
        result: dict[str, Any] = {}
        for source, count in sorted(
            zip(*np.unique(names, return_counts=True), strict=True), key=lambda x: -x[1]
        ):
            result[str(source)] = {
                "photos": int(count),
                "scores": {
                    rival: {
                        name: float(self.each(rival, name)[names == source].mean())
                        for name in _BY_SOURCE
                        if name in measures
                    }
                    for rival, measures in self._values.items()
                },
            }
        return result


@torch.no_grad()
def self_reference(
    rivals: Mapping[str, Baseline],
    photos: PictureCache,
    perception: Perception | None,
    further: Further | None = None,
) -> Measures:
    """Measure rivals with every photo as its own reference.

    Measures: ab_mse, psnr_db, colourfulness_ratio (to the photo) and, with a perception, lpips; and what `further`
    finds of a rival's name, the photos (CIELAB) and the rival's ab.
    """
    result = Measures()
    for indices in tqdm(list(batches(len(photos.pixels))), desc="self-reference", mininterval=5.0):
        truth = lab_of(photos, indices)
        true_rgb = lab_to_srgb(truth)
        true_colourfulness = metrics.colourfulness(true_rgb).clamp_min(1)
        seen = perception.look(true_rgb) if perception else None
        if seen:
            result.add_features(REAL, seen.pooled)
        for name, rival in rivals.items():
            ab = rival(truth[:, :1], truth)
            rgb = lab_to_srgb(torch.cat((truth[:, :1], ab), dim=1))
            measures = {
                "ab_mse": metrics.ab_mse(ab, truth[:, 1:]),
                "psnr_db": metrics.psnr(rgb, true_rgb),
                "colourfulness_ratio": metrics.colourfulness(rgb) / true_colourfulness,
            }
            if perception and seen:
                own = perception.look(rgb)
                measures["lpips"] = perception.distance(own, seen)
                result.add_features(name, own.pooled)
            if further:
                measures |= further(name, truth, ab)
            result.add(name, measures)
    return result


@torch.no_grad()
def painting_reference(
    rivals: Mapping[str, Baseline], photos: PictureCache, paintings: PictureCache
) -> Measures:
    """Measure rivals with every photo under one painting, and some under the next for the swap test.

    Measures: palette (distance to the painting, ab units), palette_of_gray (that of the untouched photo), mean_shift,
    spread_shift, swap, bleeding, colourfulness_ratio (to the painting). The real photographs have bleeding alone.
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
        result.add(REAL, {"bleeding": metrics.bleeding(photo[:, 1:], lightness)})
        for name, rival in rivals.items():
            ab = rival(lightness, first)
            rgb = lab_to_srgb(torch.cat((lightness, ab), dim=1))
            measures = {
                "palette": metrics.palette_distance(ab, first[:, 1:]),
                "palette_of_gray": gray_distance,
                "mean_shift": metrics.mean_shift(ab, first[:, 1:]),
                "spread_shift": metrics.spread_shift(ab, first[:, 1:]),
                "bleeding": metrics.bleeding(ab, lightness),
                "colourfulness_ratio": metrics.colourfulness(rgb) / painted,
            }
            if len(second):
                other = rival(lightness[swapped], second)
                measures["swap"] = metrics.swap_difference(ab[swapped], other)
            result.add(name, measures)
    return result


def worst_photos(measures: Measures, rival: str, sources: list[str]) -> list[dict[str, Any]]:
    """Return the photographs with the largest ab_mse, the worst first: `photo`, `source` and `ab_mse`."""
    errors = measures.each(rival, "ab_mse")
    return [
        {"photo": int(index), "source": sources[index], "ab_mse": float(errors[index])}
        for index in np.argsort(-errors)[:WORST]
    ]


def evaluate(
    networks: Mapping[str, TransferNetwork],
    photos: PictureCache,
    paintings: PictureCache,
    *,
    working_px: int,
    style_px: int,
    perception: Perception | None = None,
) -> dict[str, Any]:
    """Run every test on the baselines and on networks in evaluation mode, by name.

    Returns:
        `pictures`, how many; `self_reference` and `painting_reference`, rival to mean measures; `by_source`, the
        self-reference by collection; and `models`, of each network its `latent` spread, its `blends` and its `worst`
        photographs by ab_mse. LPIPS and the Fréchet distance to the real photographs are there with a `perception`.
    """
    rivals = dict(BASELINES)
    for name, network in networks.items():
        rivals[name] = network_colouring(network, working_px, style_px)
    rebuilt = self_reference(rivals, photos, perception)
    painted = painting_reference(rivals, photos, paintings)
    rebuilt_scores, painted_scores = rebuilt.means(), painted.means()
    for scores in rebuilt_scores.values():
        scores["ab_rmse"] = scores["ab_mse"] ** 0.5
    for rival in rivals:
        scores = painted_scores[rival]
        scores["palette_ratio"] = scores["palette"] / scores.pop("palette_of_gray")
    if perception:
        real = rebuilt.features(REAL)
        for rival, scores in rebuilt_scores.items():
            scores["frechet"] = frechet_distance(rebuilt.features(rival), real)
    models: dict[str, Any] = {}
    for name, network in networks.items():
        embeddings = embeddings_of(network, paintings, style_px)
        models[name] = {
            "latent": latent_spread(embeddings),
            "blends": blends(network, photos, paintings, embeddings, working_px),
            "worst": worst_photos(rebuilt, name, photos.sources),
        }
    return {
        "pictures": {"photos": len(photos.pixels), "paintings": len(paintings.pixels)},
        "self_reference": rebuilt_scores,
        "painting_reference": painted_scores,
        "by_source": rebuilt.by_source(photos.sources),
        "models": models,
    }
