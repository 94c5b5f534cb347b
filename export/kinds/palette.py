"""Export of palette models: the style encoder and the colorizer, which takes its embedding."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from desktop.engine.core.arrays import Floats
from export.kinds.base import ExportKind
from export.kinds.colorizers import COLORIZER_FILE, at_full_size, colorizer_parity, sizes_of
from export.onnx_export import trace
from export.parity import Parity, ran, started
from export.quick_start import start_sooner
from train.core.colour import gray_to_lightness, srgb_to_lab
from train.evaluation.palette_report import markdown
from train.networks.base import TransferNetwork

STYLE_ENCODER_FILE = "style_encoder.onnx"


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
        return at_full_size(self.network.predict(gray_to_lightness(gray), embedding).ab, gray)


class PaletteKind(ExportKind[TransferNetwork]):
    """Colours as a painting does."""

    name = "palette"
    network = TransferNetwork
    card_facts = """\
| parameters | style encoder {encoder_parameters:.2f} M, colorizer {colorizer_parameters:.2f} M |
| embedding | {embedding_size} numbers |
| working size | about {working_size_px} x {working_size_px} px of the photo, \
painting's short side {style_size_px} px |"""
    card_ports = """\
`style_encoder.onnx` takes `style` [1,3,H,W], sRGB in 0..1, and gives `embedding` [1,{embedding_size}].
`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and an embedding, and gives `ab` [1,2,H,W],
CIELAB."""
    measured = """\
Measured by `python -m train evaluate` on held-out pictures, the photo's lightness kept for every rival. Lower is
better but for PSNR and swap; colourfulness is best at 1. The Fréchet distance, of classifier features of the coloured
photos to those of the real ones, compares rivals on these pictures and nothing else.

"""

    def sizes(self, network: TransferNetwork) -> dict[str, Any]:
        """As of `ExportKind`."""
        return sizes_of(network)

    @torch.no_grad()
    def export_graphs(self, network: TransferNetwork, folder: Path, metadata: Mapping[str, str]) -> None:
        """As of `ExportKind`."""
        # Not square, so that no axis is taken for the other.
        height, width = 4 * network.size_multiple, 6 * network.size_multiple
        style, gray = torch.rand(1, 3, height, width), torch.rand(1, 1, height, width)
        trace(
            StyleEncoderGraph(network),
            {"style": style},
            "embedding",
            folder / STYLE_ENCODER_FILE,
            network.style_multiple,
            metadata,
        )
        trace(
            ColorizerGraph(network),
            {"gray": gray, "embedding": network.embed(srgb_to_lab(style))},
            "ab",
            folder / COLORIZER_FILE,
            network.size_multiple,
            metadata,
        )
        start_sooner(folder / COLORIZER_FILE)

    @torch.no_grad()
    def measure_parity(
        self, network: TransferNetwork, folder: Path, pictures: Iterable[Image.Image]
    ) -> Parity:
        """As of `ExportKind`; the colorizer gets the graph's own embedding, so that the whole line is compared."""
        encoder, colorizer = started(folder / STYLE_ENCODER_FILE), started(folder / COLORIZER_FILE)

        def differences(style: Floats, gray: Floats) -> tuple[float, float]:
            embedding = StyleEncoderGraph(network)(torch.from_numpy(style))
            expected = ColorizerGraph(network)(torch.from_numpy(gray), embedding)
            graph_embedding = ran(encoder, style=style)
            graph_ab = ran(colorizer, gray=gray, embedding=graph_embedding)
            return (
                float(np.abs(graph_embedding - embedding.numpy()).max()),
                float(np.abs(graph_ab - expected.numpy()).max()),
            )

        return colorizer_parity(pictures, differences)

    def describe_parity(self, parity: Parity) -> str:
        """As of `ExportKind`."""
        return f"{parity.ab:.1e} ab"

    def score_tables(self, scores: Mapping[str, Any]) -> str:
        """As of `ExportKind`."""
        return markdown(scores)
