"""Joins the regions panel, the brush and the document: every stroke is a step that can be undone."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from desktop.engine.colour.spaces import hex_to_ab
from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.stroke import Stroke
from desktop.engine.render.brush_masks import painted
from desktop.engine.render.frame_map import FrameMap, frame_map
from desktop.engine.render.framed import framed
from desktop.engine.render.regions import mask_guide, region_mask
from desktop.ui.base.service import LaneService
from desktop.ui.base.texts import follow_language
from desktop.ui.canvas.brush_tool import RADIUS_STEP, BrushTool
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.step import StepName
from desktop.ui.panels.regions_panel import RegionsPanel
from desktop.ui.widgets.qt_actions import connect

COLOUR_RADIUS = 0.1  # at least, to begin with: one click is to colour a thing, not a spot on it
FIRST_COLOUR = "#8c6a4f"  # a brown, where no painting offers another


@dataclass(frozen=True)
class _Ground:
    """What the brush paints on: the grey, what is painted, and the region's mask; each (h, w).

    frame: where the places of strokes lie; None where all of the photo is shown.
    """

    guide: Floats
    painted: Floats
    mask: Floats
    frame: FrameMap | None


class RegionsController(LaneService):
    """Has the brush paint on the chosen region; while none is chosen the brush is put away."""

    def __init__(
        self,
        panel: RegionsPanel,
        document: Document,
        editing: Editing,
        canvas: Canvas,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._document, self._editing, self._canvas = panel, document, editing, canvas
        self.brush = BrushTool(canvas)
        self._lane = self.add_lane("mask")
        self._shown: tuple[int | None, Blend | None] = None, None  # the region aimed at, and its presets
        self._connect_panel()
        self._make_actions()
        self.brush.painted.connect(self._paint)
        self._document.aim_changed.connect(self._show)
        self._document.edit_changed.connect(self._show)
        self._document.photo_changed.connect(self._show)
        self._document.tried_changed.connect(self._show_overlay)
        follow_language(self._show_texts)
        self._show()

    def put_away(self) -> bool:
        """Put the brush away; returns whether it was in use."""
        aimed = self._document.aim is not None
        self._document.set_aim(None)
        return aimed

    def add(self) -> None:
        """Begin another region, and take the brush for it."""
        edit, number = self._document.edit, len(self._document.edit.regions)
        edit = replace(edit, regions=(*edit.regions, PaintedRegion()))
        self._editing.change(edit, lambda: self.tr("Add region {number}").format(number=number + 1))
        self._panel.mask_toggle.setChecked(True)
        self._take_up(number)

    def add_colour(self) -> None:
        """Begin a region of one colour: the first of the painting's, until another one is chosen."""
        edit, number = self._document.edit, len(self._document.edit.regions)
        first = next(iter(self._panel.colour.palette_colours), FIRST_COLOUR)
        edit = replace(edit, regions=(*edit.regions, PaintedRegion(colour=hex_to_ab(first))))
        self._editing.change(edit, lambda: self.tr("Add colour {number}").format(number=number + 1))
        self.brush.set_radius(max(self.brush.radius, COLOUR_RADIUS))
        self._panel.mask_toggle.setChecked(False)  # the colour is what is to be seen
        self._take_up(number)

    def _take_up(self, number: int | None) -> None:
        """Aim at a region and hand the keys to the canvas, where they move the brush; None puts it away."""
        self._document.set_aim(number)
        if number is not None:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_panel(self) -> None:
        panel, brush = self._panel, self.brush
        panel.added.connect(self.add)
        panel.colour_added.connect(self.add_colour)
        panel.colour.picked.connect(self._set_colour)
        panel.colour.cleared.connect(self._clear_colour)
        panel.chosen.connect(self._take_up)
        panel.visibility_changed.connect(self._set_visible)
        panel.deleted.connect(self._delete)
        panel.erase.toggled.connect(self._set_erase)
        panel.mask_toggle.toggled.connect(lambda _on: self._show_overlay())
        panel.invert.clicked.connect(self._invert)
        panel.amount.changed.connect(self._set_amount)
        panel.size_row.changed.connect(lambda radius, _gesture: brush.set_radius(radius))
        panel.feather.changed.connect(self._set_feather)
        brush.radius_changed.connect(panel.size_row.show_value)

    def _make_actions(self) -> None:
        self.smaller = self._make_action(Qt.Key.Key_BracketLeft)
        self.larger = self._make_action(Qt.Key.Key_BracketRight)
        connect(self.smaller, lambda: self.brush.set_radius(self.brush.radius / RADIUS_STEP))
        connect(self.larger, lambda: self.brush.set_radius(self.brush.radius * RADIUS_STEP))

    def _make_action(self, key: Qt.Key) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        return action

    def _show_texts(self) -> None:
        self.smaller.setText(self.tr("Smaller brush"))
        self.larger.setText(self.tr("Larger brush"))
        self._panel.show_regions(self._document.edit.regions, self._document.aim)

    def _show(self) -> None:
        """Show the regions, and get the brush ready for the one aimed at."""
        aim, edit, photo = self._document.aim, self._document.edit, self._document.photo
        if aim is None and self._panel.tools.isAncestorOf(self._panel.window().focusWidget()):
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the keyboard goes away
        self._panel.show_regions(edit.regions, aim)
        aimed = None if aim is None else (aim, edit.regions[aim].blend)
        if aimed is not None and self._shown[0] == aim and aimed[1] not in (None, self._shown[1]):
            self._panel.mask_toggle.setChecked(False)  # the preset just given to it is what is to be seen
        self._shown = aimed or (None, None)
        self._panel.colour.show_palette(edit.preset.palette if edit.preset is not None else ())
        for button in (self._panel.add_button, self._panel.add_colour_button):
            button.setEnabled(photo is not None)
        for action in (self.smaller, self.larger):
            action.setEnabled(aim is not None)
        if aim is None or photo is None:
            self._lane.cancel()
            self.brush.give_up()
            self.brush.set_ground(None, None, inverted=False)
            if self._canvas.tool is self.brush:
                self._canvas.set_tool(None)
            return
        region, framing = edit.regions[aim], edit.framing
        self._canvas.set_tool(self.brush)

        def work(token: CancelToken) -> _Ground:
            guide, frame = mask_guide(framed(photo, framing, token)), frame_map(photo, framing)
            mask = region_mask(guide, region, frame)
            return _Ground(guide, painted(guide, region.strokes, frame), mask, frame)

        def done(ground: _Ground) -> None:
            self.brush.set_ground(ground.guide, ground.painted, inverted=region.inverted, frame=ground.frame)
            self.brush.show_mask(ground.mask)

        self._lane.submit(work, done, interrupt=True)
        self._show_overlay()

    def _show_overlay(self) -> None:
        """Show the region's mask, unless a preset is being tried on it."""
        self.brush.shows_mask = self._panel.mask_toggle.isChecked() and self._document.tried is None
        self._canvas.update()

    def _paint(self, stroke: Stroke) -> None:
        region, erase = self._aimed, stroke.erase
        if region is not None:
            self._change(
                replace(region, strokes=(*region.strokes, stroke)),
                lambda: self.tr("Erase from region {number}") if erase else self.tr("Paint region {number}"),
            )

    def _invert(self, inverted: bool) -> None:
        if self._aimed is not None:
            self._change(replace(self._aimed, inverted=inverted), lambda: self.tr("Invert region {number}"))

    def _set_amount(self, amount: float, gesture: int) -> None:
        if self._aimed is not None:
            region = replace(self._aimed, amount=amount)
            self._change(region, lambda: self.tr("Amount of region {number}"), gesture)

    def _set_colour(self, colour: str, gesture: int) -> None:
        if self._aimed is not None:
            region = replace(self._aimed, blend=None, colour=hex_to_ab(colour))
            self._change(region, lambda: self.tr("Colour of region {number}"), gesture)

    def _clear_colour(self) -> None:
        if self._aimed is not None:
            region = replace(self._aimed, colour=None)
            self._change(region, lambda: self.tr("Preset's colours for region {number}"))

    def _set_visible(self, number: int, visible: bool) -> None:
        edit = self._document.edit
        edit = edit.with_region(number, replace(edit.regions[number], visible=visible))

        def name() -> str:
            text = self.tr("Show region {number}") if visible else self.tr("Hide region {number}")
            return text.format(number=number + 1)

        self._editing.change(edit, name)

    def _delete(self, number: int) -> None:
        self._document.set_aim(None)
        self._editing.change(
            self._document.edit.without_region(number),
            lambda: self.tr("Delete region {number}").format(number=number + 1),
        )

    @property
    def _aimed(self) -> PaintedRegion | None:
        aim = self._document.aim
        return None if aim is None else self._document.edit.regions[aim]

    def _change(self, region: PaintedRegion, name: StepName, gesture: int | None = None) -> None:
        """Change the region aimed at; name: of the step, with the field {number}."""
        aim = self._document.aim
        if aim is not None:
            edit = self._document.edit.with_region(aim, region)
            self._editing.change(edit, lambda: name().format(number=aim + 1), gesture)

    def _set_erase(self, on: bool) -> None:
        self.brush.erase = on
        self._canvas.update()

    def _set_feather(self, feather: float, _gesture: int) -> None:
        self.brush.feather = feather
        self._canvas.update()
