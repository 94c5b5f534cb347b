"""A row of small colours, one of which can be picked."""

from itertools import takewhile

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from desktop.ui.widgets.theme import current_theme

_SIZE = QSize(26, 24)
_TICK = (QPointF(-4, 0), QPointF(-1, 3), QPointF(4, -3.5))


class Swatch(QToolButton):
    """One colour as a button; the picked one has a ring and a tick."""

    def __init__(self, colour: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Be called so."""
        self.setAccessibleName(name)
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        return _SIZE

    def minimumSizeHint(self) -> QSize:
        return _SIZE

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, fill = QRectF(self.rect()).adjusted(3, 3, -3, -3), QColor(self.colour)
        painter.setPen(theme["border"])  # or a dark colour is lost on a dark panel
        painter.setBrush(fill)
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            painter.setPen(theme["accent"] if self.isChecked() or self.hasFocus() else theme["muted"])
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.isChecked():
            pen = painter.pen()
            pen.setColor(QColor("black" if fill.lightnessF() > 0.5 else "white"))
            pen.setWidthF(1.8)
            painter.setPen(pen)
            middle = rect.center()
            painter.drawPolyline([middle + offset for offset in _TICK])


class Swatches(QWidget):
    """A row of swatches."""

    picked = Signal(str)  # "#rrggbb"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = "{colour}"
        self.buttons: list[Swatch] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)

    def set_text(self, text: str) -> None:
        """Say what the button of a colour does; text: with the field {colour}."""
        self._text = text
        for button in self.buttons:
            button.set_name(text.format(colour=button.colour))

    def show_colours(self, colours: tuple[str, ...], chosen: str | None) -> None:
        """Show these colours ("#rrggbb"), one of them picked."""
        if colours != tuple(button.colour for button in self.buttons):
            self._make(colours)
        for button in self.buttons:
            button.setChecked(button.colour == chosen)

    def _make(self, colours: tuple[str, ...]) -> None:
        """Make buttons from the first that differs, so that those before it keep the focus."""
        pairs = zip(colours, self.buttons, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1].colour, pairs))
        for button in self.buttons[same:]:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        del self.buttons[same:]
        for colour in colours[same:]:
            button = Swatch(colour, self._text.format(colour=colour), self)
            button.clicked.connect(lambda _checked=False, colour=colour: self.picked.emit(colour))
            self._row.addWidget(button)
            self.buttons.append(button)
