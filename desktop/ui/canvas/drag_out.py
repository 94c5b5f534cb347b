"""Drags the result out of the window, as a full-size file or as its picture, into other programs.

A worker makes the file from the moment the drag begins. A program that asks for it sooner waits for it, while the
window goes on painting.
"""

import itertools
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QEventLoop, QMetaType, QMimeData, QObject, QSize, Qt, QUrl
from PySide6.QtGui import QDrag, QImage, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.files.naming import output_path
from desktop.engine.imaging.photo import Photo
from desktop.ui.base.dropped_data import OWN_RESULT
from desktop.ui.base.service import LaneService
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.services.model_pool import ModelPool
from desktop.ui.services.result_saver import save_result

Value = TypeVar("Value")

THUMBNAIL_PX = 160
_FILES, _IMAGE = "text/uri-list", "application/x-qt-image"


class DragOut(LaneService):
    """Gives results to other programs by drag and drop; its files go when the program ends."""

    def __init__(self, models: ModelPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._models = models
        self._lane = self.add_lane("drag-out")
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._numbers = itertools.count(1)

    def start(
        self,
        photo: Photo,
        edit: Edit,
        name: str,
        suffix: str,
        quality: int,
        preview: QImage,
        source: QWidget,
    ) -> None:
        """Drag from `source` until the button is let go; `name` is the photo's, `preview` hangs on the pointer."""
        mime = ResultMime(self._make_file(photo, edit, name, suffix, quality), self._load)
        drag = QDrag(source)
        drag.setMimeData(mime)
        drag.setPixmap(_thumbnail(preview, source.devicePixelRatioF()))
        drag.exec(Qt.DropAction.CopyAction)

    def close(self) -> None:
        """Stop for good, and remove the files."""
        super().close()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _make_file(self, photo: Photo, edit: Edit, name: str, suffix: str, quality: int) -> "Awaited[Path]":
        """Begin to write the result under its usual name, into a folder of its own."""
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="tintype-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name) / str(next(self._numbers))

        def work(token: CancelToken) -> Path:
            folder.mkdir()
            path = output_path(folder / name, edit.chosen_blend.name, suffix)
            return save_result(self._models, photo, edit, path, quality, token)

        return Awaited(self._lane, work)

    def _load(self, path: Path) -> "Awaited[QImage]":
        return Awaited(self._lane, lambda _token: QImage(str(path)))


class Awaited(Generic[Value]):
    """A value that a lane is making, and that can be waited for while the window goes on painting."""

    def __init__(self, lane: WorkerLane, work: Callable[[CancelToken], Value]) -> None:
        self._value: Value | None = None
        self._lane = lane
        lane.submit(work, self._keep)

    def _keep(self, value: Value) -> None:
        self._value = value

    def wait(self) -> Value | None:
        """The value; None when it could not be made, which the lane tells."""
        if self._value is None and self._lane.busy:
            loop = QEventLoop()
            self._lane.busy_changed.connect(loop.quit)
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        return self._value


class ResultMime(QMimeData):
    """MIME data of a result, which is fetched only when another program asks for it."""

    def __init__(self, file: Awaited[Path], load: Callable[[Path], Awaited[QImage]]) -> None:
        super().__init__()
        self._file, self._load = file, load
        self._image: QImage | None = None

    def formats(self) -> list[str]:
        return [_FILES, _IMAGE, OWN_RESULT]

    def hasFormat(self, mime_type: str) -> bool:
        return mime_type in self.formats()

    def retrieveData(self, mime_type: str, _preferred: QMetaType | QMetaType.Type) -> object:
        path = self._file.wait() if mime_type in (_FILES, _IMAGE) else None
        if path is None:
            return None
        if mime_type == _FILES:
            return [QUrl.fromLocalFile(str(path))]
        if self._image is None:
            self._image = self._load(path).wait()
        return self._image


def _thumbnail(image: QImage, ratio: float) -> QPixmap:
    """A small copy for the pointer, sharp on a screen of `ratio` device pixels to a point."""
    side = round(THUMBNAIL_PX * ratio)
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    pixmap = QPixmap.fromImage(image.scaled(QSize(side, side), keep, smooth))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
