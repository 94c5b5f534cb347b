"""A request to render a result: everything it depends on, as values, so that workers never read the document."""

from dataclasses import dataclass
from typing import Self

from desktop.engine.batch.prepared_look import PreparedLook, prepared_look
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.edit import Blend, Edit, PaintedRegion
from desktop.engine.edits.look import Look
from desktop.engine.edits.repaint import Repaint
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import Composition, Region
from desktop.engine.render.pipeline import Models, composition
from desktop.engine.render.regions import chroma_of
from desktop.engine.store.look_xmp import look_notices


@dataclass(frozen=True)
class RenderRequest:
    """A photo, the blend of presets that colours it, the adjustments, and how it is painted over."""

    photo: Photo
    blend: Blend
    adjustments: Adjustments
    regions: tuple[PaintedRegion, ...] = ()
    repaint: Repaint | None = None

    @classmethod
    def of(cls, photo: Photo | None, edit: Edit) -> Self | None:
        """The exposure, or None while there is no photo or no preset was chosen."""
        if photo is None or edit.blend is None:
            return None
        return cls(photo, edit.blend, edit.adjustments, edit.regions, edit.repaint)

    @property
    def name(self) -> str:
        """What the colours are called; goes into names of files."""
        return self.blend.name

    def predict(self, models: Models, cancel: CancelToken) -> None:
        """Run the networks and cache the predicted chroma; raises PresetModelMismatchError as `composition`."""
        self.blend.check_models(models.colorizer_of)
        mixture, colorizers = self.blend.mixture, models.colorizer_of
        chroma_of(colorizers, self.photo, mixture, self.adjustments, self.regions, cancel)

    def composition(
        self,
        models: Models,
        cancel: CancelToken,
        *,
        size_px: tuple[int, int] | None = None,
        region: Region | None = None,
        bit_depth: int | None = 8,
    ) -> Composition:
        """The result, at full size, of a `region` of it or at `size_px`; bit_depth: None for the photo's own.

        Raises PresetModelMismatchError for another model's presets, and what running networks raises.
        """
        self.blend.check_models(models.colorizer_of)
        return composition(
            models,
            self.photo,
            self._look,
            size_px=size_px,
            region=region,
            bit_depth=bit_depth,
            cancel=cancel,
        )

    @property
    def notices(self) -> tuple[str, ...]:
        """What the user is to be told about a result's own file."""
        return look_notices(self._look)

    def prepared(self, models: Models) -> PreparedLook:
        """The look with its models loaded; raises as `composition`."""
        self.blend.check_models(models.colorizer_of)
        return prepared_look(self._look, models)

    @property
    def _look(self) -> Look:
        return Look.of(self.blend, self.adjustments, self.regions, self.repaint)
