"""Opens the view of four presets on the photo, colours the photo for it, and takes the one that is chosen."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.imaging.resize import fit_within
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.qimage import to_screen
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.gallery.four_up_view import COUNT, FourUpView, PresetTile
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.services.model_pool import ModelPool

SETTLE_MS = 150  # after a resize, before the pictures are made anew


class FourUp(LaneService):
    """Shows four presets at a time, in the order of the gallery, from the chosen one on."""

    def __init__(
        self,
        gallery: GalleryPanel,
        document: Document,
        editing: Editing,
        models: ModelPool,
        stage: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """stage: what the view covers."""
        super().__init__(parent)
        self._gallery, self._document, self._editing, self._models = gallery, document, editing, models
        self._stage = stage
        self._first = 0
        self._lane = self.add_lane("four-up", keep_all=True)
        self.view = FourUpView(stage)
        self.view.chosen.connect(self._take)
        self.view.turned.connect(self._turn)
        self.view.closed.connect(self.put_away)
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settled.timeout.connect(self._show)
        self.view.resized.connect(self._settled.start)
        document.photo_changed.connect(self.put_away)

    def open(self) -> None:
        """Show the chosen preset and the three after it."""
        presets, chosen = self._presets(), self._document.preset
        if self._document.photo is None or not presets:
            return
        at = presets.index(chosen) if chosen in presets else 0
        self._first = max(0, min(at, len(presets) - COUNT))
        self.view.open()
        self._show()

    def put_away(self) -> bool:
        """Close the view; whether it was open."""
        if not self.view.isVisible():
            return False
        self._settled.stop()
        self.cancel()
        self.view.hide()
        self._stage.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _presets(self) -> list[Preset]:
        """The presets of the gallery, each once: those that suit the photo are listed there a second time."""
        return list(dict.fromkeys(self._gallery.presets))

    def _turn(self, by: int) -> None:
        self._first = max(0, min(self._first + by, len(self._presets()) - COUNT))
        self._show()

    def _take(self, preset: Preset) -> None:
        self.put_away()
        self._editing.choose(preset)

    def _show(self) -> None:
        if not self.view.isVisible():
            return
        self.cancel()
        presets = self._presets()
        shown = presets[self._first : self._first + COUNT]
        self.view.show_presets(shown, self._first, len(presets))
        for tile, preset in zip(self.view.tiles, shown, strict=False):
            self._request(tile, preset)

    def _request(self, tile: PresetTile, preset: Preset) -> None:
        photo = self._document.photo
        if photo is None:
            return
        edit = replace(self._document.edit_with(preset), repaint=None)  # strokes take seconds
        room = tile.room()
        whole_px = edit.framing.size_px((photo.width_px, photo.height_px))
        size_px = fit_within(*whole_px, (max(1, room.width()), max(1, room.height())))

        def work(token: CancelToken) -> QImage:
            request = RenderRequest(edit, self._models).checked()
            result = request.composition(photo, size_px=size_px, bit_depth=8, cancel=token)
            return to_screen(result.whole(cancel=token))

        def done(image: QImage) -> None:
            if tile.preset == preset:
                tile.show_image(image)

        self._lane.submit(work, done)
