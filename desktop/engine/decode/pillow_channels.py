"""Samples and transparency of a picture that Pillow has loaded, whatever its mode."""

from pathlib import Path

import numpy as np
from PIL import Image

from desktop.engine.core.arrays import Samples
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.pillow_arrays import to_array

UNUSUAL_MODES = ("I", "F", "LAB", "HSV")


def loaded_channels(image: Image.Image, path: Path) -> tuple[Samples, Samples | None]:
    """Samples (H, W), (H, W, 3) or (H, W, 4) for CMYK, and alpha (H, W) or None where all is opaque.

    16 bits of one channel of 16, else 8. Raises `UnsupportedPictureError`.
    """
    if image.mode in UNUSUAL_MODES:
        raise UnsupportedPictureError(
            f"{path} has pixels of an unusual kind ({image.mode}); save it as 8 bits, grey or RGB."
        )
    image.load()
    if image.mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16), None
    if image.has_transparency_data:
        gray = image.mode in ("L", "LA", "La", "1")
        converted = to_array(image.convert("LA" if gray else "RGBA"))
        alpha = np.ascontiguousarray(converted[..., -1])
        colour = converted[..., 0] if gray else converted[..., :3]
        return np.ascontiguousarray(colour), None if np.all(alpha == 255) else alpha
    if image.mode in ("L", "1"):
        return to_array(image if image.mode == "L" else image.convert("L")), None
    return to_array(image if image.mode in ("RGB", "CMYK") else image.convert("RGB")), None
