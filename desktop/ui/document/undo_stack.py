"""The undo stack: one history for each photograph, and one for what concerns the whole window.

Undo takes back what was done last, in either of the two. A photograph that is opened again finds its history as it was.
A step of several photographs, such as a look that was applied to all, is in the history of each under one time: it is
taken back in all of them at once but for those that were changed since, where it waits for its turn.
"""

from collections import OrderedDict
from collections.abc import Sequence
from itertools import count

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop.engine.store.project import PhotoMark
from desktop.ui.document.edit_commands import PhotoCommand
from desktop.ui.document.step import Step, StepName

MAX_PHOTOS = 50  # whose histories are kept


class _Line:
    """A QUndoStack, and when each of its steps was done. stale: something else was done since its last undo."""

    def __init__(self, parent: QObject) -> None:
        self.stack = QUndoStack(parent)
        self.times: list[int] = []
        self.stale = False

    @property
    def done(self) -> int:
        """When the step was done that would be taken back; 0 for none."""
        return self.times[self.stack.index() - 1] if self.stack.canUndo() else 0

    @property
    def next_undo(self) -> QUndoCommand | None:
        """The step that would be taken back."""
        return self.stack.command(self.stack.index() - 1) if self.stack.canUndo() else None

    @property
    def next_redo(self) -> QUndoCommand | None:
        """The step that would be done again."""
        return self.stack.command(self.stack.index()) if self.stack.canRedo() else None

    @property
    def undone(self) -> int:
        """When the step was first done that would be done again; 0 for none."""
        return self.times[self.stack.index()] if self.stack.canRedo() and not self.stale else 0

    def push(self, command: QUndoCommand, time: int) -> None:
        """Do a step; it may become one with the step before, or the two may come to nothing."""
        before = self.stack.index()
        self.times[before:] = [time]
        self.stack.push(command)
        after = self.stack.count()
        del self.times[after:]
        if after == before > 0:
            self.times[-1] = time


class UndoStack(QObject):
    """The histories of the current photograph and of the window, as one undo stack."""

    changed = Signal()
    photo_line_changed = Signal()  # another photograph's history is current
    undone_elsewhere = Signal(
        str
    )  # the text of a step that was undone, and was none of the current photograph

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = count(1)
        self._macro = 0  # the time of all that belongs to it; 0 while there is none
        self._macro_names: dict[int, StepName] = {}
        self._window = self._make_line()
        self._by_photo: OrderedDict[PhotoMark | None, _Line] = OrderedDict()
        self._photo = self._by_photo[None] = self._make_line()

    @property
    def photo_stack(self) -> QUndoStack:
        """The steps of the current photograph."""
        return self._photo.stack

    def open(self, mark: PhotoMark | None) -> None:
        """Make a photograph's history the current one, as it was left; None is for no photograph."""
        if mark not in self._by_photo:
            self._by_photo[mark] = self._make_line()
        self._by_photo.move_to_end(mark)
        self._photo = self._by_photo[mark]
        if len(self._by_photo) > MAX_PHOTOS:
            _, oldest = self._by_photo.popitem(last=False)
            oldest.stack.deleteLater()
        self.photo_line_changed.emit()
        self.changed.emit()

    def push(self, command: QUndoCommand) -> None:
        """Do a step that can be undone."""
        line, other = self._photo, self._window
        if not isinstance(command, PhotoCommand):
            line, other = other, line
        line.stale, other.stale = False, True
        line.push(command, self._macro or next(self._clock))

    def known(self) -> Sequence[PhotoMark]:
        """The photographs whose histories are kept."""
        return [mark for mark in self._by_photo if mark is not None]

    def push_to(self, mark: PhotoMark, command: PhotoCommand) -> None:
        """Do a step in the history of a photograph that is known, and need not be on the canvas."""
        self._by_photo[mark].push(command, self._macro or next(self._clock))

    def beginMacro(self, name: StepName) -> None:
        """What is done until `endMacro` is undone as one step."""
        self._macro = next(self._clock)
        self._macro_names[self._macro] = name

    def endMacro(self) -> None:
        """See `beginMacro`."""
        self._macro = 0
        self._photo.stale = self._window.stale = False
        self.changed.emit()

    def undo(self) -> None:
        """Take back what was done last."""
        latest = self._last_done
        if not latest:
            return
        text, of_window = self.undoText(), self._photo.done != latest
        for line in self._lines():
            if line.done == latest and self._can_act(line, line.next_undo):
                line.stale = False
                line.stack.undo()
        if of_window:
            self.undone_elsewhere.emit(text)

    def redo(self) -> None:
        """Do again what was taken back last."""
        earliest = self._next_to_redo
        for line in reversed(self._lines()):
            if earliest and line.undone == earliest and self._can_act(line, line.next_redo):
                line.stack.redo()

    def canUndo(self) -> bool:
        """Whether there is anything to take back."""
        return self._last_done > 0

    def canRedo(self) -> bool:
        """Whether there is anything to do again."""
        return self._next_to_redo > 0

    def undoText(self) -> str:
        """What would be taken back; empty for nothing."""
        latest = self._last_done
        texts = (line.stack.undoText() for line in (self._photo, self._window) if line.done == latest)
        return self._macro_name(latest) or next(texts, "")

    def redoText(self) -> str:
        """What would be done again; empty for nothing."""
        earliest = self._next_to_redo
        texts = (line.stack.redoText() for line in (self._photo, self._window) if line.undone == earliest)
        return self._macro_name(earliest) or next(texts, "")

    def count(self) -> int:
        """How many steps there are, done or undone, of the current photograph and of the window."""
        return self._photo.stack.count() + self._window.stack.count()

    def clear(self) -> None:
        """Forget the steps of the current photograph and of the window."""
        for line in (self._photo, self._window):
            line.times.clear()
            line.stack.clear()

    def _macro_name(self, time: int) -> str:
        """What a step of several is called; empty for one that is none."""
        return self._macro_names.get(time, str)()

    def name_again(self) -> None:
        """Call all steps as the language that is installed now has it."""
        for line in self._lines():
            for place in range(line.stack.count()):
                step = line.stack.command(place)
                if isinstance(step, Step):
                    step.name_again()
        self.changed.emit()

    def _lines(self) -> list[_Line]:
        """All histories, that of the current photograph first and the window's after all others."""
        others = [line for line in self._by_photo.values() if line is not self._photo]
        return [self._photo, *others, self._window]

    def _can_act(self, line: _Line, command: QUndoCommand | None) -> bool:
        """Whether a step works on what is there: one of another photograph may need that on the canvas."""
        return line in (self._photo, self._window) or not getattr(command, "needs_canvas", True)

    def _make_line(self) -> _Line:
        line = _Line(self)
        line.stack.indexChanged.connect(self.changed)
        return line

    @property
    def _last_done(self) -> int:
        return max(self._photo.done, self._window.done)

    @property
    def _next_to_redo(self) -> int:
        return min(filter(None, (self._photo.undone, self._window.undone)), default=0)
