"""Generators of image-to-image translation: a U-Net and a residual network, picture in, picture out."""

import itertools

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.networks.blocks import GlobalContext


def start_small(module: nn.Module) -> None:
    """Draw every convolution from a normal distribution of 0.02, as Isola et al. and Zhu et al. (2017) start."""
    for part in module.modules():
        if isinstance(part, nn.Conv2d):
            nn.init.normal_(part.weight, std=0.02)
            if part.bias is not None:
                nn.init.zeros_(part.bias)


class PlaneNorm(nn.InstanceNorm2d):
    """Instance norm whose means are taken over rows, then over columns, when it does not train.

    The graphs' runtime adds a plane up number by number in single precision, which on large flat areas costs more than
    the graphs may differ; two short sums do not.
    """

    def __init__(self, channels: int) -> None:
        super().__init__(channels, affine=True)

    def forward(self, features: Tensor) -> Tensor:
        """Normalise [N,C,H,W] over H and W of each picture, then scale and shift each channel."""
        if self.training:
            return super().forward(features)
        centred = features - _plane_mean(features)
        normalised = centred * torch.rsqrt(_plane_mean(centred.square()) + self.eps)
        return normalised * self.weight[:, None, None] + self.bias[:, None, None]


def _plane_mean(features: Tensor) -> Tensor:
    return features.mean(dim=3, keepdim=True).mean(dim=2, keepdim=True)


def _normalised(inputs: int, outputs: int, kernel: int, stride: int = 1) -> list[nn.Module]:
    return [
        nn.Conv2d(inputs, outputs, kernel, stride, (kernel - 1) // 2, bias=False, padding_mode="reflect"),
        PlaneNorm(outputs),
    ]


class _Enlarge(nn.Module):
    """Twice the size by nearest neighbours: with the convolution that follows no checkerboard (Odena et al., 2016)."""

    def forward(self, features: Tensor) -> Tensor:
        return functional.interpolate(features, scale_factor=2.0, mode="nearest")


class UNetGenerator(nn.Module):
    """U-Net with skip connections (Isola et al., 2017), whose noise is the dropout of its inner decoder levels.

    Level 0 works at the size of the picture, level i at 1/2**i of it; H and W must be multiples of
    2**(levels - 1).

    Args:
        inputs: channels of the picture.
        outputs: channels of the answer.
        widths: channels of the levels, finest first.
        dropout: share dropped while training, in the three deepest levels of the decoder.
        context: tell every place of the deepest level the mean of all; not for pictures that are cut into tiles.
    """

    def __init__(
        self,
        inputs: int,
        outputs: int,
        widths: tuple[int, ...],
        dropout: float = 0.0,
        *,
        context: bool = False,
    ) -> None:
        super().__init__()
        self.first = nn.Conv2d(inputs, widths[0], 3, padding=1, padding_mode="reflect")
        steps = list(itertools.pairwise(widths))
        self.down = nn.ModuleList(
            nn.Sequential(nn.LeakyReLU(0.2), *_normalised(shallow, deep, 4, 2)) for shallow, deep in steps
        )
        self.context = GlobalContext(widths[-1]) if context else nn.Identity()
        self.enlarge = _Enlarge()
        self.up = nn.ModuleList(
            nn.Sequential(
                nn.ReLU(),
                *_normalised(deep + shallow, shallow, 3),
                nn.Dropout(dropout if level >= len(steps) - 3 else 0.0),
            )
            for level, (shallow, deep) in enumerate(steps)
        )
        self.last = nn.Sequential(
            nn.ReLU(), nn.Conv2d(widths[0], outputs, 3, padding=1, padding_mode="reflect")
        )
        start_small(self)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """Map [N,inputs,H,W] to the answer [N,outputs,H,W], without bounds, and the deepest features."""
        features = self.first(picture)
        skips = []
        for down in self.down:
            skips.append(features)
            features = down(features)
        features = deepest = self.context(features)
        for level in reversed(range(len(skips))):
            features = self.up[level](torch.cat((self.enlarge(features), skips[level]), dim=1))
        return self.last(features), deepest


class _Residual(nn.Module):
    """Two normalised convolutions beside a shortcut (Johnson et al., 2016)."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.body = nn.Sequential(
            *_normalised(width, width, 3), nn.ReLU(), nn.Dropout(dropout), *_normalised(width, width, 3)
        )

    def forward(self, features: Tensor) -> Tensor:
        answer: Tensor = features + self.body(features)
        return answer


class ResNetGenerator(nn.Module):
    """Residual blocks at a fraction of the size (Johnson et al., 2016; Zhu et al., 2017, appendix 7.2).

    H and W must be multiples of 2**(levels - 1).

    Args:
        inputs: channels of the picture.
        outputs: channels of the answer.
        widths: channels at the size of the picture, at half of it and so on; the blocks work at the last.
        blocks: how many residual blocks.
        dropout: share dropped inside the blocks while training.
    """

    def __init__(
        self, inputs: int, outputs: int, widths: tuple[int, ...], blocks: int, dropout: float = 0.0
    ) -> None:
        super().__init__()
        steps = list(itertools.pairwise(widths))
        layers: list[nn.Module] = [*_normalised(inputs, widths[0], 7), nn.ReLU()]
        for shallow, deep in steps:
            layers += [*_normalised(shallow, deep, 4, 2), nn.ReLU()]
        layers += [_Residual(widths[-1], dropout) for _ in range(blocks)]
        self.body = nn.Sequential(*layers)
        layers = []
        for shallow, deep in reversed(steps):
            layers += [_Enlarge(), *_normalised(deep, shallow, 3), nn.ReLU()]
        layers.append(nn.Conv2d(widths[0], outputs, 7, padding=3, padding_mode="reflect"))
        self.tail = nn.Sequential(*layers)
        start_small(self)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """Map [N,inputs,H,W] to the answer [N,outputs,H,W], without bounds, and the deepest features."""
        deepest = self.body(picture)
        return self.tail(deepest), deepest
