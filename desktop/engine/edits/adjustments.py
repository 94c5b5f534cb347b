"""The adjustments of colour, such as amount and warmth; changing one does not run the network again."""

from dataclasses import dataclass, fields
from typing import Final

from desktop.engine.core.reasons import Reason

MAX_AMOUNT = 1.5
MAX_PULL_AB = 128.0

# Of every adjustment the least and the greatest value.
RANGES: Final[dict[str, tuple[float, float]]] = {
    "amount": (0.0, MAX_AMOUNT),
    "colourfulness": (-1.0, 1.0),
    "warmth": (-1.0, 1.0),
    "tint": (-1.0, 1.0),
    "shadows": (-1.0, 1.0),
    "highlights": (-1.0, 1.0),
    "hue": (-180.0, 180.0),
    "pull": (0.0, 1.0),
    "pull_a": (-MAX_PULL_AB, MAX_PULL_AB),
    "pull_b": (-MAX_PULL_AB, MAX_PULL_AB),
}


@dataclass(frozen=True)
class Adjustments:
    """Adjustments of colour, which need no run of the network; by default nothing is adjusted.

    amount: factor on the predicted chroma, 0 (the grey photograph) to 1.5.
    colourfulness: -1 to 1; less or more chroma for muted colours, hardly any change for vivid ones.
    warmth: -1 (towards blue) to 1 (towards yellow). tint: -1 (towards green) to 1 (towards magenta).
    shadows, highlights: -1 (grey) to 1 (twice the chroma), of the darkest and the brightest places.
    hue: degrees by which all hues turn, -180 to 180.
    pull: 0 to 1, how strongly colours are pulled towards the colour of `pull_a`, `pull_b` (CIELAB a* and b*).
    """

    amount: float = 1.0
    colourfulness: float = 0.0
    warmth: float = 0.0
    tint: float = 0.0
    shadows: float = 0.0
    highlights: float = 0.0
    hue: float = 0.0
    pull: float = 0.0
    pull_a: float = 0.0
    pull_b: float = 0.0

    def __post_init__(self) -> None:
        for name, (least, most) in RANGES.items():
            if not least <= getattr(self, name) <= most:
                raise Reason(f"The {name} must be from {least:g} to {most:g}, not {getattr(self, name)}.")


NEUTRAL: Final = {field.name: float(field.default) for field in fields(Adjustments)}  # type: ignore[arg-type]
