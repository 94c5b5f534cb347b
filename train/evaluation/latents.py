"""What an embedding does: which of its entries live, and whether a blend of two lies between their palettes."""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from train.data.cache import PictureCache
from train.evaluation.colourings import batches, colour_by_embedding, embed, lab_of
from train.evaluation.metrics import palette_distance
from train.networks.base import TransferNetwork

BLEND_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_PAIRS = 64


@torch.no_grad()
def embeddings_of(network: TransferNetwork, paintings: PictureCache, style_px: int) -> Tensor:
    """Return the embeddings [N,E] of all paintings."""
    return torch.cat(
        [embed(network, lab_of(paintings, indices), style_px) for indices in batches(len(paintings.pixels))]
    )


def average_embedding(network: TransferNetwork, photos: PictureCache, style_px: int) -> Tensor:
    """Return the mean [E] of the embeddings that photographs have as references of themselves."""
    return embeddings_of(network, photos, style_px).mean(dim=0)


def latent_spread(embeddings: Tensor) -> dict[str, float]:
    """Standard deviation of every entry over the paintings: the smallest, the largest, their ratio."""
    spread = embeddings.std(dim=0)
    smallest, largest = float(spread.min()), float(spread.max())
    return {"smallest": smallest, "largest": largest, "ratio": smallest / max(largest, 1e-9)}


@torch.no_grad()
def blends(
    network: TransferNetwork,
    photos: PictureCache,
    paintings: PictureCache,
    embeddings: Tensor,
    working_px: int,
) -> dict[str, Any]:
    """Colour photos with blends of two paintings' embeddings, and measure how far each painting's palette is.

    At most 64 pairs, each of a painting and its successor, spread evenly over the paintings, every pair with a photo
    of its own; the blend is (1 - share) * first + share * second.

    Args:
        network: in evaluation mode.
        photos, paintings: squares of one size.
        embeddings: [N,E], those of `paintings`.
        working_px: side at which the network sees a photo.

    Returns:
        `pairs`; `shares` of the second painting; `to_first` and `to_second`, mean palette distances at these (ab
        units); `monotone`, the share of the pairs for which the distance to the first never falls and that to the
        second never rises from one step to the next.
    """
    count = len(paintings.pixels)
    pairs = min(_PAIRS, count)
    first = np.linspace(0, count - 1, pairs).round().astype(int)
    second = (first + 1) % count
    seen = np.linspace(0, len(photos.pixels) - 1, pairs).round().astype(int)
    distances = torch.zeros(2, pairs, len(BLEND_SHARES))
    for some in batches(pairs):
        lightness = lab_of(photos, seen[some])[:, :1]
        ends = [lab_of(paintings, which[some])[:, 1:] for which in (first, second)]
        for step, share in enumerate(BLEND_SHARES):
            blend = torch.lerp(embeddings[first[some]], embeddings[second[some]], share)
            ab = colour_by_embedding(network, lightness, blend, working_px)
            for row, end in zip(distances, ends, strict=True):
                row[some, step] = palette_distance(ab, end)
    rising = distances.diff(dim=2)
    monotone = (rising[0] >= 0).all(dim=1) & (rising[1] <= 0).all(dim=1)
    return {
        "pairs": pairs,
        "shares": list(BLEND_SHARES),
        "to_first": distances[0].mean(dim=0).tolist(),
        "to_second": distances[1].mean(dim=0).tolist(),
        "monotone": float(monotone.float().mean()),
    }
