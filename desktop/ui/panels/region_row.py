"""A region in the panel: whether it is visible, its name, and a button to delete it."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.engine.colour.spaces import ab_to_hex
from desktop.engine.edits.edit import PaintedRegion
from desktop.ui.document.display_names import display_names
from desktop.ui.widgets.icons import icon

_ICON = QSize(18, 18)


class RegionRow(QWidget):
    """A row of three buttons for one region; it knows nothing of the document."""

    visible_toggled = Signal(bool)
    chosen = Signal(bool)
    deleted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.eye = QToolButton(self)
        self.eye.setCheckable(True)
        self.name = QPushButton(self)
        self.name.setObjectName("regionName")
        self.name.setCheckable(True)
        self.name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.delete = QToolButton(self)
        for button in (self.eye, self.delete):
            button.setIconSize(_ICON)
            button.setObjectName("regionTool")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.eye.clicked.connect(self.visible_toggled)
        self.name.clicked.connect(self.chosen)
        self.delete.clicked.connect(self.deleted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 3, 0)
        layout.setSpacing(4)
        layout.addWidget(self.eye)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.delete)

    def show_region(self, number: int, region: PaintedRegion, *, chosen: bool) -> None:
        """Show region `number`, from 1: by its presets, its colour, or as in the colours of the whole photo."""
        name, visible = display_names(region.blend) or self.tr("Colours of the whole photo"), region.visible
        if region.colour is not None:
            name = self.tr("One colour")
        self.name.setIcon(QIcon() if region.colour is None else _patch(ab_to_hex(*region.colour)))
        self.name.setText(self.tr("{number}  {name}").format(number=number, name=name))
        self.name.setChecked(chosen)
        self.name.setToolTip(self.tr("Paint this region, and choose its preset or colour"))
        self.eye.setChecked(visible)
        hint = self.tr("Hide region {number}") if visible else self.tr("Show region {number}")
        for button, text in ((self.eye, hint), (self.delete, self.tr("Delete region {number}"))):
            button.setToolTip(text.format(number=number))
            button.setAccessibleName(text.format(number=number))
        self._show_icons()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show_icons()

    def _show_icons(self) -> None:
        self.eye.setIcon(icon("eye" if self.eye.isChecked() else "eye-closed"))
        self.delete.setIcon(icon("delete"))


def _patch(colour: str) -> QIcon:
    """A square of one colour "#rrggbb"."""
    pixmap = QPixmap(_ICON)
    pixmap.fill(QColor(colour))
    return QIcon(pixmap)
