"""HEIC, as telephones write it."""

import io
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image

from desktop.engine.core.errors import DamagedPictureError, UnsupportedPictureError
from desktop.engine.decode.heif import check_items
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures
from tests.support import heic_roles


def turned_exif(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Telephone"
    return exif.tobytes()


def test_8_bits_are_read(tmp_path: Path) -> None:
    photo = read_photo(pictures.heic(tmp_path / "photo.heic", pictures.ramp()))
    assert photo.bit_depth == 8
    assert np.abs(photo.gray.astype(int) - pictures.ramp()).max() <= 2
    assert photo.notices == ()


def test_10_bits_come_in_as_16_with_white_at_the_top(tmp_path: Path) -> None:
    values = pictures.deep_ramp()
    values[0, 0] = 65535
    photo = read_photo(pictures.heic(tmp_path / "photo.heic", values))
    assert (photo.bit_depth, photo.gray.dtype, photo.gray[0, 0]) == (16, np.uint16, 65535)
    assert np.abs(photo.gray.astype(int) - values).max() <= 65535 / 1023 * 1.1


@pytest.mark.parametrize("deep", [False, True])
def test_transparency_is_kept(tmp_path: Path, deep: bool) -> None:
    ramp = pictures.deep_ramp() if deep else pictures.ramp()
    values = np.dstack([ramp, ramp, ramp, ramp // 2])
    photo = read_photo(pictures.heic(tmp_path / "photo.heic", values))
    assert photo.alpha is not None
    assert np.abs(photo.alpha.astype(int) - ramp // 2).max() <= (70 if deep else 2)


@pytest.mark.parametrize("deep", [False, True])
def test_orientation_is_applied_once_and_exif_is_kept(tmp_path: Path, deep: bool) -> None:
    values = pictures.deep_ramp() if deep else pictures.ramp()
    path = pictures.heic(tmp_path / "photo.heic", values, exif=turned_exif(6))
    photo = read_photo(path)
    assert photo.gray.shape == (64, 48)
    assert np.abs(photo.gray.astype(int) - np.rot90(values, 3)).max() <= (70 if deep else 2)
    exif = Image.Exif()
    exif.load(photo.metadata.exif)
    assert (exif[ExifTags.Base.Make], exif[ExifTags.Base.Orientation]) == ("Telephone", 1)


def test_a_burst_gives_its_main_picture_and_that_is_told(tmp_path: Path) -> None:
    import pillow_heif

    burst = pillow_heif.HeifFile()
    for level in (40, 200):
        burst.add_frombytes("L", (64, 48), np.full((48, 64), level, np.uint8).tobytes())
    burst.save(tmp_path / "burst.heic", quality=-1, primary_index=1)
    photo = read_photo(tmp_path / "burst.heic")
    assert abs(int(photo.gray.mean()) - 200) <= 2
    assert photo.notices == ("The file holds 2 pictures; only the main one is used.",)


def two_pictures(first_px: int, second_px: int, primary: int = 0) -> bytes:
    """The first as a ramp, the second grey."""
    import pillow_heif

    burst, file = pillow_heif.HeifFile(), io.BytesIO()
    ramp = np.tile(np.arange(first_px, dtype=np.uint8), (first_px, 1))
    burst.add_frombytes("L", (first_px, first_px), ramp.tobytes())
    burst.add_frombytes("L", (second_px, second_px), bytes([200]) * second_px**2)
    burst.save(file, quality=-1, primary_index=primary)
    return file.getvalue()


@pytest.mark.parametrize("primary", [0, 1])
@pytest.mark.parametrize("sides", [(64, 128), (128, 64)])
def test_the_primary_picture_is_read_whether_it_is_the_largest_or_not(
    tmp_path: Path, sides: tuple[int, int], primary: int
) -> None:
    path = tmp_path / "photo.heic"
    path.write_bytes(two_pictures(*sides, primary=primary))
    photo = read_photo(path)
    assert photo.gray.shape == (sides[primary], sides[primary])
    assert (photo.gray[0, 0] == 0) == (primary == 0)
    assert photo.notices == ("The file holds 2 pictures; only the main one is used.",)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (heic_roles.THUMBNAIL, b""),
        (heic_roles.AUXILIARY, heic_roles.DEPTH),
        (heic_roles.AUXILIARY, heic_roles.GAIN_MAP),
    ],
    ids=["thumbnail", "depth", "gain map"],
)
def test_what_belongs_to_the_picture_is_no_picture_of_its_own(
    tmp_path: Path, role: bytes, kind: bytes
) -> None:
    path = tmp_path / "photo.heic"
    path.write_bytes(heic_roles.with_role(two_pictures(64, 128), role, kind))
    photo = read_photo(path)
    assert np.array_equal(photo.gray, np.tile(np.arange(64, dtype=np.uint8), (64, 1)))
    assert photo.notices == ()


def test_a_thumbnail_made_by_the_library_is_left_out(tmp_path: Path) -> None:
    import pillow_heif

    values, path = pictures.ramp(), tmp_path / "photo.heic"
    picture = pillow_heif.from_bytes("L", (values.shape[1], values.shape[0]), values.tobytes())
    picture.save(path, quality=-1, thumbnails=[32])
    assert b"thmb" in path.read_bytes()
    photo = read_photo(path)
    assert np.array_equal(photo.gray, values)
    assert photo.notices == ()


def tiled(folder: Path) -> Path:
    """A ramp in sixteen tiles, as telephones write it."""
    import pillow_heif

    path = folder / "tiled.heic"
    values = np.tile(np.arange(256, dtype=np.uint8), (256, 1))
    pillow_heif.from_bytes("L", (256, 256), values.tobytes()).save(path, quality=-1, tile_size=64)
    assert b"grid" in path.read_bytes()
    return path


def test_tiles_are_put_together(tmp_path: Path) -> None:
    photo = read_photo(tiled(tmp_path))
    assert np.array_equal(photo.gray, np.tile(np.arange(256, dtype=np.uint8), (256, 1)))
    assert photo.notices == ()


@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_missing_tiles_are_grey_and_their_share_is_told(tmp_path: Path, share: float) -> None:
    path = tiled(tmp_path)
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])
    photo = read_photo(path)
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(share, abs=0.1)
    assert photo.notices == (photo.damage.notice,)
    assert np.all(photo.gray[-40:, -40:] == 128)
    assert np.array_equal(photo.gray[:40, :40], np.tile(np.arange(40, dtype=np.uint8), (40, 1)))
    with pytest.raises(DamagedPictureError):
        read_photo(path, strict=True)


