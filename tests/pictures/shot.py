"""python -m tests.pictures.shot FILE PLACE SCENE: one picture of the window, as PNG."""

import sys
import tempfile
from pathlib import Path

from desktop.ui.document.settings import Settings
from desktop.ui.main_window.application import make_application, running
from tests.pictures.scenes import GUIDE_SCENES, README, README_SCENES

# How much photographs are enlarged: those of the README are as large as scans.
GUIDE_ENLARGED, README_ENLARGED = 2, 4


def take(path: Path, place: str, name: str) -> None:
    """Show a scene and write what is seen as PNG.

    Args:
        path: of the picture.
        place: README, or the language of the guide.
        name: of the scene.
    """
    scenes, enlarged = (README_SCENES, README_ENLARGED) if place == README else (GUIDE_SCENES, GUIDE_ENLARGED)
    scene = scenes[name]
    make_application([])
    settings = Settings()
    settings.language, settings.appearance = (
        "en" if place == README else place,
        "dark" if scene.dark else "light",
    )
    settings.write_now()
    del settings
    with running([]) as program, tempfile.TemporaryDirectory() as folder:
        assert program is not None
        window = program.window
        assert window is not None
        window.resize(*scene.size_px)
        shown = scene.act(window, Path(folder), enlarged)
        shown.grab().save(str(path))
        window.close()


if __name__ == "__main__":
    take(Path(sys.argv[1]), *sys.argv[2:])
