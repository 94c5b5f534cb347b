"""Finds the presets that suit the photograph on the canvas, by what the model of natural colours makes of it."""

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.preset import Preset
from desktop.engine.render.picture import pictured
from desktop.engine.render.preset_ranking import NaturalColours, suiting_presets
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.services.model_pool import ModelPool
from desktop.ui.services.preview_renderer import PreviewRenderer

SUGGESTIONS = 5


class PresetSuggester(LaneService):
    """Looks for presets for each photograph, once the canvas is done with it: its network has mostly run by then."""

    found = Signal(
        tuple
    )  # of Preset, the one that suits best first; empty without a photograph or natural colours

    def __init__(
        self,
        document: Document,
        library: ObservablePresets,
        models: ModelPool,
        renderer: PreviewRenderer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._library, self._models = document, library, models
        self._renderer = renderer
        self._wanted = False
        self._picture: Framing | None = None
        # What goes wrong here goes wrong on the canvas, too, which tells of it.
        self._lane = self.add_lane("suggestions", reports_failures=False)
        for changed in (document.photo_changed, document.model_changed, library.changed):
            changed.connect(self._start_over)
        document.edit_changed.connect(self._heed_picture)
        renderer.busy_changed.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether suggestions are being made, or wait for the canvas."""
        return self._wanted or super().busy

    def close(self) -> None:
        """Stop for good."""
        self._wanted = False
        super().close()

    def _heed_picture(self) -> None:
        """Start over where something else counts as the picture on a print."""
        if self._document.edit.picture != self._picture:
            self._start_over()

    def _start_over(self) -> None:
        self._lane.cancel()
        self._picture = self._document.edit.picture
        self._wanted = self._document.photo is not None and self._library.natural is not None
        if not self._wanted:
            self.found.emit(())
        self.busy_changed.emit()
        # The preview renderer goes first, and may only now be hearing of the photo.
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        photo, natural = self._document.photo, self._library.natural
        if not self._wanted or photo is None or natural is None or self._renderer.busy:
            return
        self._wanted = False
        presets, picture = tuple(self._library.presets), self._picture

        def work(token: CancelToken) -> tuple[Preset, ...]:
            model = self._models.colorizer().model
            fitting = [preset for preset in presets if preset.matches(model)]
            if len(fitting) <= SUGGESTIONS:
                return ()  # all of them are in sight as it is
            part = pictured(photo, Framing(), picture, token)
            subject = photo if part is None else part.photo
            chroma = self._models.colorizer_of(natural.model).predict(subject, natural.vector, token)
            return suiting_presets(NaturalColours.of(chroma), fitting, SUGGESTIONS)

        self._lane.submit(work, self.found.emit)
