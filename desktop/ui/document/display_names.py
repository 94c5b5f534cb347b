"""What presets and kinds of models are called on screen.

Presets that come with the program have the names of their paintings in the language of the window; all others are
called as in their files.
"""

from PySide6.QtCore import QCoreApplication

from desktop.engine.edits.blend import Blend
from desktop.engine.inference.model_kinds import Kind
from desktop.engine.store.preset_library import Preset

_PRESETS = "Presets"  # the context of their names in the translations


def display_name(preset: Preset) -> str:
    """The name of a preset."""
    if preset.is_natural:
        return QCoreApplication.translate("DisplayNames", "Natural colours")
    return _in_this_language(preset.name)


def painter_name(painter: str) -> str:
    """The name of a painter."""
    return _in_this_language(painter) if painter else ""


def display_names(blend: Blend | None) -> str:
    """The names of a blend's presets by descending share; empty for none."""
    return "" if blend is None else " + ".join(map(display_name, blend.named))


def byline(preset: Preset) -> str:
    """Painter and year, as far as they are known; of natural colours that they need no painting."""
    if preset.is_natural:
        return QCoreApplication.translate("DisplayNames", "No painting needed")
    return ", ".join(part for part in (painter_name(preset.painter), preset.year) if part)


def kind_name(kind: str) -> str:
    """What models of a kind do; of a kind that only a newer program knows its word in the manifest."""
    names: dict[str, str] = {
        Kind.PALETTE: QCoreApplication.translate("DisplayNames", "Colours of paintings"),
        Kind.AUTO: QCoreApplication.translate("DisplayNames", "Natural colours"),
        Kind.REPAINT: QCoreApplication.translate("DisplayNames", "Painting over"),
    }
    return names.get(kind, kind)


def _in_this_language(name: str) -> str:
    # Of names that are no literals Qt's tools must not hear: those of the shipped presets are in files of their own.
    return QCoreApplication.translate(_PRESETS, name)
