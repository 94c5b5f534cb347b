"""Models as they come from elsewhere: zipped, spoiled, or with a changed manifest; and what is left of them."""

import json
import zipfile
from pathlib import Path

from desktop.engine.core import paths


def zipped(folder: Path, root: str = "") -> Path:
    path = folder.parent / f"{folder.name}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, root + file.name)
    return path


def left_behind() -> list[str]:
    """What lies in the user folder, models and the bin aside."""
    return [path.name for path in paths.user_dir().iterdir() if path.name not in ("models", "removed-models")]


def spoil(folder: Path, **changes: object) -> None:
    path = folder / "model.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def truncate_zip(folder: Path) -> Path:
    path = zipped(folder)
    content = bytearray(path.read_bytes())
    content[200:260] = bytes(60)
    path.write_bytes(content)
    return path
