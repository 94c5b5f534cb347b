"""The blend panel: up to four presets to mix, each with its share, and the pad between them."""

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QIcon,
    QPainter,
    QPixmap,
    QStandardItemModel,
)
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from desktop.engine.edits.blend import MAX_CORNERS, Blend
from desktop.engine.imaging.palette import liveliest
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.dropped_data import items_in
from desktop.ui.base.texts import follow_language
from desktop.ui.document.display_names import display_name
from desktop.ui.widgets.blend_pad import BlendPad
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.gesture import new_gesture

_ICON = QSize(20, 14)


class PresetBox(ComboBox):
    """A list to choose a preset from by name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
        )  # half the panel, whatever the names
        self.setIconSize(_ICON)


class BlendPanel(QWidget):
    """Lists to choose presets from, sliders for their shares, and the pad between them.

    boxes: the lists of presets, in the order of the corners.
    """

    chosen = Signal(int, object, int)  # corner; Preset, or None for none; the gesture it belongs to
    moved = Signal(tuple, int)  # weights; the gesture they belong to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._presets: list[Preset] = []
        self._count = 0  # of presets at the corners
        self._icons: dict[tuple[str, ...], QIcon] = {}
        self.boxes = [PresetBox(self) for _ in range(MAX_CORNERS)]
        self.shares = [QLabel(self) for _ in range(MAX_CORNERS)]
        self.pad = BlendPad(self)
        self.pad.moved.connect(self.moved)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 2, 10, 10)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        for corner, (box, share) in enumerate(zip(self.boxes, self.shares, strict=True)):
            box.activated.connect(lambda row, corner=corner: self._choose(corner, row))
            share.setObjectName("secondary")
            share.setAlignment(Qt.AlignmentFlag.AlignRight if corner % 2 else Qt.AlignmentFlag.AlignLeft)
            lower = corner // 2
            grid.addWidget(box, 4 if lower else 0, corner % 2)
            grid.addWidget(share, 3 if lower else 1, corner % 2)
        grid.addWidget(self.pad, 2, 0, 1, 2)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        names = (
            self.tr("Preset at the upper left"),
            self.tr("Preset at the upper right"),
            self.tr("Preset at the lower left"),
            self.tr("Preset at the lower right"),
        )
        for box, name in zip(self.boxes, names, strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
        self._presets = []  # their names are other ones now

    def show_blend(self, blend: Blend | None, presets: list[Preset]) -> None:
        """Show a blend, and offer `presets`, which can be mixed with its own, for its corners."""
        if presets != self._presets:
            self._presets = presets
            for box in self.boxes:
                self._fill(box)
        corners = () if blend is None else blend.corners
        has_natural = any(corner.preset.is_natural for corner in corners)
        for place, box in enumerate(self.boxes):
            preset = corners[place].preset if place < len(corners) else None
            box.setEnabled(place <= len(corners))
            self._offer_natural(box, preset is not None or not has_natural)
            if preset is None:
                box.setCurrentIndex(0)
            else:
                # A preset that has been deleted has no row: its name stands there alone.
                box.setPlaceholderText(display_name(preset))
                box.setCurrentIndex(1 + presets.index(preset) if preset in presets else -1)
            share = (
                self.tr("{percent} %").format(percent=round(100 * corners[place].weight)) if preset else ""
            )
            self.shares[place].setText(share if len(corners) > 1 else "")
        self._count = len(corners)
        weights = tuple(corner.weight for corner in corners) or (1.0,)
        colours = tuple(liveliest(corner.preset.palette) for corner in corners) or ("#808080",)
        self.pad.show_weights(weights, colours)
        share = self.tr("{name} {percent} %")
        parts = [
            share.format(name=display_name(corner.preset), percent=round(100 * corner.weight))
            for corner in corners
        ]
        self.pad.setAccessibleDescription(", ".join(parts))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._preset_in(event.mimeData()) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.pad.invite(True)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.pad.invite(False)

    def dropEvent(self, event: QDropEvent) -> None:
        self.pad.invite(False)
        preset = self._preset_in(event.mimeData())
        if preset is not None:
            self.chosen.emit(self._corner_at(event.position().toPoint()), preset, new_gesture())

    def _preset_in(self, mime: QMimeData) -> Preset | None:
        """The preset that is dragged, if it is one of the gallery; files of others would have to be read first."""
        for item in items_in(mime):
            if item.is_preset and item.path is not None:
                stem = item.path.stem
                return next((preset for preset in self._presets if preset.slug == stem), None)
        return None

    def _corner_at(self, position: QPoint) -> int:
        """The corner that is meant: that of the list below the pointer, else the next free, else the nearest."""
        for corner, box in enumerate(self.boxes):
            if box.geometry().contains(position):
                return min(corner, self._count)
        if self._count < MAX_CORNERS:
            return self._count
        middle = self.pad.geometry().center()
        return (position.x() > middle.x()) + 2 * (position.y() > middle.y())

    def _fill(self, box: ComboBox) -> None:
        box.clear()
        box.addItem(self.tr("None"))
        for preset in self._presets:
            box.addItem(self._icon(preset.palette), display_name(preset))

    def _offer_natural(self, box: ComboBox, offered: bool) -> None:
        """Natural colours are in a blend once. Where they cannot be chosen, arrow keys have to pass them over."""
        model = box.model()
        for row, preset in enumerate(self._presets, start=1):
            if preset.is_natural and isinstance(model, QStandardItemModel):
                model.item(row).setEnabled(offered)

    def _choose(self, corner: int, row: int) -> None:
        self.chosen.emit(corner, self._presets[row - 1] if row else None, self.boxes[corner].gesture)

    def _icon(self, palette: tuple[str, ...]) -> QIcon:
        if palette not in self._icons:
            pixmap = QPixmap(_ICON * 2)
            pixmap.setDevicePixelRatio(2)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            width = _ICON.width() / max(len(palette), 1)
            for place, colour in enumerate(palette):
                painter.fillRect(QRectF(place * width, 0, width, _ICON.height()), QColor(colour))
            painter.end()
            self._icons[palette] = QIcon(pixmap)
        return self._icons[palette]
