"""LPIPS taken apart answers as LPIPS does."""

import pytest
import torch

from train.core.backbones import SqueezeFeatures, load_lpips
from train.evaluation.perception import Perception


@pytest.mark.usefixtures("random_backbones")
def test_one_pass_gives_lpips_and_the_deepest_features() -> None:
    first, second = torch.rand(2, 3, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    perception = Perception()
    seen = perception.look(first)
    distance = perception.distance(seen, perception.look(second))
    assert distance.shape == (3,)
    assert torch.allclose(distance, load_lpips()(first * 2 - 1, second * 2 - 1).flatten(), rtol=1e-4)
    assert torch.allclose(seen.pooled, SqueezeFeatures()(first).mean(dim=(2, 3)), rtol=1e-3, atol=1e-4)
    assert perception.distance(seen, seen).abs().max() == 0
