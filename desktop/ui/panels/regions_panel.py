"""The regions panel: the regions, and the settings of the brush and of the chosen region."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.engine.edits.adjustments import MAX_AMOUNT
from desktop.engine.edits.edit import PaintedRegion
from desktop.ui.base.texts import follow_language
from desktop.ui.canvas.brush_tool import MAX_RADIUS, MIN_RADIUS
from desktop.ui.panels.region_row import RegionRow
from desktop.ui.widgets.colour_choice import ChoiceTexts, ColourChoice
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid

DEFAULT_RADIUS, DEFAULT_FEATHER = 0.05, 0.5


class RegionsPanel(QWidget):
    """A list of regions, one of which may be chosen; below it the settings of the chosen one."""

    added = Signal()
    colour_added = Signal()
    chosen = Signal(object)  # number of a region, or None
    visibility_changed = Signal(int, bool)
    deleted = Signal(int)
    grown = Signal()  # the settings of a region have come

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RegionRow] = []
        self.hint = QLabel(self)
        self.hint.setObjectName("secondary")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(12, 0, 10, 0)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.add_button = QPushButton(self)
        self.add_button.setIconSize(QSize(16, 16))
        self.add_button.clicked.connect(self.added)
        add = QHBoxLayout()
        add.setContentsMargins(12, 4, 10, 4)
        self.add_colour_button = QPushButton(self)
        self.add_colour_button.setIconSize(QSize(16, 16))
        self.add_colour_button.clicked.connect(self.colour_added)
        add.addWidget(self.add_button)
        add.addWidget(self.add_colour_button)
        add.addStretch(1)
        self.tools = self._make_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 8)
        layout.setSpacing(4)
        layout.addWidget(self.hint)
        layout.addLayout(self._list)
        layout.addLayout(add)
        layout.addWidget(self.tools)
        self._show_icons()
        follow_language(self._show_texts)
        self.show_regions((), None)

    @property
    def brush_controls(self) -> tuple[QWidget, ...]:
        """What belongs to the brush and to the chosen region, as one reads it; the swatches stand behind `clear`."""
        rows = (self.size_row, self.feather, self.amount)
        return (
            *(self.colour.other, self.colour.clear, self.erase, self.invert, self.mask_toggle),
            *(field for row in rows for field in (row.slider, row.number)),
        )

    def show_regions(self, regions: Sequence[PaintedRegion], chosen: int | None) -> None:
        """Show regions, and what belongs to the chosen one, without emitting a signal."""
        while len(self.rows) < len(regions):
            self._add_row()
        while len(self.rows) > len(regions):
            row = self.rows.pop()
            self._list.removeWidget(row)
            row.deleteLater()
        for number, (row, region) in enumerate(zip(self.rows, regions, strict=True)):
            row.show_region(number + 1, region, chosen=number == chosen)
        come = chosen is not None and self.tools.isHidden()
        self.tools.setVisible(chosen is not None)
        if come:
            self.grown.emit()
        if chosen is None:
            self.hint.setText(self.tr("Give a part of the photo a preset or a colour of its own."))
            self.hint.setToolTip("")
            return
        self.hint.setToolTip(self.tr("Without a mouse: arrow keys move the brush, Enter sets it down."))
        if regions[chosen].colour is None:
            self.hint.setText(self.tr("Paint on the photo, then choose a preset. Esc puts the brush away."))
        else:
            self.hint.setText(self.tr("Click on the object, or paint over it. Esc puts the brush away."))
        self.colour.show_chosen(regions[chosen].colour)
        self.invert.setChecked(regions[chosen].inverted)
        self.amount.show_value(regions[chosen].amount)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icons()

    def _show_texts(self) -> None:
        self.add_button.setText(self.tr("Add region"))
        self.add_colour_button.setText(self.tr("Add colour"))
        self.add_colour_button.setToolTip(self.tr("Set the colour that something in the photo had"))
        self.erase.setText(self.tr("Erase"))
        self.erase.setToolTip(self.tr("The brush takes away (or hold Alt)"))
        self.invert.setText(self.tr("Invert"))
        self.invert.setToolTip(self.tr("The region is all that is not painted"))
        self.mask_toggle.setText(self.tr("Show mask"))
        self.mask_toggle.setToolTip(self.tr("Hatch what the region covers"))
        self.colour.set_texts(
            ChoiceTexts(
                title=self.tr("Colour of its own"),
                swatch=self.tr("Give the region the colour {colour}"),
                dialog=self.tr("A colour for a place"),
                clear=self.tr("Take the preset's colours"),
            )
        )
        self.size_row.set_texts(
            self.tr("Size"), self.tr("Radius of the brush, as a share of the photo ([ and ])")
        )
        self.feather.set_texts(self.tr("Feather"))
        self.amount.set_texts(self.tr("Amount"), full_name=self.tr("Amount of the region"))

    def _show_icons(self) -> None:
        for button in (self.add_button, self.add_colour_button):
            button.setIcon(icon("add"))

    def _add_row(self) -> None:
        number, row = len(self.rows), RegionRow(self)
        row.visible_toggled.connect(lambda on: self.visibility_changed.emit(number, on))
        row.chosen.connect(lambda on: self.chosen.emit(number if on else None))
        row.deleted.connect(lambda: self.deleted.emit(number))
        before: QWidget = self.rows[-1].delete if self.rows else self.hint
        self.hint.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt puts nothing behind what the keys never reach
        for button in (row.eye, row.name, row.delete):
            self.setTabOrder(before, button)
            before = button
        self.hint.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.append(row)
        self._list.addWidget(row)

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        self.erase, self.invert, self.mask_toggle = (self._make_toggle() for _ in range(3))
        self.mask_toggle.setChecked(True)
        toggles = QHBoxLayout()
        toggles.setContentsMargins(12, 0, 10, 2)
        toggles.setSpacing(6)
        for button in (self.erase, self.invert, self.mask_toggle):
            toggles.addWidget(button)
        toggles.addStretch(1)
        self.colour = ColourChoice(tools)
        sliders = QWidget(tools)
        grid = slider_grid(sliders)
        size = Scale(MIN_RADIUS, MAX_RADIUS, DEFAULT_RADIUS, decimals=1, suffix=" %")
        self.size_row = SliderRow(size, sliders)
        self.feather = SliderRow(Scale(0.0, 1.0, DEFAULT_FEATHER, suffix=" %"), sliders)
        self.amount = SliderRow(Scale(0.0, MAX_AMOUNT, 1.0, suffix=" %"), sliders)
        for place, row in enumerate((self.size_row, self.feather, self.amount)):
            row.add_to(grid, place)
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.colour)
        column.addLayout(toggles)
        column.addWidget(sliders)
        return tools

    def _make_toggle(self) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName("toggle")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button
