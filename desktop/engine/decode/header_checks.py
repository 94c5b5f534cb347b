"""What a header claims, held against the limit of pixels and against the data behind it, before anything is decoded."""

from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.core.errors import PictureTooLargeError
from desktop.engine.core.limits import LIMIT_VARIABLE
from desktop.engine.decode import png_chunks
from desktop.engine.decode.jpeg import KINDS
from desktop.engine.decode.tiff_start import UnusualTiff


def check_size(size_px: tuple[int, int], path: Path, max_pixels: int) -> None:
    """Raise `PictureTooLargeError` for more pixels than are allowed."""
    pixels = size_px[0] * size_px[1]
    if pixels > max_pixels:
        raise PictureTooLargeError(
            f"{path} has {pixels / 1e6:.0f} megapixels, more than the limit of {max_pixels / 1e6:.0f}; "
            f"make it smaller first, or set a higher limit ({LIMIT_VARIABLE})."
        )


def check_data(file: BinaryIO, image: Image.Image, path: Path) -> None:
    """Raise `DamagedPictureError` where a header claims far more than its data can be."""
    if image.format in KINDS:  # by then its header has been checked
        return
    if image.format == "PNG":
        png_chunks.check_data(file, path)
    elif image.format == "TIFF":
        from desktop.engine.decode import tiff_data

        tiff_data.check_data(file, image.page_index if isinstance(image, UnusualTiff) else None, path)
    else:
        from desktop.engine.decode.rare_formats import CHECKS

        check = CHECKS.get(image.format or "")
        if check is not None:
            check(file, image, path)
    file.seek(0)
