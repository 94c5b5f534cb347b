"""The colour pull: a colour of the painting, or any other, and how strongly the result is pulled towards it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.engine.colour.spaces import ab_to_hex, hex_to_ab
from desktop.engine.edits.adjustments import RANGES, Adjustments
from desktop.ui.widgets.gesture import new_gesture
from desktop.ui.widgets.image_colour_picker import ImageColourPicker
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid
from desktop.ui.widgets.swatches import Swatches

_SAME_AB = 0.01


class ColourPull(QWidget):
    """The palette as buttons, a dialog for other colours, and a slider for the strength."""

    picked = Signal(str, int)  # "#rrggbb"; the gesture it belongs to
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._palette: tuple[str, ...] = ()
        self._adjustments = Adjustments()
        self.dialog: QColorDialog | None = None
        title = QLabel(self.tr("Pull towards"), self)
        self.swatches = Swatches(self)
        self.swatches.picked.connect(self._pick)
        self.picker = ImageColourPicker(self)
        self.picker.picked.connect(self.picked)
        self.other = QPushButton(self.tr("Other…"), self)
        self.other.setObjectName("quiet")
        self.other.setToolTip(self.tr("Pick any colour, also from the screen"))
        self.other.clicked.connect(self._ask)
        self.clear = QPushButton(self.tr("Clear"), self)
        self.clear.setObjectName("quiet")
        self.clear.setToolTip(self.tr("Pull towards no colour"))
        self.clear.clicked.connect(self.cleared)
        self.strength = SliderRow(self.tr("Strength"), Scale(*RANGES["pull"]), self)
        self.strength.slider.setAccessibleName(self.tr("Strength of the pull"))
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 3, 0)
        head.setSpacing(2)
        head.addWidget(title, 1)
        head.addWidget(self.other)
        head.addWidget(self.clear)
        colours = QHBoxLayout()
        colours.setContentsMargins(9, 0, 10, 0)
        colours.addWidget(self.swatches)
        colours.addStretch(1)
        painting = QHBoxLayout()
        painting.setContentsMargins(12, 0, 10, 0)
        painting.addWidget(self.picker)
        rows = QWidget(self)
        self.strength.add_to(slider_grid(rows), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(colours)
        layout.addLayout(painting)
        layout.addWidget(rows)

    def show_palette(self, palette: tuple[str, ...]) -> None:
        """Offer the colours of a preset."""
        self._palette = tuple(dict.fromkeys(palette))
        self._show()

    def show_pull(self, adjustments: Adjustments) -> None:
        """Show the colour that is pulled towards."""
        self._adjustments = adjustments
        self._show()

    def _show(self) -> None:
        turned, chosen, colours = self._adjustments, None, self._palette
        pulling = turned.pull > 0 or (turned.pull_a, turned.pull_b) != (0, 0)
        if pulling:
            chosen = next((colour for colour in self._palette if _is(colour, turned)), None)
            if chosen is None:
                chosen = ab_to_hex(turned.pull_a, turned.pull_b)
                colours = (*self._palette, chosen)
        self.swatches.show_colours(colours, chosen)
        self.clear.setEnabled(pulling)
        self.strength.set_enabled(pulling)

    def _pick(self, colour: str) -> None:
        self.picked.emit(colour, new_gesture())

    def _ask(self) -> None:
        self.dialog = QColorDialog(self)
        self.dialog.setWindowTitle(self.tr("Pull towards a colour"))
        turned = self._adjustments
        self.dialog.setCurrentColor(QColor(ab_to_hex(turned.pull_a, turned.pull_b)))
        self.dialog.colorSelected.connect(lambda colour: self._pick(colour.name()))
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _is(colour: str, adjustments: Adjustments) -> bool:
    a, b = hex_to_ab(colour)
    return abs(a - adjustments.pull_a) < _SAME_AB and abs(b - adjustments.pull_b) < _SAME_AB
