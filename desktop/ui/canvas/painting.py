"""Paints the canvas: one picture or two beside each other, the split between before and after, labels, and the tool."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter

from desktop.ui.canvas.before_after import (
    BeforeAfter,
    paint_divider,
    paint_label,
    paint_picture,
    shows_own_colours,
)
from desktop.ui.canvas.tool import Tool
from desktop.ui.document.viewport import Viewport
from desktop.ui.widgets.theme import current_theme

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Scene:
    """What there is to paint.

    panes: one rectangle for the picture, or two with before in the first. divider_x: where the picture is split; None
    where it is not. original: whether the original is held in front of everything.
    """

    picture: BeforeAfter
    viewport: Viewport
    panes: list[QRect]
    divider_x: float | None
    original: bool
    tool: Tool | None


def paint_scene(painter: QPainter, scene: Scene) -> None:
    """Paint the photo, what is seen of it, and what belongs over it."""
    for index, pane in enumerate(scene.panes):
        painter.save()
        _move_into(painter, pane)
        before = scene.original or (len(scene.panes) == 2 and index == 0)
        paint_picture(painter, scene.picture, scene.viewport, before=before)
        painter.restore()
    split_x = None if len(scene.panes) == 2 or scene.original else scene.divider_x
    if split_x is not None:
        _paint_before(painter, scene, split_x)  # below the tool, which is used on both sides
    if scene.tool is not None and not scene.original:
        painter.save()
        _move_into(painter, scene.panes[-1])
        scene.tool.paint(painter, scene.viewport)
        painter.restore()
    if len(scene.panes) == 2 or scene.original:
        _paint_labels(painter, scene)
    elif split_x is not None:
        _paint_divider(painter, scene, split_x)


def original_name(scene: Scene) -> str:
    """What before is called: a photo with colours of its own is said to be shown in grey, where it is."""
    if scene.picture.original is None or shows_own_colours(scene.picture, scene.viewport):
        return translate("Canvas", "Original")
    return translate("Canvas", "Original in grey")


def _move_into(painter: QPainter, pane: QRect) -> None:
    painter.setClipRect(pane)
    painter.translate(pane.topLeft())


def _seen_in(scene: Scene, pane: QRect) -> QRectF:
    """Where the photo is seen in a pane."""
    return scene.viewport.target().translated(pane.topLeft()).intersected(QRectF(pane))


def _paint_labels(painter: QPainter, scene: Scene) -> None:
    """Say in each pane which picture it shows."""
    original, coloured = original_name(scene), translate("Canvas", "Coloured")
    texts = (original, original if scene.original else coloured)
    for pane, text in zip(scene.panes, texts, strict=False):
        paint_label(painter, _seen_in(scene, pane), text, left=True)


def _paint_before(painter: QPainter, scene: Scene, x: float) -> None:
    """Paint before over after, to the left of the divider."""
    pane = scene.panes[0]
    painter.save()
    painter.setClipRect(QRectF(0, 0, x, pane.height()))
    painter.fillRect(pane, current_theme()["surround"])
    paint_picture(painter, scene.picture, scene.viewport, before=True)
    painter.restore()


def _paint_divider(painter: QPainter, scene: Scene, x: float) -> None:
    """Paint the divider, and say what is on either side of it."""
    seen = _seen_in(scene, scene.panes[0])
    paint_divider(painter, seen, x)
    paint_label(painter, seen, original_name(scene), left=True)
    paint_label(painter, seen, translate("Canvas", "Coloured"), left=False)
