"""Eight patches of known colour in every kind of file, for comparing lightness with that of an independent reader."""

import io
import struct
from collections.abc import Callable
from typing import Any

import imagecodecs
import numpy as np
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import srgb_decode
from tests.engine import pictures
from tests.support.avif_grid import avif_grid
from tests.support.patch_files import bmp_by_masks, pnm, pnm_text, psd, psd_bits, tga_15, with_chunk

SIDE_PX = 32  # of a patch
NEUTRALS = ((0, 0, 0), (255, 255, 255), (128, 128, 128), (40, 40, 40))
HUES = ((220, 60, 50), (70, 150, 60), (60, 80, 190), (230, 200, 150))
COLOURS = np.array([*NEUTRALS, *HUES], np.uint8)
GRAYS = np.array([0, 255, 128, 40, 100, 150, 80, 200], np.uint8)

Values = NDArray[Any]


def laid_out(values: Values) -> Values:
    """One row of patches: (SIDE_PX, 8 * SIDE_PX[, channels])."""
    return np.repeat(np.repeat(values[None], SIDE_PX, axis=0), SIDE_PX, axis=1)


RGB, GRAY = laid_out(COLOURS), laid_out(GRAYS)
RGB16, GRAY16 = RGB.astype(np.uint16) * 257, GRAY.astype(np.uint16) * 257
LINEAR = srgb_decode(RGB / np.float32(255))
ALPHA = np.full(GRAY.shape, 200, np.uint8)
CMYK = np.dstack([255 - RGB, np.full(GRAY.shape, 20, np.uint8)])
YCBCR = np.asarray(Image.fromarray(RGB).convert("YCbCr"))
MAP = np.repeat((np.arange(256, dtype=np.uint16) * 257)[None], 3, axis=0)


def by_pillow(values: Values, kind: str, mode: str | None = None, **options: Any) -> bytes:
    """A file written by Pillow; mode: what the picture is converted to before."""
    file, image = io.BytesIO(), Image.fromarray(values)
    (image if mode is None else image.convert(mode)).save(file, kind, **options)
    return file.getvalue()


def cmyk(kind: str, **options: Any) -> bytes:
    """Inks, written by Pillow."""
    file = io.BytesIO()
    Image.fromarray(CMYK, "CMYK").save(file, kind, **options)
    return file.getvalue()


def tiff(values: Values, **options: Any) -> bytes:
    """A file written by tifffile."""
    file = io.BytesIO()
    options.setdefault("photometric", "rgb" if values.ndim == 3 else "minisblack")
    tifffile.imwrite(file, values, **options)
    return file.getvalue()


