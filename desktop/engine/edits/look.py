"""The recipe of a result: a preset's embedding, the models, the adjustments."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from desktop.engine.core.errors import PresetModelMismatchError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.edit import Blend, PaintedRegion
from desktop.engine.edits.mixture import Mixture, Natural
from desktop.engine.edits.repaint import Repaint
from desktop.engine.inference.model_registry import Model


@dataclass(frozen=True)
class Look:
    """A result's recipe. `preset` names it (and the file made by it); `model` is the model's name.

    model_sha256: `Model.sha256` of the very model; empty while nothing was made with the look yet.
    regions: painted parts with colours of their own.
    blend: of which presets `embedding` was mixed; None where one alone, or a painting, made it.
    natural: natural colours below those of the embedding; alone they are a `model` with an empty embedding.
    repaint: how the coloured photograph is painted over; None for not at all.
    others: name and `Model.sha256` of every further model that had a part in it; empty like `model_sha256`.
    """

    model: str
    preset: str
    embedding: tuple[float, ...]
    adjustments: Adjustments = field(default_factory=Adjustments)
    model_sha256: str = ""
    regions: tuple[PaintedRegion, ...] = ()
    blend: Blend | None = None
    natural: Natural | None = None
    repaint: Repaint | None = None
    others: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        blend: Blend,
        adjustments: Adjustments,
        regions: tuple[PaintedRegion, ...] = (),
        repaint: Repaint | None = None,
    ) -> Self:
        """The look of a blend's presets."""
        mixed, mixture = None if blend.is_plain else blend, blend.mixture
        return cls(
            mixture.model,
            blend.name,
            mixture.embedding,
            adjustments,
            regions=regions,
            blend=mixed,
            natural=mixture.natural,
            repaint=repaint,
        )

    @property
    def mixture(self) -> Mixture:
        """What predicts chroma by this look, but for its regions."""
        return Mixture(self.model, self.embedding, self.natural)

    @property
    def models(self) -> tuple[str, ...]:
        """The names of all models that colour by it, its own first."""
        blends = [region.blend for region in self.regions if region.blend is not None]
        mixtures = [self.mixture, *(blend.mixture for blend in blends)]
        return tuple(dict.fromkeys(model for mixture in mixtures for model in mixture.models))

    def made_by(self, model: Model, others: Sequence[Model] = ()) -> Self:
        """The same look, with the names and the hashes of the models that carry it out."""
        told = tuple((other.name, other.sha256) for other in others)
        return replace(self, model=model.name, model_sha256=model.sha256, others=told)

    def check_model(self, model: Model) -> None:
        """Raise `PresetModelMismatchError` unless `model`, its own or a further one, can repeat this look exactly."""
        painters = () if self.repaint is None else (self.repaint.painter,)
        known = dict.fromkeys((*self.models, *painters), "") | dict(self.others)
        known[self.model] = self.model_sha256
        if model.name not in known:
            raise PresetModelMismatchError(
                f'The look "{self.preset}" belongs to the model "{self.model}", not "{model.name}"; '
                f"choose that model."
            )
        if known[model.name] not in ("", model.sha256):
            raise PresetModelMismatchError(
                f'The look "{self.preset}" was made with another version of the model "{model.name}"; '
                f"use its preset or its painting."
            )
