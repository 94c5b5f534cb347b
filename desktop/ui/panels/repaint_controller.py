"""Joins the repaint panel to the document: every change is a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.engine.edits.repaint import Repaint
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.inference.model_registry import Model, models_of
from desktop.ui.base.engine_translations import translate_model_text
from desktop.ui.base.texts import follow_language
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.step import StepName
from desktop.ui.panels.repaint_panel import RepaintPanel
from desktop.ui.services.preferences import Preferences
from desktop.ui.widgets.collapsible_section import CollapsibleSection


class RepaintController(QObject):
    """Shows the panel's section where a painter is installed, and takes what is chosen there into the edit."""

    def __init__(
        self,
        document: Document,
        editing: Editing,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.panel = RepaintPanel()
        self.section = CollapsibleSection("repaint", self.panel)
        self._document, self._editing = document, editing
        self._painters: list[Model] = []
        self.panel.chosen.connect(self._choose)
        self.panel.turned.connect(self._turn)
        document.edit_changed.connect(self._show)
        preferences.changed.connect(self._look_again)
        self._look_again()
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.section.set_title(self.tr("Painting over"))
        self._show()

    def _look_again(self) -> None:
        """Painters were installed, or removed."""
        self._painters = models_of(Kind.REPAINT)
        self._show()

    def _show(self) -> None:
        repaint = self._document.edit.repaint
        self.panel.show_repaint(self._painters, repaint)
        self.section.setVisible(bool(self._painters) or repaint is not None)

    def _choose(self, painter: str, gesture: int) -> None:
        """Another painter with the same brush, or none."""
        if not painter:
            self._change(None, lambda: self.tr("No painting over"), gesture)
            return
        title = next(model.title for model in self._painters if model.name == painter)
        repaint = replace(self._document.edit.repaint or Repaint(painter), painter=painter)
        self._change(
            repaint,
            lambda: self.tr("Paint over: {painter}").format(painter=translate_model_text(title)),
            gesture,
        )

    def _turn(self, name: str, value: float, gesture: int) -> None:
        repaint = self._document.edit.repaint
        if repaint is None:
            return
        if name == "brush":
            number = self.panel.brush_row.text
            repaint = replace(repaint, brush=value)
            self._change(repaint, lambda: self.tr("Brush {number}").format(number=number), gesture)
        else:
            number = self.panel.paint_row.text
            repaint = replace(repaint, paint=value)
            self._change(repaint, lambda: self.tr("Paint {number}").format(number=number), gesture)

    def _change(self, repaint: Repaint | None, name: StepName, gesture: int) -> None:
        self._editing.change(replace(self._document.edit, repaint=repaint), name, gesture)
