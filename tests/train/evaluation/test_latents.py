"""Embeddings: dead entries, and blends between two of them."""

import numpy as np
import pytest
import torch

from train.core.config import NetworkConfig
from train.data.cache import PictureCache
from train.evaluation.latents import BLEND_SHARES, blends, embeddings_of, latent_spread
from train.networks.base import TransferNetwork
from train.networks.factory import build_network


@pytest.fixture(scope="module")
def network() -> TransferNetwork:
    """Untrained, so nothing but the colour table of its embedding."""
    torch.manual_seed(0)
    return build_network(NetworkConfig(widths=(8,) * 5, style_widths=(8,))).eval()


def test_a_dead_entry_shows_in_the_latent_spread() -> None:
    embeddings = torch.randn(100, 4, generator=torch.Generator().manual_seed(0))
    assert latent_spread(embeddings)["ratio"] > 0.7
    embeddings[:, 2] = 0.3
    assert latent_spread(embeddings)["ratio"] < 1e-5


def _tints() -> PictureCache:
    shades = np.linspace(40, 200, 64).astype(np.uint8)[:, None].repeat(64, axis=1)
    grey = np.stack([shades] * 3, axis=2).astype(int)
    tinted = [grey + np.array([30, 0, -30]), grey + np.array([-30, 0, 30])]
    return PictureCache(np.stack(tinted).clip(0, 255).astype(np.uint8), ["tint"] * 2)


def test_a_blend_of_two_tables_leaves_one_palette_for_the_other(network: TransferNetwork) -> None:
    tints = _tints()
    result = blends(network, tints, tints, embeddings_of(network, tints, 64), 64)
    assert (result["pairs"], result["shares"]) == (2, list(BLEND_SHARES))
    assert result["monotone"] == 1.0
    assert result["to_first"][-1] > 5 * result["to_first"][0]
    assert result["to_second"][0] > 5 * result["to_second"][-1]


def test_a_blend_that_goes_astray_is_not_monotone(network: TransferNetwork) -> None:
    tints = _tints()
    strayed = embeddings_of(network, tints, 64)
    # Each embedding is the other painting's, so that every blend goes the wrong way.
    result = blends(network, tints, tints, strayed.flip(0), 64)
    assert result["monotone"] == 0.0
