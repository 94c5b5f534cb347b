"""The program's folders, in a checkout, an installation and a frozen bundle."""

import os
import sys
from pathlib import Path

import platformdirs

HOME_VARIABLE = "TINTYPE_HOME"


def user_dir() -> Path:
    """The user's own folder (models, presets); $TINTYPE_HOME puts it elsewhere, e.g. on a stick."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("tintype", appauthor=False))


def make_private(folder: Path) -> Path:
    """Make a folder of the user's own, and those above it, readable by the user alone; raises OSError.

    The user folder is also closed if it was made by an older version; one that $TINTYPE_HOME names only when it is new.
    """
    home = user_dir()
    for missing in reversed([place for place in (folder, *folder.parents) if not place.exists()]):
        within = missing == home or home in missing.parents
        missing.mkdir(mode=0o700 if within else 0o777, exist_ok=True)
    folder.mkdir(exist_ok=True)  # raises where it is a file
    if HOME_VARIABLE not in os.environ and home.stat().st_mode & 0o077:
        home.chmod(0o700)
    return folder


def is_private(path: Path) -> bool:
    """Whether a file lies in the user folder, where nobody else may read it."""
    return user_dir().absolute() in path.absolute().parents


def user_presets_dir() -> Path:
    """Folder of the presets that the user made."""
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
    """Folder of the models that the user installed."""
    return user_dir() / "models"


def shipped_models_dir() -> Path:
    """Folder of the models that came with the program."""
    return shipped_dir() / "models"


def model_dirs() -> tuple[Path, ...]:
    """Folders that hold one folder a model; the user's own come first and win over shipped ones."""
    return (own_models_dir(), shipped_models_dir())


def sample_photo() -> Path:
    """The sample photograph, for users who have none ready."""
    return resources_dir() / "sample" / "camera.png"
