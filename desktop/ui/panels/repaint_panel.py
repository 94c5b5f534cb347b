"""The repaint panel: which painter paints the photo over, how broad its strokes are, and how much is paint."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.engine.edits.repaint import DEFAULT_BRUSH, LEAST_BRUSH, Repaint
from desktop.engine.inference.model_registry import Model
from desktop.ui.base.engine_translations import translate_model_text
from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid


class RepaintPanel(QWidget):
    """The choice of a painter, and sliders for its brush and its paint.

    painter_box: the list of them. brush_row, paint_row: the sliders, which a painter has to be chosen for.
    """

    chosen = Signal(str, int)  # the painter's model, or empty for none; the gesture it belongs to
    turned = Signal(str, float, int)  # "brush" or "paint", its value, the gesture it belongs to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self.painter_box = ComboBox(self)
        self.painter_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.painter_box.activated.connect(
            lambda row: self.chosen.emit(self._names[row], self.painter_box.gesture)
        )
        self._label = QLabel(self)
        self._label.setBuddy(self.painter_box)
        self.brush_row = SliderRow(Scale(LEAST_BRUSH, 1.0, DEFAULT_BRUSH, suffix=" %"), self)
        self.paint_row = SliderRow(Scale(0.0, 1.0, 1.0, suffix=" %"), self)
        rows = QWidget(self)
        grid = slider_grid(rows)
        grid.addWidget(self._label, 0, 0)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, 4, 0)  # ends where the numbers below it do
        field.addWidget(self.painter_box)
        grid.addLayout(field, 0, 1, 1, 2)
        for place, (row, name) in enumerate(((self.brush_row, "brush"), (self.paint_row, "paint")), start=1):
            row.add_to(grid, place)
            row.changed.connect(lambda value, gesture, name=name: self.turned.emit(name, value, gesture))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 8)
        column.addWidget(rows)
        self.show_repaint([], None)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.painter_box.setAccessibleName(self.tr("The painter in whose style the photo is painted over"))
        self.painter_box.setToolTip(self.painter_box.accessibleName())
        self._label.setText(self.tr("Painter"))
        self.brush_row.set_texts(
            self.tr("Brush"), self.tr("From fine to broad strokes; broad ones are painted faster")
        )
        self.paint_row.set_texts(
            self.tr("Paint"), self.tr("Less brings the photo's own detail back in place of the strokes")
        )

    def show_repaint(self, painters: Sequence[Model], repaint: Repaint | None) -> None:
        """Show how the photo is painted over, and offer these painters, without emitting a signal."""
        names = ["", *(model.name for model in painters)]
        titles = [self.tr("None"), *(translate_model_text(model.title) for model in painters)]
        if names != self._names or titles != [self.painter_box.itemText(row) for row in range(len(names))]:
            self._names = names
            self.painter_box.clear()
            self.painter_box.addItems(titles)
        painter = "" if repaint is None else repaint.painter
        # One that is not installed any more has no row: its name stands there alone.
        self.painter_box.setPlaceholderText(painter)
        self.painter_box.setCurrentIndex(names.index(painter) if painter in names else -1)
        shown = repaint or Repaint("")
        self.brush_row.show_value(shown.brush)
        self.paint_row.show_value(shown.paint)
        for row in (self.brush_row, self.paint_row):
            row.set_enabled(repaint is not None)
