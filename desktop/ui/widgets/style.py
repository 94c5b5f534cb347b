"""The style of the application: Fusion, with ticks, dots and arrows of our own icons wherever Qt draws one."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QIcon, QPainter, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QWidget

from desktop.ui.widgets.icons import draw_icon, icon
from desktop.ui.widgets.theme import current_theme

_BOX_PX = 16.0
_ARROWS = {
    QStyle.PrimitiveElement.PE_IndicatorArrowRight: "folded",
    QStyle.PrimitiveElement.PE_IndicatorArrowDown: "unfolded",
}
_ICONS = {QStyle.StandardPixmap.SP_LineEditClearButton: "close"}


class Style(QProxyStyle):
    """Paints what the style sheet leaves to Fusion in the colours of the current theme."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.PrimitiveElement.PE_IndicatorCheckBox:
            _paint_check_box(painter, QRectF(option.rect), option.state)
        elif element == QStyle.PrimitiveElement.PE_IndicatorMenuCheckMark:
            _paint_menu_mark(painter, option)
        elif element in _ARROWS:
            color = current_theme()["muted" if option.state & QStyle.StateFlag.State_Enabled else "disabled"]
            draw_icon(painter, _ARROWS[element], _square(QRectF(option.rect), _BOX_PX), color)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def standardIcon(
        self,
        standard: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        if standard in _ICONS:
            return icon(_ICONS[standard])
        return super().standardIcon(standard, option, widget)


def _square(rect: QRectF, side: float) -> QRectF:
    """A square of at most this side in the middle of `rect`."""
    side = min(side, rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    return square


def _paint_check_box(painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> None:
    """As the radio buttons of the style sheet: an empty box, or a filled one with a tick."""
    theme, flags = current_theme(), QStyle.StateFlag
    enabled, checked = bool(state & flags.State_Enabled), bool(state & flags.State_On)
    edge = "accent" if checked or state & flags.State_HasFocus else "muted"
    box = _square(rect, _BOX_PX).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme[edge if enabled else "disabled"], 1.0))
    painter.setBrush(theme[("accent" if enabled else "disabled") if checked else "raised"])
    painter.drawRoundedRect(box, 4, 4)
    if checked:
        draw_icon(painter, "done", box.adjusted(1, 1, -1, -1), theme["on_accent" if enabled else "panel"])
    painter.restore()


def _paint_menu_mark(painter: QPainter, option: QStyleOption) -> None:
    """A tick where a menu's entry is on."""
    enabled = option.state & QStyle.StateFlag.State_Enabled
    color = current_theme()["text" if enabled else "disabled"]
    draw_icon(painter, "done", _square(QRectF(option.rect), _BOX_PX), color)
