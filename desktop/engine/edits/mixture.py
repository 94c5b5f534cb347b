"""What predicts a photograph's chroma: a painting's embedding, natural colours, or both mixed."""

from dataclasses import dataclass

from desktop.engine.core.reasons import Reason


@dataclass(frozen=True)
class Natural:
    """Natural colours in a mixture: the model that makes them, and their share. Raises ValueError beyond 0 to 1."""

    model: str
    share: float

    def __post_init__(self) -> None:
        if not 0.0 <= self.share <= 1.0:
            raise Reason(f"The share of natural colours must be from 0 to 1, not {self.share}.")


@dataclass(frozen=True)
class Mixture:
    """An embedding under its model, with natural colours below it where `natural` is given.

    A model of natural colours by itself has an embedding of no numbers.
    """

    model: str
    embedding: tuple[float, ...]
    natural: Natural | None = None

    @property
    def models(self) -> tuple[str, ...]:
        """The names of the models that it takes."""
        return (self.model,) if self.natural is None else (self.model, self.natural.model)
