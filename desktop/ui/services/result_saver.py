"""Saves results at full size: to a chosen file, or to the clipboard."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from desktop.engine.batch import saving
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.ui.base.qimage import to_qimage
from desktop.ui.base.service import LaneService
from desktop.ui.document.render_request import RenderRequest
from desktop.ui.services.model_pool import ModelPool


class ResultSaver(LaneService):
    """Saves one after the other; nothing that was asked for is dropped unless it is cancelled."""

    saved = Signal(Path, object)  # and the engine's notices, a tuple of sentences
    copied = Signal()

    def __init__(self, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._lane = self.add_lane("delivery", keep_all=True)

    def save(self, request: RenderRequest, path: Path, *, quality: int = DEFAULT_QUALITY) -> None:
        """Save under the name that was chosen."""

        def work(token: CancelToken) -> Path:
            return save_result(self._models, request, path, quality, token)

        def done(path: Path) -> None:
            self.saved.emit(path, request.notices)

        self._lane.submit(work, done)

    def copy(self, request: RenderRequest) -> None:
        """Put the full-size result on the clipboard."""

        def work(token: CancelToken) -> QImage:
            return to_qimage(request.composition(self._models, token).whole(cancel=token))

        def done(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self.copied.emit()

        self._lane.submit(work, done)


def save_result(
    models: ModelPool, request: RenderRequest, path: Path, quality: int, token: CancelToken
) -> Path:
    """Write a full-size result with its look; for workers. Raises a TintypeError and leaves no half file."""
    return saving.save_result(request.prepared(models), request.photo, path, quality=quality, cancel=token)
