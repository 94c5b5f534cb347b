"""Decodes a file into samples: chooses the decoder, the channels and the metadata."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from PIL import Image

from desktop.engine.core import limits
from desktop.engine.core.arrays import Samples
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.decode import heif, jpeg, jxl
from desktop.engine.decode.cut_files import decode_filled_up, missing_bytes
from desktop.engine.decode.data_share import AT_ODDS
from desktop.engine.decode.header_checks import check_data, check_size
from desktop.engine.decode.high_bit_depth import decode_deep
from desktop.engine.decode.high_bit_depth_samples import Pixels
from desktop.engine.decode.identify import identified
from desktop.engine.decode.jpeg_header import read_header
from desktop.engine.decode.jpeg_rows import RowGraying
from desktop.engine.decode.libtiff_warnings import warnings_of_decoding
from desktop.engine.decode.memory_need import check_memory, check_salvage_memory
from desktop.engine.decode.open_image import opened
from desktop.engine.decode.pillow_channels import loaded_channels
from desktop.engine.decode.png_chunks import SIGNATURE, is_png
from desktop.engine.decode.png_salvage import salvaged_deep_png
from desktop.engine.decode.raw import RAW_SUFFIXES, opened_raw
from desktop.engine.decode.salvage import ALL_OR_NOTHING, salvaged
from desktop.engine.decode.tiff_numbers import with_wide_numbers
from desktop.engine.decode.tiff_start import NOTICES, UnusualTiff, is_tiff
from desktop.engine.decode.webp_check import is_damaged_webp
from desktop.engine.decode.zeroed_sectors import holds_zeroed_sector
from desktop.engine.files.page_place import file_and_page
from desktop.engine.imaging.damage import Damage
from desktop.engine.imaging.photo import Metadata
from desktop.engine.metadata.jpeg_xmp import extended
from desktop.engine.metadata.reader import orientation_of, read_metadata, xmp_packet

CROPPED = "AVIF"  # whose pictures may be smaller than Pillow says
UNCHECKED = frozenset({"AVIF", "GIF", "HEIF", "JPEG2000", "TIFF", "WEBP"})  # whose data have no checksums


@dataclass(frozen=True, eq=False)
class Decoded:
    """A file's first picture, not yet turned upright.

    samples: (H, W) grey, (H, W, 3) RGB or (H, W, 4) CMYK, uint8 or uint16. alpha: (H, W) or None.
    damage: what is wrong with a picture that could be decoded in part.
    gray: (H, W), sRGB-encoded, where the file itself tells the lightness of its colours.
    """

    samples: Samples
    alpha: Samples | None
    icc: bytes
    metadata: Metadata
    orientation: int
    notices: tuple[str, ...]
    damage: Damage | None = None
    gray: Samples | None = None


def decode(
    path: Path,
    max_pixels: int,
    cancel: CancelToken | None = None,
    *,
    page: int | None = None,
    small_px: int | None = None,
    graying: RowGraying | None = None,
) -> Decoded:
    """The first picture in a file; raises the `TintypeError` that tells what is wrong with it.

    path: of the file, or the place of one of its pages (`page_place`).
    page: of a TIFF of several full-size pages, from 1; None for the picture that the whole file stands for.
    small_px: a copy with at least so many pixels on each side will do, where the format gives one quickly (JPEG).
    graying: is given the rows of a colour JPEG as they are decoded; then nothing of them is left in the samples.

    Calling off ends JPEG, PNG, WebP and the like where the decoder asks for the next part of the file; a part
    of a TIFF, and pictures that a library decodes at once (HEIC, AVIF, JPEG 2000, JPEG XL, RAW, 16-bit PNG), end first.
    """
    if page is None:
        path, page = file_and_page(path)
    with opened(path, cancel) as original:
        if path.suffix.lower() in RAW_SUFFIXES:  # many begin like TIFF, with a picture of a thumb's size
            return _decode_raw(original, path, max_pixels)
        file = with_wide_numbers(jxl.with_jpeg_unpacked(original, max_pixels))

        def whole(file: BinaryIO) -> Decoded:
            with identified(file, path, page) as image:
                check_size(image.size, path, max_pixels)
                check_data(file, image, path)
                if small_px is not None:
                    image.draft(None, (small_px, small_px))
                    image.info[heif.SMALL] = True
                check_memory(file, image, path)
                return _decode(file, image, path, page, small_px, graying)

        missing = missing_bytes(file)
        if not missing:
            return whole(file)
        decoded, damage = decode_filled_up(file, missing, whole)
        notices = decoded.notices if decoded.damage is None else decoded.notices[1:]  # its own comes first
        return replace(decoded, damage=damage, notices=(damage.notice, *notices))


def read_xmp(path: Path) -> tuple[bytes, bytes]:
    """The XMP packet in a picture file, as it lies there, and what a JPEG has beyond one segment; may be empty.

    Raises what `decode` raises.
    """
    path, page = file_and_page(path)
    with opened(path) as original:
        file = with_wide_numbers(jxl.with_jpeg_unpacked(original, limits.max_pixels()))
        with identified(file, path, page) as image:
            packet = xmp_packet(image)
            return packet, extended(packet, getattr(image, "applist", ()))


def _decode(
    file: BinaryIO,
    image: Image.Image,
    path: Path,
    page: int | None,
    small_px: int | None,
    graying: RowGraying | None,
) -> Decoded:
    notices = (*image.info.get(NOTICES, ()), *_frame_notices(image))
    try:
        with warnings_of_decoding() as warnings:
            pixels = _pixels(file, image, path, graying)
    except (TintypeError, MemoryError):
        raise
    except Exception as error:
        if image.format in ALL_OR_NOTHING or (isinstance(error, OSError) and error.errno is not None):
            raise
        pixels, image = _salvaged(file, path, image.size, page, small_px, error)
    if pixels.damage is None and image.format in UNCHECKED and (_is_corrupt(file, image) or warnings):
        pixels = replace(pixels, damage=Damage())
    told = () if pixels.damage is None else (pixels.damage.notice,)
    seen_px = pixels.samples.shape[1::-1] if image.format == CROPPED else image.size
    metadata, orientation, more = read_metadata(image, file, lying_size_px=(seen_px[0], seen_px[1]))
    return Decoded(
        pixels.samples,
        pixels.alpha,
        _icc(image),
        metadata,
        orientation if pixels.orientation is None else pixels.orientation,
        (*told, *notices, *pixels.notices, *more),
        pixels.damage,
        pixels.gray,
    )


def _pixels(file: BinaryIO, image: Image.Image, path: Path, graying: RowGraying | None) -> Pixels:
    deep = decode_deep(file, image, path)
    if deep is not None:
        return deep
    if image.format not in jpeg.KINDS:
        return Pixels(*loaded_channels(image, path))
    header = read_header(file)
    if header.bits == jpeg.TWELVE_BITS:
        file.seek(0)
        return jpeg.decode_twelve_bits(file)
    if graying is not None and image.mode == "RGB":
        graying.begin(orientation_of(image), _icc(image))
    samples, notices = jpeg.load_jpeg(image, file, header, graying)
    return Pixels(samples, None, notices=notices)


def _salvaged(
    file: BinaryIO,
    path: Path,
    size_px: tuple[int, int],
    page: int | None,
    small_px: int | None,
    error: Exception,
) -> tuple[Pixels, Image.Image]:
    def anew(file: BinaryIO) -> Image.Image:
        file.seek(0)
        image = identified(file, path, page)
        if small_px is not None:
            image.draft(None, (small_px, small_px))
        return image

    file.seek(0)
    deep = salvaged_deep_png(file) if is_png(file.read(len(SIGNATURE))) else None
    file.seek(0)
    if deep is not None:
        return deep, anew(file)
    if is_tiff(file.read(4)):
        from desktop.engine.decode.tiff_salvage import sound_parts

        sound = sound_parts(file, path, size_px, page)
        if sound is not None:
            return sound
    check_salvage_memory(anew(file), path)
    samples, alpha, image, damage = salvaged(file, anew, lambda image: loaded_channels(image, path), error)
    return Pixels(samples, alpha, damage=damage), image


def _is_corrupt(file: BinaryIO, image: Image.Image) -> bool:
    """Whether data without checksums, which decoders take whatever they are, must be wrong somewhere."""
    if image.format == "TIFF":
        from desktop.engine.decode.tiff_damage import is_corrupt

        return is_corrupt(file, image.page_index if isinstance(image, UnusualTiff) else None)
    if image.format == "WEBP" and heif.SMALL not in image.info and is_damaged_webp(file, image.size):
        return True
    return AT_ODDS in image.info or holds_zeroed_sector(file)


def _icc(image: Image.Image) -> bytes:
    return image.info.get("icc_profile") or b""


def _decode_raw(file: BinaryIO, path: Path, max_pixels: int) -> Decoded:
    with opened_raw(file, path) as raw:
        check_size(raw.size_px, path, max_pixels)
        rgb = raw.develop()
        preview = raw.preview()
        if preview is None:
            return Decoded(rgb, None, b"", Metadata(), 1, ())
        metadata, _, notices = read_metadata(preview, file, upright_size_px=(rgb.shape[1], rgb.shape[0]))
        return Decoded(rgb, None, b"", metadata, 1, notices)


def _frame_notices(image: Image.Image) -> tuple[str, ...]:
    by_role = image.format in ("MPO", "TIFF")  # of whose pages it is told by what they are for
    frames = 1 if by_role else int(getattr(image, "n_frames", 1))
    if frames < 2:
        return ()
    if image.format == heif.FORMAT:
        return (f"The file holds {frames} pictures; only the main one is used.",)
    return (f"The file holds {frames} frames; only the first is used.",)
