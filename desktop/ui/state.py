"""The one document of the window: every widget watches it, and none knows another."""

from PySide6.QtCore import QObject, Signal

from desktop.engine.adjustments import Adjustments
from desktop.engine.edit import Edit
from desktop.engine.photo import Photo
from desktop.engine.presets import Preset

DEFAULT_AMOUNT = Adjustments().amount


class Document(QObject):
    """What is being made: a photo, its edit, and by which model.

    `tried` is an edit that is shown while something is hovered or dragged, but was not chosen.
    """

    photo_changed = Signal()
    edit_changed = Signal()
    tried_changed = Signal()
    model_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._photo_name = ""
        self._edit = Edit()
        self._tried: Edit | None = None
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
    def edit(self) -> Edit:
        """The edit that was chosen: what is saved."""
        return self._edit

    def set_edit(self, edit: Edit) -> None:
        """Choose an edit; what was only being tried is forgotten."""
        tried, self._tried = self._tried, None
        if edit != self._edit:
            self._edit = edit
            self.edit_changed.emit()
        elif tried is not None:
            self.tried_changed.emit()

    @property
    def tried(self) -> Edit | None:
        """The edit that is only being tried; None while the chosen one is shown."""
        return self._tried

    @property
    def shown_edit(self) -> Edit:
        """The edit that is on screen: the tried one, else the chosen one."""
        return self._tried or self._edit

    def try_edit(self, edit: Edit | None) -> None:
        """Show an edit without choosing it; None shows the chosen one again."""
        tried = None if edit == self._edit else edit
        if tried != self._tried:
            self._tried = tried
            self.tried_changed.emit()

    def try_preset(self, preset: Preset | None) -> None:
        """Show a preset, adjusted as the chosen edit is; None shows the chosen edit again."""
        self.try_edit(None if preset is None else self._edit.with_preset(preset))

    @property
    def preset(self) -> Preset | None:
        """The chosen edit's preset; of a blend the one with the largest share."""
        return self._edit.preset

    @property
    def amount(self) -> float:
        """How much of the predicted chroma is applied, 0 to 1.5."""
        return self._edit.adjustments.amount

    @property
    def model(self) -> str | None:
        """The name of the model that colours; None until one was found."""
        return self._model

    def set_model(self, name: str | None) -> None:
        """Colour with another model."""
        if name != self._model:
            self._model = name
            self.model_changed.emit()
