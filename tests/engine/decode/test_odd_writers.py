"""Files that are sound, or nearly so, and that few programs write: what they hold comes out, or it is said plainly."""

import io
import struct
import zlib
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.reader import read_photo
from desktop.engine.imaging.orientation import lying
from desktop.engine.imaging.photo import Photo
from tests.engine import pictures
from tests.support import patch_files, patches

GRAY = pictures.ramp(64, 48)
RGB = pictures.colours(64, 48)


def read(folder: Path, name: str, content: bytes) -> Photo:
    path = folder / name
    path.write_bytes(content)
    return read_photo(path)


def png(chunks: bytes = b"", *, values: np.ndarray = GRAY, behind: bytes = b"") -> bytes:
    """8 bits of grey. chunks: before the pixels; behind: after them."""
    whole = patches.by_pillow(values, "PNG")
    end = whole.rfind(b"IEND") - 4
    return whole[:33] + chunks + whole[33:end] + behind + whole[end:]


def chunk(kind: bytes, body: bytes, checksum: int | None = None) -> bytes:
    found = zlib.crc32(kind + body) if checksum is None else checksum
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", found)


def with_segment(content: bytes, marker: int, body: bytes) -> bytes:
    """A JPEG with a segment behind its first bytes."""
    return content[:2] + bytes([0xFF, marker]) + struct.pack(">H", len(body) + 2) + body + content[2:]


# PNG


@pytest.mark.parametrize("value", [0, 1, 100, 9_999, 10_000_000, 0xFFFFFFFF])
def test_gamma_that_makes_no_sense_is_left_out(tmp_path: Path, value: int) -> None:
    photo = read(tmp_path, "a.png", png(chunk(b"gAMA", struct.pack(">I", value))))
    assert np.array_equal(photo.gray, GRAY)
    assert photo.notices == ("The gamma that the file tells makes no sense and was left out.",)


def test_gamma_behind_the_pixels_is_left_out(tmp_path: Path) -> None:
    photo = read(tmp_path, "a.png", png(behind=chunk(b"gAMA", struct.pack(">I", 100_000))))
    assert np.array_equal(photo.gray, GRAY)
    assert len(photo.notices) == 1


@pytest.mark.parametrize("deep", [False, True])
def test_black_and_white_of_video_are_black_and_white(tmp_path: Path, deep: bool) -> None:
    unit = 256 if deep else 1
    narrow = np.rint(16 * unit + GRAY * (219 * unit / 255)).astype(np.uint16 if deep else np.uint8)
    content = bytes(imagecodecs.png_encode(narrow))
    photo = read(tmp_path, "a.png", content[:33] + chunk(b"cICP", bytes([1, 13, 0, 0])) + content[33:])
    assert np.abs(photo.gray / np.float32(257 if deep else 1) - GRAY).max() <= 1


@pytest.mark.parametrize("kind", [b"prVt", b"tRNS", b"oFFs"])
def test_a_damaged_part_beside_the_pixels_is_left_out(tmp_path: Path, kind: bytes) -> None:
    photo = read(tmp_path, "a.png", png(chunk(kind, bytes(2), checksum=1)))
    assert np.array_equal(photo.gray, GRAY)
    assert photo.damage is None
    assert photo.notices == ("A part of the file beside its pixels is damaged and was left out.",)


@pytest.mark.parametrize("deep", [False, True])
def test_a_header_with_a_wrong_checksum_is_read_as_damaged(tmp_path: Path, deep: bool) -> None:
    values = GRAY.astype(np.uint16) * 257 if deep else GRAY
    content = bytes(imagecodecs.png_encode(values))
    photo = read(tmp_path, "a.png", content[:29] + b"\1\2\3\4" + content[33:])
    assert np.array_equal(photo.gray, values)
    assert photo.damage is not None


def test_a_part_that_must_be_known_and_is_not_is_damage(tmp_path: Path) -> None:
    assert read(tmp_path, "a.png", png(chunk(b"QRST", b"hello"))).damage is not None


