"""A drop target: of the welcome screen, and of the zones that appear while something is dragged."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.ui.widgets.icons import draw_icon
from desktop.ui.widgets.theme import current_theme

_ICON_PX, _GAP_PX = 40.0, 10.0
_FRAME_PX, _SIDE_PX, _ABOVE_PX, _LEADING_PX = 2, 16, 12, 4
_WRAPPED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_CENTRED = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True)
class _Words:
    """Title and hint as they are painted; the hint's height with the leading above it, 0 for none."""

    title_font: QFont
    hint_font: QFont
    title_px: float
    hint_px: float


class DropTarget(QAbstractButton):
    """A dashed frame with an icon, a title and a hint; lights up when something is held over it."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._hint = icon_name, ""
        self._lit = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def lit(self) -> bool:
        """Whether something is held over it."""
        return self._lit

    def light(self, on: bool) -> None:
        self._lit = on
        self.update()

    def set_text(self, icon_name: str, title: str, hint: str = "") -> None:
        self._icon_name, self._hint = icon_name, hint
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 210)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its words need; it takes more where there is more."""
        words = self._measure(width - 2 * (_FRAME_PX + _SIDE_PX))
        return ceil(_ICON_PX + _GAP_PX + words.title_px + words.hint_px + 2 * (_FRAME_PX + _ABOVE_PX))

    def _measure(self, width: float) -> "_Words":
        """How high title and hint are, broken into lines of at most `width`."""
        title_font, hint_font = QFont(self.font()), QFont(self.font())
        title_font.setPointSizeF(self.font().pointSizeF() * 1.15)
        title_font.setWeight(QFont.Weight.DemiBold)
        room = QRectF(0, 0, max(width, 1), 10_000)
        title_px = QFontMetricsF(title_font).boundingRect(room, _WRAPPED, self.text()).height()
        hint_px = QFontMetricsF(hint_font).boundingRect(room, _WRAPPED, self._hint).height() + _LEADING_PX
        return _Words(title_font, hint_font, title_px, hint_px if self._hint else 0.0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        warm = self._lit or self.underMouse() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(_FRAME_PX, _FRAME_PX, -_FRAME_PX, -_FRAME_PX)
        pen = QPen(theme["accent" if warm else "disabled"], 2.0 if self._lit else 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme["chosen" if self._lit else "panel"])
        painter.drawRoundedRect(frame, 14, 14)
        self._paint_words(painter, frame)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        theme = current_theme()
        color = theme["accent" if self._lit else "text"]
        width = frame.width() - 2 * _SIDE_PX
        words = self._measure(width)
        height = _ICON_PX + _GAP_PX + words.title_px + words.hint_px
        if height > frame.height():  # beside much else in a very low window
            place = QRectF(frame.x() + _SIDE_PX, frame.y(), width, frame.height())
            painter.setPen(color)
            painter.setFont(words.title_font)
            painter.drawText(place, _CENTRED, self.text())
            return
        top = frame.center().y() - height / 2
        place = QRectF(frame.center().x() - _ICON_PX / 2, top, _ICON_PX, _ICON_PX)
        draw_icon(painter, self._icon_name, place, color)
        left, top = frame.x() + _SIDE_PX, top + _ICON_PX + _GAP_PX
        painter.setPen(color)
        painter.setFont(words.title_font)
        painter.drawText(QRectF(left, top, width, words.title_px), _WRAPPED, self.text())
        painter.setPen(theme["muted"])
        painter.setFont(words.hint_font)
        place = QRectF(left, top + words.title_px + _LEADING_PX, width, words.hint_px)
        painter.drawText(place, _WRAPPED, self._hint)
