"""The rendering pipeline: predict, tone, mix regions, paint over, compose."""

from dataclasses import dataclass, replace
from typing import Protocol, Self

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.look import Look
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.painter import Painter
from desktop.engine.inference.started_models import StartedModels
from desktop.engine.render.composition import Composition, Region
from desktop.engine.render.frame_map import frame_map
from desktop.engine.render.framed import framed
from desktop.engine.render.picture import pictured
from desktop.engine.render.regions import chroma_of, left_to_compose
from desktop.engine.render.repaint import repainted


class Models(Protocol):
    """The models, started, by name; each raises a TintypeError for one that is not to be had."""

    def colorizer_of(self, model: str) -> Colorizer:
        """One that colours."""
        ...

    def painter_of(self, model: str) -> Painter:
        """One that paints over."""
        ...


@dataclass(frozen=True, eq=False)
class RenderRequest:
    """A request to render photographs: an edit that has a blend, and the models that carry it out."""

    edit: Edit
    models: Models

    @property
    def name(self) -> str:
        """What the colours are called; goes into names of files."""
        return self.edit.chosen_blend.name

    @property
    def model(self) -> str:
        """The name of the model that predicts the colours of the blend."""
        return self.edit.chosen_blend.mixture.model

    def checked(self) -> Self:
        """The same; raises `PresetModelMismatchError` unless the current models are those of its presets."""
        self.edit.chosen_blend.check_models(self.models.colorizer_of)
        return self

    def started(self) -> Self:
        """The same with the models that are current now, whatever is chosen later; raises as `Models`."""
        repaint = self.edit.repaint
        colorizers = map(self.models.colorizer_of, self.edit.colour_models)
        painter = None if repaint is None else self.models.painter_of(repaint.painter)
        return replace(self, models=StartedModels(*colorizers, painter=painter))

    def chroma(self, photo: Photo, cancel: CancelToken | None = None) -> Chroma:
        """Run the networks and mix the regions; what comes of it is kept.

        Raises `Cancelled`, `ModelRunError` or `PresetModelMismatchError`.
        """
        edit, mixture, colorizers = self.edit, self.edit.chosen_blend.mixture, self.models.colorizer_of
        shown, frame = framed(photo, edit.framing, cancel), frame_map(photo, edit.framing)
        picture = pictured(photo, edit.framing, edit.picture, cancel)
        return chroma_of(colorizers, shown, mixture, edit.adjustments, edit.regions, cancel, frame, picture)

    def composition(
        self,
        photo: Photo,
        *,
        resized: Photo | None = None,
        size_px: tuple[int, int] | None = None,
        region: Region | None = None,
        bit_depth: int | None = None,
        cancel: CancelToken | None = None,
    ) -> Composition:
        """The result of a photograph, which is made when its rows are asked for.

        resized: what is shown of the photograph, with the size and depth of its result, where these are others.
        size_px, region, bit_depth: as of `compose`. Raises as `chroma`.
        """
        chroma = self.chroma(photo, cancel)
        adjustments = left_to_compose(self.edit.adjustments, self.edit.regions)
        photo = framed(photo, self.edit.framing, cancel)
        shown = photo if resized is None else resized
        repaint = self.edit.repaint
        if repaint is not None:
            painter = self.models.painter_of(repaint.painter)
            painted = repainted(painter, photo, chroma, adjustments, repaint, cancel)
            if size_px is not None:
                shown, size_px = replace(shown, gray=shown.shown_at(size_px), bit_depth=8), None
            shown, chroma, adjustments = painted.over(shown, cancel), painted.chroma, Adjustments()
        return Composition(shown, chroma, adjustments, size_px=size_px, region=region, bit_depth=bit_depth)

    @property
    def used_models(self) -> tuple[Model, ...]:
        """Every model that has a part in it, the one of the blend first, the painter last; raises as `Models`."""
        return tuple(one.model for one in self._used)

    @property
    def notices(self) -> tuple[str, ...]:
        """Why the device of a model is not the one that was asked for, each reason once; raises as `Models`."""
        return tuple(dict.fromkeys(notice for one in self._used for notice in one.notices))

    @property
    def _used(self) -> list[Colorizer | Painter]:
        colorizers = map(self.models.colorizer_of, self.edit.colour_models)
        repaint = self.edit.repaint
        return [*colorizers, *([] if repaint is None else [self.models.painter_of(repaint.painter)])]

    @property
    def look(self) -> Look:
        """What goes into the file of a result, from which it can be repeated; raises as `Models`."""
        return Look(self.edit, tuple((model.name, model.sha256) for model in self.used_models))
