"""Evaluation of painters: how near their results come to a group of paintings, and what the photograph loses."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from tqdm import tqdm

from train.core.colour import srgb_to_lab
from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.colourings import batches
from train.evaluation.frechet import frechet_distance
from train.evaluation.perception import Perception
from train.networks.repaint import RepaintNetwork

PHOTOGRAPHS = "untouched photograph"
SQUEEZE, ALEX = "frechet", "frechet_alex"


class _Backbones:
    """Pooled features of pictures by every backbone, and from them the Fréchet distances to the paintings."""

    def __init__(self, perceptions: Mapping[str, Perception], paintings: PictureCache) -> None:
        self._perceptions = perceptions
        self._seen: dict[str, list[list[Tensor]]] = {}
        for rgb in rgb_batches(paintings, 1):
            self.look("paintings", rgb)

    def look(self, rival: str, rgb: Tensor) -> None:
        """Look at some pictures [N,3,H,W] of a rival."""
        pooled = [perception.look(rgb).pooled for perception in self._perceptions.values()]
        self._seen.setdefault(rival, []).append(pooled)

    def _features(self, rival: str, index: int) -> NDArray[np.float32]:
        return torch.cat([pooled[index] for pooled in self._seen[rival]]).numpy()

    def distances(self, rival: str) -> dict[str, float]:
        """Return the distance of what was seen of a rival to the paintings, by backbone."""
        return {
            name: frechet_distance(self._features(rival, index), self._features("paintings", index))
            for index, name in enumerate(self._perceptions)
        }


def rgb_batches(cache: PictureCache, multiple: int) -> list[Tensor]:
    """Return the pictures of a cache, some at a time, as sRGB [N,3,S,S] in 0..1, S cut to a multiple."""
    side_px = cache.pixels.shape[1] // multiple * multiple
    return [
        torch.from_numpy(np.array(cache.pixels[indices, :side_px, :side_px])).permute(0, 3, 1, 2).float()
        / 255.0
        for indices in batches(len(cache.pixels))
    ]


def _lines(rgb: Tensor) -> Tensor:
    """The planes in which a grid would show: CIELAB, cut to the multiple of 8 that the measure asks for."""
    side_px = rgb.shape[-1] // 8 * 8
    return srgb_to_lab(rgb[:, :, :side_px, :side_px])


@torch.no_grad()
def cycle_measures(network: RepaintNetwork, photo: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
    """Paint photos [N,3,H,W] and take them back; returns the painted ones, and of each the PSNR in dB.

    `cycle_photos_db` is that of the photo that came back, `painted_db` that of the painted one, both to the photo.
    """
    painted = network(photo)
    back = network.photograph(painted)
    return painted, {"cycle_photos_db": metrics.psnr(back, photo), "painted_db": metrics.psnr(painted, photo)}


@torch.no_grad()
def evaluate_repaint(
    networks: Mapping[str, RepaintNetwork],
    photos: PictureCache,
    paintings: PictureCache,
    perceptions: Mapping[str, Perception],
) -> dict[str, Any]:
    """Judge painters in evaluation mode, beside leaving the photographs as they are.

    Args:
        networks: by name.
        photos, paintings: held-out squares, all of one side, since features depend on the scale. The paintings are of
            the group that the painters were trained for.
        perceptions: by the name of the measure that each gives, `frechet` or `frechet_alex`; may be empty.

    Returns:
        `pictures`; `repaint`, rival to mean measures: the distances and, for a network, `..._fall`, the share of the
        photographs' distance that is gone, `cycle_photos_db`, `cycle_paintings_db`, `painted_db` and `grid`
        (`metrics.grid_artefacts` of CIELAB; the photographs have one too); and `models`, of each network its
        `parameters` of one direction.
    """
    backbones = _Backbones(perceptions, paintings)
    found: dict[str, dict[str, list[Tensor]]] = {name: {} for name in (PHOTOGRAPHS, *networks)}

    def note(rival: str, measures: Mapping[str, Tensor]) -> None:
        for name, values in measures.items():
            found[rival].setdefault(name, []).append(values)

    multiple = max((network.size_multiple for network in networks.values()), default=1)
    for photo in tqdm(rgb_batches(photos, multiple), desc="photographs", mininterval=5.0):
        backbones.look(PHOTOGRAPHS, photo)
        note(PHOTOGRAPHS, {"grid": metrics.grid_artefacts(_lines(photo))})
        for name, network in networks.items():
            painted, measures = cycle_measures(network, photo)
            backbones.look(name, painted)
            note(name, measures | {"grid": metrics.grid_artefacts(_lines(painted))})
    for painting in tqdm(rgb_batches(paintings, multiple), desc="paintings", mininterval=5.0):
        for name, network in networks.items():
            back = network(network.photograph(painting))
            note(name, {"cycle_paintings_db": metrics.psnr(back, painting)})
    scores = {rival: _means(measures) | backbones.distances(rival) for rival, measures in found.items()}
    for name in networks:
        scores[name] |= _falls(scores[name], scores[PHOTOGRAPHS], list(perceptions))
    return {
        "pictures": {"photos": len(photos.pixels), "paintings": len(paintings.pixels)},
        "repaint": scores,
        "models": {
            name: {"parameters": sum(value.numel() for value in network.to_painting.parameters())}
            for name, network in networks.items()
        },
    }


def _means(measures: Mapping[str, Sequence[Tensor]]) -> dict[str, float]:
    return {name: float(torch.cat(list(parts)).mean()) for name, parts in measures.items()}


def _falls(
    own: Mapping[str, float], untouched: Mapping[str, float], names: Sequence[str]
) -> dict[str, float]:
    return {f"{name}_fall": 1.0 - own[name] / untouched[name] for name in names}
