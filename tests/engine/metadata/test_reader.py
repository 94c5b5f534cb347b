"""XMP and IPTC travel like EXIF; what is damaged, or says nothing, does no harm."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.photo import Metadata, Photo
from tests.engine import pictures


def test_a_file_without_exif_has_none(photo_file: Path) -> None:
    assert read_photo(photo_file).metadata.exif == b""
    assert read_photo(photo_file).metadata.dpi is None


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # Pillow's, for programmers; the program mutes it
@pytest.mark.parametrize(
    "exif",
    [
        b"Exif\0\0nonsense",
        b"Exif\0\0II*\0\xff\xff\xff\xff",
        b"Exif\0\0MM\0*\0\0\0\x08\0\x03\x01\x12\0\x03\0\0\0\x01\0\x09\0\0",
    ],
)
def test_damaged_exif_leaves_the_picture_readable(tmp_path: Path, exif: bytes) -> None:
    (tmp_path / "photo.jpg").write_bytes(pictures.jpeg_bytes(pictures.ramp(), exif=exif))
    photo = read_photo(tmp_path / "photo.jpg")
    assert np.abs(photo.gray.astype(int) - pictures.ramp()).mean() < 2


def test_an_orientation_that_does_not_exist_is_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 77
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.png", exif=exif)
    assert read_photo(tmp_path / "photo.png").gray.shape == pictures.ramp().shape


def test_the_colour_space_is_told_as_srgb(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0xA001] = 65535
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.jpg", exif=exif)
    block = Image.Exif()
    block.load(read_photo(tmp_path / "photo.jpg").metadata.exif)
    assert block.get_ifd(0x8769)[0xA001] == 1


@pytest.mark.parametrize(
    ("dpi", "expected"), [((300, 150), (300, 150)), ((0, 0), None), ((70_000, 300), None)]
)
def test_resolution_is_kept_where_it_makes_sense(
    tmp_path: Path, dpi: tuple[int, int], expected: tuple[int, int] | None
) -> None:
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.tif", dpi=dpi)
    assert read_photo(tmp_path / "photo.tif").metadata.dpi == expected


CAPTION = b"\x1c\x02\x78\x00\x09Aunt May!"
PACKET = (
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    b'<rdf:Description rdf:about="" xmlns:own="https://example.org/own#" own:Note="by the sea" '
    b'xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/></rdf:RDF></x:xmpmeta>'
)


def described(folder: Path, suffix: str, caption: bytes = CAPTION, packet: bytes = PACKET) -> Path:
    """A file of that format that carries `caption` as IPTC and `packet` as XMP."""
    metadata = Metadata(iptc=caption, xmp=packet)
    return save_picture(
        pictures.colours(), folder / f"source{suffix}", Photo(None, pictures.ramp(), metadata=metadata)
    )


@pytest.mark.parametrize("source", [".jpg", ".png", ".tif", ".webp"])
@pytest.mark.parametrize("target", [".jpg", ".png", ".tif", ".webp"])
def test_xmp_and_iptc_travel_between_all_formats_that_hold_them(
    tmp_path: Path, source: str, target: str
) -> None:
    photo = read_photo(described(tmp_path, source))
    assert photo.gray.shape == (64, 48)  # only the XMP tells the orientation
    path = save_picture(np.zeros((64, 48, 3), np.uint8), tmp_path / f"result{target}", photo)
    again = read_photo(path)
    assert again.notices == ()
    assert again.gray.shape == (64, 48)
    assert b'own:Note="by the sea"' in again.metadata.xmp
    assert b'tiff:Orientation="6"' not in path.read_bytes()
    assert again.metadata.iptc == (b"" if ".webp" in (source, target) else CAPTION)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_damaged_iptc_and_xmp_are_left_out_and_that_is_told(tmp_path: Path, suffix: str) -> None:
    photo = read_photo(described(tmp_path, suffix, b"no records", b"<no packet"))
    assert photo.notices == (
        "The XMP data are damaged and were left out.",
        "The IPTC data are damaged and were left out.",
    )
    assert (photo.metadata.iptc, photo.metadata.xmp) == (b"", b"")


def test_iptc_in_a_tiff_written_as_whole_numbers_is_read(tmp_path: Path) -> None:
    padded = CAPTION + bytes(-len(CAPTION) % 4)
    for order in "<>":
        tag = (33723, "I", len(padded) // 4, np.frombuffer(padded, f"{order}u4"), True)
        path = pictures.deep_tiff(tmp_path / "a.tif", pictures.deep_ramp(), byteorder=order, extratags=[tag])
        assert read_photo(path).metadata.iptc == CAPTION


@pytest.mark.parametrize("source", [".jpg", ".png", ".tif", ".webp"])
@pytest.mark.parametrize("target", [".jpg", ".png", ".tif", ".webp"])
def test_resolution_travels_between_all_formats(tmp_path: Path, source: str, target: str) -> None:
    subject = Photo(None, pictures.ramp(), metadata=Metadata(dpi=(300, 150)))
    photo = read_photo(save_picture(pictures.colours(), tmp_path / f"source{source}", subject))
    again = read_photo(save_picture(pictures.colours(), tmp_path / f"result{target}", photo))
    assert again.metadata.dpi == pytest.approx((300, 150), abs=0.5)


@pytest.mark.parametrize(("unit", "expected"), [(2, (100, 50)), (3, (254, 127)), (1, None), (9, None)])
def test_resolution_in_exif_has_a_unit(
    tmp_path: Path, unit: int, expected: tuple[float, float] | None
) -> None:
    exif = Image.Exif()
    exif[282], exif[283], exif[296] = 100.0, 50.0, unit
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.webp", exif=exif)
    assert read_photo(tmp_path / "photo.webp").metadata.dpi == expected
