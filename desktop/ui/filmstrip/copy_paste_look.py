"""Copies the look of one photograph to others: presets and adjustments, not the regions, which belong to a place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from desktop.engine.edits.edit import Edit
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.open_photos import Frame
from desktop.ui.filmstrip.controller import FilmstripController


class LookClipboard(QObject):
    """Copies, pastes and applies looks, each as one step that can be undone."""

    copied_changed = Signal()
    applied = Signal(int)  # to how many photographs

    def __init__(
        self,
        document: Document,
        filmstrip: FilmstripController,
        editing: Editing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._filmstrip, self._editing = document, filmstrip, editing
        self._copied: Edit | None = None

    @property
    def present(self) -> Edit | None:
        """The look of the photograph on the canvas; None without a photograph or a preset."""
        edit = self._document.edit
        return edit.carried() if self._document.photo is not None and edit.blend is not None else None

    @property
    def copied(self) -> Edit | None:
        """The look that was copied; None until one was."""
        return self._copied

    def copy(self) -> None:
        """Remember the look of the photograph on the canvas."""
        self._copied = self.present
        self.copied_changed.emit()

    def paste(self) -> None:
        """Give the look that was copied to the selected photographs, else to the one on the canvas."""
        frames = self._filmstrip.strip.selected
        if self._copied is None:
            return
        if len(frames) > 1 or (frames and frames[0] is not self._filmstrip.photos.current):
            self._give(frames, self._copied)
        elif self._document.photo is not None:
            self._editing.change(_with_look(self._document.edit, self._copied), self.tr("Paste look"))

    def apply(self, frames: Sequence[Frame]) -> None:
        """Give the look of the photograph on the canvas to others."""
        look = self.present
        if look is not None and frames:
            self._give(frames, look)

    def _give(self, frames: Sequence[Frame], look: Edit) -> None:
        text = self.tr("Apply look to %n photos", "", len(frames))
        self._editing.undo_stack.push(ApplyLook(self._filmstrip, list(frames), look, text))
        self.applied.emit(len(frames))


class ApplyLook(QUndoCommand):
    """Gives photographs another look; undone, each has what it had, or again none of its own."""

    def __init__(self, filmstrip: FilmstripController, frames: list[Frame], look: Edit, text: str) -> None:
        super().__init__(text)
        self._filmstrip = filmstrip
        self._before = {frame: frame.edit for frame in frames}
        self._after = {frame: _with_look(frame.edit, look) for frame in frames}

    def redo(self) -> None:
        self._set(self._after)

    def undo(self) -> None:
        self._set(self._before)

    def _set(self, edits: dict[Frame, Edit] | dict[Frame, Edit | None]) -> None:
        for frame, edit in edits.items():
            self._filmstrip.set_edit(frame, edit)
        self._filmstrip.photos.touch_all()


def _with_look(edit: Edit | None, look: Edit) -> Edit:
    """`edit` with all of `look` that belongs to no place; regions and framing stay."""
    return look if edit is None else replace(look, regions=edit.regions, framing=edit.framing)
