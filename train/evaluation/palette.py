"""Evaluation of palette models beside the baselines, on held-out photographs and paintings."""

from collections.abc import Callable, Mapping
from typing import Any

import torch
from torch import Tensor
from tqdm import tqdm

from train.core.colour import lab_to_srgb
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import BASELINES, Baseline
from train.evaluation.colourings import batches, lab_of, network_colouring
from train.evaluation.frechet import frechet_distance
from train.evaluation.latents import blends, embeddings_of, latent_spread
from train.evaluation.measures import REAL, Measures, worst_photos
from train.evaluation.perception import Perception
from train.evaluation.references import kin_reference, painting_reference
from train.networks.base import TransferNetwork

Further = Callable[[str, Tensor, Tensor], Mapping[str, Tensor]]


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
        `pictures`, how many; `self_reference`, `painting_reference` and `kin_reference`, rival to mean measures (the
        last empty where no collection has two photographs); `by_source`, the self-reference by collection; and
        `models`, of each network its `latent` spread, its `blends` and its `worst` photographs by ab_mse. LPIPS and the
        Fréchet distance to the real photographs are there with a `perception`.
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
        "kin_reference": kin_reference(rivals, photos).means(),
        "by_source": rebuilt.by_source(photos.sources),
        "models": models,
    }
