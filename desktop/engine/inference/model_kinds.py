"""The kinds of models, and the graphs that each consists of."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

STYLE_ENCODER = "style_encoder"
COLORIZER = "colorizer"
PAINTER = "painter"


class Kind(StrEnum):
    """What a model does."""

    PALETTE = "palette"  # colours as a painting does
    AUTO = "auto"  # gives natural colours, without a painting
    REPAINT = "repaint"  # paints over what is coloured


GRAPHS: Final[Mapping[str, tuple[str, ...]]] = {
    Kind.PALETTE: (STYLE_ENCODER, COLORIZER),
    Kind.AUTO: (COLORIZER,),
    Kind.REPAINT: (PAINTER,),
}


@dataclass(frozen=True)
class Graph:
    """One ONNX file, and what its bytes must hash to."""

    file: str
    sha256: str
    size_bytes: int
