"""Whole files to spoil: a small one of each kind that is read, and results with a look inside."""

import io
import struct
import tempfile
import zlib
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from PIL import Image

from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.look import Look
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.repaint import Repaint
from desktop.engine.edits.stroke import Stroke
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.look_xmp import look_xmp
from tests.engine import pictures
from tests.support import patches
from tests.support.plain_tiff import gray_tags, plain_tiff

SHA256 = "ab" * 32
REGION = PaintedRegion((Stroke(((0.2, 0.3), (0.4, 0.5)), 0.1),), amount=0.5)
LOOK = Look(
    Edit(
        Blend(
            (
                Corner(Preset("Night", "palette", "", (0.5, -1.0), ()), 0.75),
                Corner(natural_preset("auto"), 0.25),
            )
        ),
        regions=(REGION, PaintedRegion(REGION.strokes, colour=(-31.5, 20.0))),
        repaint=Repaint("repaint-a"),
        framing=Framing(1, -2.5, 0.1, 0.2, 0.8, 0.9),
        picture=Framing(0, 0.5, 0.1, 0.1, 0.9, 0.8),
    ),
    (("palette", SHA256), ("auto", SHA256), ("repaint-a", SHA256)),
)
NEWER_KINDS = (
    *("JPEG 8 CMYK.jpg", "JPEG 8 YCbCr 4:4:4.jpg", "TIFF 8 RGB Deflate.tif", "TIFF 8 RGB JPEG.tif"),
    *("TIFF 8 RGB tiles.tif", "TIFF 16 CIELAB.tif", "WebP 8 lossless.webp"),
    *("PSD 16 RGB.psd", "PSD 16 RGB PackBits.psd", "PSD 8 CIELAB.psd", "PSD 1.psd"),
    *("TIFF 1 Group 3.tif", "TIFF 1 Group 4.tif", "TIFF 1 Modified Huffman.tif", "TIFF 8 RGB PackBits.tif"),
    *("HEIC 8 RGB tiles.heic", "AVIF 8 RGB tiles.avif", "PPM 16 as text.ppm", "TGA 8 palette.tga"),
    *(
        "PSD 8 CMYK alpha PackBits.psd",
        "JPEG 2000 4 grey.jp2",
        "TIFF 8 YCbCr planes.tif",
        "TIFF 16 YCbCr.tif",
    ),
    *("TIFF float 32 CMYK.tif", "BMP 32 masks.bmp", "TGA 15.tga", "WebP 8 lossy.webp"),
)


def picture_seeds() -> dict[str, bytes]:
    """A whole file of each kind that is read, small, with metadata where the kind has them."""
    gray, rgb, deep = pictures.ramp(40, 30), pictures.colours(40, 30), pictures.deep_ramp(40, 30)
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8825] = 6, "Maker", {1: "N", 2: (48.0, 12.0, 30.0)}
    options: dict[str, Any] = {"exif": exif, "icc_profile": pictures.wide_icc(), "xmp": look_xmp(LOOK, b"")}
    deep_rgb = np.dstack([deep, deep[::-1], deep])
    files = {
        "gray.jpg": pictures.jpeg_bytes(gray, exif=exif, dpi=(300, 300)),
        "rgb.jpg": pictures.jpeg_bytes(rgb, **options),
        "progressive.jpg": pictures.jpeg_bytes(rgb, progressive=True),
        "gray.png": _saved(gray, "PNG", icc_profile=pictures.gray_icc(1.8)),
        "rgba.png": _saved(np.dstack([rgb, gray]), "PNG", exif=exif),
        "deep.png": bytes(imagecodecs.png_encode(deep_rgb)),
        "rgb.webp": _saved(rgb, "WEBP", exif=exif),
        "rgb.avif": _saved(rgb, "AVIF", exif=exif),
        "rgb.jp2": _saved(rgb, "JPEG2000"),
        "rgb.bmp": _saved(rgb, "BMP"),
        "rgb.gif": _saved(rgb, "GIF"),
        "lzw.tif": _saved(rgb, "TIFF", compression="tiff_lzw", icc_profile=pictures.wide_icc()),
    }
    files |= {
        "deep.avif": pictures.avif_bytes(deep_rgb, 10),
        "rgb.jxl": bytes(imagecodecs.jpegxl_encode(rgb, distance=1)),
        "deep.jxl": bytes(imagecodecs.jpegxl_encode(deep_rgb, lossless=True)),
        "packed.jxl": bytes(imagecodecs.jpegxl_encode_jpeg(pictures.jpeg_bytes(rgb, exif=exif))),
        "deep.jp2": bytes(imagecodecs.jpeg2k_encode(deep_rgb, level=0, reversible=True)),
        "gray.jp2": bytes(imagecodecs.jpeg2k_encode(gray, level=0, reversible=True)),
    }
    files |= {
        "restart.jpg": pictures.jpeg_bytes(gray, restart_marker_rows=1),
        "gray.ppm": _saved(rgb, "PPM"),
        "deep.pgm": b"P5\n40 30\n65535\n" + deep.astype(">u2").tobytes(),
        "rgb.tga": _saved(rgb, "TGA"),
        "rgb.psd": _psd(rgb),
        "coded.png": _with_colours(_saved(rgb, "PNG")),
    }
    wide = pictures.ramp(520, 300)
    files |= {
        "groups.jxl": bytes(imagecodecs.jpegxl_encode(wide, lossless=True)),
        "lossy groups.jxl": bytes(imagecodecs.jpegxl_encode(np.dstack([wide] * 3), distance=2)),
        "bytes.tif": _with_bytes(gray),
    }
    files |= {name.replace(":", ""): patches.KINDS[name]() for name in NEWER_KINDS}
    for name, values, tags in _odd_tiffs(gray, deep):
        content = io.BytesIO()
        tifffile.imwrite(content, values, **tags)
        files[name] = content.getvalue()
    files["subifds.tif"] = _with_sub_directory(gray)
    with tempfile.TemporaryDirectory() as folder:
        for name, values in (("photo.heic", rgb), ("deep.heic", deep)):
            files[name] = pictures.heic(Path(folder) / name, values, exif=exif.tobytes()).read_bytes()
        linear = (deep_rgb / 65535).astype(np.float32)
        files["float.tif"] = pictures.deep_tiff(
            Path(folder) / "a.tif", linear, photometric="rgb"
        ).read_bytes()
    for name, values, compression in (("deep.tif", deep_rgb, None), ("deflate.tif", deep, "zlib")):
        file = io.BytesIO()
        tifffile.imwrite(
            file, values, compression=compression, photometric="rgb" if values.ndim == 3 else None
        )
        files[name] = file.getvalue()
    return files


