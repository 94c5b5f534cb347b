"""Joins the view of the embedding's numbers to the document; computes statistics of the presets on a worker lane."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QLocale, QObject, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.engine.core.errors import TintypeError
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.principal_axes import Survey, of_encoder, steered, survey
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.service import LaneService
from desktop.ui.base.texts import follow_language
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.step import StepName
from desktop.ui.panels.embedding_view import EmbeddingView, axis_name, plain


class EmbeddingController(LaneService):
    """Opens the view of the numbers, and keeps it up to date while it is open."""

    def __init__(
        self,
        document: Document,
        library: ObservablePresets,
        editing: Editing,
        beside: QWidget,
        parent: QObject | None = None,
    ) -> None:
        """beside: a widget of the window that the view belongs to, and whose actions it has too."""
        super().__init__(parent)
        self._document, self._library, self._editing, self._beside = document, library, editing, beside
        self.view: EmbeddingView | None = None
        self._place: QRect | None = None  # where the view was last
        self._survey: Survey | None = None
        self._surveyed: list[Preset] | None = None
        self._few = False  # presets, so that no spread can be told
        self._lane = self.add_lane("survey")
        document.edit_changed.connect(self._show)
        library.changed.connect(self._show)
        follow_language(self._make_anew)

    def open(self) -> EmbeddingView:
        """Show the view, and return it."""
        if self.view is None:
            window = self._beside.window()
            self.view = EmbeddingView(window)
            if self._place is not None:
                self.view.setGeometry(self._place)
            self.view.finished.connect(self._forget)
            escape = QKeySequence(Qt.Key.Key_Escape)
            others = [action for action in window.actions() if action.shortcut() != escape]
            self.view.addActions(others)  # undo works here, too; Escape closes the view
            self.view.number_turned.connect(self._turn_number)
            self.view.number_reset.connect(self._reset_number)
            self.view.axis_turned.connect(self._turn_axis)
            self.view.reset_all.connect(self._reset_all)
        if self.view.isVisible():
            self.view.raise_()
        self.view.show()
        self.view.activateWindow()
        self._show()
        return self.view

    def _make_anew(self) -> None:
        """Have the view in another language, where it is there."""
        if self.view is not None:
            self.view.close()
            self.open()

    def _forget(self) -> None:
        """Let go of the view, whose many widgets would be styled with all others while nobody sees them."""
        if self.view is not None:
            self._place = self.view.geometry()
            self.view.deleteLater()
            self.view = None

    def _show(self) -> None:
        if self.view is None or not self.view.isVisible():
            return
        blend = self._document.edit.blend
        if blend is None:
            self.view.show_nothing()
            return
        painted = blend.painted_preset
        if painted is None:
            self.view.show_nothing(natural=True)
            return
        presets = of_encoder(self._library.presets, painted)
        if presets != self._surveyed:
            self._surveyed, self._survey, self._few = presets, None, False
            self._lane.submit(lambda _token: _survey(presets), self._take_survey, interrupt=True)
        elif self._survey is None:
            self.view.show_nothing(few=self._few)
        else:
            self.view.show_blend(blend, self._survey)

    def _take_survey(self, found: Survey | None) -> None:
        self._survey, self._few = found, found is None
        self._show()

    def _turn_number(self, place: int, number: float, gesture: int) -> None:
        blend = self._document.edit.blend
        if blend is not None:
            numbers = [*blend.embedding]
            numbers[place] = number

            def name() -> str:
                shown = QLocale().toString(number, "f", 2)
                return self.tr("Number {place} to {number}").format(place=place + 1, number=shown)

            self._change(blend, numbers, name, gesture)

    def _reset_number(self, place: int) -> None:
        blend = self._document.edit.blend
        if blend is not None:
            numbers = [*blend.embedding]
            numbers[place] = plain(blend).embedding[place]
            self._change(blend, numbers, lambda: self.tr("Reset number {place}").format(place=place + 1))

    def _turn_axis(self, place: int, value: float, gesture: int) -> None:
        blend = self._document.edit.blend
        if blend is not None and self._survey is not None and self.view is not None:
            axis = self._survey.axes[place]
            numbers = self._survey.moved(axis, blend.embedding, value)
            number = self.view.rows[place].text
            self._change(
                blend,
                numbers,
                lambda: self.tr("{axis} {number}").format(axis=axis_name(place, axis), number=number),
                gesture,
            )

    def _reset_all(self) -> None:
        blend = self._document.edit.blend
        if blend is not None:
            self._change(blend, plain(blend).embedding, lambda: self.tr("Reset all numbers"))

    def _change(
        self, blend: Blend, numbers: Sequence[float], name: StepName, gesture: int | None = None
    ) -> None:
        changed = replace(self._document.edit, blend=steered(blend, numbers))
        self._editing.change(changed, name, gesture)


def _survey(presets: list[Preset]) -> Survey | None:
    """The survey of presets of one encoder; which kinds of numbers they have is in its model's manifest."""
    try:
        parts = load_model(presets[0].model).embedding_parts
    except TintypeError:  # a preset can be shown without its model
        parts = ()
    return survey(presets, parts)
