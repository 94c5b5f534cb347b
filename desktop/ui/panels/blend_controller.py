"""Joins the blend panel to the document: every change is a step that can be undone."""

from dataclasses import replace

from PySide6.QtCore import QObject

from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.principal_axes import of_encoder
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.texts import follow_language
from desktop.ui.document.display_names import display_names
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.panels.blend_panel import BlendPanel
from desktop.ui.widgets.blend_pad_geometry import even


class BlendController(QObject):
    """Shows the chosen blend on the panel, and changes it when presets or their shares are changed there."""

    def __init__(
        self,
        panel: BlendPanel,
        document: Document,
        library: ObservablePresets,
        editing: Editing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._document, self._library, self._editing = panel, document, library, editing
        panel.chosen.connect(self._choose)
        panel.moved.connect(self._move)
        document.edit_changed.connect(self._show)
        library.changed.connect(self._show)
        follow_language(self._show)

    def _show(self) -> None:
        blend = self._document.edit.blend
        self._panel.show_blend(blend, self._offered(blend))

    def _offered(self, blend: Blend | None) -> list[Preset]:
        """What can be mixed with a blend: presets of its encoder, and natural colours, which stand beside any."""
        natural, presets = self._library.natural, self._library.presets
        painted = [preset for preset in presets if not preset.is_natural]
        if blend is None:
            return presets
        if blend.painted_preset is not None:
            painted = of_encoder(painted, blend.painted_preset)
        else:
            painted = [preset for preset in painted if preset.model == self._document.model]
        return painted if natural is None else [natural, *painted]

    def _choose(self, place: int, preset: Preset | None, gesture: int) -> None:
        """Put a preset into a corner, or take the one there out; the corners after it move up."""
        blend = self._document.edit.blend
        corners = list(blend.corners) if blend is not None else []
        if preset is None:
            changed = _without(corners, place)
        elif preset.is_natural and any(corner.preset.is_natural for corner in corners):
            changed = _with_natural_moved(corners, place)
        elif place < len(corners):
            changed = _put(corners, place, preset)
        else:
            presets = [*(corner.preset for corner in corners), preset]
            changed = list(map(Corner, presets, even(len(presets))))
        if changed is None:
            self._show()
        else:
            self._change(with_corners(blend, changed), gesture)

    def _move(self, weights: tuple[float, ...], gesture: int) -> None:
        blend = self._document.edit.blend
        if blend is not None:
            pairs = zip(blend.corners, weights, strict=True)
            corners = [replace(corner, weight=weight) for corner, weight in pairs]
            self._change(with_corners(blend, corners), gesture)

    def _change(self, blend: Blend, gesture: int) -> None:
        self._editing.change(
            replace(self._document.edit, blend=blend),
            lambda: self.tr("Blend {names}").format(names=display_names(blend)),
            gesture,
        )


def with_corners(blend: Blend | None, corners: list[Corner]) -> Blend:
    """The blend with other corners; what was shifted by hand stays shifted, as long as there are numbers."""
    painted = any(not corner.preset.is_natural for corner in corners)
    return Blend(tuple(corners), blend.shift if blend is not None and painted else ())


def _without(corners: list[Corner], place: int) -> list[Corner] | None:
    """What is left when one is taken out; None for the last one: something has to colour the photo."""
    if len(corners) < 2 or place >= len(corners):
        return None
    left = [corner for other, corner in enumerate(corners) if other != place]
    total = sum(corner.weight for corner in left)
    shares = [corner.weight / total for corner in left] if total > 0 else even(len(left))
    return [replace(corner, weight=share) for corner, share in zip(left, shares, strict=True)]


def _with_natural_moved(corners: list[Corner], place: int) -> list[Corner] | None:
    """Natural colours are in a blend once: chosen for another corner, they change places with what is there."""
    if place >= len(corners):
        return None
    was = next(number for number, corner in enumerate(corners) if corner.preset.is_natural)
    return _put(_put(corners, was, corners[place].preset), place, corners[was].preset)


def _put(corners: list[Corner], place: int, preset: Preset) -> list[Corner]:
    return [
        replace(corner, preset=preset) if other == place else corner for other, corner in enumerate(corners)
    ]
