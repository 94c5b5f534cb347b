"""Export of painters: the painter alone, sRGB in and out."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from PIL import Image
from torch import Tensor, nn

from export.kinds.base import ExportKind, millions
from export.onnx_export import trace
from export.parity import SIZES_PX, Parity, ParityError, planes, ran, random_pictures, started
from train.evaluation.repaint_report import repaint_markdown
from train.networks.repaint import RepaintNetwork

PAINTER_FILE = "painter.onnx"
MAX_ERROR_RGB = 1e-3  # for sRGB in 0..1: a quarter of a step of 8 bits


class PainterGraph(nn.Module):
    """`photo` float32 [1,3,H,W], sRGB in 0..1, to `painted`, the same shape and range."""

    def __init__(self, network: RepaintNetwork) -> None:
        super().__init__()
        self.network = network

    def forward(self, photo: Tensor) -> Tensor:
        """Run the graph."""
        painted: Tensor = self.network(photo)
        return painted


class RepaintKind(ExportKind[RepaintNetwork]):
    """Paints over what is coloured."""

    name = "repaint"
    network = RepaintNetwork
    card_facts = """\
| parameters | {painter_parameters:.2f} M |
| working size | tiles of {working_size_px} x {working_size_px} px |"""
    card_ports = """\
`painter.onnx` takes `photo` [1,3,H,W] and gives `painted` [1,3,H,W], both sRGB in 0..1."""
    measured = """\
Measured by `python -m train evaluate` on held-out pictures. The Fréchet distance is that of classifier features to
those of the paintings of the group: the smaller, the more alike. It also feels what is shown, so that it never falls to
nought for photographs of other things, and it depends on how many pictures there are, so that it compares rows of this
table and nothing else. Grid: energy at periods of 2, 4 and 8 pixels against the neighbouring ones, about 1 without
artefacts.

"""

    def sizes(self, network: RepaintNetwork) -> dict[str, Any]:
        """As of `ExportKind`."""
        return {
            "embedding_size": 0,
            "embedding_parts": (),
            "painter_parameters": millions(network.to_painting),
        }

    @torch.no_grad()
    def export_graphs(self, network: RepaintNetwork, folder: Path, metadata: Mapping[str, str]) -> None:
        """As of `ExportKind`."""
        # Not square, so that no axis is taken for the other.
        photo = torch.rand(1, 3, 4 * network.size_multiple, 6 * network.size_multiple)
        graph, file = PainterGraph(network), folder / PAINTER_FILE
        trace(graph, {"photo": photo}, "painted", file, network.size_multiple, metadata)

    @torch.no_grad()
    def measure_parity(
        self, network: RepaintNetwork, folder: Path, pictures: Iterable[Image.Image]
    ) -> Parity:
        """As of `ExportKind`."""
        session, graph, worst, count = started(folder / PAINTER_FILE), PainterGraph(network), 0.0, 0
        for picture in (*random_pictures(), *pictures):
            for size_px in SIZES_PX:
                photo = planes(picture, size_px)
                expected = graph(torch.from_numpy(photo)).numpy()
                worst = max(worst, float(np.abs(ran(session, photo=photo) - expected).max()))
            count += 1
        if not worst <= MAX_ERROR_RGB:
            raise ParityError(
                f"the graph differs from PyTorch by {worst:.2g} sRGB, allowed are {MAX_ERROR_RGB}"
            )
        return Parity(0.0, 0.0, count, worst)

    def describe_parity(self, parity: Parity) -> str:
        """As of `ExportKind`."""
        return f"{parity.painted:.1e} of sRGB's 0..1"

    def score_tables(self, scores: Mapping[str, Any]) -> str:
        """As of `ExportKind`."""
        return repaint_markdown(scores)
