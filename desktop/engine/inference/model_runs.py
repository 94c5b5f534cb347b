"""Runs each graph of a model on the processor, at the smallest and the usual size, to check what it gives."""

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.errors import DamagedModelError, TintypeError
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.painter import Painter
from desktop.engine.inference.providers import CPU


def run_once(model: Model) -> None:
    """Raises `DamagedModelError`, `ModelRunError`, `ModelKindError` or MemoryError."""
    try:
        if model.kind == Kind.REPAINT:
            painter = Painter(model, CPU.name)
            painter.paint(np.full((3, painter.tile_px, painter.tile_px), 0.5, np.float32))
            return
        _colour(Colorizer(model, CPU.name))
    except TintypeError:
        raise
    except (ValueError, IndexError) as error:  # sizes that do not fit together
        raise DamagedModelError(
            f'Model "{model.name}" does not do what its manifest says; fetch it again.'
        ) from error


def _colour(colorizer: Colorizer) -> None:
    """Colour grey squares, in the colours of a grey painting where the model takes one."""
    model = colorizer.model
    embedding = np.zeros(0, np.float32)
    if colorizer.needs_painting:
        side_px = max(model.style_size_px, 2 * model.size_multiple)
        embedding = colorizer.embed(np.full((side_px, side_px, 3), 128, np.uint8))
    for side_px in {2 * model.size_multiple, model.working_size_px}:
        colorizer.predict(Photo(path=None, gray=_gray(side_px)), embedding)


def _gray(side_px: int) -> NDArray[np.uint8]:
    return np.full((side_px, side_px), 128, np.uint8)