def test_a_painting_may_be_heic(tmp_path: Path) -> None:
    values = np.full((48, 64, 3), (200, 60, 30), np.uint8)
    painting = read_painting(pictures.heic(tmp_path / "painting.heic", values)).pixels
    assert np.abs(painting.astype(int) - values).max() <= 3


def test_the_library_is_imported_only_for_such_files(
    tmp_path: Path, photo_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pictures.heic(tmp_path / "photo.heic", pictures.ramp())
    monkeypatch.setitem(sys.modules, "pi_heif", None)
    assert read_photo(photo_file).width_px == 120
    with pytest.raises(UnsupportedPictureError, match="needs the library pi_heif"):
        read_photo(path)


def test_hdr_is_told_of(tmp_path: Path) -> None:
    nclx = {
        "color_primaries": 9,
        "transfer_characteristics": 16,
        "matrix_coefficients": 9,
        "full_range_flag": 1,
    }
    path = pictures.heic(tmp_path / "photo.hif", pictures.deep_ramp(), save_nclx_profile=True, **nclx)
    photo = read_photo(path)
    assert len(photo.notices) == 1
    assert "HDR (PQ)" in photo.notices[0]


def with_entry_spoiled(path: Path, offset: int, value: int) -> Path:
    """The file with one byte changed, `offset` behind the letters that begin its last item's entry."""
    content = bytearray(path.read_bytes())
    content[content.rindex(b"infe") + offset] = value
    path.write_bytes(content)
    return path


def test_an_item_whose_kind_is_no_text_is_told_of_and_does_not_end_the_program(tmp_path: Path) -> None:
    path = pictures.heic(tmp_path / "photo.heic", pictures.ramp(), exif=turned_exif(1))
    assert path.read_bytes().rindex(b"infe") + 12 == path.read_bytes().index(b"Exif")
    with pytest.raises(DamagedPictureError, match="it is not text"):
        read_photo(with_entry_spoiled(path, 12, 0xFF))


@pytest.mark.parametrize("size_bytes", [0, 8, 16, 1 << 40])
def test_items_are_looked_for_wherever_boxes_may_hide_them(size_bytes: int) -> None:
    entry = b"infe" + bytes([2, 0, 0, 0, 0, 1, 0, 0]) + b"Ex\xfff\0"
    box = (len(entry) + 4).to_bytes(4, "big") + entry
    if size_bytes >= 1 << 32:
        around = b"\0\0\0\1meta" + size_bytes.to_bytes(8, "big") + box
    else:
        around = size_bytes.to_bytes(4, "big") + b"meta" + bytes(max(size_bytes - 8, 0)) + box
    with pytest.raises(UnicodeDecodeError):
        check_items(io.BytesIO(around))


def test_a_picture_s_own_data_may_hold_anything() -> None:
    data = b"mdat" + b"infe" + bytes([2, 0, 0, 0, 0, 1, 0, 0]) + b"\xff\xff\xff\xff"
    check_items(io.BytesIO((len(data) + 4).to_bytes(4, "big") + data + b"\0\0"))
