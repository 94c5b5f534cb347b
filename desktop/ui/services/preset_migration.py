"""Migrates presets and edits that were made with another model to the current one."""

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import DamagedPresetError, TintypeError
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.migration import Migration, migrate
from desktop.engine.edits.preset import embedded_again
from desktop.engine.imaging.painting import pixels_of_copy
from desktop.engine.inference.model_registry import DEFAULT_MODEL, Model, load_model
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.observable_presets import ObservablePresets, PresetWithPainting
from desktop.ui.services.model_pool import ModelPool, Warmup


class PresetMigration(LaneService):
    """Embeds the small copies of the paintings anew; presets without a copy stay as they are."""

    model_known = Signal(object)  # Model
    renewed = Signal(list)  # of Preset

    def __init__(
        self,
        document: Document,
        library: ObservablePresets,
        models: ModelPool,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._library, self._models = document, library, models
        self._replacing = False
        self._model: Model | None = None
        self._lane = self.add_lane("renewal")
        document.model_changed.connect(self._take_model)
        library.changed.connect(self._succeed_all)

    def follow(self, warmup: Warmup) -> None:
        """Begin whenever the networks have been loaded, and from then on whenever presets change."""

        def begin_after_change() -> None:
            """What was just imported may be for another model; until the networks are loaded, nothing was looked at."""
            if not warmup.busy:
                self._begin()

        warmup.ready.connect(lambda _provider, _latency_ms: self._begin())
        self._library.changed.connect(begin_after_change)

    def _begin(self) -> None:
        """Find the presets that another model made, now that the networks have been loaded."""
        if not self._replacing:
            self._lane.submit(lambda _token: self._models.colorizer().model, self._look)

    def _take_model(self) -> None:
        """Know the model from its manifest at once; its networks are still to be loaded."""
        try:
            self._model = load_model(self._document.model or DEFAULT_MODEL)
        except TintypeError:
            self._model = None  # loading its networks reports it
        self._succeed_all()

    def _succeed_all(self) -> None:
        """Migrate edits of every age to the current model and its presets."""
        self._document.set_migration(self._migrate)

    def _migrate(self, edit: Edit) -> Migration:
        return Migration(edit) if self._model is None else migrate(edit, self._model, self._library.find)

    def _look(self, model: Model) -> None:
        self.model_known.emit(model)
        outdated = [
            PresetWithPainting(old, self._library.picture_of(old)) for old in self._library.outdated(model)
        ]
        kept = [addition for addition in outdated if addition.picture]
        if not kept:
            return

        def work(token: CancelToken) -> list[tuple[Preset, Preset]]:
            colorizer, renewed = self._models.colorizer(), []
            for old, picture in kept:
                token.raise_if_cancelled()
                try:
                    pixels = pixels_of_copy(picture)
                except DamagedPresetError:
                    continue  # the gallery says that it is for another model
                renewed.append((old, embedded_again(old, colorizer, pixels)))
            return renewed

        self._lane.submit(work, self._replace)

    def _replace(self, renewed: list[tuple[Preset, Preset]]) -> None:
        """Replace the old presets by the new ones, unless they were renamed or removed meanwhile."""
        self._replacing = True
        done = [
            new for old, new in renewed if self._library.find(old.name) == old and self._library.renew(new)
        ]
        self._replacing = False
        if done:
            self.renewed.emit(done)
