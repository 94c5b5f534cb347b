"""Migrates edits of one model to another: each preset is replaced by the other model's preset of the same name.

An embedding means nothing to another encoder, and neither do numbers that were shifted by hand: these are left out.
Where there is no such preset the blend stays as it is, and colouring with it names that preset in an error.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import Preset
from desktop.engine.inference.model_registry import Model

Find = Callable[[str], Preset | None]  # a preset's name -> the one that there is now


@dataclass(frozen=True)
class Migration:
    """An edit for the current model. replaced: whether presets are others; unshifted: whether a shift was left out."""

    edit: Edit
    replaced: bool = False
    unshifted: bool = False


def migrate(edit: Edit, model: Model, find: Find) -> Migration:
    """What becomes of an edit under `model`; of one whose presets `model` has made, the edit itself."""
    blends = [edit.blend, *(region.blend for region in edit.regions)]
    replacements = [blend if blend is None else _replacement(blend, model, find) for blend in blends]
    if all(replacement is blend for replacement, blend in zip(replacements, blends, strict=True)):
        return Migration(edit)
    regions = tuple(
        replace(region, blend=replacement)
        for region, replacement in zip(edit.regions, replacements[1:], strict=True)
    )
    unshifted = any(
        blend is not None and blend.shift and replacement is not blend
        for blend, replacement in zip(blends, replacements, strict=True)
    )
    return Migration(
        replace(edit, blend=replacements[0], regions=regions), replaced=True, unshifted=unshifted
    )


def _replacement(blend: Blend, model: Model, find: Find) -> Blend:
    """The blend of the same names; itself when it needs none, or when one of its presets has none."""
    foreign = [preset for preset in blend.presets if not preset.is_natural and not preset.matches(model)]
    replacements = {preset: find(preset.name) for preset in foreign}
    if not foreign or not all(
        replacement is not None and replacement.matches(model) for replacement in replacements.values()
    ):
        return blend
    corners = tuple(
        replace(corner, preset=replacements.get(corner.preset) or corner.preset) for corner in blend.corners
    )
    return Blend(corners)
