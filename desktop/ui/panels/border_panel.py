"""The panel that tells whether the photo has the border of a print, and has it corrected."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.panels.framing_panel import ANGLE_SCALE
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.slider_row import SliderRow, slider_grid
from desktop.ui.widgets.tool_button import tool_button

_ICON = QSize(18, 18)


class BorderPanel(QWidget):
    """A button with the state of the border beside it, and the tools to correct the border while that is done."""

    find_again = Signal()
    removed = Signal()
    accepted = Signal()
    cancelled = Signal()

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icon()

    def _show_icon(self) -> None:
        self._adjust.setIcon(icon("border"))

    def _make_tools(self) -> QWidget:
        tools = QWidget(self)
        self.again = tool_button(
            self.tr("Find again"), self.tr("Let the program find the border of this print"), self
        )
        self.again.clicked.connect(self.find_again)
        self.none = tool_button(self.tr("No border"), self.tr("Colour all of the photo"), self)
        self.none.clicked.connect(self.removed)
        self.cancel = tool_button(self.tr("Cancel"), "", self)
        self.cancel.clicked.connect(self.cancelled)
        self.done = tool_button(self.tr("Done"), "", self)
        self.done.clicked.connect(self.accepted)
        sliders = QWidget(tools)
        self.angle = SliderRow(self.tr("Straighten"), ANGLE_SCALE, sliders)
        self.angle.add_to(slider_grid(sliders), 0)
        hint = QLabel(
            self.tr("Drag the frame onto the edges of the picture. What lies outside gets no colour."), tools
        )
        hint.setObjectName("secondary")
        hint.setWordWrap(True)
        hint.setContentsMargins(12, 0, 10, 0)
        hint.setToolTip(
            self.tr("Arrow keys move the frame, with Shift they size it; Enter accepts, Esc gives up.")
        )
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(_row(self.again, self.none))
        column.addLayout(_row(self.cancel, self.done))
        column.addWidget(sliders)
        column.addWidget(hint)
        return tools


def _row(first: QPushButton, second: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 10, 0)
    row.setSpacing(6)
    row.addWidget(first, 1)
    row.addWidget(second, 1)
    return row
