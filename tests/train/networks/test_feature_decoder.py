"""The decoder of a frozen encoder's features."""

import pytest
import torch
from torch import Tensor

from train.networks.efficientnet_lite import EfficientNetLite0
from train.networks.feature_decoder import (
    PHOTO_CHANNELS,
    AttentionBlock,
    ChannelNorm,
    FeatureDecoder,
    ResidualBlock,
)

WIDTHS = (8, 8, 16, 16)


@pytest.fixture
def random() -> torch.Generator:
    torch.manual_seed(0)
    return torch.Generator().manual_seed(1)


def _seen(random: torch.Generator, height: int = 64, width: int = 96) -> list[Tensor]:
    return [
        torch.randn(2, channels, height // stride, width // stride, generator=random)
        for channels, stride in zip(EfficientNetLite0.channels, (4, 8, 16, 32), strict=True)
    ]


def test_features_come_out_at_a_quarter_and_at_the_deepest(random: torch.Generator) -> None:
    photo = torch.randn(2, PHOTO_CHANNELS, 16, 24, generator=random)
    features, deepest = FeatureDecoder(WIDTHS)(photo, _seen(random))
    assert features.shape == (2, 8, 16, 24)
    assert deepest.shape == (2, 16, 2, 3)


def test_every_level_and_the_photo_reach_the_answer(random: torch.Generator) -> None:
    inputs = [torch.randn(2, PHOTO_CHANNELS, 16, 24, generator=random), *_seen(random)]
    for plane in inputs:
        plane.requires_grad_()
    decoder = FeatureDecoder(WIDTHS)
    decoder(inputs[0], inputs[1:])[0].square().mean().backward()
    for plane in inputs:
        assert plane.grad is not None
        assert plane.grad.abs().max() > 0
    for name, parameter in decoder.named_parameters():
        assert parameter.grad is not None, name
        assert parameter.grad.abs().max() > 0, name


def test_the_norm_looks_at_no_other_place(random: torch.Generator) -> None:
    features = torch.randn(2, 8, 6, 6, generator=random) * 7
    norm = ChannelNorm(8)
    whole = norm(features)
    assert torch.allclose(whole.square().mean(dim=1), torch.ones(2, 6, 6), atol=1e-3)
    assert torch.allclose(norm(features[:, :, :2, 3:]), whole[:, :, :2, 3:], rtol=1e-5)


def test_a_residual_block_begins_near_its_input(random: torch.Generator) -> None:
    features = torch.randn(2, 8, 6, 6, generator=random)
    assert float((ResidualBlock(8)(features) - features).detach().abs().max()) < 0.6


def test_attention_tells_a_place_of_the_farthest_one(random: torch.Generator) -> None:
    block = AttentionBlock(16).requires_grad_(False)
    features = torch.randn(1, 16, 8, 8, generator=random)
    moved = features.clone()
    moved[:, :, 7, 7] += 5.0
    assert float((block(moved) - block(features))[:, :, 0, 0].abs().max()) > 1e-5
    # It knows no order: the same things elsewhere get the same answer there.
    assert torch.allclose(block(features.flip(3)), block(features).flip(3), atol=1e-5)
