"""The models that all workers share: each is loaded when it is first needed, never on the GUI thread."""

import threading

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.hardware import cuda_card
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import DEFAULT_MODEL, load_model, models_of
from desktop.engine.inference.painter import Painter
from desktop.engine.inference.providers import AUTO
from desktop.ui.base.service import LaneService

GALLERY_CHROMAS_BYTES = 192_000_000  # of some 120 presets: the canvas finds what the gallery has shown small


class ModelPool:
    """Loads models on a device when they are first asked for. Every method may be called from any thread."""

    def __init__(self, model: str = DEFAULT_MODEL, provider: str = AUTO) -> None:
        self._wanted = (model, provider)
        self._natural: str | None = None
        self._loaded: tuple[str, str] | None = None
        self._lock = threading.Lock()
        self._colorizer: Colorizer | None = None
        self._natural_lock = threading.Lock()  # a lock of its own: presets of paintings need not wait for it
        self._naturals: dict[tuple[str, str], Colorizer] = {}  # by model and wanted device
        self._painter_lock = threading.Lock()
        self._painters: dict[tuple[str, str], Painter] = {}

    def choose(self, *, model: str | None = None, provider: str | None = None) -> None:
        """Use another model or device from now on; returns at once, the next request loads it."""
        was_model, was_provider = self._wanted
        self._wanted = (model or was_model, provider or was_provider)

    def choose_natural(self, name: str | None) -> None:
        """Say which model gives natural colours, so that it can be loaded before it is asked for; None for none."""
        self._natural = name

    def natural_colorizer(self) -> Colorizer | None:
        """The model of natural colours, None where there is none; as `colorizer`."""
        name = self._natural
        return None if name is None else self.colorizer_of(name)

    def colorizer(self) -> Colorizer:
        """The colorizer; loads the networks on the first call, so only for workers. Raises a TintypeError."""
        with self._lock:
            wanted = self._wanted
            if self._colorizer is None or self._loaded != wanted:
                model, provider = wanted
                self._colorizer, self._loaded = (
                    Colorizer(load_model(model), provider, chromas_bytes=GALLERY_CHROMAS_BYTES),
                    wanted,
                )
            return self._colorizer

    def colorizer_of(self, model: str) -> Colorizer:
        """The model of natural colours of that name, else the one that colours as paintings do; as `colorizer`.

        Which presets the latter fits is for them to tell.
        """
        key = (model, self._wanted[1])
        with self._natural_lock:
            naturals = self._naturals
            if key in naturals:
                return naturals[key]
            for natural in models_of(Kind.AUTO) if model != self._wanted[0] else ():
                if natural.name == model:
                    return naturals.setdefault(key, Colorizer(natural, key[1]))
        return self.colorizer()

    def painter_of(self, model: str) -> Painter:
        """The model of that name, which paints over; for workers, raises a TintypeError."""
        key = (model, self._wanted[1])
        with self._painter_lock:
            painters = self._painters
            if key not in painters:
                painters[key] = Painter(load_model(model), key[1])
            return painters[key]

    def reload(self) -> None:
        """Load the model anew when next asked: it was installed again under the same name."""
        self._loaded = None

    def forget_others(self) -> None:
        """Load models of natural colours and painters anew when next asked; waits for nothing."""
        self._naturals, self._painters = {}, {}


class Warmup(LaneService):
    """Loads the networks at start, while the user is still looking for a photograph."""

    ready = Signal(str, float)  # provider, milliseconds of the last network run

    def __init__(self, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._lane = self.add_lane("warmup")
        self._natural_lane = self.add_lane("warmup of natural colours")  # fails by itself

    def start(self) -> None:
        """Begin loading, so that a missing or damaged model is reported at once and not at the first photo."""
        self._natural_lane.submit(lambda _token: self._models.natural_colorizer(), lambda _colorizer: None)
        self._lane.submit(self._load, self._tell)

    def _load(self, _token: CancelToken) -> Colorizer:
        colorizer = self._models.colorizer()
        colorizer.start_style_encoder()
        if colorizer.provider == "cuda":
            cuda_card()  # asked here, where waiting for the driver disturbs nobody
        return colorizer

    def _tell(self, colorizer: Colorizer) -> None:
        self.ready.emit(colorizer.provider, colorizer.latency_ms)
