"""The document: photo, edit and model. Every widget watches it, and none knows another."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.engine.edits.edit import Edit
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.migration import Migration
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.preset_library import Preset
from desktop.engine.store.project import PhotoMark, Project, Snapshot


class Document(QObject):
    """What is being made: a photo, its edit, and by which model.

    `tried` is an edit that is shown while something is hovered or dragged, but was not chosen.
    """

    photo_changed = Signal()
    edit_changed = Signal()
    tried_changed = Signal()
    framing_changed = Signal()  # what is shown of the photo: another part, or turned otherwise
    aim_changed = Signal()
    snapshots_changed = Signal()
    model_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._photo_name = ""
        self._edit = self._begun_with = Edit()
        self._snapshots: tuple[Snapshot, ...] = ()
        self._tried: Edit | None = None
        self._cropping: Framing | None = None
        self._framing_shown = Framing()
        self._aim: int | None = None
        self._model: str | None = None
        self._natural: Preset | None = None
        self._migrate: Callable[[Edit], Migration] = Migration
        self._migration = Migration(self._edit)

    @property
    def photo(self) -> Photo | None:
        """The photograph that is coloured."""
        return self._photo

    @property
    def photo_name(self) -> str:
        """The name of the photo: its file's, or the one that it was given."""
        return self._photo_name

    @property
    def mark(self) -> PhotoMark | None:
        """What tells this photo from others, also when it is opened again; None while there is none."""
        return None if self._photo is None else PhotoMark.of(self._photo)

    def set_photo(self, photo: Photo | None, name: str = "", kept: Project | None = None) -> None:
        """Start on another photo, with what was kept of it, else with the `initial_edit`."""
        if photo is self._photo:
            return
        self.set_aim(None)
        before, shots_before, as_new = self._edit, self._snapshots, self.initial_edit
        self._photo, self._photo_name, self._tried, self._cropping = photo, name, None, None
        self._begun_with = self._migrate(as_new).edit
        self._migration = self._migrate(as_new if kept is None else kept.edit)
        self._edit = self._migration.edit
        self._snapshots = () if kept is None else kept.snapshots
        self._framing_shown = self.framing
        self.photo_changed.emit()
        if self._edit != before:
            self.edit_changed.emit()
        if self._snapshots != shots_before:
            self.snapshots_changed.emit()

    @property
    def edit(self) -> Edit:
        """The edit that was chosen: what is saved."""
        return self._edit

    def set_edit(self, edit: Edit) -> None:
        """Choose an edit; what was only being tried is forgotten."""
        tried, self._tried = self._tried, None
        self._migration = self._migrate(edit)
        edit = self._migration.edit
        if edit != self._edit:
            self._edit = edit
            if self._aim is not None and self._aim >= len(edit.regions):
                self.set_aim(None)
            self._tell_framing()
            self.edit_changed.emit()
        elif tried is not None:
            self._tell_framing()
            self.tried_changed.emit()

    @property
    def initial_edit(self) -> Edit:
        """What a photograph begins with that has no edit of its own: natural colours, for they are believable on any.

        Without a model of them, and of what was chosen before there was a photograph: the look that is chosen now.
        """
        if self._natural is None or self._photo is None:
            return self._edit.carried()
        return Edit().with_preset(self._natural)

    @property
    def begun_with(self) -> Edit:
        """What the photo would have begun with, had nothing been kept of it."""
        return self._begun_with

    def is_natural(self, edit: Edit) -> bool:
        """Whether an edit is natural colours and nothing else, which every photograph begins with."""
        return self._natural is not None and edit == Edit().with_preset(self._natural)

    def set_natural(self, natural: Preset | None) -> None:
        """Begin photographs with these natural colours from now on; None while there is no model of them."""
        self._natural = natural

    @property
    def migration(self) -> Migration:
        """How the chosen edit was migrated to the current model."""
        return self._migration

    def migrated(self, edit: Edit) -> Edit:
        """An edit, whichever model it was made with, migrated to the current one."""
        return self._migrate(edit).edit

    def set_migration(self, migrate: Callable[[Edit], Migration]) -> None:
        """Set how edits are migrated from now on: the model has changed, or the presets have."""
        self._migrate = migrate
        self.set_edit(self._edit)

    @property
    def tried(self) -> Edit | None:
        """The edit that is only being tried; None while the chosen one is shown."""
        return self._tried

    @property
    def shown_edit(self) -> Edit:
        """The edit that is on screen: the tried one, else the chosen one; with all of the photo while it is cropped."""
        edit = self._tried or self._edit
        return edit if self._cropping is None else replace(edit, framing=self._cropping)

    @property
    def framing(self) -> Framing:
        """What is on screen of the photo."""
        return self.shown_edit.framing

    @property
    def shown_size_px(self) -> tuple[int, int] | None:
        """(width, height) of what is on screen of the photo, at full size; None without a photo."""
        photo = self._photo
        return None if photo is None else self.framing.size_px((photo.width_px, photo.height_px))

    @property
    def cropping(self) -> bool:
        """Whether all of the photo is on screen, so that it can be cropped."""
        return self._cropping is not None

    def show_whole(self, turns: int | None) -> None:
        """Show all of the photo, turned clockwise by so many quarters, while it is cropped; None ends that."""
        self._cropping = None if turns is None else Framing(turns)
        self._tell_framing()

    def _tell_framing(self) -> None:
        if self.framing != self._framing_shown:
            self._framing_shown = self.framing
            self.framing_changed.emit()

    def try_edit(self, edit: Edit | None) -> None:
        """Show an edit without choosing it; None shows the chosen one again."""
        tried = None if edit is None or edit == self._edit else self.migrated(edit)
        if tried != self._tried:
            self._tried = tried
            self._tell_framing()
            self.tried_changed.emit()

    def try_preset(self, preset: Preset | None) -> None:
        """Show a preset where it would be chosen, the rest as it is; None shows the chosen edit again."""
        self.try_edit(None if preset is None else self.edit_with(preset))

    @property
    def aim(self) -> int | None:
        """The number of the region that presets are chosen for; None for the whole photo."""
        return self._aim

    def set_aim(self, number: int | None) -> None:
        """Choose presets for a region from now on, or for the whole photo again."""
        if number != self._aim:
            self._aim = number
            self.aim_changed.emit()

    def edit_with(self, preset: Preset) -> Edit:
        """The chosen edit with another preset, plain, for the region aimed at or for the whole photo."""
        if self._aim is None:
            return self._edit.with_preset(preset)
        return self._edit.with_region_preset(self._aim, preset)

    @property
    def aimed_preset(self) -> Preset | None:
        """The preset that was chosen for the region aimed at, or for the whole photo."""
        blend = self._edit.blend if self._aim is None else self._edit.regions[self._aim].blend
        return None if blend is None else blend.preset

    @property
    def snapshots(self) -> tuple[Snapshot, ...]:
        """States of this photo's edit under a name, in the order in which they were taken."""
        return self._snapshots

    def set_snapshots(self, snapshots: tuple[Snapshot, ...]) -> None:
        """Keep other snapshots."""
        if snapshots != self._snapshots:
            self._snapshots = snapshots
            self.snapshots_changed.emit()

    @property
    def project(self) -> Project:
        """What is to be kept of the photo."""
        return Project(self._edit, self._snapshots)

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
