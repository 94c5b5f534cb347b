"""Joins the blend's panel to the document: presets that are put together there are a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.engine.axes import of_encoder
from desktop.engine.edit import Blend, Corner
from desktop.engine.presets import Preset
from desktop.ui.blend_panel import BlendPanel
from desktop.ui.editing import Editing
from desktop.ui.pad_geometry import even
from desktop.ui.shelf import Shelf
from desktop.ui.state import Document


class Mixing(QObject):
    """Shows the chosen blend on the panel, and changes it when presets or their shares are changed there."""

    def __init__(
        self,
        panel: BlendPanel,
        document: Document,
        shelf: Shelf,
        editing: Editing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._document, self._shelf, self._editing = panel, document, shelf, editing
        panel.chosen.connect(self._choose)
        panel.moved.connect(self._move)
        document.edit_changed.connect(self._show)
        shelf.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        blend = self._document.edit.blend
        presets = self._shelf.presets
        if blend is not None:
            presets = of_encoder(presets, blend.preset)
        self._panel.show_blend(blend, presets)

    def _choose(self, place: int, preset: Preset | None) -> None:
        """Put a preset into a corner, or take the one there out; the corners after it move up."""
        blend = self._document.edit.blend
        corners = list(blend.corners) if blend is not None else []
        if preset is None:
            self._take_out(corners, place)
        elif place < len(corners):
            self._change(with_corners(blend, _put(corners, place, preset)))
        else:
            presets = [*(corner.preset for corner in corners), preset]
            shares = even(len(presets))
            self._change(with_corners(blend, list(map(Corner, presets, shares))))

    def _take_out(self, corners: list[Corner], place: int) -> None:
        if len(corners) < 2 or place >= len(corners):
            self._show()  # the last one stays: something has to colour the photo
            return
        left = [corner for other, corner in enumerate(corners) if other != place]
        total = sum(corner.weight for corner in left)
        shares = [corner.weight / total for corner in left] if total > 0 else even(len(left))
        corners = [replace(corner, weight=share) for corner, share in zip(left, shares, strict=True)]
        self._change(with_corners(self._document.edit.blend, corners))

    def _move(self, weights: tuple[float, ...], gesture: int) -> None:
        blend = self._document.edit.blend
        if blend is not None:
            pairs = zip(blend.corners, weights, strict=True)
            corners = [replace(corner, weight=weight) for corner, weight in pairs]
            self._change(with_corners(blend, corners), gesture)

    def _change(self, blend: Blend, gesture: int | None = None) -> None:
        text = self.tr("Blend {names}").format(names=blend.name)
        self._editing.change(replace(self._document.edit, blend=blend), text, gesture)


def with_corners(blend: Blend | None, corners: list[Corner]) -> Blend:
    """The blend with other corners; what was shifted by hand stays shifted."""
    return Blend(tuple(corners), blend.shift if blend is not None else ())


def _put(corners: list[Corner], place: int, preset: Preset) -> list[Corner]:
    return [
        replace(corner, preset=preset) if other == place else corner for other, corner in enumerate(corners)
    ]
