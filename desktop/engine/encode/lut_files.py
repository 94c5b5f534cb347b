"""Files of tables that other programs read: .cube (Adobe Cube LUT Specification 1.0, 2013) and HaldCLUT as PNG."""

import io
from pathlib import Path

import imagecodecs
import numpy as np

from desktop.engine.core.errors import OutputFormatError
from desktop.engine.files.atomic import write_whole
from desktop.engine.render.lut import Lut

CUBE, HALD = ".cube", ".png"
CUBE_POINTS = (33, 65)  # a side; the first is what most programs make themselves
HALD_LEVEL = 8  # 64 points a side in a picture of 512 x 512


def save_lut(lut: Lut, path: Path, title: str, points: int = CUBE_POINTS[0]) -> Path:
    """Write a table to a .cube file, or to a .png as HaldCLUT of 16 bits; returns the path.

    title: stands in the .cube file, letters beyond ASCII left out. points: of a .cube file, a side.
    Raises `OutputFormatError` for any other ending, and what `atomic.replacing` raises.
    """
    suffix = path.suffix.lower()
    if suffix == CUBE:
        content = cube(lut, title, points)
    elif suffix == HALD:
        content = hald(lut)
    else:
        raise OutputFormatError(f"{path} is not a name for a LUT; let it end in {CUBE} or {HALD}.")
    write_whole(path, content)
    return path


def cube(lut: Lut, title: str, points: int) -> bytes:
    """A .cube file of `points` a side: red changes fastest, then green, then blue."""
    blue, green, red = np.meshgrid(*[np.linspace(0, 1, points, dtype=np.float32)] * 3, indexing="ij")
    colours = lut.colours(np.stack([red, green, blue], axis=-1)).reshape(-1, 3)
    plain = title.encode("ascii", "ignore").decode().replace('"', "'")
    text = io.StringIO()
    head = (f'TITLE "{plain}"', f"LUT_3D_SIZE {points}", "DOMAIN_MIN 0.0 0.0 0.0", "DOMAIN_MAX 1.0 1.0 1.0")
    text.writelines(f"{line}\n" for line in head)
    np.savetxt(text, colours, "%.6f")
    return text.getvalue().encode("ascii")


def hald(lut: Lut) -> bytes:
    """A HaldCLUT of level 8 as a 16-bit PNG, as darktable, RawTherapee, G'MIC, ImageMagick and ffmpeg read it."""
    points = HALD_LEVEL**2
    blue, green, red = np.meshgrid(*[np.linspace(0, 1, points, dtype=np.float32)] * 3, indexing="ij")
    side = HALD_LEVEL**3
    colours = lut.colours(np.stack([red, green, blue], axis=-1)).reshape(side, side, 3)
    return bytes(imagecodecs.png_encode(np.rint(colours * 65535).astype(np.uint16)))
