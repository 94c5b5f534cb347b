"""The program's icon as pixels: installers and executables take no SVG."""

import os
from pathlib import Path


def draw_icon(svg: Path, target: Path, size_px: int) -> Path:
    """Draw the square `svg` as a PNG of that size; returns `target`. Raises OSError when it cannot be written."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise OSError(f"The icon could not be written to {target}.")
    del application  # it had to live as long as anything was drawn
    return target