def heif(values: Values, mode: str, **options: Any) -> bytes:
    """HEIC without loss."""
    import pillow_heif

    file = io.BytesIO()
    picture = pillow_heif.from_bytes(mode, (values.shape[1], values.shape[0]), values.tobytes())
    picture.save(file, quality=-1, chroma=444, enc_params={"preset": "ultrafast"}, **options)
    return file.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "JPEG 8 grey.jpg": lambda: by_pillow(GRAY, "JPEG", quality=95),
    "JPEG 8 YCbCr 4:2:0.jpg": lambda: by_pillow(RGB, "JPEG", quality=95),
    "JPEG 8 YCbCr 4:4:4.jpg": lambda: by_pillow(RGB, "JPEG", quality=95, subsampling=0),
    "JPEG 8 RGB.jpg": lambda: by_pillow(RGB, "JPEG", quality=95, keep_rgb=True),
    "JPEG 8 progressive.jpg": lambda: by_pillow(RGB, "JPEG", quality=95, progressive=True),
    "JPEG 8 CMYK.jpg": lambda: cmyk("JPEG", quality=98),
    "JPEG 8 Adobe RGB.jpg": lambda: by_pillow(RGB, "JPEG", quality=95, icc_profile=pictures.wide_icc()),
    "JPEG 8 grey gamma 1.8.jpg": lambda: by_pillow(
        GRAY, "JPEG", quality=95, icc_profile=pictures.gray_icc(1.8)
    ),
    "PNG 1 grey.png": lambda: by_pillow(GRAY, "PNG", "1", bits=1),
    "PNG 8 grey.png": lambda: by_pillow(GRAY, "PNG"),
    "PNG 8 grey alpha.png": lambda: by_pillow(np.dstack([GRAY, ALPHA]), "PNG"),
    "PNG 8 palette.png": lambda: by_pillow(RGB, "PNG", "P"),
    "PNG 8 RGB.png": lambda: by_pillow(RGB, "PNG"),
    "PNG 8 RGB alpha.png": lambda: by_pillow(np.dstack([RGB, ALPHA]), "PNG"),
    "PNG 8 Adobe RGB.png": lambda: by_pillow(RGB, "PNG", icc_profile=pictures.wide_icc()),
    "PNG 16 grey.png": lambda: bytes(imagecodecs.png_encode(GRAY16)),
    "PNG 16 RGB.png": lambda: bytes(imagecodecs.png_encode(RGB16)),
    "PNG 16 RGB alpha.png": lambda: bytes(imagecodecs.png_encode(np.dstack([RGB16, GRAY16 | 1]))),
    "TIFF 1 grey.tif": lambda: by_pillow(GRAY, "TIFF", "1"),
    "TIFF 1 Group 4.tif": lambda: by_pillow(GRAY, "TIFF", "1", compression="group4"),
    "TIFF 8 grey.tif": lambda: tiff(GRAY),
    "TIFF 8 white is 0.tif": lambda: tiff(255 - GRAY, photometric="miniswhite"),
    "TIFF 8 palette.tif": lambda: tiff(GRAY, photometric="palette", colormap=MAP),
    "TIFF 8 RGB.tif": lambda: tiff(RGB),
    "TIFF 8 RGB LZW.tif": lambda: by_pillow(RGB, "TIFF", compression="tiff_lzw"),
    "TIFF 8 RGB Deflate.tif": lambda: tiff(RGB, compression="zlib", predictor=True),
    "TIFF 8 RGB PackBits.tif": lambda: by_pillow(RGB, "TIFF", compression="packbits"),
    "TIFF 8 RGB JPEG.tif": lambda: by_pillow(RGB, "TIFF", compression="jpeg", quality=95),
    "TIFF 8 RGB planes.tif": lambda: tiff(
        np.ascontiguousarray(np.moveaxis(RGB, 2, 0)), planarconfig="separate"
    ),
    "TIFF 8 RGB tiles.tif": lambda: tiff(RGB, tile=(16, 16)),
    "TIFF 8 RGB Adobe RGB.tif": lambda: tiff(RGB, iccprofile=pictures.wide_icc()),
    "TIFF 8 CMYK.tif": lambda: tiff(CMYK, photometric="separated"),
    "TIFF 16 grey.tif": lambda: tiff(GRAY16),
    "TIFF 16 grey big-endian.tif": lambda: tiff(GRAY16, byteorder=">"),
    "TIFF 16 grey BigTIFF.tif": lambda: tiff(GRAY16, bigtiff=True),
    "TIFF 16 white is 0.tif": lambda: tiff(65535 - GRAY16, photometric="miniswhite"),
    "TIFF 16 RGB.tif": lambda: tiff(RGB16),
    "TIFF 16 RGB Adobe RGB.tif": lambda: tiff(RGB16, iccprofile=pictures.wide_icc()),
    "TIFF 8 CIELAB.tif": lambda: tiff(lab_patches(np.uint8), photometric="cielab"),
    "TIFF 16 CIELAB.tif": lambda: tiff(lab_patches(np.uint16), photometric="cielab"),
    "WebP 8 lossless.webp": lambda: by_pillow(RGB, "WEBP", lossless=True),
    "WebP 8 lossy.webp": lambda: by_pillow(RGB, "WEBP", quality=95),
    "WebP 8 Adobe RGB.webp": lambda: by_pillow(RGB, "WEBP", lossless=True, icc_profile=pictures.wide_icc()),
    "GIF 8 palette.gif": lambda: by_pillow(RGB, "GIF"),
    "BMP 1.bmp": lambda: by_pillow(GRAY, "BMP", "1"),
    "BMP 8 grey.bmp": lambda: by_pillow(GRAY, "BMP"),
    "BMP 24.bmp": lambda: by_pillow(RGB, "BMP"),
    "HEIC 8 RGB.heic": lambda: heif(RGB, "RGB"),
    "HEIC 10 RGB.heic": lambda: heif(RGB16, "RGB;16"),
    "AVIF 8 RGB.avif": lambda: by_pillow(RGB, "AVIF", quality=100, subsampling="4:4:4"),
    "AVIF 10 grey.avif": lambda: pictures.avif_bytes(GRAY16, 10),
    "JPEG 2000 8 grey.jp2": lambda: by_pillow(GRAY, "JPEG2000"),
    "JPEG 2000 8 RGB.jp2": lambda: by_pillow(RGB, "JPEG2000"),
    "JPEG 2000 16 grey.jp2": lambda: bytes(imagecodecs.jpeg2k_encode(GRAY16)),
    "PBM 1.pbm": lambda: by_pillow(GRAY, "PPM", "1"),
    "PGM 8.pgm": lambda: by_pillow(GRAY, "PPM"),
    "PGM 16.pgm": lambda: pnm(GRAY16, b"P5", 65535),
    "PPM 8.ppm": lambda: by_pillow(RGB, "PPM"),
    "PPM 16.ppm": lambda: pnm(RGB16, b"P6", 65535),
    "TGA 24.tga": lambda: by_pillow(RGB, "TGA"),
    "TGA 24 RLE.tga": lambda: by_pillow(RGB, "TGA", compression="tga_rle"),
    "PSD 8 grey.psd": lambda: psd(GRAY),
    "PSD 8 RGB.psd": lambda: psd(RGB),
    "PSD 8 RGB PackBits.psd": lambda: psd(RGB, packed=True),
    "PSD 16 grey.psd": lambda: psd(GRAY16),
    "PSD 16 RGB PackBits.psd": lambda: psd(RGB16, packed=True),
    "PSD 8 CMYK.psd": lambda: psd(255 - CMYK),
    "PSD 16 CMYK.psd": lambda: psd((255 - CMYK).astype(np.uint16) * 257),
    "PSD 16 RGB.psd": lambda: psd(RGB16),
    "PSD 8 CIELAB.psd": lambda: psd(psd_lab(np.uint8), mode=9),
    "PSD 16 CIELAB.psd": lambda: psd(psd_lab(np.uint16), mode=9),
    "PSD 8 duotone.psd": lambda: psd(GRAY, mode=8),
    "PSD 1.psd": lambda: psd_bits(GRAY < 128),
    "PNG 8 RGB gAMA 1.png": lambda: with_chunk(by_pillow(RGB, "PNG"), b"gAMA", struct.pack(">I", 100_000)),
    "PNG 16 RGB gAMA 1.png": lambda: with_chunk(
        bytes(imagecodecs.png_encode(RGB16)), b"gAMA", struct.pack(">I", 100_000)
    ),
    "PNG 4 palette.png": lambda: by_pillow(RGB, "PNG", "P", bits=4),
    "TIFF 1 Group 3.tif": lambda: by_pillow(GRAY, "TIFF", "1", compression="group3"),
    "TIFF 1 Modified Huffman.tif": lambda: by_pillow(GRAY, "TIFF", "1", compression="tiff_ccitt"),
    "TIFF 8 palette written in 8 bits.tif": lambda: tiff(GRAY, photometric="palette", colormap=MAP >> 8),
    "TIFF 16 RGB planes LZW.tif": lambda: tiff(
        np.ascontiguousarray(np.moveaxis(RGB16, 2, 0)), planarconfig="separate", compression="lzw"
    ),
    "TIFF 16 RGB predictor big-endian.tif": lambda: tiff(
        RGB16, compression="zlib", predictor=True, byteorder=">"
    ),
    "TIFF 16 CMYK.tif": lambda: tiff(CMYK.astype(np.uint16) * 257, photometric="separated"),
    "TIFF 16 grey signed.tif": lambda: tiff((GRAY16 ^ 0x8000).view(np.int16)),
    "TIFF 32 grey.tif": lambda: tiff(GRAY16.astype(np.uint32) * 65537),
    "TIFF 32 RGB.tif": lambda: tiff(RGB16.astype(np.uint32) * 65537),
    "TIFF float 32 RGB.tif": lambda: tiff(LINEAR),
    "TIFF float 32 RGB predictor.tif": lambda: tiff(LINEAR, compression="zlib", predictor=3),
    "TIFF 8 RGB WebP.tif": lambda: tiff(
        RGB, compression="webp", compressionargs={"lossless": True}, rowsperstrip=SIDE_PX
    ),
    "TIFF 8 reduced page first.tif": lambda: with_page_before(RGB),
    "JPEG XL 8 grey.jxl": lambda: bytes(imagecodecs.jpegxl_encode(GRAY, lossless=True)),
    "JPEG XL 8 RGB.jxl": lambda: bytes(imagecodecs.jpegxl_encode(RGB, lossless=True)),
    "JPEG XL 16 RGB.jxl": lambda: bytes(imagecodecs.jpegxl_encode(RGB16, lossless=True)),
    "JPEG 2000 16 RGB.jp2": lambda: bytes(imagecodecs.jpeg2k_encode(RGB16, level=0, reversible=True)),
    "PGM 16 as text.pgm": lambda: pnm_text(GRAY16, b"P2", 65535),
    "PPM 16 as text.ppm": lambda: pnm_text(RGB16, b"P3", 65535),
    "TGA 8 grey.tga": lambda: by_pillow(GRAY, "TGA"),
    "TGA 8 palette.tga": lambda: by_pillow(GRAY, "TGA", "P"),
    "BMP 4 palette.bmp": lambda: by_pillow(RGB, "BMP", "P"),
    "HEIC 8 RGB tiles.heic": lambda: heif(RGB, "RGB", tile_size=64),
    "AVIF 8 RGB tiles.avif": lambda: avif_grid(np.repeat(RGB, 2, axis=0), 64, quality=100),
    "PSD 8 grey alpha PackBits.psd": lambda: psd(np.dstack([GRAY, ALPHA]), packed=True, mode=1),
    "PSD 8 CMYK alpha PackBits.psd": lambda: psd(np.dstack([255 - CMYK, ALPHA]), packed=True, mode=4),
    "PSD 8 RGB two more PackBits.psd": lambda: psd(np.dstack([RGB, ALPHA, GRAY]), packed=True, mode=3),
    "JPEG 2000 4 grey.jp2": lambda: bytes(
        imagecodecs.jpeg2k_encode(GRAY // 17, level=0, reversible=True, bitspersample=4)
    ),
    "TIFF 8 YCbCr planes.tif": lambda: tiff(
        np.ascontiguousarray(np.moveaxis(YCBCR, 2, 0)), photometric="ycbcr", planarconfig="separate"
    ),
    "TIFF 16 YCbCr.tif": lambda: tiff(YCBCR.astype(np.uint16) * 257, photometric="ycbcr"),
    "TIFF float 32 CMYK.tif": lambda: tiff(
        (CMYK / np.float32(255)).astype(np.float32), photometric="separated"
    ),
    "BMP 32 masks.bmp": lambda: bmp_by_masks(RGB16 >> 6),
    "TGA 15.tga": lambda: tga_15(RGB >> 3),
}


