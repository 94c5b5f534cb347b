"""Reads the thumbnails of the open photographs, those in sight first, and keeps no more than fit a budget."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, PictureNotFoundError
from desktop.engine.decode.reader import read_thumbnail
from desktop.engine.edits.framing import Framing
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.resize import fit_within, resize_gray
from desktop.engine.render.picture import found_picture
from desktop.ui.base.qimage import to_qimage
from desktop.ui.base.service import LaneService
from desktop.ui.document.open_photos import Frame, OpenPhotos, ReadState

THUMBNAIL_SIDE_PX = 192
# In which a print's border is found; an eighth of 12 megapixels, which a JPEG gives at once.
SEARCHED_SIDE_PX = 375
MOST_KEPT = 1500  # some 25 KB each
AHEAD = 400  # frames on either side of those in sight that are read in advance


class Thumbnail(NamedTuple):
    """A photograph as small as the film strip shows it.

    plain: the photograph without colours. picture: where the picture lies on it, inside of a print's border.
    """

    plain: QImage
    picture: Framing


class PhotoThumbnailer(LaneService):
    """Reads one frame after another. What is far out of sight is forgotten, and read again when it is needed.

    The photograph that is on its way to the canvas goes first: the strip is not what is waited for.
    """

    read = Signal(Frame)

    def __init__(self, photos: OpenPhotos, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._sight = range(0)
        self._kept = 0
        self._reading: Frame | None = None
        self._held_back = False
        self._lane = self.add_lane("thumbnails", reports_failures=False, counts_as_busy=False)
        photos.count_changed.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether a thumbnail is being read."""
        return self._reading is not None

    @property
    def sight(self) -> range:
        """Which rows are in sight."""
        return self._sight

    def look_at(self, sight: range) -> None:
        """Say which rows are in sight."""
        self._sight = sight
        self._go_on()

    def hold_back(self, held_back: bool) -> None:
        """Begin no other frame while something else is waited for, or go on."""
        self._held_back = held_back
        self._go_on()

    def read_again(self, frame: Frame) -> None:
        """Forget what is known of a frame's file."""
        if frame.plain is not None:
            self._kept -= 1
        frame.forget_thumbnail()
        self._photos.touch(frame)
        self._go_on()

    def mark_missing(self, frame: Frame) -> None:
        """Show that a frame's file is gone; a thumbnail that there is stays."""
        frame.reading = ReadState.MISSING
        self._photos.touch(frame)

    def colour(self, frame: Frame, picture: QImage) -> None:
        """Show a frame as it is on the canvas, under its edit, if it has a thumbnail."""
        if frame.plain is not None:
            small = picture.scaled(
                frame.plain.size(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            frame.show_colours(small.convertToFormat(QImage.Format.Format_RGB888), frame.edit)
            self._photos.touch(frame)

    def _go_on(self) -> None:
        """Read the next frame, unless one is being read or something else goes first."""
        frame = self._next() if self._reading is None and not self._held_back else None
        if frame is None:
            return
        self._reading = frame
        self.busy_changed.emit()

        def work(token: CancelToken) -> Thumbnail | Exception:
            try:
                return _read(frame.path, token)
            except Cancelled:
                raise
            except Exception as error:  # noqa: BLE001 - whatever it is, the frame shows it
                return error

        self._lane.submit(work, lambda found: self._keep(frame, found))

    def _next(self) -> Frame | None:
        """An unread frame: in sight, else the nearest to what is."""
        frames = self._photos.frames
        if len(frames) < 2:
            return None  # one photograph shows no strip, and its canvas needs the processor
        first, last = self._sight.start, max(self._sight.stop, self._sight.start + 1)
        order = list(range(first, last))
        for step in range(AHEAD if self._kept < MOST_KEPT else 0):
            order += [last + step, first - 1 - step]
        for row in order:
            if 0 <= row < len(frames) and frames[row].reading is ReadState.UNREAD:
                return frames[row]
        return None

    def _keep(self, frame: Frame, found: Thumbnail | Exception) -> None:
        self._reading = None
        if isinstance(found, PictureNotFoundError):
            frame.reading = ReadState.MISSING
        elif isinstance(found, Exception):
            frame.reading, frame.fault = ReadState.DAMAGED, str(found)
        else:
            frame.reading, frame.plain, frame.picture = ReadState.READ, found.plain, found.picture
            self._kept += 1
            if self._kept > MOST_KEPT:
                self._forget_farthest()
        self._photos.touch(frame)
        self.read.emit(frame)
        self._go_on()
        if self._reading is None:
            self.busy_changed.emit()

    def _forget_farthest(self) -> None:
        """Give up the thumbnail that is farthest out of sight."""
        middle = (self._sight.start + self._sight.stop) / 2
        read = [row for row, frame in enumerate(self._photos.frames) if frame.plain is not None]
        self._kept = len(read)
        if len(read) > MOST_KEPT:
            self._photos.frames[max(read, key=lambda row: abs(row - middle))].forget_thumbnail()
            self._kept -= 1


def _read(path: Path, token: CancelToken) -> Thumbnail:
    gray = read_thumbnail(path, SEARCHED_SIDE_PX, cancel=token)
    height_px, width_px = gray.shape
    small = resize_gray(gray, fit_within(width_px, height_px, (THUMBNAIL_SIDE_PX, THUMBNAIL_SIDE_PX)))
    return Thumbnail(to_qimage(small), found_picture(Photo(path=None, gray=gray)))
