"""The colour pull: a colour of the painting, or any other, and how strongly the result is pulled towards it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.engine.edits.adjustments import RANGES, Adjustments
from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.colour_choice import ChoiceTexts, ColourChoice
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid


class ColourPull(QWidget):
    """The choice of the colour, and a slider for the strength."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ColourChoice(self)
        self.strength = SliderRow(Scale(*RANGES["pull"]), self)
        rows = QWidget(self)
        self.strength.add_to(slider_grid(rows), 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.choice)
        layout.addWidget(rows)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self.choice.set_texts(
            ChoiceTexts(
                title=self.tr("Pull towards"),
                swatch=self.tr("Pull towards {colour}"),
                dialog=self.tr("Pull towards a colour"),
                clear=self.tr("Pull towards no colour"),
            )
        )
        self.strength.set_texts(self.tr("Strength"), full_name=self.tr("Strength of the pull"))

    def show_pull(self, adjustments: Adjustments) -> None:
        """Show the colour that is pulled towards."""
        colour = (adjustments.pull_a, adjustments.pull_b)
        pulling = adjustments.pull > 0 or colour != (0, 0)
        self.choice.show_chosen(colour if pulling else None)
        self.strength.set_enabled(pulling)
