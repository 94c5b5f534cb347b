"""Networks as rivals of the baselines, and the pictures that all of them are judged on."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from train.core.colour import srgb_to_lab
from train.data.cache import PictureCache
from train.evaluation.baselines import Baseline
from train.networks.base import TransferNetwork

Indices = NDArray[np.integer[Any]]
_BATCH = 8


def batches(count: int) -> Iterator[Indices]:
    """Yield the indices 0 to count - 1, some at a time."""
    for start in range(0, count, _BATCH):
        yield np.arange(start, min(start + _BATCH, count))


def lab_of(cache: PictureCache, indices: Indices) -> Tensor:
    """Return pictures of a cache as CIELAB [N,3,S,S]."""
    pixels = torch.from_numpy(cache.pixels[indices]).permute(0, 3, 1, 2).float() / 255.0
    return srgb_to_lab(pixels)


def resize(plane: Tensor, side_px: int) -> Tensor:
    """Resize squares [N,C,S,S] to `side_px`, smoothly when they shrink."""
    if plane.shape[-1] == side_px:
        return plane
    return functional.interpolate(
        plane, size=(side_px, side_px), mode="bilinear", antialias=True, align_corners=False
    )


def colour_by_embedding(
    network: TransferNetwork, lightness: Tensor, embedding: Tensor, working_px: int
) -> Tensor:
    """Colour photos [N,1,S,S], seen at `working_px`, with embeddings [N,E]: ab [N,2,S,S]."""
    ab = network.predict(resize(lightness, working_px), embedding).ab
    return functional.interpolate(ab, size=lightness.shape[2:], mode="bilinear", align_corners=False)


def embed(network: TransferNetwork, reference: Tensor, style_px: int) -> Tensor:
    """Return the embeddings [N,E] of references [N,3,S,S], seen at about `style_px`, a multiple of its own."""
    multiple = network.style_multiple
    return network.embed(resize(reference, max(1, round(style_px / multiple)) * multiple))


def network_colouring(network: TransferNetwork, working_px: int, style_px: int) -> Baseline:
    """Wrap a network as a rival: photos seen at `working_px`, references at `style_px`, ab brought to full size."""

    @torch.no_grad()
    def colour(lightness: Tensor, reference: Tensor) -> Tensor:
        embedding = embed(network, reference, style_px)
        return colour_by_embedding(network, lightness, embedding, working_px)

    return colour
