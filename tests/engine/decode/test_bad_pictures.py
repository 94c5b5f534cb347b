"""Each way in which a picture file can be wrong has its own fault and message."""

import io
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from desktop.engine.core.errors import (
    DamagedPictureError,
    EmptyPictureError,
    FolderInsteadOfPictureError,
    NotAPictureError,
    PictureNotFoundError,
    PictureTooLargeError,
    TintypeError,
    TooLittleMemoryError,
    UnsupportedPictureError,
)
from desktop.engine.decode import formats
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def cut_png(folder: Path) -> Path:
    whole = pictures.deep_png(folder / "whole.png", pictures.deep_ramp()).read_bytes()
    return write(folder / "deep.png", whole[:70])


def cut_tiff(folder: Path) -> Path:
    whole = pictures.deep_tiff(folder / "whole.tif", pictures.deep_ramp()).read_bytes()
    return write(folder / "deep.tif", whole[:260])


def cut_heic(folder: Path) -> Path:
    whole = pictures.heic(folder / "whole.heic", pictures.colours()).read_bytes()
    return write(folder / "cut.heic", whole[: len(whole) // 30])


def bmp_with_compression(number: int) -> bytes:
    file = io.BytesIO()
    formats.Image.fromarray(pictures.colours()).save(file, format="BMP")
    content = bytearray(file.getvalue())
    content[30] = number
    return bytes(content)


def scrambled_png(folder: Path) -> Path:
    file = io.BytesIO()
    formats.Image.fromarray(pictures.ramp()).save(file, format="PNG")
    content = bytearray(file.getvalue())
    content[60:80] = b"\xff" * 20
    return write(folder / "scrambled.png", bytes(content))


FAULTS: dict[str, tuple[Callable[[Path], Path], type[TintypeError], str]] = {
    "missing": (lambda folder: folder / "nowhere.jpg", PictureNotFoundError, "There is no file"),
    "below a file": (
        lambda folder: write(folder / "a.jpg", b"x") / "b.jpg",
        PictureNotFoundError,
        "There is no file",
    ),
    "endless name": (lambda folder: folder / ("n" * 300), PictureNotFoundError, "There is no file"),
    "folder": (lambda folder: folder, FolderInsteadOfPictureError, "is a folder"),
    "empty": (lambda folder: write(folder / "empty.jpg", b""), EmptyPictureError, "is empty"),
    "text": (
        lambda folder: write(folder / "text.jpg", b"hello, this is text\n" * 9),
        NotAPictureError,
        "not a picture",
    ),
    "postscript": (
        lambda folder: write(folder / "p.eps", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"),
        NotAPictureError,
        "not a picture",
    ),
    "a document": (
        lambda folder: write(folder / "p.jpg", b"%PDF-1.7\n" + bytes(99)),
        NotAPictureError,
        "is a PDF document, not a picture",
    ),
    "a web page in place of a download": (
        lambda folder: write(folder / "p.jpg", b"\n<!DOCTYPE html><html><body>Not found</body></html>"),
        NotAPictureError,
        "is a web page, not a picture",
    ),
    "a video": (
        lambda folder: write(folder / "p.jpg", b"\0\0\0\x18ftypisom" + bytes(99)),
        NotAPictureError,
        "is a video file, not a picture",
    ),
    "a compression that no bmp here has": (
        lambda folder: write(folder / "p.bmp", bmp_with_compression(5)),
        UnsupportedPictureError,
        "a feature of its format that is not supported",
    ),
    "a damaged header": (
        lambda folder: write(folder / "p.png", b"\x89PNG\r\n\x1a\n" + b"\1" * 40),
        DamagedPictureError,
        "damaged or incomplete, or PNG of a kind that is not known",
    ),
    "cut jpeg": (
        lambda folder: write(folder / "cut.jpg", pictures.jpeg_bytes(pictures.colours(200, 200))[:700]),
        DamagedPictureError,
        "damaged or incomplete",
    ),
    "cut 16-bit png": (cut_png, DamagedPictureError, "damaged or incomplete"),
    "cut heic": (cut_heic, DamagedPictureError, "damaged or incomplete"),
    "cut 16-bit avif": (
        lambda folder: write(
            folder / "cut.avif", pictures.avif_bytes(pictures.deep_ramp(900, 900), 10)[:4000]
        ),
        DamagedPictureError,
        "damaged or incomplete",
    ),
    "cut 16-bit jpeg 2000": (
        lambda folder: write(
            folder / "cut.jp2", bytes(imagecodecs.jpeg2k_encode(pictures.deep_ramp(900, 900))[:4000])
        ),
        DamagedPictureError,
        "damaged or incomplete",
    ),
    "cut 16-bit tiff": (cut_tiff, DamagedPictureError, "damaged or incomplete"),
    "scrambled png": (scrambled_png, DamagedPictureError, "damaged or incomplete"),
    "bomb": (
        lambda folder: pictures.bomb_png(folder / "bomb.png", 50_000, 50_000),
        PictureTooLargeError,
        "2500 megapixels, more than the limit of 400",
    ),
}


@pytest.mark.parametrize("read", [read_photo, read_painting])
@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_file_is_told_of_in_one_line(
    tmp_path: Path, name: str, read: Callable[[Path], object]
) -> None:
    make, fault, words = FAULTS[name]
    path = make(tmp_path)
    with pytest.raises(fault, match=words) as caught:
        read(path)
    assert "\n" not in str(caught.value)
    assert str(path) in str(caught.value)


def test_the_limit_can_be_set(photo_file: Path) -> None:
    with pytest.raises(PictureTooLargeError):
        read_photo(photo_file, max_pixels=120 * 90 - 1)
    assert read_photo(photo_file, max_pixels=120 * 90).megapixels == pytest.approx(0.0108)


def progressive(folder: Path) -> Path:
    return write(folder / "p.jpg", pictures.jpeg_bytes(pictures.colours(3000, 3000), progressive=True))


def deep_transparent(folder: Path) -> Path:
    return pictures.deep_png(folder / "deep.png", np.zeros((2200, 2200, 4), np.uint16))


@pytest.mark.parametrize("make", [progressive, deep_transparent])
def test_a_picture_that_takes_more_memory_than_it_may_is_refused_with_the_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    monkeypatch.setenv("TINTYPE_MAX_MEMORY_MB", "70")
    monkeypatch.setattr(formats, "_decode", None)  # nothing is decoded
    with pytest.raises(
        TooLittleMemoryError, match=r"about \d+ MB of memory to open, more than the limit of 70 MB"
    ):
        read_photo(path)


def test_an_ordinary_photograph_fits_into_the_same_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "p.jpg", pictures.jpeg_bytes(pictures.ramp(3000, 3000)))
    monkeypatch.setenv("TINTYPE_MAX_MEMORY_MB", "70")
    assert read_photo(path).megapixels == 9


@pytest.mark.parametrize("shape", [(1, 1), (100, 20_000), (20_000, 100), (1, 3000)])
def test_odd_shapes_are_no_fault(tmp_path: Path, shape: tuple[int, int]) -> None:
    formats.Image.fromarray(np.full(shape, 90, dtype=np.uint8)).save(tmp_path / "odd.png")
    assert read_photo(tmp_path / "odd.png").gray.shape == shape


def test_jpeg_ls_and_pam_say_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(imagecodecs.jpegls_encode(pictures.ramp()))
    with pytest.raises(UnsupportedPictureError, match=r"not supported \(JPEG-LS\)"):
        read_photo(path)
    path.write_bytes(b"P7\nWIDTH 1\nHEIGHT 1\nDEPTH 1\nMAXVAL 255\nENDHDR\n\0")
    with pytest.raises(NotAPictureError, match="is a PAM picture"):
        read_photo(path)
