"""Gives results away at full size: to a file that was chosen, beside the source, or to the clipboard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage

from desktop.engine.cancel import CancelToken
from desktop.engine.naming import output_path
from desktop.engine.writing import DEFAULT_QUALITY, save_picture
from desktop.ui.base.qimage import to_qimage
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.document.render_request import RenderRequest
from desktop.ui.services.model_pool import ModelPool


class ResultSaver(QObject):
    """Saves one after the other; nothing that was asked for is dropped unless it is cancelled."""

    saved = Signal(Path, object)  # and the engine's notices, a tuple of sentences
    copied = Signal()
    busy_changed = Signal(bool)
    failed = Signal(Exception)

    def __init__(self, studio: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._lane = WorkerLane("delivery", keep_all=True, parent=self)
        self._lane.failed.connect(self.failed)
        self._lane.busy_changed.connect(self.busy_changed)

    @property
    def busy(self) -> bool:
        """Whether something is being saved or copied."""
        return self._lane.busy

    def save(self, exposure: RenderRequest, path: Path, *, quality: int = DEFAULT_QUALITY) -> None:
        """Save under the name that was chosen."""
        self._save(exposure, lambda: path, quality)

    def export_beside(
        self, exposure: RenderRequest, source: Path, suffix: str, *, quality: int = DEFAULT_QUALITY
    ) -> None:
        """Save beside the source, under a name that is free at that moment."""
        self._save(exposure, lambda: output_path(source, exposure.name, suffix), quality)

    def copy(self, exposure: RenderRequest) -> None:
        """Put the full-size result on the clipboard."""

        def work(token: CancelToken) -> QImage:
            return to_qimage(exposure.composition(self._studio, token).whole(cancel=token))

        def done(image: QImage) -> None:
            QGuiApplication.clipboard().setImage(image)
            self.copied.emit()

        self._lane.submit(work, done)

    def cancel(self) -> None:
        """Stop what is being saved; no half-written file stays behind."""
        self._lane.cancel()

    def close_lanes(self) -> None:
        """Stop for good."""
        self._lane.close()

    def _save(self, exposure: RenderRequest, name: Callable[[], Path], quality: int) -> None:
        def work(token: CancelToken) -> Path:
            return save_result(self._studio, exposure, name(), quality, token)

        def done(path: Path) -> None:
            self.saved.emit(path, exposure.notices)

        self._lane.submit(work, done)


def save_result(
    studio: ModelPool, exposure: RenderRequest, path: Path, quality: int, token: CancelToken
) -> Path:
    """Write a full-size result with its look; for workers. Raises a TintypeError and leaves no half file."""
    picture = exposure.composition(studio, token, bit_depth=None)
    look = exposure.prepared(studio).written
    return save_picture(picture, path, exposure.photo, look=look, quality=quality, cancel=token)
