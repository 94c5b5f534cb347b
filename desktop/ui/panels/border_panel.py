"""The panel that tells whether the photo has the border of a print, and has it corrected."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.panels.framing_panel import ANGLE_SCALE
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.slider_row import SliderRow, slider_grid
from desktop.ui.widgets.tool_box import ToolBox
from desktop.ui.widgets.tool_button import tool_button

_ICON = QSize(18, 18)


class BorderPanel(QWidget):
    """A button with the state of the border beside it, and the tools to correct the border while that is done."""

    find_again = Signal()
    removed = Signal()
    accepted = Signal()
    cancelled = Signal()
    oval_chosen = Signal(bool)

    def __init__(self, adjust: QAction, parent: QWidget | None = None) -> None:
        """adjust: the action that begins the correction."""
        super().__init__(parent)
        self._adjust = adjust
        self.button = QToolButton(self)
        self.button.setDefaultAction(adjust)
        self.button.setObjectName("framingTool")
        self.button.setIconSize(_ICON)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.state = ElidedLabel(self)
        self.state.setObjectName("secondary")
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 10, 2)
        head.setSpacing(8)
        head.addWidget(self.button)
        head.addWidget(self.state, 1)
        self.tools = self._make_tools()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.tools)
        self.tools.hide()
        self._show_icon()
        follow_language(self._show_texts)

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """What belongs to the correction, as one reads it."""
        buttons = (self.again, self.none, self.oval, self.cancel, self.done)
        return *buttons, self.angle.slider, self.angle.number

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _show_icon(self) -> None:
        self._adjust.setIcon(icon("border"))

    def _show_texts(self) -> None:
        self.again.setText(self.tr("Find again"))
        self.again.setToolTip(self.tr("Let the program find the border of this print"))
        self.none.setText(self.tr("No border"))
        self.none.setToolTip(self.tr("Colour all of the photo"))
        self.oval.setText(self.tr("Oval"))
        self.oval.setToolTip(self.tr("The picture is an oval, as in the mounts of old portraits"))
        self.cancel.setText(self.tr("Cancel"))
        self.done.setText(self.tr("Done"))
        self.angle.set_texts(self.tr("Straighten"))
        self._hint.setText(
            self.tr("Drag the frame onto the edges of the picture. What lies outside gets no colour.")
        )
        self._hint.setToolTip(
            self.tr("Arrow keys move the frame, with Shift they size it; Enter accepts, Esc gives up.")
        )

    def _make_tools(self) -> QWidget:
        tools = ToolBox(self)
        tools.accepted.connect(self.accepted)
        self.again = tool_button(self)
        self.again.clicked.connect(self.find_again)
        self.none = tool_button(self)
        self.none.clicked.connect(self.removed)
        self.oval = tool_button(self)
        self.oval.setCheckable(True)
        self.oval.setObjectName("toggle")
        self.oval.clicked.connect(self.oval_chosen)
        self.cancel = tool_button(self)
        self.cancel.clicked.connect(self.cancelled)
        self.done = tool_button(self)
        self.done.clicked.connect(self.accepted)
        sliders = QWidget(tools)
        self.angle = SliderRow(ANGLE_SCALE, sliders)
        self.angle.add_to(slider_grid(sliders), 0)
        hint = self._hint = QLabel(tools)
        hint.setObjectName("secondary")
        hint.setWordWrap(True)
        hint.setContentsMargins(12, 0, 10, 0)
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(self.again, self.none))
        column.addLayout(_row(self.oval, self.cancel, self.done))
        column.addWidget(sliders)
        column.addWidget(hint)
        return tools


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 10, 0)
    row.setSpacing(6)
    for button in buttons:
        row.addWidget(button, 1)
    return row
