"""The exported graphs must answer what PyTorch answers, or they are not shipped."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
import torch
from numpy.typing import NDArray
from PIL import Image

from export.graphs import AutoGraph, ColorizerGraph, PainterGraph, StyleEncoderGraph
from export.onnx_export import COLORIZER_FILE, PAINTER_FILE, STYLE_ENCODER_FILE
from train.networks.auto import AutoNetwork
from train.networks.base import TransferNetwork
from train.networks.repaint import RepaintNetwork

MAX_ERROR_AB = 1e-3
# Of a painter, for sRGB in 0..1: a quarter of a step of 8 bits.
MAX_ERROR_RGB = 1e-3
SIZES_PX = ((128, 128), (256, 192), (384, 512))
_RANDOM_PAIRS = 2

Floats = NDArray[np.float32]


class ParityError(RuntimeError):
    """The graphs and PyTorch disagree; the message says by how much."""


class Parity(NamedTuple):
    """Largest differences found: of the embedding (its own units), of ab (CIELAB units), over `pictures` pairs, and of
    what a painter gives (sRGB in 0..1)."""

    embedding: float
    ab: float
    pictures: int
    painted: float = 0.0


def _random_pictures() -> Iterator[Image.Image]:
    random = np.random.default_rng(0)
    for _ in range(2 * _RANDOM_PAIRS):
        yield Image.fromarray(random.integers(0, 256, (64, 64, 3), dtype=np.uint8))


def _planes(picture: Image.Image, size_px: tuple[int, int]) -> Floats:
    resized = np.asarray(picture.convert("RGB").resize(size_px, Image.Resampling.BICUBIC), np.float32) / 255.0
    return np.ascontiguousarray(resized.transpose(2, 0, 1)[None])


def _pairs(pictures: Iterable[Image.Image]) -> Iterator[tuple[Image.Image, Image.Image]]:
    taken = [*_random_pictures(), *pictures]
    # Each is a photo once, under the next as painting.
    yield from zip(taken, taken[1:] + taken[:1], strict=True)


class _Sides:
    """A network and its graphs, asked the same."""

    def __init__(self, network: TransferNetwork, folder: Path) -> None:
        self.network = network
        files = (
            (COLORIZER_FILE,) if isinstance(network, AutoNetwork) else (STYLE_ENCODER_FILE, COLORIZER_FILE)
        )
        self.sessions = {
            file: onnxruntime.InferenceSession(str(folder / file), providers=["CPUExecutionProvider"])
            for file in files
        }

    def _run(self, file: str, **inputs: Floats) -> Floats:
        (answer,) = self.sessions[file].run(None, inputs)
        return np.asarray(answer, dtype=np.float32)

    def differences(self, style: Floats, gray: Floats) -> tuple[float, float]:
        """Largest difference of the embedding and of ab; the graph of a colorizer is fed with its own embedding."""
        if isinstance(self.network, AutoNetwork):
            expected = AutoGraph(self.network)(torch.from_numpy(gray))
            return 0.0, float(np.abs(self._run(COLORIZER_FILE, gray=gray) - expected.numpy()).max())
        embedding = StyleEncoderGraph(self.network)(torch.from_numpy(style))
        expected = ColorizerGraph(self.network)(torch.from_numpy(gray), embedding)
        graph_embedding = self._run(STYLE_ENCODER_FILE, style=style)
        graph_ab = self._run(COLORIZER_FILE, gray=gray, embedding=graph_embedding)
        return (
            float(np.abs(graph_embedding - embedding.numpy()).max()),
            float(np.abs(graph_ab - expected.numpy()).max()),
        )


def _painter_parity(network: RepaintNetwork, folder: Path, pictures: Iterable[Image.Image]) -> Parity:
    session = onnxruntime.InferenceSession(str(folder / PAINTER_FILE), providers=["CPUExecutionProvider"])
    graph, worst, count = PainterGraph(network.eval().float().cpu()), 0.0, 0
    for picture in (*_random_pictures(), *pictures):
        for size_px in SIZES_PX:
            photo = _planes(picture, size_px)
            (painted,) = session.run(None, {"photo": photo})
            worst = max(worst, float(np.abs(painted - graph(torch.from_numpy(photo)).numpy()).max()))
        count += 1
    if not worst <= MAX_ERROR_RGB:
        raise ParityError(f"the graph differs from PyTorch by {worst:.2g} sRGB, allowed are {MAX_ERROR_RGB}")
    return Parity(0.0, 0.0, count, worst)


@torch.no_grad()
def measure_parity(
    network: TransferNetwork | RepaintNetwork, folder: Path, pictures: Iterable[Image.Image]
) -> Parity:
    """Run the graphs of `folder` and the network side by side on random noise and on `pictures`, at SIZES_PX.

    Raises:
        ParityError: a difference in ab above MAX_ERROR_AB, or of a painter's answer above MAX_ERROR_RGB; the colorizer
            is fed with the graph's own embedding, so that the whole line is compared.
    """
    if isinstance(network, RepaintNetwork):
        return _painter_parity(network, folder, pictures)
    sides = _Sides(network.eval().float().cpu(), folder)
    worst_embedding, worst_ab, count = 0.0, 0.0, 0
    for photo, painting in _pairs(pictures):
        for size_px in SIZES_PX:
            gray = _planes(photo.convert("L"), size_px)[:, :1].copy()
            embedding, ab = sides.differences(_planes(painting, size_px), gray)
            worst_embedding, worst_ab = max(worst_embedding, embedding), max(worst_ab, ab)
        count += 1
    if not worst_ab <= MAX_ERROR_AB:
        raise ParityError(f"the graphs differ from PyTorch by {worst_ab:.2g} ab, allowed are {MAX_ERROR_AB}")
    return Parity(worst_embedding, worst_ab, count)
