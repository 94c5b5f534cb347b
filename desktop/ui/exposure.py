"""Everything one result depends on, taken when it is asked for: workers never read the document."""

from dataclasses import dataclass
from typing import Self

from desktop.engine.adjustments import Adjustments
from desktop.engine.cancel import CancelToken
from desktop.engine.colorizer import Chroma, Colorizer
from desktop.engine.look import Look
from desktop.engine.models import Model
from desktop.engine.photo import Photo
from desktop.engine.presets import Preset
from desktop.engine.toning import toned


@dataclass(frozen=True)
class Exposure:
    """A photo, the preset that colours it, and the adjustments."""

    photo: Photo
    preset: Preset
    adjustments: Adjustments

    @classmethod
    def of(cls, photo: Photo | None, preset: Preset | None, adjustments: Adjustments) -> Self | None:
        """The exposure, or None while a photo or a preset is missing."""
        return None if photo is None or preset is None else cls(photo, preset, adjustments)

    def predict(self, colorizer: Colorizer, cancel: CancelToken) -> Chroma:
        """The photo's chroma under the preset, adjusted; raises PresetModelMismatchError for another model's preset."""
        self.preset.check_model(colorizer.model)
        return toned(colorizer.predict(self.photo, self.preset.vector, cancel), self.adjustments)

    def look(self, model: Model) -> Look:
        """What a result's own file tells of how `model` made it."""
        return Look(model.name, self.preset.name, self.preset.embedding, self.adjustments).made_by(model)
