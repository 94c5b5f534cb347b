"""Everything one result depends on, taken when it is asked for: workers never read the document."""

from dataclasses import dataclass
from typing import Self

from desktop.engine.adjustments import Adjustments
from desktop.engine.cancel import CancelToken
from desktop.engine.colorizer import Chroma, Colorizer
from desktop.engine.edit import Blend, Edit
from desktop.engine.look import Look
from desktop.engine.models import Model
from desktop.engine.photo import Photo
from desktop.engine.toning import toned


@dataclass(frozen=True)
class Exposure:
    """A photo, the blend of presets that colours it, and the adjustments."""

    photo: Photo
    blend: Blend
    adjustments: Adjustments

    @classmethod
    def of(cls, photo: Photo | None, edit: Edit) -> Self | None:
        """The exposure, or None while there is no photo or no preset was chosen."""
        return None if photo is None or edit.blend is None else cls(photo, edit.blend, edit.adjustments)

    @property
    def name(self) -> str:
        """What the colours are called; goes into names of files."""
        return self.blend.name

    def predict(self, colorizer: Colorizer, cancel: CancelToken) -> Chroma:
        """The photo's chroma under the blend, adjusted; raises PresetModelMismatchError for another model's presets."""
        self.blend.check_model(colorizer.model)
        return toned(colorizer.predict(self.photo, self.blend.vector, cancel), self.adjustments)

    def look(self, model: Model) -> Look:
        """What a result's own file tells of how `model` made it."""
        return Look(model.name, self.name, self.blend.embedding, self.adjustments).made_by(model)
