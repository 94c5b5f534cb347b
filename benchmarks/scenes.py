"""Photographs to measure on: a real one enlarged where there is one, with grain, so that files are lifelike."""

import importlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

GRAIN = 4.0  # standard deviation in grey levels, about that of a scanned print
SEED = 20
ROWS_AT_ONCE = 256


def make_photo_file(folder: Path, size_px: tuple[int, int], *, colour: bool = False) -> Path:
    """A JPEG photograph of `size_px` = (width, height), grey or in colour."""
    image = Image.fromarray(_scene()).resize(size_px, Image.Resampling.BICUBIC)
    values = np.array(image if colour else image.convert("L"))
    rng = np.random.default_rng(SEED)
    for top in range(0, len(values), ROWS_AT_ONCE):
        rows = values[top : top + ROWS_AT_ONCE]
        grain = rng.standard_normal(rows.shape[:2], dtype=np.float32) * np.float32(GRAIN)
        rows[:] = np.clip(np.rint(rows + (grain[..., None] if colour else grain)), 0, 255)
    path = folder / f"{size_px[0]}x{size_px[1]}.jpg"
    Image.fromarray(values).save(path, quality=92)
    return path


def make_painting() -> NDArray[np.uint8]:
    """A colourful picture, (512, 512, 3)."""
    return _scene()


def _scene() -> NDArray[np.uint8]:
    """scikit-image's astronaut, or gradients and waves where it is not installed."""
    try:
        data = importlib.import_module("skimage.data")  # not a dependency of the program
    except ImportError:
        rows, columns = np.mgrid[0:512, 0:512].astype(np.float32) / np.float32(512)
        waves = [np.sin(9 * rows + k * columns) * np.cos(7 * columns - k * rows) for k in (3, 5, 8)]
        return (np.stack(waves, axis=-1) * 120 + 128).astype(np.uint8)
    return np.asarray(data.astronaut(), dtype=np.uint8)
