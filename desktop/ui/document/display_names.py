"""What presets and kinds of models are called on screen.

Presets are called as in their files, but for natural colours, which every language names.
"""

from PySide6.QtCore import QCoreApplication

from desktop.engine.edits.blend import Blend
from desktop.engine.inference.model_registry import Kind
from desktop.engine.store.preset_library import Preset


def display_name(preset: Preset) -> str:
    """The name of a preset."""
    return QCoreApplication.translate("DisplayNames", "Natural colours") if preset.is_natural else preset.name


def display_names(blend: Blend | None) -> str:
    """The names of a blend's presets by descending share; empty for none."""
    return "" if blend is None else " + ".join(map(display_name, blend.named))


def byline(preset: Preset) -> str:
    """Painter and year, as far as they are known; of natural colours that they need no painting."""
    if preset.is_natural:
        return QCoreApplication.translate("DisplayNames", "No painting needed")
    return ", ".join(part for part in (preset.painter, preset.year) if part)


def kind_name(kind: str) -> str:
    """What models of a kind do; of a kind that only a newer program knows its word in the manifest."""
    names: dict[str, str] = {
        Kind.PALETTE: QCoreApplication.translate("DisplayNames", "Colours of paintings"),
        Kind.AUTO: QCoreApplication.translate("DisplayNames", "Natural colours"),
        Kind.REPAINT: QCoreApplication.translate("DisplayNames", "Painting over"),
    }
    return names.get(kind, kind)
