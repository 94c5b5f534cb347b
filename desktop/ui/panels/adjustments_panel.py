"""The adjustments panel: three sliders in sight, the others behind a fold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.engine.edits.adjustments import NEUTRAL, RANGES, Adjustments
from desktop.ui.base.texts import follow_language
from desktop.ui.panels.colour_pull import ColourPull
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid

IN_SIGHT = ("amount", "colourfulness", "warmth")
FOLDED = ("tint", "shadows", "highlights", "hue")


def scale_of(name: str) -> Scale:
    """How an adjustment is shown."""
    least, most = RANGES[name]
    if name == "hue":
        return Scale(least, most, NEUTRAL[name], shown=1.0, suffix="°")
    return Scale(least, most, NEUTRAL[name], suffix=" %" if name == "amount" else "")


class AdjustmentsPanel(QWidget):
    """Sliders for what can be changed without running the network again. rows: the sliders, by adjustment."""

    turned = Signal(str, float, int)  # adjustment, its value, the gesture it belongs to
    reset_all = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("adjustPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows: dict[str, SliderRow] = {}
        self.pull_box = ColourPull(self)
        self.rows["pull"] = self.pull_box.strength
        sight = QWidget(self)
        self._add_rows(sight, IN_SIGHT)
        self.more = CollapsibleSection("adjust", self._make_fold(), self)
        self.reset_button = QPushButton(self)
        self.reset_button.setObjectName("quiet")
        self.reset_button.clicked.connect(self.reset_all)
        self.more.add_to_header(self.reset_button)
        for name, row in self.rows.items():
            row.changed.connect(lambda value, gesture, name=name: self.turned.emit(name, value, gesture))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(sight)
        layout.addWidget(self.more)
        follow_language(self._show_texts)
        self.show_adjustments(Adjustments())

    def show_adjustments(self, adjustments: Adjustments) -> None:
        """Show adjustments without emitting a signal."""
        for name, row in self.rows.items():
            row.show_value(getattr(adjustments, name))
        self.pull_box.show_pull(adjustments)
        self.reset_button.setEnabled(adjustments != Adjustments())

    def _make_fold(self) -> QWidget:
        fold = QWidget(self)
        column = QVBoxLayout(fold)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(2)
        rows = QWidget(fold)
        self._add_rows(rows, FOLDED)
        column.addWidget(rows)
        column.addWidget(self.pull_box)
        return fold

    def _show_texts(self) -> None:
        self.more.set_title(self.tr("More"))
        self.reset_button.setText(self.tr("Reset all"))
        self.reset_button.setToolTip(self.tr("Set every adjustment back to neutral"))
        titles = {
            "amount": self.tr("Amount"),
            "colourfulness": self.tr("Colourfulness"),
            "warmth": self.tr("Warmth"),
            "tint": self.tr("Tint"),
            "shadows": self.tr("Shadows"),
            "highlights": self.tr("Highlights"),
            "hue": self.tr("Hue"),
        }
        hints = {
            "amount": self.tr("How much of the painting's colour is laid on the photograph"),
            "colourfulness": self.tr("Less or more colour where it is muted; vivid colours stay as they are"),
            "warmth": self.tr("Towards blue or towards yellow; black and white stay neutral"),
            "tint": self.tr("Towards green or towards magenta; black and white stay neutral"),
            "shadows": self.tr("How much colour the darkest places keep"),
            "highlights": self.tr("How much colour the brightest places keep"),
            "hue": self.tr("Turns all hues around the colour circle"),
        }
        for name, title in titles.items():
            self.rows[name].set_texts(title, hints[name])

    def _add_rows(self, widget: QWidget, names: tuple[str, ...]) -> None:
        grid = slider_grid(widget)
        for place, name in enumerate(names):
            self.rows[name] = SliderRow(scale_of(name), widget)
            self.rows[name].add_to(grid, place)