def psd_lab(kind: type[np.unsignedinteger[Any]]) -> Values:
    """CIELAB as Photoshop has it: 128 for no chroma; all of it within sRGB, where the other reader brings it."""
    unit = 1 << (kind().itemsize * 8 - 8)
    patches = lab_patches(kind)
    chroma = patches[..., 1:].view(f"i{kind().itemsize}") // 4 + np.int32(128 * unit)
    return np.dstack([patches[..., :1], chroma.astype(kind)])


def with_page_before(values: Values) -> bytes:
    """A TIFF whose first page is a smaller copy of the second."""
    file = io.BytesIO()
    with tifffile.TiffWriter(file) as writer:
        writer.write(values[::4, ::4], photometric="rgb", subfiletype=1, metadata=None)
        writer.write(values, photometric="rgb", metadata=None)
    return file.getvalue()


def lab_patches(kind: type[np.unsignedinteger[Any]]) -> Values:
    """CIELAB as TIFF has it: L* of the grey patches, and chroma of which some is more than sRGB can show."""
    whole = np.iinfo(kind).max
    unit = 1 << (kind().itemsize * 8 - 8)
    light = np.rint(np.array([0, 100, 53.6, 16, 42, 62, 34, 80]) / 100 * whole)
    chroma = np.array([(0, 0), (0, 0), (0, 0), (0, 0), (90, 60), (-90, 70), (60, -110), (20, 90)])
    signed = (chroma * unit).astype(f"i{kind().itemsize}").view(kind)
    return laid_out(np.concatenate([light[:, None].astype(kind), signed], axis=1))
