"""Runs a painter's network: a coloured picture becomes one in the manner of that painter."""

import threading
import time

import numpy as np

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import ModelKindError, ModelRunError
from desktop.engine.inference.model_kinds import PAINTER
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.onnx_session import GraphSession
from desktop.engine.inference.providers import AUTO


class Painter:
    """One model of kind `repaint` on one device. Safe to call from several threads; its network runs once at a time.

    model: the manifest. latency_ms: how long the last run took; 0 before the first.
    """

    def __init__(self, model: Model, provider: str = AUTO, *, threads: int | None = None) -> None:
        """Check and start the graph; raises as `Colorizer` does, `ModelKindError` for a model that does not paint."""
        if PAINTER not in model.wanted_graphs:
            raise ModelKindError(
                f'The model "{model.name}" is of the kind "{model.kind}", which does not paint; choose another model.'
            )
        self.model = model
        self.latency_ms = 0.0
        self._lock = threading.Lock()
        photo = {"photo": np.zeros((1, 3, self.tile_px, self.tile_px), np.float32)}
        self._session = GraphSession(model, PAINTER, photo, provider, threads)

    @property
    def tile_px(self) -> int:
        """The side of the tiles that it was trained for, to a whole multiple."""
        multiple = self.model.size_multiple
        return -(-self.model.working_size_px // multiple) * multiple

    @property
    def provider(self) -> str:
        """Name of the device that paints: cpu, cuda or coreml."""
        return self._session.provider

    @property
    def notices(self) -> tuple[str, ...]:
        """Why the device is not the one that was asked for."""
        return self._session.notices

    def paint(self, tile: Floats, cancel: CancelToken | None = None) -> Floats:
        """A tile (3, h, w) sRGB 0..1, sides multiples of `size_multiple`, painted: the same shape and range.

        Raises `Cancelled` or `ModelRunError`.
        """
        with self._lock:
            start_s = time.perf_counter()
            painted = self._session.run({"photo": tile[None]}, cancel)
            self.latency_ms = (time.perf_counter() - start_s) * 1000
        if painted.shape != (1, *tile.shape) or not np.all(np.isfinite(painted)):
            raise ModelRunError(
                f'Model "{self.model.name}" gave something that is not a picture; install it again.'
            )
        result: Floats = np.clip(painted[0], 0, 1)
        return result
