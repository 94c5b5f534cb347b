"""Export of models of natural colours: a colorizer alone, which is fed with the grey and nothing else."""

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
from train.core.colour import gray_to_lightness
from train.evaluation.auto_report import auto_markdown
from train.networks.auto import AutoNetwork


class AutoGraph(nn.Module):
    """A colorizer without reference.

    `gray` float32 [1,1,H,W], sRGB-encoded grey in 0..1, to `ab` float32 [1,2,H,W], CIELAB.
    """

    def __init__(self, network: AutoNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, gray: Tensor) -> Tensor:
        """Run the graph."""
        return at_full_size(self.network.colour(gray_to_lightness(gray)), gray)


class AutoKind(ExportKind[AutoNetwork]):
    """Gives natural colours, without a painting."""

    name = "auto"
    network = AutoNetwork
    card_facts = """\
| parameters | {colorizer_parameters:.2f} M |
| working size | about {working_size_px} x {working_size_px} px of the photo |"""
    card_ports = """\
`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and gives `ab` [1,2,H,W],
CIELAB."""
    measured = """\
Measured by `python -m train evaluate` on held-out pictures, the photo's lightness kept for every rival, the photo
seen at {working_size_px} px. Lower is better but for PSNR. Colourfulness is that of an answer divided by that of its
photograph, best at 1; of all together, that of all answers divided by that of all photographs, where the colourful ones
count more. Mean colour and average embedding are those of these very photographs, which no real rival could know.

"""

    def sizes(self, network: AutoNetwork) -> dict[str, Any]:
        """As of `ExportKind`."""
        return sizes_of(network)

    @torch.no_grad()
    def export_graphs(self, network: AutoNetwork, folder: Path, metadata: Mapping[str, str]) -> None:
        """As of `ExportKind`."""
        # Not square, so that no axis is taken for the other.
        gray = torch.rand(1, 1, 4 * network.size_multiple, 6 * network.size_multiple)
        trace(
            AutoGraph(network), {"gray": gray}, "ab", folder / COLORIZER_FILE, network.size_multiple, metadata
        )

    @torch.no_grad()
    def measure_parity(self, network: AutoNetwork, folder: Path, pictures: Iterable[Image.Image]) -> Parity:
        """As of `ExportKind`."""
        colorizer = started(folder / COLORIZER_FILE)

        def differences(_style: Floats, gray: Floats) -> tuple[float, float]:
            expected = AutoGraph(network)(torch.from_numpy(gray))
            return 0.0, float(np.abs(ran(colorizer, gray=gray) - expected.numpy()).max())

        return colorizer_parity(pictures, differences)

    def describe_parity(self, parity: Parity) -> str:
        """As of `ExportKind`."""
        return f"{parity.ab:.1e} ab"

    def score_tables(self, scores: Mapping[str, Any]) -> str:
        """As of `ExportKind`."""
        return auto_markdown(scores)
