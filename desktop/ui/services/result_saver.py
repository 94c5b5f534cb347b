"""Saves results at full size: to a chosen file, or to the clipboard."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from desktop.engine.batch import saving
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.store.look_xmp import look_notices
from desktop.ui.base.qimage import to_qimage
from desktop.ui.base.service import LaneService
from desktop.ui.services.model_pool import ModelPool


class ResultSaver(LaneService):
    """Saves one after the other; nothing that was asked for is dropped unless it is cancelled."""

    saved = Signal(Path, object)  # and the engine's notices, a tuple of sentences
    copied = Signal()

    def __init__(self, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._lane = self.add_lane("delivery", keep_all=True)

    def save(self, photo: Photo, edit: Edit, path: Path, *, quality: int = DEFAULT_QUALITY) -> None:
        """Save under the name that was chosen."""

        def work(token: CancelToken) -> Path:
            return save_result(self._models, photo, edit, path, quality, token)

        def done(path: Path) -> None:
            self.saved.emit(path, look_notices(edit))

        self._lane.submit(work, done)

    def copy(self, photo: Photo, edit: Edit) -> None:
        """Put the full-size result on the clipboard."""

        def work(token: CancelToken) -> QImage:
            request = RenderRequest(edit, self._models).checked()
            return to_qimage(request.composition(photo, bit_depth=8, cancel=token).whole(cancel=token))

        def done(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self.copied.emit()

        self._lane.submit(work, done)


def save_result(
    models: ModelPool, photo: Photo, edit: Edit, path: Path, quality: int, token: CancelToken
) -> Path:
    """Write a full-size result with its look; for workers. Raises a TintypeError and leaves no half file."""
    request = RenderRequest(edit, models).checked().started()
    return saving.save_result(request, photo, path, quality=quality, cancel=token)
