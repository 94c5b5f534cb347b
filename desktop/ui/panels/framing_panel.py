"""The panel to crop, straighten and turn the photo."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop.engine.edits.framing import MAX_ANGLE
from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.slider_row import Scale, SliderRow, slider_grid
from desktop.ui.widgets.tool_box import ToolBox
from desktop.ui.widgets.tool_button import tool_button

RATIOS = ((1, 1), (5, 4), (4, 3), (7, 5), (3, 2), (16, 9))
ANGLE_SCALE = Scale(-MAX_ANGLE, MAX_ANGLE, 0.0, shown=1.0, decimals=1, suffix=" °", fine=True)
OF_PHOTO = 0.0  # the ratio of the photo itself
_ICON = QSize(18, 18)


class FramingPanel(QWidget):
    """Buttons that are always there, and the tools of the crop while one is being chosen."""

    ratio_chosen = Signal(object)  # width / height of the longer side lying, `OF_PHOTO`, or None for any
    reset = Signal()
    accepted = Signal()
    cancelled = Signal()

    def __init__(self, crop: QAction, left: QAction, right: QAction, parent: QWidget | None = None) -> None:
        """The actions that begin a crop and turn the photo."""
        super().__init__(parent)
        self.crop_button = self._make_button(crop, text=True)
        self.left_button, self.right_button = self._make_button(left), self._make_button(right)
        self._icons = {left: "turn-left", right: "turn-right", crop: "crop"}
        self.reset_button = QPushButton(self)
        self.reset_button.setObjectName("quiet")
        self.reset_button.clicked.connect(self.reset)
        head = QHBoxLayout()
        head.setContentsMargins(12, 2, 3, 2)
        head.setSpacing(4)
        for button in (self.crop_button, self.left_button, self.right_button):
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.reset_button)
        self.tools = self._make_tools()
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.tools)
        self.show_cropping(False, changed=False)
        self._show_icons()
        follow_language(self._show_texts)

    def show_cropping(self, cropping: bool, *, changed: bool) -> None:
        """Show whether the photo is being cropped, and whether there is anything to reset."""
        if not cropping and self.tools.isAncestorOf(self.window().focusWidget()):
            self.crop_button.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the keyboard goes away
        self.tools.setVisible(cropping)
        self.reset_button.setEnabled(changed)

    @property
    def crop_controls(self) -> tuple[QWidget, ...]:
        """What belongs to the crop, as one reads it."""
        return (
            *(self.line, self.cancel, self.done, self.ratio, self.swap),
            *(self.angle.slider, self.angle.number),
        )

    def add(self, widget: QWidget) -> None:
        """Put a further tool below."""
        self._column.addWidget(widget)

    def show_free(self) -> None:
        """Begin without a ratio that is kept."""
        self.ratio.setCurrentIndex(0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icons()

    def _show_icons(self) -> None:
        for action, name in self._icons.items():
            action.setIcon(icon(name))

    def _show_texts(self) -> None:
        self.reset_button.setText(self.tr("Reset"))
        self.reset_button.setToolTip(self.tr("Show all of the photo, as it is"))
        self._hint.setText(self.tr("Drag the frame, its corners and edges. Enter accepts, Esc gives up."))
        self._hint.setToolTip(
            self.tr("Arrow keys move the frame, with Shift they size it; Home takes all of it.")
        )
        self._ratio_label.setText(self.tr("Ratio"))
        self.ratio.setAccessibleName(self.tr("Ratio"))
        named = (self.tr("{width} : {height}").format(width=width, height=height) for width, height in RATIOS)
        for row, text in enumerate((self.tr("Free"), self.tr("As the photo"), *named)):
            self.ratio.setItemText(row, text)
        self.swap.setText(self.tr("Swap"))
        self.swap.setToolTip(self.tr("Portrait instead of landscape, or the other way round"))
        self.angle.set_texts(self.tr("Straighten"))
        self.line.setText(self.tr("Draw line"))
        self.line.setToolTip(self.tr("Draw along what is to be level or upright (or hold Ctrl)"))
        self.done.setText(self.tr("Done"))
        self.cancel.setText(self.tr("Cancel"))

    def _make_button(self, action: QAction, *, text: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName("framingTool")
        button.setIconSize(_ICON)
        beside, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(beside if text else alone)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _make_tools(self) -> QWidget:
        tools = ToolBox(self)
        tools.accepted.connect(self.accepted)
        hint = self._hint = QLabel(tools)
        hint.setObjectName("secondary")
        hint.setWordWrap(True)
        hint.setContentsMargins(12, 0, 10, 0)
        self.ratio = ComboBox(tools)
        self.ratio.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value in (None, OF_PHOTO, *(width / height for width, height in RATIOS)):
            self.ratio.addItem("", value)
        self.ratio.activated.connect(lambda _index: self.ratio_chosen.emit(self.ratio.currentData()))
        self.swap = tool_button(self)
        self._ratio_label = QLabel(tools)
        ratio = QHBoxLayout()
        ratio.setContentsMargins(12, 0, 10, 0)
        ratio.setSpacing(6)
        ratio.addWidget(self._ratio_label)
        ratio.addWidget(self.ratio, 1)
        ratio.addWidget(self.swap)
        sliders = QWidget(tools)
        self.angle = SliderRow(ANGLE_SCALE, sliders)
        self.angle.add_to(slider_grid(sliders), 0)
        self.line = tool_button(self)
        self.line.setCheckable(True)
        self.line.setObjectName("toggle")
        self.done = tool_button(self)
        self.done.clicked.connect(self.accepted)
        self.cancel = tool_button(self)
        self.cancel.clicked.connect(self.cancelled)
        ends = QHBoxLayout()
        ends.setContentsMargins(12, 2, 10, 0)
        ends.setSpacing(6)
        ends.addWidget(self.line)
        ends.addStretch(1)
        ends.addWidget(self.cancel)
        ends.addWidget(self.done)
        column = QVBoxLayout(tools)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(ends)
        column.addLayout(ratio)
        column.addWidget(sliders)
        column.addWidget(hint)
        return tools
