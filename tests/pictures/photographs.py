"""The photographs and the painting that the pictures show: scikit-image's, free of rights, made grey and enlarged."""

from pathlib import Path

import skimage.data
from PIL import Image

STRIP = ("astronaut", "chelsea", "camera", "coffee", "coins", "rocket")


def write_photograph(folder: Path, name: str, enlarged: int) -> Path:
    """Write a photograph in grey, its sides enlarged by a whole number, and return its file."""
    picture = Image.fromarray(getattr(skimage.data, name)()).convert("L")
    size = (picture.width * enlarged, picture.height * enlarged)
    path = folder / f"{name}.jpg"
    picture.resize(size, Image.Resampling.LANCZOS).save(path, quality=95)
    return path


def write_painting(folder: Path) -> Path:
    """Write a picture in colour that stands for a painting, and return its file."""
    path = folder / "coffee.jpg"
    Image.fromarray(skimage.data.coffee()).save(path, quality=95)
    return path
