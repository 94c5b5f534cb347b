"""The list of open photographs, which the film strip shows. Only a thumbnail of each is kept in memory."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QImage

from desktop.engine.batch.sources import Source
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.framing import Framing
from desktop.engine.store.project import PhotoMark
from desktop.ui.base.engine_translations import translate_briefly
from desktop.ui.base.plain_text import plain_tip

FRAME_ROLE = Qt.ItemDataRole.UserRole

Index = QModelIndex | QPersistentModelIndex


class ReadState(StrEnum):
    """How far a frame's thumbnail has come."""

    UNREAD = "unread"
    READ = "read"
    DAMAGED = "damaged"
    MISSING = "missing"


UNREADABLE = (ReadState.DAMAGED, ReadState.MISSING)


@dataclass(eq=False)
class Frame:
    """One of the open photographs.

    plain: its thumbnail as it was read, None until it is. picture: where the picture lies on it, as far as the program
        can tell. fault: why it cannot be read, as the engine says it; else empty.
    damage: what is wrong with one that was read in part, once it was on the canvas; else empty.
    unsaved: identifies a picture that has no file of the user's own (pasted, or the sample); None for all others.
    title: what the sample is called; empty for all others.
    edit: its own; None until it has one. begun: what it began with when it was opened first; None until then.
    colours: the thumbnail in the colours of `coloured`, if in any.
    """

    source: Source
    reading: ReadState = ReadState.UNREAD
    plain: QImage | None = field(default=None, repr=False)
    picture: Framing | None = field(default=None, repr=False)
    fault: str = ""
    damage: str = ""
    edit: Edit | None = field(default=None, repr=False)
    begun: Edit | None = field(default=None, repr=False)
    colours: QImage | None = field(default=None, repr=False)
    coloured: Edit | None = field(default=None, repr=False)
    edited: bool = False
    exported: bool = False
    unsaved: PhotoMark | None = None
    title: str = ""

    @property
    def thumbnail(self) -> QImage | None:
        """What the strip shows; None until the thumbnail is read."""
        return self.plain if self.colours is None else self.colours

    def show_colours(self, colours: QImage | None, edit: Edit | None) -> None:
        """Have the thumbnail in the colours of an edit; None for both: as it was read."""
        self.colours, self.coloured = colours, edit

    def forget_thumbnail(self) -> None:
        """Be as before the thumbnail was read."""
        self.reading, self.plain, self.picture, self.fault = ReadState.UNREAD, None, None, ""
        self.show_colours(None, None)

    @property
    def path(self) -> Path:
        """The photograph's place: its file, or one of its pages."""
        return self.source.place

    @property
    def name(self) -> str:
        """The file's name, with the page's number if it is one of several; a pasted picture's own, and the sample's."""
        return self.title or (self.source.shown.name if self.unsaved is None else self.path.stem)


class OpenPhotos(QAbstractListModel):
    """The open photographs in their order, each file or page once, and which of them is on the canvas."""

    current_changed = Signal()
    count_changed = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frames: list[Frame] = []
        self._by_path: dict[Path, Frame] = {}
        self._current: Frame | None = None

    @property
    def frames(self) -> Sequence[Frame]:
        """All frames in order."""
        return self._frames

    @property
    def current(self) -> Frame | None:
        """The frame on the canvas; None when what is there has no file, or there is nothing."""
        return self._current

    def set_current(self, frame: Frame | None) -> None:
        """Say which frame is on the canvas."""
        if frame is self._current:
            return
        before, self._current = self._current, frame
        for changed in (before, frame):
            if changed is not None:
                self.touch(changed)
        self.current_changed.emit()

    def find(self, path: Path) -> Frame | None:
        """The frame of the photograph at a place."""
        return self._by_path.get(path)

    def find_unsaved(self, mark: PhotoMark) -> Frame | None:
        """The frame of a picture that has no file of the user's own."""
        return next((frame for frame in self._frames if frame.unsaved == mark), None)

    def row_of(self, frame: Frame | None) -> int:
        """The row of a frame, from 0; -1 when it is not among the open photos."""
        return (
            self._frames.index(frame) if frame is not None and self._by_path.get(frame.path) is frame else -1
        )

    def add(self, sources: Sequence[Source]) -> list[Frame]:
        """Put photographs at the end; returns their frames, also of those that were open already."""
        opened: dict[Path, Frame] = {}
        new: list[Frame] = []
        for source in sources:
            place = source.place
            if place in opened:
                continue
            frame = self._by_path.get(place)
            if frame is None:
                frame = Frame(source)
                new.append(frame)
            opened[place] = frame
        if new:
            self.insert(dict(enumerate(new, start=len(self._frames))))
        return list(opened.values())

    def touch_all(self) -> None:
        """Say that many frames have changed."""
        if self._frames:
            self.dataChanged.emit(self.index(0), self.index(len(self._frames) - 1))

    def insert(self, frames: dict[int, Frame]) -> None:
        """Put frames into the rows that they shall have."""
        rows = sorted(frames)
        for first, last in _stretches(rows):
            self.beginInsertRows(QModelIndex(), first, last)
            self._frames[first:first] = [frames[row] for row in range(first, last + 1)]
            self.endInsertRows()
        self._by_path.update((frame.path, frame) for frame in frames.values())
        self.count_changed.emit(len(self._frames))

    def remove(self, frames: Sequence[Frame]) -> dict[int, Frame]:
        """Remove frames; returns the rows that they had, from which `insert` puts them back."""
        unwanted = set(frames)
        taken = {row: frame for row, frame in enumerate(self._frames) if frame in unwanted}
        for first, last in reversed(_stretches(sorted(taken))):
            self.beginRemoveRows(QModelIndex(), first, last)
            for frame in self._frames[first : last + 1]:
                del self._by_path[frame.path]
            del self._frames[first : last + 1]
            self.endRemoveRows()
        if self._current in taken.values():
            self.set_current(None)
        self.count_changed.emit(len(self._frames))
        return taken

    def touch(self, frame: Frame) -> None:
        """Say that a frame has changed."""
        row = self.row_of(frame)
        if row >= 0:
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._frames)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        frame = self._frames[index.row()]
        if role == FRAME_ROLE:
            return frame
        if role == Qt.ItemDataRole.DisplayRole:
            return frame.name
        if role == Qt.ItemDataRole.ToolTipRole:
            first = str(frame.source.path) if frame.unsaved is None else frame.name
            return plain_tip("\n".join([first, *self._states(frame)]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([frame.name, *self._states(frame)])
        return None

    def _states(self, frame: Frame) -> list[str]:
        states = []
        if frame is self._current:
            states.append(self.tr("on the canvas"))
        if frame.source.page is not None:
            states.append(self.tr("page {number} of the file").format(number=frame.source.page))
        if frame.title:
            states.append(self.tr("comes with Tintype"))
        elif frame.unsaved is not None:
            states.append(self.tr("pasted, not saved as a file"))
        if frame.reading is ReadState.UNREAD:
            states.append(self.tr("not read yet"))
        if frame.reading is ReadState.MISSING:
            states.append(self.tr("the file is not there any more"))
        states += [translate_briefly(text) for text in (frame.fault, frame.damage) if text]
        if frame.edit is None and frame.reading not in UNREADABLE:
            states.append(self.tr("no look yet"))
        if frame.edited:
            states.append(self.tr("edited"))
        if frame.exported:
            states.append(self.tr("exported"))
        return states


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """First and last of every unbroken run in sorted `rows`."""
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs
