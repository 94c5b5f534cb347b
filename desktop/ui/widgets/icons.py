"""Icons of one family: single-stroke SVGs that take the colour of the text around them."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLineEdit

from desktop.engine.core.paths import shipped_dir
from desktop.ui.widgets.theme import current_theme

ICON_SIZE = QSize(20, 20)
_SIZES_PX = (16, 20, 24, 32, 40, 60)


@cache
def _renderer(name: str, color: str) -> QSvgRenderer:
    """An icon that was read, in a colour "#rrggbb"."""
    source = (shipped_dir() / "resources" / "icons" / f"{name}.svg").read_text("utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", color).encode()))


def draw_icon(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Paint an icon into `rect`, in device-independent pixels, at any scale."""
    _renderer(name, color.name()).render(painter, rect)


@cache
def _shape(name: str, size_px: int) -> QImage:
    """An icon in black: in another theme's colour no SVG has to be read and drawn again."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(0, 0, size_px, size_px), QColor("black"))
    painter.end()
    return image


@cache
def _coloured(name: str, size_px: int, color: int) -> QImage:
    """The same in a colour (QRgb). Images and not pixmaps are kept, since those must not outlive the application."""
    image = _shape(name, size_px).copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgb(color))
    painter.end()
    return image


def _pixmap(name: str, size_px: int, color: QColor) -> QPixmap:
    return QPixmap.fromImage(_coloured(name, size_px, color.rgb()))


def icon(name: str) -> QIcon:
    """The icon in the present theme's colours, for normal and disabled widgets."""
    theme = current_theme()
    result = QIcon()
    for size_px in _SIZES_PX:
        result.addPixmap(_pixmap(name, size_px, theme["text"]), QIcon.Mode.Normal)
        result.addPixmap(_pixmap(name, size_px, theme["disabled"]), QIcon.Mode.Disabled)
    return result


def refresh_clear_button(field: QLineEdit) -> None:
    """Have the button that empties a field in the present theme's colours: Qt asks the style for its icon but once."""
    action = field.findChild(QAction, "_q_qlineeditclearaction")
    if action is not None:
        action.setIcon(icon("close"))


def application_icon() -> QIcon:
    """The program's own icon."""
    result = QIcon()
    for size_px in (16, 32, 48, 64, 128, 256):
        result.addPixmap(QPixmap.fromImage(_shape("tintype", size_px)))
    return result
