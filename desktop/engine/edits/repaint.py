"""How a photograph is to be painted over."""

from dataclasses import dataclass

from desktop.engine.core.reasons import Reason

LEAST_BRUSH, DEFAULT_BRUSH = 0.1, 0.35


@dataclass(frozen=True)
class Repaint:
    """How a photograph is painted over. Raises ValueError beyond the ranges.

    painter: name of the model. brush: side of what the painter sees at once, as a share of the photograph's,
    `LEAST_BRUSH` (fine strokes) to 1 (broad ones). paint: 1 for paint alone, down to 0, where the photograph's own
    detail has taken the place of the strokes.
    """

    painter: str
    brush: float = DEFAULT_BRUSH
    paint: float = 1.0

    def __post_init__(self) -> None:
        if not LEAST_BRUSH <= self.brush <= 1.0:
            raise Reason(f"The brush must be from {LEAST_BRUSH} to 1, not {self.brush}.")
        if not 0.0 <= self.paint <= 1.0:
            raise Reason(f"The paint must be from 0 to 1, not {self.paint}.")
