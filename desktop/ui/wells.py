"""Places to drop things on: the first-run screen, and the zones that appear while something is dragged."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import draw_icon
from desktop.ui.theme import current_theme


class Well(QAbstractButton):
    """A dashed frame with an icon, a title and a hint; lights up when something is held over it."""

    def __init__(self, icon_name: str, title: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name, self._hint = icon_name, hint
        self._lit = False
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

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
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(260, 210)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        warm = self._lit or self.underMouse() or self.hasFocus()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        pen = QPen(theme["accent" if warm else "disabled"], 2.0 if self._lit else 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(theme["chosen" if self._lit else "panel"])
        painter.drawRoundedRect(frame, 14, 14)
        self._paint_words(painter, frame)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        theme = current_theme()
        color = theme["accent" if self._lit else "text"]
        title_font, hint_font = QFont(self.font()), QFont(self.font())
        title_font.setPointSizeF(self.font().pointSizeF() * 1.15)
        title_font.setWeight(QFont.Weight.DemiBold)
        icon_px, gap = 40.0, 10.0
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        width = frame.width() - 32
        painter.setFont(title_font)
        title = painter.boundingRect(QRectF(0, 0, width, 200), flags, self.text())
        painter.setFont(hint_font)
        hint = painter.boundingRect(QRectF(0, 0, width, 200), flags, self._hint) if self._hint else QRectF()
        height = icon_px + gap + title.height() + (4 + hint.height() if self._hint else 0)
        top = frame.center().y() - height / 2
        corner = QPointF(frame.center().x() - icon_px / 2, top)
        draw_icon(painter, self._icon_name, QRectF(corner.x(), corner.y(), icon_px, icon_px), color)
        painter.setPen(color)
        painter.setFont(title_font)
        left, top = frame.x() + 16, top + icon_px + gap
        painter.drawText(QRectF(left, top, width, title.height()), flags, self.text())
        painter.setPen(theme["muted"])
        painter.setFont(hint_font)
        painter.drawText(QRectF(left, top + title.height() + 4, width, hint.height() + 2), flags, self._hint)


class Welcome(QWidget):
    """What is seen before there is a photo: one sentence, two wells and a sample."""

    photo_requested = Signal()
    painting_requested = Signal()
    sample_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        heading = QLabel(self.tr("Colour a photograph like a painting"), self)
        heading.setObjectName("heading")
        sentence = QLabel(self)
        sentence.setText(
            self.tr("Drop a black-and-white photograph; pick a painting on the right, or drop your own.")
        )
        sentence.setObjectName("secondary")
        hint = self.tr("Drop it here, or click to choose")
        self.photo_well = Well("photo", self.tr("Photo to colour"), hint)
        self.painting_well = Well("painting", self.tr("Painting to take colours from"), hint)
        self.photo_well.clicked.connect(self.photo_requested)
        self.painting_well.clicked.connect(self.painting_requested)
        self.sample_button = QPushButton(self.tr("Try a sample"), self)
        self.sample_button.clicked.connect(self.sample_requested)
        wells = QHBoxLayout()
        wells.setSpacing(20)
        wells.addStretch(1)
        for well in (self.photo_well, self.painting_well):
            well.setMaximumSize(340, 230)
            wells.addWidget(well, 6)
        wells.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 24, 40, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        for label in (heading, sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addSpacing(14)
        layout.addLayout(wells, 5)
        layout.addSpacing(14)
        layout.addWidget(self.sample_button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(2)
