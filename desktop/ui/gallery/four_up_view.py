"""Four presets large and side by side on one's own photo, over the canvas: click one to take it."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.store.preset_library import Preset
from desktop.ui.base.plain_text import plain_tip
from desktop.ui.base.texts import follow_language
from desktop.ui.document.display_names import byline, display_name
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.fitting import fitted
from desktop.ui.widgets.theme import current_theme

COUNT = 4
TEXT_HEIGHT_PX = 26
HEAD_GAPS_PX = 60  # beside and between what stands in the first row
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -2, Qt.Key.Key_Down: 2}


class PresetTile(QAbstractButton):
    """The photo under one preset, and the preset's name below it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.preset: Preset | None = None
        self.image: QImage | None = None
        follow_language(self._show_texts)
        self.show_preset(None)

    def show_preset(self, preset: Preset | None) -> None:
        """Stand for a preset, whose picture is to come; None for nothing."""
        self.preset, self.image = preset, None
        self.setVisible(preset is not None)
        self._show_texts()
        self.update()

    def _show_texts(self) -> None:
        preset = self.preset
        self.setText("" if preset is None else display_name(preset))
        self.setAccessibleName(self.text() or self.tr("Preset"))
        self.setAccessibleDescription("" if preset is None else byline(preset))
        self.setToolTip(plain_tip(self.accessibleDescription()))

    def show_image(self, image: QImage) -> None:
        """Show the photo under the preset."""
        self.image = image
        self.update()

    def room(self) -> QSize:
        """The room for the picture, in device pixels."""
        return (
            QSizeF(self.width() - 8, self.height() - TEXT_HEIGHT_PX - 8) * self.devicePixelRatioF()
        ).toSize()

    def sizeHint(self) -> QSize:
        return QSize(200, 160)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        card = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["chosen" if self.isDown() else "hover"])
            painter.drawRoundedRect(card, 7, 7)
        if self.hasFocus():
            painter.setPen(QPen(theme["accent"], 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(card, 7, 7)
        room = card.adjusted(3, 3, -3, -3 - TEXT_HEIGHT_PX)
        if self.image is not None:
            painter.drawImage(fitted(QSizeF(self.image.size()), room), self.image)
        painter.setPen(theme["text"])
        text = QRectF(room.left(), room.bottom() + 2, room.width(), TEXT_HEIGHT_PX)
        name = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, int(text.width()))
        painter.drawText(text, Qt.AlignmentFlag.AlignCenter, name)


class FourUpView(QWidget):
    """Four presets that cover the whole parent widget.

    chosen: a preset was taken. turned: by how many presets to go on.
    """

    chosen = Signal(Preset)
    turned = Signal(int)
    closed = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._covered = parent
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName("fourUp")
        self.tiles = [PresetTile(self) for _ in range(COUNT)]
        self.place = ElidedLabel(self)
        self._numbers: dict[str, int] = {}
        self.place.setObjectName("secondary")
        self.previous = QPushButton(self)
        self.next = QPushButton(self)
        self.close_button = QPushButton(self)
        self.previous.clicked.connect(lambda: self.turned.emit(-COUNT))
        self.next.clicked.connect(lambda: self.turned.emit(COUNT))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        for button in (self.previous, self.next, self.close_button):
            head.addWidget(button)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, tile in enumerate(self.tiles):
            grid.addWidget(tile, number // 2, number % 2)
            tile.clicked.connect(lambda _checked=False, tile=tile: self.chosen.emit(tile.preset))
            tile.installEventFilter(self)
        for line in range(2):
            grid.setRowStretch(line, 1)
            grid.setColumnStretch(line, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.addLayout(head)
        layout.addLayout(grid, 1)
        parent.installEventFilter(self)
        follow_language(self._show_texts)
        self.hide()

    def _show_texts(self) -> None:
        self.previous.setText(self.tr("Previous four"))
        self.next.setText(self.tr("Next four"))
        self.close_button.setText(self.tr("Close"))
        self._show_place()

    def open(self) -> None:
        """Cover the parent and take the keyboard."""
        self.setGeometry(self._covered.rect())
        self.show()
        self.raise_()
        self.tiles[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_presets(self, presets: list[Preset], first: int, total: int) -> None:
        """Show up to four presets, of which the first is number `first` (from 0) of `total`."""
        for number, tile in enumerate(self.tiles):
            tile.show_preset(presets[number] if number < len(presets) else None)
        self._numbers = {"first": first + 1, "last": first + len(presets), "total": total}
        self._show_place()
        self.previous.setEnabled(first > 0)
        self.next.setEnabled(first + len(presets) < total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_place()

    def _show_place(self) -> None:
        """Say which presets these are, in as many words as there is room for."""
        if not self._numbers:
            return
        buttons = (self.previous, self.next, self.close_button)
        room = self.width() - sum(button.sizeHint().width() for button in buttons) - HEAD_GAPS_PX
        whole = self.tr("Presets {first} to {last} of {total}: click one to take it").format(**self._numbers)
        brief = self.tr("{first} to {last} of {total}").format(**self._numbers)
        self.place.setText(whole if self.place.fontMetrics().horizontalAdvance(whole) <= room else brief)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._covered and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
            self.resized.emit()
        if (
            isinstance(watched, PresetTile)
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
        ):
            return self._press(watched, Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _press(self, tile: PresetTile, key: Qt.Key) -> bool:
        """Go from one to the next by arrows, take one by Return or its number, turn by the page keys."""
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            button = self.next if key == Qt.Key.Key_PageDown else self.previous
            button.click()
        elif key in _STEPS:
            number = self.tiles.index(tile) + _STEPS[key]
            if 0 <= number < COUNT and self.tiles[number].preset is not None:
                self.tiles[number].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            tile.click()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_4 and self.tiles[key - Qt.Key.Key_1].preset is not None:
            self.tiles[key - Qt.Key.Key_1].click()
        else:
            return False
        return True