def _with_bytes(gray: Any) -> bytes:
    """A TIFF of one ink, whose width is written as a byte."""
    content = plain_tiff((gray_tags(gray.shape[1], gray.shape[0], t262=5), gray.tobytes()))
    width = struct.pack("<HHI", 256, 4, 1)
    return content.replace(width, struct.pack("<HHI", 256, 1, 1), 1)


def _odd_tiffs(gray: Any, deep: Any) -> list[tuple[str, Any, dict[str, Any]]]:
    colormap = np.repeat(np.arange(256, dtype=np.uint16)[None], 3, axis=0)
    lab = np.dstack([gray, gray, gray])
    return [
        ("map.tif", gray, {"photometric": "palette", "colormap": colormap}),
        ("signed.tif", gray.view(np.int8), {}),
        ("long.tif", deep.astype(np.uint32) << 16, {"bigtiff": True, "description": "The lake"}),
        ("lab.tif", lab, {"photometric": "cielab"}),
        ("inks.tif", np.dstack([deep] * 4), {"photometric": "separated"}),
        ("webp.tif", lab, {"photometric": "rgb", "compression": "webp"}),
    ]


def _with_sub_directory(gray: Any) -> bytes:
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as tiff:
        tiff.write(gray[:8, :8], subfiletype=1, subifds=1, metadata=None)
        tiff.write(gray, subfiletype=0, metadata=None)
    return file.getvalue()


def _psd(rgb: Any) -> bytes:
    header = struct.pack(">4sH6xHIIHH", b"8BPS", 1, 3, *rgb.shape[:2], 8, 3)
    return header + bytes(14) + np.moveaxis(rgb, 2, 0).tobytes()


def _with_colours(content: bytes) -> bytes:
    """A PNG with the chunks that tell of colours, and compressed text, behind its header."""
    bodies = {
        b"cICP": bytes([12, 13, 0, 1]),
        b"gAMA": struct.pack(">I", 100_000),
        b"cHRM": struct.pack(">8I", 31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000),
        b"zTXt": b"Comment\0\0" + zlib.compress(b"by the lake " * 9),
    }
    chunks = b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in bodies.items()
    )
    return content[:33] + chunks + content[33:]


def result_seeds() -> dict[str, bytes]:
    """Files as the program saves them, with a look inside."""
    files = {}
    with tempfile.TemporaryDirectory() as folder:
        for suffix in (".jpg", ".png", ".tif", ".webp"):
            path = Path(folder) / f"result{suffix}"
            save_picture(pictures.colours(), path, Photo(None, pictures.ramp()), look=LOOK)
            files[path.name] = path.read_bytes()
    return files


def _saved(values: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(values).save(file, kind, **options)
    return file.getvalue()
