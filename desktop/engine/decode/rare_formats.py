"""What other formats than JPEG, PNG and TIFF need, imported when a file of one of them comes: it takes 0.01 s."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.decode import gif_data, hevc_check, packed_data, plain_data
from desktop.engine.decode.avif import decode_avif
from desktop.engine.decode.heif import decode_heif
from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.jpeg2000 import decode_jpeg2000
from desktop.engine.decode.jxl import decode_jxl
from desktop.engine.decode.pnm import decode_pnm
from desktop.engine.decode.psd import decode_psd
from desktop.engine.decode.tga import decode_tga
from desktop.engine.decode.webp import decode_webp

# As of `header_checks.check_data`.
CHECKS: dict[str, Callable[[BinaryIO, Image.Image, Path], None]] = {
    "AVIF": packed_data.check_avif,
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
# As of `high_bit_depth.decode_deep`.
DECODERS: dict[str, Callable[[BinaryIO, Image.Image, Path], Pixels | None]] = {
    "AVIF": decode_avif,
    "HEIF": decode_heif,
    "JPEG2000": decode_jpeg2000,
    "JXL": decode_jxl,
    "PPM": decode_pnm,
    "PSD": decode_psd,
    "TGA": decode_tga,
    "WEBP": decode_webp,
}
