"""Discriminators on a frozen classifier's features."""

import pytest
import torch

from train.core.backbones import SqueezeFeatures
from train.networks.feature_discriminator import CHANNELS, FeatureDiscriminator

pytestmark = pytest.mark.usefixtures("random_backbones")


def test_layers_are_those_of_the_whole_backbone() -> None:
    backbone, rgb = SqueezeFeatures(), torch.rand(1, 3, 64, 48)
    seen = backbone.layers(rgb, (1, 4, 12))
    assert [seen[number].shape[1] for number in (1, 4, 12)] == [64, 128, 512]
    assert torch.equal(seen[12], backbone(rgb))


def test_every_layer_counts_alike_and_moves_the_picture() -> None:
    judge = FeatureDiscriminator(4).eval()
    picture = (torch.rand(2, 3, 48, 64) * 2 - 1).requires_grad_()
    scores = judge(picture)
    assert scores.shape == (2, 3, 23, 31)
    scores.mean().backward()
    assert picture.grad is not None
    assert float(picture.grad.abs().max()) > 0


def test_only_the_judges_learn() -> None:
    judge = FeatureDiscriminator(4)
    learning = {name for name, value in judge.named_parameters() if value.requires_grad}
    assert learning
    assert all(name.startswith("judges.") for name in learning)


def test_a_faint_picture_is_judged_like_a_strong_one() -> None:
    judge = FeatureDiscriminator(4).eval()
    picture = torch.rand(2, 3, 48, 48) * 2 - 1
    seen = judge.see(picture)
    assert tuple(features.shape[1] for features in seen) == CHANNELS
    assert torch.equal(judge.judge(seen), judge(picture))
    assert torch.allclose(judge.judge([40 * features for features in seen]), judge.judge(seen), atol=1e-3)


def test_while_training_it_looks_from_another_place_each_time() -> None:
    judge = FeatureDiscriminator(4).train()
    columns = torch.arange(48.0).expand(1, 3, 40, 48) / 48
    torch.manual_seed(0)
    first, second = (judge.see(columns)[0] for _ in range(2))
    assert first.shape == second.shape == (1, 64, 15, 19)
    assert not torch.equal(first, second)
    torch.manual_seed(0)
    assert torch.equal(judge.see(columns)[0], first)
