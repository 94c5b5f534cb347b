"""Chooses a colour: from the palette of a painting, from the painting itself, or any other in a dialog."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.engine.colour.spaces import ab_to_hex, hex_to_ab
from desktop.ui.widgets.gesture import new_gesture
from desktop.ui.widgets.image_colour_picker import ImageColourPicker
from desktop.ui.widgets.swatches import Swatches

_SAME_AB = 0.01


@dataclass(frozen=True)
class ChoiceTexts:
    """What the user reads, translated. swatch: of one colour, with the field {colour}."""

    title: str
    swatch: str
    dialog: str
    clear: str


class ColourChoice(QWidget):
    """Knows nothing of what the colour is for; only its a* and b* count, since lightness is the photo's."""

    picked = Signal(str, int)  # "#rrggbb"; the gesture it belongs to
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = ChoiceTexts("", "{colour}", "", "")
        self._palette: tuple[str, ...] = ()
        self._chosen: tuple[float, float] | None = None
        self.dialog: QColorDialog | None = None
        self.swatches = Swatches(self)
        self.swatches.picked.connect(self._pick)
        self.picker = ImageColourPicker(self)
        self.picker.picked.connect(self.picked)
        self.other = self._make_button()
        self.other.clicked.connect(self._ask)
        self.clear = self._make_button()
        self._title = QLabel(self)
        self.clear.clicked.connect(self.cleared)
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 3, 0)
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        head.addWidget(self.other)
        head.addWidget(self.clear)
        colours = QHBoxLayout()
        colours.setContentsMargins(9, 0, 10, 0)
        colours.addWidget(self.swatches)
        colours.addStretch(1)
        painting = QHBoxLayout()
        painting.setContentsMargins(12, 0, 10, 0)
        painting.addWidget(self.picker)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(colours)
        layout.addLayout(painting)

    def set_texts(self, texts: ChoiceTexts) -> None:
        """Say what the colour is for."""
        self._texts = texts
        self._title.setText(texts.title)
        self.swatches.set_text(texts.swatch)
        self.other.setText(self.tr("Other…"))
        self.other.setToolTip(self.tr("Pick any colour, also from the screen"))
        self.clear.setText(self.tr("Clear"))
        self.clear.setToolTip(texts.clear)

    @property
    def palette_colours(self) -> tuple[str, ...]:
        """The colours that are offered, "#rrggbb"."""
        return self._palette

    def show_palette(self, palette: tuple[str, ...]) -> None:
        """Offer the colours of a preset."""
        self._palette = tuple(dict.fromkeys(palette))
        self._show()

    def show_chosen(self, ab: tuple[float, float] | None) -> None:
        """Show the colour that was chosen, CIELAB a* and b*; None for none."""
        self._chosen = ab
        self._show()

    def _show(self) -> None:
        chosen, colours = None, self._palette
        if self._chosen is not None:
            chosen = next((colour for colour in self._palette if _is(colour, self._chosen)), None)
            if chosen is None:
                chosen = ab_to_hex(*self._chosen)
                colours = (*self._palette, chosen)
        self.swatches.show_colours(colours, chosen)
        for before, after in pairwise((self.clear, *self.swatches.buttons)):
            self.setTabOrder(before, after)  # a new button would come behind all that the window has
        self.clear.setEnabled(self._chosen is not None)

    def _make_button(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("quiet")
        return button

    def _pick(self, colour: str) -> None:
        self.picked.emit(colour, new_gesture())

    def _ask(self) -> None:
        self.dialog = QColorDialog(self)
        self.dialog.setWindowTitle(self._texts.dialog)
        self.dialog.setCurrentColor(QColor(ab_to_hex(*(self._chosen or (0.0, 0.0)))))
        self.dialog.colorSelected.connect(lambda colour: self._pick(colour.name()))
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def _forget_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def _is(colour: str, ab: tuple[float, float]) -> bool:
    a, b = hex_to_ab(colour)
    return abs(a - ab[0]) < _SAME_AB and abs(b - ab[1]) < _SAME_AB
