"""Shows the copy of the chosen preset's painting in the colour pickers; reads it on a worker lane."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.imaging.painting import pixels_of_copy
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.qimage import to_screen
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.widgets.image_colour_picker import ImageColourPicker


class ColourPullController(LaneService):
    """Gives the colour pickers the painting; hides them where the preset has no copy of it."""

    def __init__(
        self,
        pickers: Sequence[ImageColourPicker],
        document: Document,
        library: ObservablePresets,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._pickers, self._document, self._library = pickers, document, library
        self._preset: Preset | None = None
        self._lane = self.add_lane("painting", reports_failures=False)
        document.edit_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        preset = self._document.preset
        if preset == self._preset:
            return
        self._preset = preset
        self._lane.cancel()
        if preset is None or self._library.find(preset.name) is None or not self._library.is_own(preset):
            self._show_painting(QImage())
            return
        library = self._library

        def work(_token: CancelToken) -> QImage:
            try:
                return to_screen(pixels_of_copy(library.picture_of(preset)))
            except TintypeError:
                return QImage()  # none is kept, or it is damaged: then there is nothing to pick from

        self._lane.submit(work, self._show_painting, interrupt=True)

    def _show_painting(self, painting: QImage) -> None:
        for picker in self._pickers:
            picker.show_painting(painting)
