"""Migrates edits of one model to another: each preset is replaced by the other model's preset of the same name.

An embedding means nothing to another encoder, and neither do numbers that were shifted by hand: these are left out.
Where a preset has no heir the blend stays as it is, and whoever colours with it is told which preset that is.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import Preset
from desktop.engine.inference.model_registry import Model

Find = Callable[[str], Preset | None]  # a preset's name -> the one that there is now


@dataclass(frozen=True)
class Succession:
    """An edit for the model at hand. replaced: whether presets are others; unshifted: whether a shift was left out."""

    edit: Edit
    replaced: bool = False
    unshifted: bool = False


def succession(edit: Edit, model: Model, find: Find) -> Succession:
    """What becomes of an edit under `model`; of one whose presets `model` has made, the edit itself."""
    blends = [edit.blend, *(region.blend for region in edit.regions)]
    heirs = [blend if blend is None else _heir(blend, model, find) for blend in blends]
    if all(heir is blend for heir, blend in zip(heirs, blends, strict=True)):
        return Succession(edit)
    regions = tuple(replace(region, blend=heir) for region, heir in zip(edit.regions, heirs[1:], strict=True))
    unshifted = any(
        blend is not None and blend.shift and heir is not blend
        for blend, heir in zip(blends, heirs, strict=True)
    )
    return Succession(replace(edit, blend=heirs[0], regions=regions), replaced=True, unshifted=unshifted)


def _heir(blend: Blend, model: Model, find: Find) -> Blend:
    """The blend of the same names; itself when it needs no heir, or when one of its presets has none."""
    foreign = [preset for preset in blend.presets if not preset.is_natural and not preset.matches(model)]
    heirs = {preset: find(preset.name) for preset in foreign}
    if not foreign or not all(heir is not None and heir.matches(model) for heir in heirs.values()):
        return blend
    corners = tuple(
        replace(corner, preset=heirs.get(corner.preset) or corner.preset) for corner in blend.corners
    )
    return Blend(corners)
