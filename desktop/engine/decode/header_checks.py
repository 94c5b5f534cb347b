"""What a header claims, held against the limit of pixels and against the data behind it, before anything is decoded."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.core.errors import PictureTooLargeError
from desktop.engine.core.limits import LIMIT_VARIABLE
from desktop.engine.decode import gif_data, hevc_check, packed_data, plain_data, png_chunks
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
    check = CHECKS.get(image.format or "")
    if check is not None:
        check(file, image, path)
        file.seek(0)


def _check_png(file: BinaryIO, _: Image.Image, path: Path) -> None:
    png_chunks.check_data(file, path)


def _check_tiff(file: BinaryIO, image: Image.Image, path: Path) -> None:
    from desktop.engine.decode import tiff_data

    tiff_data.check_data(file, image.page_index if isinstance(image, UnusualTiff) else None, path)


CHECKS: dict[str, Callable[[BinaryIO, Image.Image, Path], None]] = {
    "AVIF": packed_data.check_avif,
    "PNG": _check_png,
    "TIFF": _check_tiff,
    "BMP": plain_data.check_bmp,
    "GIF": gif_data.check_gif,
    "HEIF": hevc_check.check_data,
    "JPEG2000": packed_data.check_jpeg2000,
    "JXL": packed_data.check_jxl,
    "PPM": plain_data.check_pnm,
    "PSD": plain_data.check_psd,
    "TGA": plain_data.check_tga,
    "WEBP": packed_data.check_webp,
}
