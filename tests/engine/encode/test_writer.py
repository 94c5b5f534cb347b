"""Results on disk: exact where the format is, whole or not at all, and with the photograph's data."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Literal

import imagecodecs
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import ExifTags, Image
from PIL.JpegImagePlugin import JpegImageFile

from desktop.engine.colour.icc_profiles import is_srgb, srgb_profile
from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.formats import on_white
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.photo import Metadata, Photo
from tests.engine import pictures

CAMERA = "Lens & Söhne"
EXPOSED = "1931:05:06 07:08:09"
LATITUDE = (48.0, 12.0, 30.0)


def photo(depth: int = 8, metadata: Metadata | None = None, *, see_through: bool = False) -> Photo:
    gray: NDArray[np.uint8 | np.uint16] = pictures.ramp() if depth == 8 else pictures.deep_ramp()
    alpha = (gray // 2).astype(gray.dtype) if see_through else None
    return Photo(None, gray, bit_depth=depth, alpha=alpha, metadata=metadata or Metadata())


def colours(depth: int) -> NDArray[np.uint8 | np.uint16]:
    if depth == 8:
        return pictures.colours()
    return np.random.default_rng(10).integers(0, 65536, (48, 64, 3), dtype=np.uint16)


def full_exif(camera: str = CAMERA) -> bytes:
    """EXIF as a camera writes it: turned, with a place, an exposure and a thumbnail's directory."""
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = camera.encode("latin-1")
    exif[ExifTags.Base.ImageDescription] = "Aunt May by the sea"
    exif[ExifTags.Base.Orientation] = 6
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = EXPOSED
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] = LATITUDE
    return exif.tobytes()


@pytest.mark.parametrize("suffix", [".png", ".tif", ".tiff"])
@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("see_through", [False, True])
def test_png_and_tiff_are_exact(tmp_path: Path, suffix: str, depth: int, see_through: bool) -> None:
    subject = photo(depth, see_through=see_through)
    path = save_picture(colours(depth), tmp_path / f"result{suffix}", subject)
    if suffix != ".png":
        written = tifffile.imread(path)
    elif depth == 16:
        written = imagecodecs.png_decode(path.read_bytes())
    else:
        with Image.open(path) as image:
            written = np.asarray(image)
    assert written.dtype == colours(depth).dtype
    assert np.array_equal(written[..., :3], colours(depth))
    assert written.shape[2] == (4 if see_through else 3)
    if see_through:
        assert subject.alpha is not None
        assert np.array_equal(written[..., 3], subject.alpha)


@pytest.mark.parametrize(("suffix", "file_format"), [(".jpg", "JPEG"), (".jpeg", "JPEG"), (".webp", "WEBP")])
@pytest.mark.parametrize("depth", [8, 16])
def test_jpeg_and_webp_are_close(tmp_path: Path, suffix: str, file_format: str, depth: int) -> None:
    smooth = np.dstack([pictures.ramp(), 255 - pictures.ramp(), pictures.ramp() // 2])
    values = smooth if depth == 8 else smooth.astype(np.uint16) * 257
    path = save_picture(values, tmp_path / f"result{suffix}", photo(depth))
    with Image.open(path) as image:
        assert image.format == file_format
        assert np.abs(np.asarray(image.convert("RGB")).astype(int) - smooth).mean() < 4


def test_jpeg_keeps_full_colour_resolution_and_obeys_quality(tmp_path: Path) -> None:
    sizes = {}
    for quality in (40, 92):
        path = save_picture(pictures.colours(), tmp_path / f"{quality}.jpg", photo(), quality=quality)
        sizes[quality] = path.stat().st_size
        with Image.open(path) as image:
            assert isinstance(image, JpegImageFile)
            assert [component[1:3] for component in image.layer] == [(1, 1)] * 3
    assert sizes[40] < sizes[92] / 2


@pytest.mark.parametrize("suffix", [".jpg", ".webp"])
def test_transparency_is_kept_where_the_format_has_it_else_it_lies_on_white(
    tmp_path: Path, suffix: str
) -> None:
    subject = replace(photo(), alpha=np.zeros((48, 64), dtype=np.uint8))
    path = save_picture(np.full((48, 64, 3), 30, dtype=np.uint8), tmp_path / f"result{suffix}", subject)
    with Image.open(path) as image:
        assert image.mode == ("RGB" if suffix == ".jpg" else "RGBA")
        red, *_, last = np.asarray(image)[5, 5]
        assert red == 255 if suffix == ".jpg" else last == 0


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
@pytest.mark.parametrize("depth", [8, 16])
def test_metadata_travel_from_file_to_file(tmp_path: Path, suffix: str, depth: int) -> None:
    Image.fromarray(pictures.ramp()).save(tmp_path / "source.jpg", exif=full_exif(), dpi=(240, 240))
    subject = read_photo(tmp_path / "source.jpg")
    shape = (*subject.gray.shape, 3)
    values = np.zeros(shape, dtype=np.uint8 if depth == 8 else np.uint16)
    path = save_picture(values, tmp_path / f"result{suffix}", subject)
    with Image.open(path) as image:
        exif = image.getexif()
        assert exif[ExifTags.Base.Make] == CAMERA
        assert exif[ExifTags.Base.ImageDescription] == "Aunt May by the sea"
        assert exif.get(ExifTags.Base.Orientation, 1) == 1
        assert exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] == EXPOSED
        assert exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitude] == LATITUDE
        assert not exif.get_ifd(ExifTags.IFD.IFD1)
        assert is_srgb(image.info["icc_profile"])
        if suffix != ".webp":  # which has no place for it but EXIF
            assert image.info["dpi"] == pytest.approx((240, 240), abs=0.1)
        assert image.size == (subject.width_px, subject.height_px)


