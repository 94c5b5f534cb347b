"""Joins panel, crop tool and document: crops, straightens and turns the photo, each as a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from desktop.engine.edits.framing import Framing
from desktop.ui.base.texts import follow_language
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.canvas.crop_tool import CropTool
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.step import StepName
from desktop.ui.panels.framing_panel import OF_PHOTO, FramingPanel
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from desktop.ui.widgets.qt_actions import connect

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

_SQUARE = 1e-6  # sides that differ by no more are equal


class FramingController(QObject):
    """While the photo is cropped all of it is on the canvas; what was chosen takes effect at the end, as one step."""

    beginning = Signal()  # of a crop: other tools make way

    def __init__(
        self, document: Document, editing: Editing, canvas: Canvas, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._editing, self._canvas = document, editing, canvas
        self.tool = CropTool(canvas)
        self.crop = self._make_action(_CTRL | Qt.Key.Key_K)
        self.crop.setCheckable(True)
        self.turn_left = self._make_action(_CTRL | _SHIFT | Qt.Key.Key_R)
        self.turn_right = self._make_action(_CTRL | Qt.Key.Key_R)
        self.panel = FramingPanel(self.crop, self.turn_left, self.turn_right)
        self.section = CollapsibleSection("framing", self.panel)
        follow_language(self._show_texts)
        self._connect()
        self._show()

    @property
    def all(self) -> tuple[QAction, ...]:
        """The actions."""
        return self.crop, self.turn_left, self.turn_right

    def give_up(self) -> bool:
        """Leave everything as it was before the crop; returns whether the photo was being cropped."""
        cropping = self._in_use
        self._end()
        return cropping

    def _connect(self) -> None:
        panel, tool, document = self.panel, self.tool, self._document
        self.crop.triggered.connect(self._toggle)
        connect(self.turn_left, lambda: self._turn(3, self.turn_left.text))
        connect(self.turn_right, lambda: self._turn(1, self.turn_right.text))
        panel.reset.connect(self._reset)
        panel.accepted.connect(self.accept)
        panel.cancelled.connect(self.give_up)
        panel.ratio_chosen.connect(self._set_ratio)
        panel.swap.clicked.connect(self._swap)
        panel.angle.changed.connect(self._set_angle)
        panel.line.toggled.connect(self._draw_line)
        tool.changed.connect(self._show)
        tool.accepted.connect(self.accept)
        tool.line_drawn.connect(lambda: panel.line.setChecked(False))
        document.photo_changed.connect(self._end)
        document.edit_changed.connect(self._show)
        document.aim_changed.connect(self._make_way)

    def _make_action(self, keys: QKeyCombination) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(keys))
        return action

    def _show_texts(self) -> None:
        self.section.set_title(self.tr("Crop and straighten"))
        self.crop.setText(self.tr("Crop and straighten"))
        self.crop.setIconText(self.tr("Crop"))
        self.turn_left.setText(self.tr("Turn left"))
        self.turn_right.setText(self.tr("Turn right"))
        for action in self.all:
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{action.text()} ({shown})")

    @property
    def _in_use(self) -> bool:
        return self._canvas.tool is self.tool

    def _show(self) -> None:
        has_photo, cropping = self._document.photo is not None, self._in_use
        for action in self.all:
            action.setEnabled(has_photo)
        self.crop.setChecked(cropping)
        framing = self.tool.draft.framing if cropping else self._document.edit.framing
        self.panel.show_cropping(cropping, changed=has_photo and not framing.is_whole)
        self.panel.angle.show_value(framing.angle)

    def _toggle(self, on: bool) -> None:
        if on:
            self._begin()
        else:
            self.accept()

    def _begin(self) -> None:
        if self._document.photo is None:
            return
        self.beginning.emit()
        photo, framing = self._document.photo, self._document.edit.framing
        self._document.set_aim(None)
        self.tool.begin(framing, (photo.width_px, photo.height_px))
        self._document.show_whole(framing.turns)
        self._canvas.set_tool(self.tool)
        self.section.set_open(True)
        self.panel.show_free()
        self.panel.line.setChecked(False)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()
        self.section.grown.emit()

    def accept(self) -> None:
        """Show what was chosen, if the photo is being cropped."""
        if self._in_use:
            framing = self.tool.draft.framing
            self._end()
            self._change(framing, self.crop.text)

    def _end(self) -> None:
        if self._canvas.tool is self.tool:
            self._canvas.set_tool(None)
            self._document.show_whole(None)
        self._show()

    def _make_way(self) -> None:
        """The brush is taken up."""
        if self._document.aim is not None:
            self.accept()

    def _turn(self, quarters: int, name: StepName) -> None:
        if self._in_use:
            self.tool.draft.turn(quarters)
            self._document.show_whole(self.tool.draft.framing.turns)
            self.tool.tell()
        else:
            self._change(self._document.edit.framing.turned(quarters), name)

    def _reset(self) -> None:
        if self._in_use:
            self.tool.draft.reset()
            self.panel.show_free()
            self._document.show_whole(0)
            self.tool.tell()
        else:
            self._change(Framing(), lambda: self.tr("Show all of the photo"))

    def _set_ratio(self, ratio: float | None) -> None:
        """Lying for a part that is wider than high, else upright."""
        draft = self.tool.draft
        if ratio == OF_PHOTO:
            ratio = draft.own_ratio
        elif ratio is not None and draft.part.width() * draft.own_ratio < draft.part.height() - _SQUARE:
            ratio = 1 / ratio
        draft.set_ratio(ratio)
        self.tool.tell()

    def _swap(self) -> None:
        draft = self.tool.draft
        if draft.ratio is not None:
            draft.set_ratio(1 / draft.ratio)
            self.tool.tell()

    def _set_angle(self, angle: float, _gesture: int) -> None:
        self.tool.draft.set_angle(angle)
        self.tool.tell()

    def _draw_line(self, on: bool) -> None:
        self.tool.draws_line = on

    def _change(self, framing: Framing, name: StepName) -> None:
        self._editing.change(replace(self._document.edit, framing=framing), name)
