"""What the kinds of models that colour have in common: sizes, the colorizer's file, and its comparison with PyTorch."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from PIL import Image
from torch import Tensor
from torch.nn import functional

from desktop.engine.core.arrays import Floats
from export.kinds.base import millions
from export.parity import SIZES_PX, Parity, ParityError, planes, random_pictures
from train.networks.base import TransferNetwork

COLORIZER_FILE = "colorizer.onnx"
MAX_ERROR_AB = 1e-3


def at_full_size(ab: Tensor, gray: Tensor) -> Tensor:
    """Enlarge ab [1,2,h,w] that a network gives at a half or a quarter of the size of the photo."""
    if ab.shape[-1] == gray.shape[-1]:
        return ab
    # A whole number, whatever the free sizes are.
    factor = float(gray.shape[-1] // ab.shape[-1])
    return functional.interpolate(ab, scale_factor=factor, mode="bilinear", align_corners=False)


def sizes_of(network: TransferNetwork) -> dict[str, Any]:
    """As `ExportKind.sizes`."""
    style_encoder = millions(network.style_encoder)
    return {
        "embedding_size": network.embedding_size,
        "embedding_parts": network.embedding_parts,
        "encoder_parameters": style_encoder,
        "colorizer_parameters": millions(network) - style_encoder,
    }


def _pairs(pictures: Iterable[Image.Image]) -> Iterator[tuple[Image.Image, Image.Image]]:
    taken = [*random_pictures(), *pictures]
    # Each is a photo once, under the next as painting.
    yield from zip(taken, taken[1:] + taken[:1], strict=True)


def colorizer_parity(
    pictures: Iterable[Image.Image], differences: Callable[[Floats, Floats], tuple[float, float]]
) -> Parity:
    """Compare on random noise and on `pictures`, at SIZES_PX.

    differences: the largest one of the embedding and of ab, for `style` [1,3,H,W] and `gray` [1,1,H,W], sRGB in 0..1.
    Raises `ParityError` for a difference in ab above MAX_ERROR_AB.
    """
    worst_embedding, worst_ab, count = 0.0, 0.0, 0
    for photo, painting in _pairs(pictures):
        for size_px in SIZES_PX:
            gray = planes(photo.convert("L"), size_px)[:, :1].copy()
            embedding, ab = differences(planes(painting, size_px), gray)
            worst_embedding, worst_ab = max(worst_embedding, embedding), max(worst_ab, ab)
        count += 1
    if not worst_ab <= MAX_ERROR_AB:
        raise ParityError(f"the graphs differ from PyTorch by {worst_ab:.2g} ab, allowed are {MAX_ERROR_AB}")
    return Parity(worst_embedding, worst_ab, count)
