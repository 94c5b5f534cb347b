"""Camera RAW, developed by LibRaw through rawpy: an optional dependency, imported when such a file comes."""

import importlib.util
import io
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import UnsupportedPictureError

RAW_SUFFIXES = (".arw", ".cr2", ".cr3", ".dng", ".nef", ".nrw", ".orf", ".pef", ".raf", ".rw2", ".srw")
SRGB_CURVE = (2.4, 12.92)  # exponent and slope at black, as LibRaw takes them


def raw_is_installed() -> bool:
    """Whether RAW can be read here."""
    return importlib.util.find_spec("rawpy") is not None


class RawFile:
    """An opened RAW file. raw, library: rawpy's object and rawpy itself."""

    def __init__(self, raw: Any, library: Any) -> None:
        self._raw, self._library = raw, library

    @property
    def size_px(self) -> tuple[int, int]:
        """(width, height) of the developed picture, before it is turned upright."""
        return int(self._raw.sizes.width), int(self._raw.sizes.height)

    def develop(self) -> NDArray[np.uint16]:
        """(H, W, 3) 16-bit sRGB, upright, with the camera's white balance."""
        rgb: NDArray[np.uint16] = self._raw.postprocess(
            use_camera_wb=True, output_bps=16, output_color=self._library.ColorSpace.sRGB, gamma=SRGB_CURVE
        )
        return rgb

    def preview(self) -> Image.Image | None:
        """The JPEG that the camera put in, for its EXIF; None when there is none."""
        try:
            found = self._raw.extract_thumb()
            if found.format != self._library.ThumbFormat.JPEG:
                return None
            return Image.open(io.BytesIO(found.data), formats=("JPEG",))
        except (self._library.LibRawError, OSError):
            return None


def _without_rawpy(path: Path) -> str:
    """What to do; packages that bring their own Python cannot be added to."""
    if getattr(sys, "frozen", False):
        return f"{path} is a camera's RAW file, which this package cannot read; develop it to TIFF first."
    command = subprocess.list2cmdline([sys.executable, "-m", "pip", "install", "rawpy"])
    return f"{path} is a camera's RAW file; install what reads it ({command}), or develop it to TIFF first."


@contextmanager
def opened_raw(file: BinaryIO, path: Path) -> Iterator[RawFile]:
    """The RAW in `file`; raises `UnsupportedPictureError` when it, or RAW altogether, cannot be read here."""
    try:
        import rawpy
    except ImportError as error:
        raise UnsupportedPictureError(_without_rawpy(path)) from error
    try:
        raw = rawpy.imread(file)
    except rawpy.LibRawFileUnsupportedError as error:
        raise UnsupportedPictureError(
            f"{path} is not a RAW file, or is from an unknown camera; develop it to TIFF first."
        ) from error
    with raw:
        yield RawFile(raw, rawpy)
