"""Photographs of a series: one thing in two places, and a stranger."""

from pathlib import Path

from PIL import Image

from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.stroke import Stroke
from tests.support.prints import photograph

ON_THE_CUP = PaintedRegion((Stroke(((0.53, 0.44), (0.55, 0.5)), 0.08),), colour=(40.0, 30.0))  # of a.png
MOVED_PX = (60, 40)


def save_series(folder: Path) -> Path:
    """Make a folder of three photographs: a.png of a cup, b.png of the same cup elsewhere, and c.png of a cat."""
    folder.mkdir()
    scene, (across, down) = Image.fromarray(photograph("coffee", 900)), MOVED_PX
    scene.crop((100, 50, 700, 500)).save(folder / "a.png")
    scene.crop((100 + across, 50 + down, 700 + across, 500 + down)).save(folder / "b.png")
    Image.fromarray(photograph("chelsea", 600)).save(folder / "c.png")
    return folder
