"""The program's folders, in a checkout, an installation and a frozen bundle."""

import os
import sys
from pathlib import Path

import platformdirs

HOME_VARIABLE = "TINTYPE_HOME"


def user_dir() -> Path:
    """The person's own folder (models, presets); $TINTYPE_HOME puts it elsewhere, e.g. on a stick."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("tintype", appauthor=False))


def user_presets_dir() -> Path:
    """Folder of the presets that the person made."""
    return user_dir() / "presets"


def shipped_dir() -> Path:
    """Folder that holds `models` and `resources` as they came with the program."""
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's loader
    if bundle:
        return Path(bundle)
    program = Path(__file__).resolve().parents[2]
    installed = program / "shipped"  # where the wheel has them
    return installed if installed.is_dir() else program.parent


def resources_dir() -> Path:
    """Folder of icons, theme and presets as they came with the program."""
    return shipped_dir() / "resources"


def shipped_presets_dir() -> Path:
    """Folder of the presets that came with the program."""
    return resources_dir() / "presets"


def own_models_dir() -> Path:
    """Folder of the models that the person installed."""
    return user_dir() / "models"


def shipped_models_dir() -> Path:
    """Folder of the models that came with the program."""
    return shipped_dir() / "models"


def model_dirs() -> tuple[Path, ...]:
    """Folders that hold one folder a model; the person's own come first and win over shipped ones."""
    return (own_models_dir(), shipped_models_dir())


def sample_photo() -> Path:
    """The photograph that a person without one at hand may try."""
    return resources_dir() / "sample" / "camera.png"
