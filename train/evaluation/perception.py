"""What a classifier sees in a picture: LPIPS and the features of the Fréchet distance, from one pass a picture."""

from typing import Any, NamedTuple

import torch
from torch import Tensor

from train.core.backbones import load_lpips


class Seen(NamedTuple):
    """What the backbone sees in a batch.

    Attributes:
        layers: features of every layer that LPIPS compares, [N,C,h,w], of unit length over the channels.
        pooled: mean of the deepest features over the picture, [N,512] (AlexNet: [N,256]).
    """

    layers: tuple[Tensor, ...]
    pooled: Tensor


class Perception:
    """LPIPS (Zhang et al., 2018), taken apart so that a picture with many rivals is seen once.

    Args:
        net: its backbone, `squeeze` or `alex`.

    Raises:
        OSError: the backbone is neither in the folder named by TINTYPE_BACKBONES nor to be fetched.
    """

    def __init__(self, net: str = "squeeze") -> None:
        lpips: Any = load_lpips(net)
        # Channels last is nearly twice as fast on a processor and answers the same.
        self._lpips = lpips.to(memory_format=torch.channels_last)

    @torch.no_grad()
    def look(self, rgb: Tensor) -> Seen:
        """Look at sRGB pictures [N,3,H,W] in 0..1."""
        scaled = self._lpips.scaling_layer(rgb * 2.0 - 1.0)
        features = self._lpips.net(scaled.contiguous(memory_format=torch.channels_last))
        pooled = features[-1].mean(dim=(2, 3))
        # In place: these are large, and new memory costs more than the arithmetic.
        layers = tuple(
            layer.div_(torch.linalg.vector_norm(layer, dim=1, keepdim=True).add_(1e-10)) for layer in features
        )
        return Seen(layers, pooled)

    @torch.no_grad()
    def distance(self, first: Seen, second: Seen) -> Tensor:
        """LPIPS of two batches, picture by picture: [N]."""
        pairs = zip(first.layers, second.layers, self._lpips.lins, strict=True)
        parts = [head((own - other).square_()).mean(dim=(1, 2, 3)) for own, other, head in pairs]
        return torch.stack(parts).sum(dim=0)