def test_numbers_of_no_colour_are_damage(tmp_path: Path) -> None:
    image = Image.fromarray(GRAY // 32, "P")
    image.putpalette(bytes(range(24)))
    file = io.BytesIO()
    image.save(file, "PNG")
    sound = file.getvalue()
    at = sound.find(b"PLTE") - 4
    size = int.from_bytes(sound[at : at + 4])
    short = sound[:at] + chunk(b"PLTE", bytes(9)) + sound[at + 12 + size :]
    assert read(tmp_path, "a.png", sound).damage is None
    assert read(tmp_path, "b.png", short).damage is not None


def test_what_follows_a_png_is_no_part_of_it(tmp_path: Path) -> None:
    photo = read(tmp_path, "a.png", png() + png(values=255 - GRAY) + b"junk")
    assert np.array_equal(photo.gray, GRAY)
    assert not photo.notices


# JPEG


@pytest.mark.parametrize(
    ("marker", "body"),
    [(0xEE, b"Adobe"), (0xED, b"Photoshop 3.0\0008BIM\x03\xed"), (0xE2, b"ICC_PROFILE\0"), (0xE0, b"JFIF\0")],
)
def test_a_segment_that_breaks_off_keeps_no_pixels_from_being_read(
    tmp_path: Path, marker: int, body: bytes
) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content = pictures.jpeg_bytes(np.ascontiguousarray(lying(GRAY, 6)), exif=exif)
    photo = read(tmp_path, "a.jpg", with_segment(content, marker, body))
    assert np.array_equal(photo.gray, read(tmp_path, "b.jpg", content).gray)
    assert photo.damage is None
    assert "A part of the file beside its pixels is damaged and was left out." in photo.notices


@pytest.mark.parametrize("lost", [0, 1])
def test_a_profile_with_a_part_missing_is_no_damage(tmp_path: Path, lost: int) -> None:
    content, profile = pictures.jpeg_bytes(RGB), pictures.wide_icc()
    half = len(profile) // 2
    part = (profile[:half], profile[half:])[1 - lost]
    photo = read(
        tmp_path, "a.jpg", with_segment(content, 0xE2, b"ICC_PROFILE\0" + bytes([2 - lost, 2]) + part)
    )
    assert photo.damage is None
    assert photo.notices == ("The colour profile was left out: the profile cannot be used.",)


def test_an_orientation_in_one_byte_turns_and_is_not_kept(tmp_path: Path) -> None:
    block = b"Exif\0\0II*\0\x08\0\0\0\1\0\x12\x01\1\0\1\0\0\0\6\0\0\0\0\0\0\0"
    content = pictures.jpeg_bytes(np.ascontiguousarray(lying(GRAY, 6)))
    photo = read(tmp_path, "a.jpg", with_segment(content, 0xE1, block))
    assert photo.gray.shape == GRAY.shape
    assert photo.metadata.exif[18:19] == b"\1"


def test_a_height_at_the_end_is_named(tmp_path: Path) -> None:
    content = bytearray(pictures.jpeg_bytes(GRAY))
    at = content.find(b"\xff\xc0")
    content[at + 5 : at + 7] = b"\0\0"
    with pytest.raises(UnsupportedPictureError, match="DNL"):
        read(tmp_path, "a.jpg", bytes(content))


# BMP, TGA, PSD, JPEG 2000


def test_the_profile_of_a_bmp_is_used(tmp_path: Path) -> None:
    rows, profile = np.ascontiguousarray(RGB[::-1, :, ::-1]).tobytes(), pictures.wide_icc()
    info = struct.pack("<IiiHHIIiiII", 124, 64, 48, 1, 24, 0, len(rows), 0, 0, 0, 0)
    masks = struct.pack("<4I", 0xFF0000, 0xFF00, 0xFF, 0) + b"DEBM" + bytes(48)
    info += masks + struct.pack("<4I", 4, 124 + len(rows), len(profile), 0)
    head = struct.pack("<2sIHHI", b"BM", 138 + len(rows) + len(profile), 0, 0, 138)
    found = read(tmp_path, "a.bmp", head + info + rows + profile)
    wanted = read(tmp_path, "a.png", patches.by_pillow(RGB, "PNG", icc_profile=profile))
    assert np.array_equal(found.gray, wanted.gray)


def test_a_map_of_colours_that_a_tga_does_not_use_is_passed_over(tmp_path: Path) -> None:
    plain = patches.by_pillow(RGB, "TGA")
    with_map = (
        plain[:1] + b"\1" + plain[2:3] + struct.pack("<HHB", 0, 8, 24) + plain[8:18] + bytes(24) + plain[18:]
    )
    assert np.array_equal(read(tmp_path, "a.tga", with_map).gray, read(tmp_path, "b.tga", plain).gray)


def test_a_psd_of_layers_alone_is_refused(tmp_path: Path) -> None:
    resource = b"8BIM" + struct.pack(">H", 1057) + b"\0\0" + struct.pack(">IIB", 5, 1, 0) + b"\0"
    content = patch_files.psd(np.full_like(RGB, 255))
    with pytest.raises(UnsupportedPictureError, match="layers"):
        read(tmp_path, "a.psd", content[:30] + struct.pack(">I", len(resource)) + resource + content[34:])


def test_jpeg_2000_of_cielab_is_named(tmp_path: Path) -> None:
    content = patches.by_pillow(RGB, "JPEG2000")
    at = content.find(b"colr\1") + 7
    with pytest.raises(UnsupportedPictureError, match="CIELAB"):
        read(tmp_path, "a.jp2", content[:at] + struct.pack(">I", 14) + content[at + 4 :])
