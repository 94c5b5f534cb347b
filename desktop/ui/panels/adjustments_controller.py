"""Joins the adjustments panel to the document: every change is a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.edits.adjustments import Adjustments
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.step import StepName
from desktop.ui.panels.adjustments_panel import AdjustmentsPanel

DEFAULT_PULL = 0.5


class AdjustmentsController(QObject):
    """Shows the chosen adjustments on the panel, and changes them when a slider is moved."""

    def __init__(
        self, panel: AdjustmentsPanel, document: Document, editing: Editing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._document, self._editing = panel, document, editing
        panel.turned.connect(self._turn)
        panel.reset_all.connect(self._reset_all)
        panel.pull_box.choice.picked.connect(self._pull)
        panel.pull_box.choice.cleared.connect(self._clear_pull)
        document.edit_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        edit = self._document.edit
        self._panel.pull_box.choice.show_palette(edit.preset.palette if edit.preset is not None else ())
        self._panel.show_adjustments(edit.adjustments)

    def _turn(self, name: str, value: float, gesture: int) -> None:
        row = self._panel.rows[name]
        number = row.text
        self._change(
            replace(self._document.edit.adjustments, **{name: value}),
            lambda: self.tr("{adjustment} {number}").format(
                adjustment=row.slider.accessibleName(), number=number
            ),
            gesture,
        )

    def _pull(self, colour: str, gesture: int) -> None:
        a, b = hex_to_ab(colour)
        adjustments = self._document.edit.adjustments
        strength = adjustments.pull or DEFAULT_PULL
        self._change(
            replace(adjustments, pull=strength, pull_a=a, pull_b=b),
            lambda: self.tr("Pull towards {colour}").format(colour=colour),
            gesture,
        )

    def _clear_pull(self) -> None:
        adjustments = replace(self._document.edit.adjustments, pull=0.0, pull_a=0.0, pull_b=0.0)
        self._change(adjustments, lambda: self.tr("Pull towards no colour"))

    def _reset_all(self) -> None:
        self._change(Adjustments(), lambda: self.tr("Reset all adjustments"))

    def _change(self, adjustments: Adjustments, name: StepName, gesture: int | None = None) -> None:
        self._editing.change(replace(self._document.edit, adjustments=adjustments), name, gesture)
