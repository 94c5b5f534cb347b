"""python -m tests.pictures: makes the pictures of the README and the guide anew, with the models that are shipped.

They are written where they are read from, in resources/, by a window of the real program on an invisible screen.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

from tests.pictures.scenes import LANGUAGES, README

ROOT = Path(__file__).resolve().parents[2]
# Letters and buttons of a guide page's pictures can be read at the width of the page.
SCALE = 1.28
# The guide with all its pictures may take a megabyte in the package.
BYTES_PER_PIXEL = 0.047


def main() -> int:
    """Make all pictures, those of one place, or those of one name."""
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("--of", choices=(README, *LANGUAGES), help="README, or the guide in one language")
    parser.add_argument("--scene", help="pictures of one name, such as blend")
    arguments = parser.parse_args()
    for place in (README, *LANGUAGES):
        for target in sorted(_folder(place).glob("*.webp")):
            if arguments.of in (None, place) and arguments.scene in (None, target.stem):
                _make(place, target)
    return 0


def _folder(place: str) -> Path:
    if place == README:
        return ROOT / "resources" / "screenshots"
    return ROOT / "resources" / "help" / place / "pictures"


def _make(place: str, target: Path) -> None:
    """Take a picture in a process of its own, since language and scale belong to a whole process."""
    with tempfile.TemporaryDirectory(prefix="tintype-pictures-") as folder:
        shot = Path(folder) / "shot.png"
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(SCALE),
            "LC_ALL": "C.UTF-8",
            "TINTYPE_HOME": str(Path(folder) / "home"),
        }
        command = [sys.executable, "-m", "tests.pictures.shot", str(shot), place, target.stem]
        subprocess.run(command, env=environment, cwd=ROOT, check=True)
        with Image.open(shot) as picture:
            _write(picture.convert("RGB"), target)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes", flush=True)


def _write(picture: Image.Image, target: Path) -> None:
    """Write a WebP of the best quality that keeps within BYTES_PER_PIXEL."""
    for quality in range(90, 20, -2):
        picture.save(target, quality=quality, method=6)
        if target.stat().st_size <= BYTES_PER_PIXEL * picture.width * picture.height:
            return


if __name__ == "__main__":
    raise SystemExit(main())
