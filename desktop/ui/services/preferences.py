"""Puts the user's choices into effect, at once and at every start: model, device, size limit."""

import os

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.limits import DEFAULT_MEGAPIXELS, LIMIT_VARIABLE, max_pixels, set_max_megapixels
from desktop.engine.core.memory import MEMORY_VARIABLE, set_max_memory_mb, set_memory_mb
from desktop.engine.edits.natural import natural_model
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import DEFAULT_MODEL, models_of
from desktop.ui.document.document import Document
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.settings import Settings
from desktop.ui.services.model_pool import ModelPool, Warmup


class Preferences(QObject):
    """The one place that changes which models run, and where. `changed` tells those who show it."""

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        document: Document,
        library: ObservablePresets,
        models: ModelPool,
        warmup: Warmup,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._document, self._library = settings, document, library
        self._models, self._warmup = models, warmup
        if settings.max_megapixels and LIMIT_VARIABLE not in os.environ:
            set_max_megapixels(settings.max_megapixels)
        if settings.max_memory_mb and MEMORY_VARIABLE not in os.environ:
            set_max_memory_mb(settings.max_memory_mb)
        name = remembered_model(settings)
        models.choose(model=name, provider=settings.device)
        document.set_model(name)
        self._offer_natural()

    @property
    def model(self) -> str:
        """Name of the model that colours."""
        return self._document.model or DEFAULT_MODEL

    @property
    def natural_model(self) -> str | None:
        """Name of the model that gives natural colours; None where there is none."""
        natural = self._library.natural
        return None if natural is None else natural.model

    @property
    def device(self) -> str:
        """What networks are to run on: auto, or a device's name."""
        return self._settings.device

    @property
    def max_megapixels(self) -> int:
        """How large a photo may be."""
        return max_pixels() // 1_000_000

    def use_model(self, name: str, *, anew: bool = False) -> None:
        """Colour with another model; `anew` when it was installed again under the same name."""
        self._settings.model = name
        self._models.choose(model=name)
        if anew:
            self._models.reload()
        self._warmup.start()
        if name != self._document.model:
            self._document.set_model(name)
        elif anew:
            self._document.model_changed.emit()
        self.changed.emit()

    def use_natural(self, name: str) -> None:
        """Take natural colours from another model."""
        self._settings.natural_model = name
        self.look_again(name)

    def look_again(self, changed: str) -> None:
        """Offer what there is now: the model of that name came, went, or is wanted."""
        before = self.natural_model
        self._offer_natural()
        if changed in (before, self.natural_model):
            self._models.forget_others()
            self._document.model_changed.emit()
        self.changed.emit()

    def _offer_natural(self) -> None:
        natural = models_of(Kind.AUTO)
        name = natural_model(self._settings.natural_model).name if natural else None
        self._library.set_natural(name)
        self._document.set_natural(self._library.natural)
        self._models.choose_natural(name)

    def use_device(self, name: str) -> None:
        """Run the networks elsewhere."""
        self._settings.device = name
        self._models.choose(provider=name)
        self._warmup.start()
        self.changed.emit()

    def allow_megapixels(self, megapixels: int) -> None:
        """Refuse larger photos from now on."""
        self._settings.max_megapixels = 0 if megapixels == DEFAULT_MEGAPIXELS else megapixels
        set_max_megapixels(megapixels)
        self.changed.emit()

    @property
    def max_memory_mb(self) -> int:
        """How much memory opening one photo may take; 0 for half of what is free."""
        return set_memory_mb()

    def allow_memory(self, megabytes: int) -> None:
        """Refuse photos that take more to open from now on; 0 for half of what is free."""
        self._settings.max_memory_mb = megabytes
        set_max_memory_mb(megabytes)
        self.changed.emit()


def remembered_model(settings: Settings) -> str:
    """The model chosen last, unless it is gone."""
    name = settings.model
    known = {DEFAULT_MODEL, *(model.name for model in models_of(Kind.PALETTE))}
    return name if name in known else DEFAULT_MODEL
