"""A look with its models started, so that photographs can be coloured by it."""

import hashlib
import json
from dataclasses import asdict, dataclass

import numpy as np

from desktop.engine.batch.output_options import Form
from desktop.engine.core.errors import ModelNotFoundError
from desktop.engine.edits.look import Look
from desktop.engine.edits.serialization import region_to_json
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.painter import Painter
from desktop.engine.render.pipeline import Models


@dataclass(frozen=True, eq=False)
class PreparedLook:
    """A look and its models, started. others: those that its colours need beside its own.

    painter: that which paints over, of a look with paint.
    """

    colorizer: Colorizer
    look: Look
    others: tuple[Colorizer, ...] = ()
    painter: Painter | None = None

    @property
    def colorizers(self) -> tuple[Colorizer, ...]:
        """All its models, its own first."""
        return (self.colorizer, *self.others)

    @property
    def notices(self) -> tuple[str, ...]:
        """Why the device of a model is not the one that was asked for, each reason once."""
        told = [notice for colorizer in self.colorizers for notice in colorizer.notices]
        told += () if self.painter is None else self.painter.notices
        return tuple(dict.fromkeys(told))

    def colorizer_of(self, model: str) -> Colorizer:
        """The one of these by a model's name; its own for an unknown one, which then does not match."""
        known = (colorizer for colorizer in self.others if colorizer.model.name == model)
        return next(known, self.colorizer)

    def painter_of(self, model: str) -> Painter:
        """The one that paints over; raises `ModelNotFoundError` for another one than that of the look."""
        if self.painter is None or self.painter.model.name != model:
            raise ModelNotFoundError(f'The model "{model}", which paints over, is not at hand; install it.')
        return self.painter

    @property
    def written(self) -> Look:
        """The look as it goes into results, from which it can be repeated."""
        return self.look.made_by(self.colorizer.model, self._other_models)

    @property
    def _other_models(self) -> list[Model]:
        painters = [] if self.painter is None else [self.painter.model]
        return [*(other.model for other in self.others), *painters]

    def key(self, quality: int, form: Form | None = None) -> str:
        """Hash of all that makes a result from a photograph; equal for equal results."""
        parts: list[object] = [
            self.colorizer.model.sha256,
            [float(np.float32(value)) for value in self.look.embedding],
            asdict(self.look.adjustments),
            quality,
        ]
        if form is not None and form != Form():
            # Else as it was before there were forms, so that old ledgers stay good.
            parts.append(form.described)
        if self.look.regions:
            parts.append([region_to_json(region) for region in self.look.regions])
        if self.look.natural is not None:
            parts.append(self.look.natural.share)
        if self.look.repaint is not None:
            parts.append(asdict(self.look.repaint))
        if self._other_models:
            parts.append([model.sha256 for model in self._other_models])
        return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def prepared_look(look: Look, models: Models) -> PreparedLook:
    """A look with its models started; raises what `models` does for one that is not to be had."""
    own, *others = look.models
    painter = None if look.repaint is None else models.painter_of(look.repaint.painter)
    return PreparedLook(models.colorizer_of(own), look, tuple(map(models.colorizer_of, others)), painter)
