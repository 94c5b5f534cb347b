"""Copies the look of one photograph to others: presets and adjustments, not the regions, which belong to a place."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.engine.edits.edit import Edit
from desktop.engine.store.project import PhotoMark
from desktop.ui.document.document import Document
from desktop.ui.document.edit_commands import ChangeEdit
from desktop.ui.document.editing import Editing
from desktop.ui.document.open_photos import Frame
from desktop.ui.document.step import Step, StepName
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
            look = _with_look(self._document.edit, self._copied)
            self._editing.change(look, lambda: self.tr("Paste look"))

    def apply(self, frames: Sequence[Frame]) -> None:
        """Give the look of the photograph on the canvas to others."""
        look = self.present
        if look is not None and frames:
            self._give(frames, look)

    def _give(self, frames: Sequence[Frame], look: Edit) -> None:
        count, stack = len(frames), self._editing.undo_stack

        def name() -> str:
            return self.tr("Apply look to %n photos", "", count)

        marks = {frame: mark for frame in frames if (mark := self._known(frame)) is not None}
        stack.beginMacro(name)
        unknown = [frame for frame in frames if frame not in marks]
        stack.push(ApplyLook(self._filmstrip, unknown, look, name))
        for frame, mark in marks.items():
            before = self._filmstrip.edit_of(frame)
            step = ChangeFrameEdit(
                self._filmstrip, self._document, frame, before, _with_look(before, look), name
            )
            stack.push_to(mark, step)
        stack.endMacro()
        self.applied.emit(len(frames))

    def _known(self, frame: Frame) -> PhotoMark | None:
        """By which the undo stack knows a photograph that has a history; None for one without."""
        place = str(frame.path.absolute())
        known = self._editing.undo_stack.known()
        return next((mark for mark in known if mark == frame.unsaved or mark.path == place), None)


class ApplyLook(Step):
    """Gives photographs a look that have no history yet; undone, each has what it had, unless it was changed since."""

    def __init__(
        self, filmstrip: FilmstripController, frames: Sequence[Frame], look: Edit, name: StepName
    ) -> None:
        super().__init__(name)
        self._filmstrip = filmstrip
        self._before = {frame: frame.edit for frame in frames}
        self._after = {frame: _with_look(frame.edit, look) for frame in frames}

    def redo(self) -> None:
        for frame, edit in self._after.items():
            self._filmstrip.set_edit(frame, edit)
        self._filmstrip.photos.touch_all()

    def undo(self) -> None:
        for frame, edit in self._before.items():
            if frame.edit == self._after[frame]:
                self._filmstrip.set_edit(frame, edit)
        self._filmstrip.photos.touch_all()


class ChangeFrameEdit(ChangeEdit):
    """Changes the edit of one of the open photographs, on the canvas or not."""

    needs_canvas = False

    def __init__(
        self,
        filmstrip: FilmstripController,
        document: Document,
        frame: Frame,
        before: Edit,
        edit: Edit,
        name: StepName,
    ) -> None:
        super().__init__(document, edit, name, gesture=None)
        self.before = before
        self._filmstrip, self._frame = filmstrip, frame

    def redo(self) -> None:
        self._set(self.edit)

    def undo(self) -> None:
        self._set(self.before)

    def _set(self, edit: Edit) -> None:
        self._filmstrip.set_edit(self._frame, edit)
        self._filmstrip.photos.touch(self._frame)


def _with_look(edit: Edit | None, look: Edit) -> Edit:
    """`edit` with all of `look` that belongs to no place; regions, framing and border stay."""
    if edit is None:
        return look
    return replace(look, regions=edit.regions, framing=edit.framing, picture=edit.picture)