@pytest.mark.parametrize("source_suffix", [".tif", ".png", ".webp"])
def test_metadata_of_other_formats_reach_jpeg_without_their_storage_tags(
    tmp_path: Path, source_suffix: str
) -> None:
    source = tmp_path / f"source{source_suffix}"
    Image.fromarray(pictures.ramp()).save(source, exif=full_exif("Plain"))  # Pillow writes TIFF in ASCII
    subject = read_photo(source)
    path = save_picture(np.zeros((*subject.gray.shape, 3), dtype=np.uint8), tmp_path / "result.jpg", subject)
    with Image.open(path) as image:
        exif = image.getexif()
        assert exif[ExifTags.Base.Make] == "Plain"
        assert 273 not in exif  # StripOffsets


def test_a_thumbnail_of_the_grey_picture_is_dropped(tmp_path: Path) -> None:
    marker = b"\xff\xd8THUMBNAIL\xff\xd9"
    exif = bytearray(full_exif())
    directory = len(exif) - 6
    order: Literal["little", "big"] = "little" if exif[6:8] == b"II" else "big"
    entries = int.from_bytes(exif[14:16], order)
    at = 16 + 12 * entries  # where the pointer to the next directory lies
    exif[at : at + 4] = directory.to_bytes(4, order)
    exif += (2).to_bytes(2, order)
    for tag, value in ((0x0201, directory + 30), (0x0202, len(marker))):
        exif += (
            tag.to_bytes(2, order)
            + (4).to_bytes(2, order)
            + (1).to_bytes(4, order)
            + value.to_bytes(4, order)
        )
    exif += bytes(4) + marker
    Image.fromarray(pictures.ramp()).save(tmp_path / "source.jpg", exif=bytes(exif))
    assert marker in (tmp_path / "source.jpg").read_bytes()
    subject = read_photo(tmp_path / "source.jpg")
    path = save_picture(np.zeros((*subject.gray.shape, 3), dtype=np.uint8), tmp_path / "result.jpg", subject)
    assert marker not in path.read_bytes()
    with Image.open(path) as image:
        assert image.getexif()[ExifTags.Base.Make] == CAMERA


def test_16_bits_are_rounded_to_the_nearest_of_8() -> None:
    levels = np.arange(65536, dtype=np.uint16)
    assert np.array_equal(to_8_bits(levels), np.rint(levels / 257).astype(np.uint8))


def test_half_transparent_black_on_white_is_grey() -> None:
    seen = on_white(np.zeros((1, 1, 3), dtype=np.uint8), np.full((1, 1), 128, dtype=np.uint8))
    assert seen.ravel() == pytest.approx(127, abs=1)


def test_results_are_as_open_to_others_as_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(io.BytesIO(b"x").getvalue())
    path = save_picture(pictures.colours(), tmp_path / "a.png", photo())
    assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_the_profile_of_results_does_not_tell_when_the_program_was_started() -> None:
    icc = srgb_profile()
    assert icc[24:36] == bytes((7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0))
    assert is_srgb(icc)
