"""What makes one result from one photograph: a preset's embedding, its model, the adjustments."""

from dataclasses import dataclass, field, replace
from typing import Self

from desktop.engine.adjustments import Adjustments
from desktop.engine.edit import Blend, PaintedRegion
from desktop.engine.errors import PresetModelMismatchError
from desktop.engine.models import Model


@dataclass(frozen=True)
class Look:
    """A result's recipe. `preset` names it (and the file made by it); `model` is the model's name.

    model_sha256: `Model.sha256` of the very model; empty while nothing was made with the look yet.
    regions: painted parts with colours of their own.
    blend: of which presets `embedding` was mixed; None where one alone, or a painting, made it.
    """

    model: str
    preset: str
    embedding: tuple[float, ...]
    adjustments: Adjustments = field(default_factory=Adjustments)
    model_sha256: str = ""
    regions: tuple[PaintedRegion, ...] = ()
    blend: Blend | None = None

    @classmethod
    def of(cls, blend: Blend, adjustments: Adjustments, regions: tuple[PaintedRegion, ...] = ()) -> Self:
        """The look of a blend's presets."""
        mixed = None if blend.is_plain else blend
        model = blend.preset.model
        return cls(model, blend.name, blend.embedding, adjustments, regions=regions, blend=mixed)

    def made_by(self, model: Model) -> Self:
        """The same look, with the name and the hash of the model that carries it out."""
        return replace(self, model=model.name, model_sha256=model.sha256)

    def check_model(self, model: Model) -> None:
        """Raise `PresetModelMismatchError` unless `model` can repeat this look exactly."""
        if self.model != model.name:
            raise PresetModelMismatchError(
                f'The look "{self.preset}" belongs to the model "{self.model}", not "{model.name}"; '
                f"choose that model."
            )
        if self.model_sha256 and self.model_sha256 != model.sha256:
            raise PresetModelMismatchError(
                f'The look "{self.preset}" was made with another version of the model "{model.name}"; '
                f"use its preset or its painting."
            )
