"""The graphs as modules: plain sRGB in, all colour arithmetic inside."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.colour import gray_to_lightness, srgb_to_lab
from train.networks.auto import AutoNetwork
from train.networks.base import TransferNetwork
from train.networks.repaint import RepaintNetwork


class StyleEncoderGraph(nn.Module):
    """`style` float32 [1,3,H,W], sRGB in 0..1, to `embedding` float32 [1,E]."""

    def __init__(self, network: TransferNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, style: Tensor) -> Tensor:
        """Run the graph."""
        return self.network.embed(srgb_to_lab(style))


class ColorizerGraph(nn.Module):
    """`gray` float32 [1,1,H,W], sRGB-encoded grey in 0..1, and `embedding` to `ab` float32 [1,2,H,W], CIELAB."""

    def __init__(self, network: TransferNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, gray: Tensor, embedding: Tensor) -> Tensor:
        """Run the graph."""
        return _at_full_size(self.network.predict(gray_to_lightness(gray), embedding).ab, gray)


class AutoGraph(nn.Module):
    """A colorizer without reference: `gray` float32 [1,1,H,W] as above to `ab` float32 [1,2,H,W], CIELAB."""

    def __init__(self, network: AutoNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, gray: Tensor) -> Tensor:
        """Run the graph."""
        return _at_full_size(self.network.colour(gray_to_lightness(gray)), gray)


def _at_full_size(ab: Tensor, gray: Tensor) -> Tensor:
    """Enlarge ab that a network gives at a half or a quarter of the size of the photo."""
    if ab.shape[-1] == gray.shape[-1]:
        return ab
    # A whole number, whatever the free sizes are.
    factor = float(gray.shape[-1] // ab.shape[-1])
    return functional.interpolate(ab, scale_factor=factor, mode="bilinear", align_corners=False)


class PainterGraph(nn.Module):
    """`photo` float32 [1,3,H,W], sRGB in 0..1, to `painted`, the same shape and range."""

    def __init__(self, network: RepaintNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, photo: Tensor) -> Tensor:
        """Run the graph."""
        painted: Tensor = self.network(photo)
        return painted


@torch.no_grad()
def example_inputs(
    network: TransferNetwork, height: int, width: int
) -> tuple[tuple[Tensor], tuple[Tensor, Tensor]]:
    """Return random inputs of the style encoder and of the colorizer, to trace them with."""
    style = torch.rand(1, 3, height, width)
    gray = torch.rand(1, 1, height, width)
    return (style,), (gray, network.embed(srgb_to_lab(style)))
