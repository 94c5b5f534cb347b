"""Everything one result depends on, taken when it is asked for: workers never read the document."""

from dataclasses import dataclass
from typing import Self

from desktop.engine.adjustments import Adjustments
from desktop.engine.cancel import CancelToken
from desktop.engine.colorizer import Chroma
from desktop.engine.edit import Blend, Edit, PaintedRegion
from desktop.engine.jobs import PreparedLook, prepared_look
from desktop.engine.look import Look
from desktop.engine.look_file import look_notices
from desktop.engine.mixture import Colorizers
from desktop.engine.photo import Photo
from desktop.engine.regions import chroma_of, left_to_compose


@dataclass(frozen=True)
class Exposure:
    """A photo, the blend of presets that colours it, and the adjustments."""

    photo: Photo
    blend: Blend
    adjustments: Adjustments
    regions: tuple[PaintedRegion, ...] = ()

    @classmethod
    def of(cls, photo: Photo | None, edit: Edit) -> Self | None:
        """The exposure, or None while there is no photo or no preset was chosen."""
        if photo is None or edit.blend is None:
            return None
        return cls(photo, edit.blend, edit.adjustments, edit.regions)

    @property
    def name(self) -> str:
        """What the colours are called; goes into names of files."""
        return self.blend.name

    def predict(self, colorizers: Colorizers, cancel: CancelToken) -> Chroma:
        """The photo's chroma under the blend, adjusted; raises PresetModelMismatchError for another model's presets."""
        self.blend.check_models(colorizers)
        return chroma_of(colorizers, self.photo, self.blend.mixture, self.adjustments, self.regions, cancel)

    @property
    def left_to_compose(self) -> Adjustments:
        """The adjustments that the chroma of `predict` does not hold yet."""
        return left_to_compose(self.adjustments, self.regions)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the person is to be told about a result's own file."""
        return look_notices(Look.of(self.blend, self.adjustments, self.regions))

    def prepared(self, colorizers: Colorizers) -> PreparedLook:
        """The look with its models at the ready."""
        return prepared_look(Look.of(self.blend, self.adjustments, self.regions), colorizers)
