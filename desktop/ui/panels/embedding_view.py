"""The numbers of the embedding, each over its distribution among the presets, and the main axes of all presets."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.edits.blend import Blend
from desktop.engine.edits.principal_axes import MIN_PRESETS, Axis, Survey, Trait
from desktop.ui.base.plain_text import plain_label
from desktop.ui.document.display_names import display_names
from desktop.ui.widgets.histogram_slider import HistogramSlider
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid

translate = QCoreApplication.translate

COLUMNS = 8
VISIBLE_ROWS = 4


class EmbeddingView(QDialog):
    """A window that stays open beside the main one. cells: the numbers; rows: the sliders of the axes."""

    number_turned = Signal(int, float, int)  # which; the number; the gesture
    number_reset = Signal(int)
    axis_turned = Signal(int, float, int)  # which; the place along it; the gesture
    reset_all = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("The painting's numbers"))
        self.cells: list[HistogramSlider] = []
        self.rows: list[SliderRow] = []
        self._axes: tuple[Axis, ...] = ()
        self.heading = plain_label(QLabel(self))
        self.heading.setObjectName("heading")
        self.heading.setWordWrap(True)
        self.hint = QLabel(self)
        self.hint.setObjectName("secondary")
        self.hint.setWordWrap(True)
        self._axes_place, self._cells_place = QVBoxLayout(), QVBoxLayout()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.reset_button = QPushButton(self.tr("Reset all"), self)
        self.reset_button.setToolTip(self.tr("Undo all changes that were made here"))
        self.reset_button.clicked.connect(self.reset_all)
        buttons.addButton(self.reset_button, QDialogButtonBox.ButtonRole.ResetRole)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # the Return key belongs to the numbers
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.hint)
        layout.addLayout(self._axes_place)
        layout.addLayout(self._cells_place, 1)
        layout.addWidget(buttons)
        self.show_nothing()

    def show_nothing(self, *, few: bool = False, natural: bool = False) -> None:
        """Say that nothing was chosen yet, that presets are too few to tell a spread, or that colours are natural."""
        self.heading.setText(self.tr("No numbers to show"))
        if few:
            text = self.tr(
                "At least {count} presets are needed to show how the numbers are spread; add some paintings."
            )
            self.hint.setText(text.format(count=MIN_PRESETS))
        elif natural:
            self.hint.setText(
                self.tr("Natural colours do not come from a painting: there are no numbers to change.")
            )
        else:
            self.hint.setText(self.tr("Choose a preset; its numbers are shown among those of all presets."))
        self.reset_button.setEnabled(False)
        for cell in self.cells:
            cell.setEnabled(False)
        for row in self.rows:
            row.set_enabled(False)

    def show_blend(self, blend: Blend, survey: Survey) -> None:
        """Show a blend among the presets that were surveyed."""
        numbers, own = blend.embedding, plain(blend).embedding
        if len(self.cells) != len(numbers):
            self._make_cells(len(numbers))
        if self._axes != survey.axes:
            self._make_rows(survey.axes)
        self.heading.setText(display_names(blend))
        self.hint.setText(
            self.tr(
                "What the network took from the painting. The sliders are the axes along which presets differ "
                "most; below, each number stands over its spread among all presets. Drag, or use the arrow keys; "
                "a double click resets."
            )
        )
        for cell, number, own_number, spread in zip(self.cells, numbers, own, survey.spreads, strict=True):
            cell.setEnabled(True)
            cell.show_number(number, own_number, spread)
        for row, axis in zip(self.rows, survey.axes, strict=True):
            row.set_enabled(True)
            row.set_neutral(survey.place(axis, own))
            row.show_value(survey.place(axis, numbers))
        self.reset_button.setEnabled(bool(blend.shift))

    def _make_cells(self, count: int) -> None:
        _empty(self._cells_place)
        holder = QWidget(self)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        self.cells = []
        for place in range(count):
            cell = HistogramSlider(str(place + 1), self.tr("Number {place}").format(place=place + 1), holder)
            cell.turned.connect(
                lambda number, gesture, place=place: self.number_turned.emit(place, number, gesture)
            )
            cell.reset.connect(lambda place=place: self.number_reset.emit(place))
            grid.addWidget(cell, place // COLUMNS, place % COLUMNS)
            self.cells.append(cell)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        rows = grid.rowCount()
        area.setMinimumHeight(holder.sizeHint().height() * min(VISIBLE_ROWS, rows) // rows)
        self._cells_place.addWidget(area)

    def _make_rows(self, axes: tuple[Axis, ...]) -> None:
        _empty(self._axes_place)
        self._axes = axes
        holder = QWidget(self)
        grid = slider_grid(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        self.rows = []
        for place, axis in enumerate(axes):
            scale = Scale(axis.least, axis.most, shown=1.0, decimals=2)
            row = SliderRow(scale, holder)
            row.set_texts(axis_name(place, axis), self._tip(axis))
            row.changed.connect(
                lambda value, gesture, place=place: self.axis_turned.emit(place, value, gesture)
            )
            row.add_to(grid, place)
            self.rows.append(row)
        self._axes_place.addWidget(holder)

    def _tip(self, axis: Axis) -> str:
        share = self.tr("{percent} % of how the presets differ.").format(percent=round(100 * axis.share))
        if axis.trait is None:
            return share
        told = self.tr(
            "{share} Named after the palettes, with which it goes together (correlation {number})."
        )
        return told.format(share=share, number=self.locale().toString(axis.correlation, "f", 2))


def axis_name(place: int, axis: Axis) -> str:
    """What an axis is called: by what it goes together with, else by its place, from 0."""
    names = {
        Trait.WARMTH: translate("EmbeddingView", "Cold – warm"),
        Trait.REDNESS: translate("EmbeddingView", "Green – red"),
        Trait.COLOURFULNESS: translate("EmbeddingView", "Muted – colourful"),
        Trait.LIGHTNESS: translate("EmbeddingView", "Dark – light"),
        Trait.VARIETY: translate("EmbeddingView", "One hue – many hues"),
        Trait.WARM_LIGHTS: translate("EmbeddingView", "Warm shadows – warm lights"),
    }
    if axis.trait is None:
        return translate("EmbeddingView", "Axis {number}").format(number=place + 1)
    return names[axis.trait]


def plain(blend: Blend) -> Blend:
    """The blend without what was shifted by hand."""
    return Blend(blend.corners)


def _empty(layout: QVBoxLayout) -> None:
    """Take out what is in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
