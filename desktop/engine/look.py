"""What makes one result from one photograph: a preset's embedding, its model, the adjustments."""

from dataclasses import dataclass, field

from desktop.engine.compose import Adjustments


@dataclass(frozen=True)
class Look:
    """A result's recipe. `preset` names it (and the file made by it); `model` is the model's name."""

    model: str
    preset: str
    embedding: tuple[float, ...]
    adjustments: Adjustments = field(default_factory=Adjustments)
