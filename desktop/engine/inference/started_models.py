"""Models that were started for one purpose, by their names."""

from desktop.engine.core.errors import ModelNotFoundError
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.painter import Painter


class StartedModels:
    """Some models, started: those of one look."""

    def __init__(self, *colorizers: Colorizer, painter: Painter | None = None) -> None:
        """At least one that colours; painter: that which paints over, if any is wanted."""
        self._colorizers = colorizers
        self._painter = painter

    def colorizer_of(self, model: str) -> Colorizer:
        """The one of that name; the first for an unknown one, which then does not match."""
        known = (colorizer for colorizer in self._colorizers if colorizer.model.name == model)
        return next(known, self._colorizers[0])

    def painter_of(self, model: str) -> Painter:
        """The one that paints over; raises `ModelNotFoundError` for another one than that of the look."""
        if self._painter is None or self._painter.model.name != model:
            raise ModelNotFoundError(f'The model "{model}", which paints over, is not installed; install it.')
        return self._painter
