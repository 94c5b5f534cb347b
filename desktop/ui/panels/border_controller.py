"""Joins panel, tool and document: tells which border a print has, and has it corrected as a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.engine.edits.framing import Framing
from desktop.engine.render.picture import found_picture
from desktop.ui.base.service import LaneService
from desktop.ui.base.texts import follow_language
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.canvas.crop_tool import CropTool
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.panels.border_panel import BorderPanel
from desktop.ui.panels.framing_controller import FramingController

KEY_STEP = 0.1  # of that of a crop: edges are to be met


class BorderController(LaneService):
    """While the border is corrected all of the photo is on the canvas; what was chosen takes effect at the end."""

    def __init__(
        self,
        document: Document,
        editing: Editing,
        canvas: Canvas,
        framing: FramingController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._editing, self._canvas = document, editing, canvas
        self._framing = framing
        self._found: Framing | None = None
        self._chosen: Framing | None = None  # what the edit will have: None where it is found by the program
        self._turns = 0
        self._lane = self.add_lane("border")
        self.tool = CropTool(canvas, key_step=KEY_STEP, grid=False)
        self.adjust = QAction(self)
        self.adjust.setShortcut(QKeySequence("Ctrl+Shift+K"))
        self.adjust.setCheckable(True)
        self.panel = BorderPanel(self.adjust)
        framing.panel.add(self.panel)
        self._connect()
        follow_language(self._show_texts)

    def give_up(self) -> bool:
        """Leave the border as it was; returns whether it was being corrected."""
        in_use = self._in_use
        self._end()
        return in_use

    def _show_texts(self) -> None:
        self.adjust.setText(self.tr("Border of the print"))
        self.adjust.setIconText(self.tr("Border"))
        shown = self.adjust.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.adjust.setToolTip(f"{self.adjust.text()} ({shown})")
        self._show()

    def _connect(self) -> None:
        panel, tool, document = self.panel, self.tool, self._document
        self.adjust.triggered.connect(lambda on: self._begin() if on else self._accept())
        panel.find_again.connect(self._find_again)
        panel.removed.connect(self._remove)
        panel.accepted.connect(self._accept)
        panel.cancelled.connect(self.give_up)
        tool.changed.connect(self._take_draft)
        panel.angle.changed.connect(self._straighten)
        panel.oval_chosen.connect(self._set_oval)
        tool.accepted.connect(self._accept)
        document.photo_changed.connect(self._look)
        document.edit_changed.connect(self._follow)
        document.aim_changed.connect(self._make_way)
        self._framing.beginning.connect(self._accept)

    @property
    def _in_use(self) -> bool:
        return self._canvas.tool is self.tool

    def _look(self) -> None:
        """Look for the border of another photo."""
        self._end()
        self._found, photo = None, self._document.photo
        self._lane.cancel()
        if photo is not None:
            self._lane.submit(lambda _token: found_picture(photo), self._take_found)
        self._show()

    def _take_found(self, found: Framing) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        self.adjust.setEnabled(self._document.photo is not None and self._found is not None)
        self.adjust.setChecked(self._in_use)
        tools = self.panel.tools
        if not self._in_use and tools.isAncestorOf(tools.window().focusWidget()):
            self.panel.button.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the keyboard goes away
        tools.setVisible(self._in_use)
        self.panel.angle.show_value(self.tool.draft.framing.angle)
        self.panel.oval.setChecked(self.tool.draft.framing.oval)
        self.panel.state.setText(self._state())

    def _state(self) -> str:
        chosen = self._chosen if self._in_use else self._document.edit.picture
        if self._document.photo is None:
            return ""
        if chosen is not None:
            return self.tr("None, as you chose") if chosen.is_whole else self.tr("Set by hand")
        if self._found is None:
            return self.tr("Looking for it…")
        return self.tr("None found") if self._found.is_whole else self.tr("Found")

    def _begin(self) -> None:
        photo, edit, found = self._document.photo, self._document.edit, self._found
        if photo is None or found is None:
            return
        self._framing.accept()
        self._document.set_aim(None)
        self._chosen, self._turns = edit.picture, edit.framing.turns
        self.tool.begin(self._turned(edit.picture or found), (photo.width_px, photo.height_px))
        self._document.show_whole(self._turns)
        self._canvas.set_tool(self.tool)
        self._framing.section.set_open(True)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self._framing.section.grown.emit()

    def _turned(self, picture: Framing) -> Framing:
        """A picture on the upright photo as it lies on the photo that is shown."""
        return picture.turned(self._turns)

    def _take_draft(self) -> None:
        """The frame was dragged: what it bounds is the picture."""
        self._chosen = self.tool.draft.framing.turned(-self._turns)
        self._show()

    def _straighten(self, degrees: float, _gesture: int) -> None:
        """Turn the frame with the picture on a print that lies askew."""
        self.tool.draft.set_angle(degrees)
        self.tool.tell()

    def _set_oval(self, on: bool) -> None:
        self.tool.draft.set_oval(on)
        self.tool.tell()

    def _find_again(self) -> None:
        if self._found is not None:
            self._restart(self._found)
            self._chosen = None
            self._show()

    def _remove(self) -> None:
        self._restart(Framing())
        self._chosen = Framing()
        self._show()

    def _restart(self, picture: Framing) -> None:
        photo = self._document.photo
        if photo is not None:
            self.tool.begin(self._turned(picture), (photo.width_px, photo.height_px))
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter accepts
            self._canvas.update()

    def _accept(self) -> None:
        if self._in_use:
            chosen = self._chosen
            self._end()
            if chosen != self._document.edit.picture:
                edit = replace(self._document.edit, picture=chosen)
                self._editing.change(edit, self.adjust.text)

    def _end(self) -> None:
        if self._in_use:
            self._canvas.set_tool(None)
            self._document.show_whole(None)
        self._show()

    def _follow(self) -> None:
        """The edit has changed; a photo that was turned meanwhile is shown so."""
        quarters = self._document.edit.framing.turns - self._turns
        if self._in_use and quarters:
            self._turns += quarters
            self.tool.draft.turn(quarters)
            self._document.show_whole(self._turns)
            self._canvas.update()
        self._show()

    def _make_way(self) -> None:
        """The brush is taken up."""
        if self._document.aim is not None:
            self._accept()
