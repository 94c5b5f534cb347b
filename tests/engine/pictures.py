"""Makes picture files of every kind that people bring, and the faulty ones too."""

import io
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image, ImageCms

SRGB_ICC = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def ramp(width: int = 64, height: int = 48) -> NDArray[np.uint8]:
    """Grey that differs along both axes, so that no turn of it looks like another."""
    rows, columns = np.mgrid[0:height, 0:width]
    return (rows * 3 + columns).astype(np.uint8)


def deep_ramp(width: int = 64, height: int = 48) -> NDArray[np.uint16]:
    """16-bit grey whose low bytes matter."""
    rows, columns = np.mgrid[0:height, 0:width]
    return (rows * 701 + columns * 513 + 7).astype(np.uint16)


def colours(width: int = 64, height: int = 48) -> NDArray[np.uint8]:
    """A colour picture (H, W, 3)."""
    return np.random.default_rng(8).integers(0, 256, (height, width, 3), dtype=np.uint8)


def gray_icc(gamma: float) -> bytes:
    """A grey profile with a plain power curve."""
    return bytes(imagecodecs.cms_profile("gray", gamma=gamma))


def wide_icc() -> bytes:
    """An RGB profile with Adobe RGB's primaries and curve."""
    primaries = [0.64, 0.33, 1, 0.21, 0.71, 1, 0.15, 0.06, 1]
    return bytes(
        imagecodecs.cms_profile("rgb", gamma=2.19921875, primaries=primaries, whitepoint=[0.3127, 0.3290, 1])
    )


def plain_rgb_icc(gamma: float) -> bytes:
    """An RGB profile with sRGB's primaries and a plain power curve."""
    primaries = [0.64, 0.33, 1, 0.30, 0.60, 1, 0.15, 0.06, 1]
    return bytes(
        imagecodecs.cms_profile("rgb", gamma=gamma, primaries=primaries, whitepoint=[0.3127, 0.3290, 1])
    )


def jpeg_bytes(values: NDArray[np.uint8], **options: Any) -> bytes:
    """A JPEG file's bytes."""
    file = io.BytesIO()
    Image.fromarray(values).save(file, format="JPEG", quality=95, **options)
    return file.getvalue()


def deep_png(path: Path, values: NDArray[np.uint16]) -> Path:
    """A 16-bit PNG of (H, W), (H, W, 2), (H, W, 3) or (H, W, 4)."""
    path.write_bytes(imagecodecs.png_encode(values))
    return path


def deep_tiff(path: Path, values: NDArray[np.generic], **options: Any) -> Path:
    """A TIFF written by tifffile."""
    tifffile.imwrite(path, values, **options)
    return path


def avif_bytes(values: NDArray[np.uint16], bits: int) -> bytes:
    """An AVIF file's bytes, without loss: 16-bit values cut to `bits`."""
    return bytes(imagecodecs.avif_encode(values >> (16 - bits), level=100, bitspersample=bits, speed=10))


def heic(path: Path, values: NDArray[np.generic], **options: Any) -> Path:
    """A HEIC of (H, W), (H, W, 3) or (H, W, 4), without loss; 16-bit values are cut to 10 bits."""
    import pillow_heif

    mode = {2: "L", 3: "RGB", 4: "RGBA"}[values.ndim if values.ndim == 2 else values.shape[2]]
    if values.dtype == np.uint16:
        mode += ";16"
    picture = pillow_heif.from_bytes(mode, (values.shape[1], values.shape[0]), values.tobytes())
    picture.save(path, quality=-1, chroma=444, **options)
    return path


def bomb_png(path: Path, width: int, height: int) -> Path:
    """A PNG whose header claims a size and whose data hold next to nothing of it."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    content = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 10))
    path.write_bytes(content + chunk(b"IEND", b""))
    return path
