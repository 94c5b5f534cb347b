"""Reads the colours that a photograph's file has itself, so that "Original" shows the file as it is."""

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.colourfulness import COLOURED, colourfulness_of
from desktop.engine.decode.original import coloured_or_none, read_original
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.framed import framed_rgb
from desktop.ui.base.qimage import to_screen
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.preview_renderer import PreviewRenderer

SIDE_PX = 2560  # as large as most screens show a whole photograph


class _Original(NamedTuple):
    """A photograph (H, W, 3) in its own colours. vivid: whether they are more than a tint."""

    rgb: NDArray[np.uint8]
    vivid: bool


class OriginalReader(LaneService):
    """Begins once the canvas shows a result: until then, and of a grey photograph, its grey is the original.

    Makes way for the next photograph, and goes on if that does not come.
    """

    read = Signal(QImage)  # only of a photograph with colours of its own
    found_vivid = Signal()  # colours that are no tint, such as sepia

    def __init__(
        self,
        document: Document,
        loader: PhotoLoader,
        renderer: PreviewRenderer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._loader, self._renderer = document, loader, renderer
        self._path: Path | None = None  # what is to be read
        self._reading: Path | None = None
        self._rgb: NDArray[np.uint8] | None = None
        # A file that cannot be read is told of where the photograph is opened.
        self._lane = self.add_lane("original", reports_failures=False)
        document.photo_changed.connect(self._start_over)
        document.framing_changed.connect(self._show_part)
        loader.pasted.connect(self._take_pasted)
        for service in (loader, renderer):
            service.busy_changed.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether a file is being read, or waits for the canvas."""
        return self._path is not None or super().busy

    def close(self) -> None:
        """Stop for good."""
        self._path = None
        super().close()

    def _start_over(self) -> None:
        self._lane.cancel()
        self._rgb = self._reading = None
        photo = self._document.photo
        self._path = None if photo is None else photo.path or self._loader.wanted
        self.busy_changed.emit()
        # The preview renderer goes first, and may only now be hearing of the photo.
        QTimer.singleShot(0, self._look)

    def _look(self) -> None:
        if self._loader.busy and self._reading is not None:
            self._lane.cancel()
            self._path, self._reading = self._reading, None
        path = self._path
        if path is None or self._loader.busy or self._renderer.busy:
            return
        self._path, self._reading = None, path
        self._lane.submit(lambda token: _judged(read_original(path, SIDE_PX, token)), self._show)

    def _take_pasted(self, _photo: Photo, samples: Samples, _name: str) -> None:
        """Of what was pasted the pixels are at hand, and no file is."""

        def work(_token: CancelToken) -> _Original | None:
            if samples.ndim == 2:
                return None
            return _judged(coloured_or_none(np.ascontiguousarray(to_8_bits(samples)[..., :3])))

        self._lane.submit(work, self._show)

    def _show(self, original: _Original | None) -> None:
        self._reading = None
        if original is not None:
            self._rgb = original.rgb
            self._show_part()
            if original.vivid:
                self.found_vivid.emit()

    def _show_part(self) -> None:
        """Show of the file's colours what is shown of the photograph, once the canvas has made room for it."""
        rgb, framing = self._rgb, self._document.framing
        if rgb is not None:
            self._lane.submit(lambda token: to_screen(framed_rgb(rgb, framing, token)), self.read.emit)


def _judged(rgb: NDArray[np.uint8] | None) -> _Original | None:
    return None if rgb is None else _Original(rgb, colourfulness_of(rgb) > COLOURED)
