"""Copies the look of one photograph to others: presets, adjustments, and what was painted where its thing is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.edit import Edit
from desktop.engine.store.project import PhotoMark
from desktop.ui.base.service import LaneService
from desktop.ui.document.document import Document
from desktop.ui.document.edit_commands import ChangeEdit
from desktop.ui.document.editing import Editing
from desktop.ui.document.open_photos import Frame
from desktop.ui.document.step import Step, StepName
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.filmstrip.painted_again import Found, Painted, with_regions


class LookClipboard(LaneService):
    """Copies, pastes and applies looks, each as one step that can be undone.

    Colours change at once; painted regions join the same step as soon as they are found.
    """

    copied_changed = Signal()
    applied = Signal(int)  # to how many photographs
    # On how many photographs; how many regions were found, and looked for; whether there is a step of it.
    painted_again = Signal(int, int, int, bool)

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
        self._painted: Painted | None = None
        self._lane = self.add_lane("painted again", keep_all=True)

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
        painted = self._painted = self._present_painted()
        if painted is not None:
            self._lane.submit(lambda _token: painted.look_at(), lambda _series: None)
        self.copied_changed.emit()

    def paste(self) -> None:
        """Give the look that was copied to the selected photographs, else to the one on the canvas."""
        frames, current = self._filmstrip.strip.selected, self._filmstrip.photos.current
        if self._copied is None:
            return
        if len(frames) > 1 or (frames and frames[0] is not current):
            self._give(frames, self._copied, self._painted)
        elif self._document.photo is not None:
            self._paste_here(current, self._copied)

    def apply(self, frames: Sequence[Frame], *, painted: bool = False) -> None:
        """Give the look of the photograph on the canvas to others. painted: with its regions, once they are found."""
        look = self.present
        if look is not None and frames:
            self._give(frames, look, self._present_painted() if painted else None)

    def _present_painted(self) -> Painted | None:
        photo, regions = self._document.photo, self._document.edit.regions
        return None if photo is None or not regions else Painted(regions, photo)

    def _paste_here(self, current: Frame | None, look: Edit) -> None:
        before = self._document.edit
        after = _with_look(before, look)

        def name() -> str:
            return self.tr("Paste look")

        if current is None or self._painted is None:
            self._editing.change(after, name)
            return
        step = ChangeFrameEdit(self._filmstrip, self._document, current, before, after, name)
        if after != before:
            self._editing.undo_stack.push(step)
        self._search(self._painted, [current], [step], late=step if after == before else None)

    def _give(self, frames: Sequence[Frame], look: Edit, painted: Painted | None) -> None:
        count, stack = len(frames), self._editing.undo_stack

        def name() -> str:
            return self.tr("Apply look to %n photos", "", count)

        marks = {frame: mark for frame in frames if (mark := self._known(frame)) is not None}
        stack.beginMacro(name)
        unknown = [frame for frame in frames if frame not in marks]
        steps: list[ApplyLook | ChangeFrameEdit] = [ApplyLook(self._filmstrip, unknown, look, name)]
        stack.push(steps[0])
        for frame, mark in marks.items():
            before = self._filmstrip.edit_of(frame)
            step = ChangeFrameEdit(
                self._filmstrip, self._document, frame, before, _with_look(before, look), name
            )
            steps.append(step)
            stack.push_to(mark, step)
        stack.endMacro()
        self.applied.emit(len(frames))
        if painted is not None:
            self._search(painted, frames, steps)

    def _search(
        self,
        painted: Painted,
        frames: Sequence[Frame],
        steps: "Sequence[ApplyLook | ChangeFrameEdit]",
        late: "ChangeFrameEdit | None" = None,
    ) -> None:
        """Look for what was painted, and have it in the steps that gave the look.

        late: a step that is done only then, and only where it changes anything.
        """
        current, photo = self._filmstrip.photos.current, self._document.photo
        photos = {frame: photo if frame is current else None for frame in frames}

        def work(token: CancelToken) -> Found:
            return painted.found_on(photos, token)

        def done(found: Found) -> None:
            count = sum(step.amend(found) for step in steps)
            changed = late is None or late.edit != late.before
            if late is not None and changed and self._filmstrip.photos.current in found:
                self._editing.undo_stack.push(late)
            self._filmstrip.photos.touch_all()
            self.painted_again.emit(len(frames), count, len(frames) * len(painted.regions), changed)

        self._lane.submit(work, done)

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

    def amend(self, found: Found) -> int:
        """Give regions, too, as if they had been in the look; returns how many, without those changed since."""
        count = 0
        for frame in self._after.keys() & found.keys():
            without = self._after[frame]
            if frame.edit in (without, self._before[frame]):
                self._after[frame] = with_regions(without, found[frame])
                count += len(found[frame])
            if frame.edit == without:
                self._filmstrip.set_edit(frame, self._after[frame])
        return count


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

    def amend(self, found: Found) -> int:
        """As of `ApplyLook`."""
        regions, without, present = found[self._frame], self.edit, self._filmstrip.edit_of(self._frame)
        if present not in (without, self.before):
            return 0
        self.edit = with_regions(without, regions)
        if present == without:
            self._set(self.edit)
        return len(regions)

    def _set(self, edit: Edit) -> None:
        self._filmstrip.set_edit(self._frame, edit)
        self._filmstrip.photos.touch(self._frame)


def _with_look(edit: Edit | None, look: Edit) -> Edit:
    """`edit` with all of `look` that belongs to no place; regions, framing and border stay."""
    if edit is None:
        return look
    return replace(look, regions=edit.regions, framing=edit.framing, picture=edit.picture)
