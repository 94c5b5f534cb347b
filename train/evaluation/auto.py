"""Evaluation of natural colours, beside rivals that need no painting either."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor

from train.core.colour import lab_to_srgb
from train.core.colour_names import COLOUR_NAMES, confusion
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import Baseline, untouched_gray
from train.evaluation.colourings import batches, colour_by_embedding, lab_of, network_colouring
from train.evaluation.equalising import Equaliser, equalised_frechet
from train.evaluation.frechet import frechet_distance
from train.evaluation.latents import average_embedding
from train.evaluation.measures import REAL, worst_photos
from train.evaluation.palette import self_reference
from train.evaluation.perception import Perception
from train.networks.auto import AutoNetwork
from train.networks.base import TransferNetwork

GREY = "untouched grey"
MEAN_COLOUR = "mean colour"
BROWN = COLOUR_NAMES.index("brown")


def average_name(palette: str) -> str:
    """The name in tables of a palette model whose reference is always the average one."""
    return f"{palette}, average embedding"


def _mean_colour(photos: PictureCache) -> Baseline:
    means = [lab_of(photos, some)[:, 1:].mean(dim=(2, 3)) for some in batches(len(photos.pixels))]
    colour = torch.cat(means).mean(dim=0).view(1, 2, 1, 1)

    def answer(lightness: Tensor, _reference: Tensor) -> Tensor:
        return colour.expand(len(lightness), -1, *lightness.shape[2:])

    return answer


def _average_reference(
    network: TransferNetwork, photos: PictureCache, working_px: int, style_px: int
) -> Baseline:
    embedding = average_embedding(network, photos, style_px)

    @torch.no_grad()
    def answer(lightness: Tensor, _reference: Tensor) -> Tensor:
        return colour_by_embedding(network, lightness, embedding.expand(len(lightness), -1), working_px)

    return answer


def colourings(
    networks: Mapping[str, TransferNetwork], photos: PictureCache, *, working_px: int, style_px: int
) -> dict[str, Baseline]:
    """Wrap networks so that none looks at a reference: those of kind `auto` as they are, others under the average.

    Args:
        networks: by name.
        photos: whose average embedding a palette network is given.
        working_px, style_px: sides at which photos are seen by the colorizer and by the style encoder.
    """
    found: dict[str, Baseline] = {}
    for name, network in networks.items():
        if isinstance(network, AutoNetwork):
            found[name] = network_colouring(network, working_px, style_px)
        else:
            found[average_name(name)] = _average_reference(network, photos, working_px, style_px)
    return found


class _Tally:
    """Measures beside the errors: colourfulness, smoothness, and the kinds of colour by photograph."""

    def __init__(self) -> None:
        self.kinds: dict[str, list[Tensor]] = {}
        self.equaliser = Equaliser()

    def __call__(self, rival: str, truth: Tensor, ab: Tensor) -> Mapping[str, Tensor]:
        self.kinds.setdefault(rival, []).append(confusion(truth[:, 1:], ab))
        self.equaliser.add(rival, truth, ab)
        rgb = lab_to_srgb(torch.cat((truth[:, :1], ab), dim=1))
        return {
            "colourfulness": metrics.colourfulness(rgb),
            "true_colourfulness": metrics.colourfulness(lab_to_srgb(truth)),
            "bleeding": metrics.bleeding(ab, truth[:, :1]),
            "true_bleeding": metrics.bleeding(truth[:, 1:], truth[:, :1]),
            "beyond_lightness": metrics.beyond_lightness(ab, truth[:, :1]),
            "true_beyond_lightness": metrics.beyond_lightness(truth[:, 1:], truth[:, :1]),
        }

    def of(self, rival: str) -> Tensor:
        """Return the counts [N,7,7] of every photograph."""
        return torch.cat(self.kinds[rival]).double()


def _shares(counts: Tensor) -> dict[str, Any]:
    """Of counts [7,7]: `photos` and `answers`, shares of the kinds; `rows`, of each true kind what became of it."""
    total = counts.sum()
    rows = counts / counts.sum(dim=1, keepdim=True).clamp_min(1.0)
    return {
        "photos": (counts.sum(dim=1) / total).tolist(),
        "answers": (counts.sum(dim=0) / total).tolist(),
        "rows": rows.tolist(),
    }


def _brown_by_source(tally: _Tally, rivals: Mapping[str, Baseline], sources: list[str]) -> dict[str, Any]:
    """Share of brown pixels by collection: `real photograph` and of every rival."""
    result: dict[str, Any] = {}
    for source in dict.fromkeys(sources):
        here = torch.from_numpy(np.array(sources) == source)
        of_rivals = {name: tally.of(name)[here].sum(dim=0) for name in rivals}
        true = next(iter(of_rivals.values()))
        result[source] = {REAL: float(true[BROWN].sum() / true.sum())} | {
            name: float(counts[:, BROWN].sum() / counts.sum()) for name, counts in of_rivals.items()
        }
    return result


def evaluate_auto(
    networks: Mapping[str, TransferNetwork],
    photos: PictureCache,
    *,
    working_px: int,
    style_px: int,
    perception: Perception | None = None,
) -> dict[str, Any]:
    """Judge networks of kind `auto`, and palette networks under the average embedding of the very photos.

    No real rival could know that average, nor the mean colour of these photos: both are as strong as they can be.

    Returns:
        `pictures`; `no_reference`, rival to mean measures, of which `colourfulness_share` is the mean colourfulness
        divided by that of the photographs, and `equalising_factor` what brings the two together; `by_source`, with
        `brown`, the share of brown pixels; `confusion`, of each network what became of every kind of colour; and
        `models`, of each `auto` network its `worst` photographs. With a `perception`, LPIPS and the Fréchet distance
        are there, and `frechet_equalised`, that of a network's answers when they are as colourful as the photographs.
    """
    guessing = [name for name, network in networks.items() if isinstance(network, AutoNetwork)]
    rivals: dict[str, Baseline] = {GREY: untouched_gray, MEAN_COLOUR: _mean_colour(photos)}
    judged = colourings(networks, photos, working_px=working_px, style_px=style_px)
    rivals |= judged
    tally = _Tally()
    measures = self_reference(rivals, photos, perception, tally)
    scores = measures.means()
    for rival, of_rival in scores.items():
        of_rival["ab_rmse"] = of_rival["ab_mse"] ** 0.5
        of_rival["colourfulness_share"] = of_rival["colourfulness"] / of_rival["true_colourfulness"]
        if perception:
            of_rival["frechet"] = frechet_distance(measures.features(rival), measures.features(REAL))
    factors = {name: factor for name in judged if (factor := tally.equaliser.factor(name)) is not None}
    for name, factor in factors.items():
        scores[name]["equalising_factor"] = factor
    if perception:
        equalised = equalised_frechet(rivals, factors, photos, perception, measures.features(REAL))
        for name, distance in equalised.items():
            scores[name]["frechet_equalised"] = distance
    by_source = measures.by_source(photos.sources)
    brown = _brown_by_source(tally, rivals, photos.sources)
    for source, part in by_source.items():
        part["brown"] = brown[source]
    return {
        "pictures": {"photos": len(photos.pixels)},
        "no_reference": scores,
        "by_source": by_source,
        "confusion": {name: _shares(tally.of(name).sum(dim=0)) for name in judged},
        "models": {name: {"worst": worst_photos(measures, name, photos.sources)} for name in guessing},
    }
