"""The one document of the window: every widget watches it, and none knows another."""

from PySide6.QtCore import QObject, Signal

from desktop.engine.adjustments import MAX_AMOUNT, Adjustments
from desktop.engine.photo import Photo
from desktop.engine.presets import Preset

DEFAULT_AMOUNT = 1.0


class Document(QObject):
    """What is being made: a photo, the preset that colours it, how much of it, and by which model.

    `tried` is the preset under the pointer: shown, but not chosen.
    """

    photo_changed = Signal()
    preset_changed = Signal()
    tried_changed = Signal()
    amount_changed = Signal(float)
    model_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._photo_name = ""
        self._preset: Preset | None = None
        self._tried: Preset | None = None
        self._amount = DEFAULT_AMOUNT
        self._model: str | None = None

    @property
    def photo(self) -> Photo | None:
        """The photograph that is coloured."""
        return self._photo

    @property
    def photo_name(self) -> str:
        """What the photo is called: its file's name, or what it was said to be."""
        return self._photo_name

    def set_photo(self, photo: Photo | None, name: str = "") -> None:
        """Start on another photo."""
        if photo is not self._photo:
            self._photo, self._photo_name = photo, name
            self.photo_changed.emit()

    @property
    def preset(self) -> Preset | None:
        """The preset that was chosen: what is saved."""
        return self._preset

    def set_preset(self, preset: Preset | None) -> None:
        """Choose a preset; what was only being tried is forgotten."""
        self._tried = None
        if preset != self._preset:
            self._preset = preset
            self.preset_changed.emit()
        else:
            self.tried_changed.emit()

    @property
    def shown_preset(self) -> Preset | None:
        """The preset that is on screen: the tried one, else the chosen one."""
        return self._tried or self._preset

    def try_preset(self, preset: Preset | None) -> None:
        """Show a preset without choosing it; None shows the chosen one again."""
        tried = None if preset == self._preset else preset
        if tried != self._tried:
            self._tried = tried
            self.tried_changed.emit()

    @property
    def amount(self) -> float:
        """How much of the predicted chroma is applied, 0 to 1.5."""
        return self._amount

    def set_amount(self, amount: float) -> None:
        amount = min(max(amount, 0.0), MAX_AMOUNT)
        if amount != self._amount:
            self._amount = amount
            self.amount_changed.emit(amount)

    @property
    def adjustments(self) -> Adjustments:
        """The adjustments as the engine takes them."""
        return Adjustments(amount=self._amount)

    @property
    def model(self) -> str | None:
        """The name of the model that colours; None until one was found."""
        return self._model

    def set_model(self, name: str | None) -> None:
        if name != self._model:
            self._model = name
            self.model_changed.emit()
