"""Of a damaged file whatever can be decoded is opened, and told to be damaged; a sound one never is."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.reader import read_painting, read_photo, read_thumbnail
from tests.engine import pictures

SIZE = (330, 250)


WAYS: list[dict[str, Any]] = [
    {},
    {"progressive": True},
    {"restart_marker_blocks": 3},
    {"restart_marker_rows": 1},
    {"progressive": True, "restart_marker_rows": 1},
]


def scene(channels: int = 1) -> NDArray[np.uint8]:
    """Edges, texture and noise, as of a photograph; (250, 330) or (250, 330, 3)."""
    rows, columns = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    gray = 120 + 60 * np.sin(rows / 17) * np.cos(columns / 23) + 25 * (rows // 40 % 2)
    noise = np.random.default_rng(3).normal(0, 6, (*gray.shape, 3))
    colours = np.clip(gray[..., None] + noise + [10, 0, -10], 0, 255).astype(np.uint8)
    return colours if channels == 3 else colours[..., 0]


def encoded(kind: str, channels: int = 1, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(scene(channels)).save(file, kind, **options)
    return file.getvalue()


def put(folder: Path, content: bytes, suffix: str = ".jpg") -> Path:
    path = folder / f"photo{suffix}"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"quality": 30},
        {"optimize": True},
        {"subsampling": 0},
        {"progressive": True},
        {"restart_marker_blocks": 3},
        {"restart_marker_rows": 1},
    ],
)
def test_sound_jpegs_are_not_called_damaged(tmp_path: Path, channels: int, options: dict[str, Any]) -> None:
    photo = read_photo(put(tmp_path, encoded("JPEG", channels, **options)), strict=True)
    assert photo.damage is None
    assert photo.notices == ()


@pytest.mark.parametrize("size", [(1, 1), (8, 8), (17, 3), (64, 64)])
def test_nor_are_tiny_ones(tmp_path: Path, size: tuple[int, int]) -> None:
    for values in (np.full(size, 85, np.uint8), scene()[: size[0], : size[1]]):
        assert read_photo(put(tmp_path, pictures.jpeg_bytes(values)), strict=True).damage is None


@pytest.mark.parametrize("channels", [1, 3])
def test_of_a_cut_jpeg_the_upper_part_is_read(tmp_path: Path, channels: int) -> None:
    whole = encoded("JPEG", channels)
    sound = read_photo(put(tmp_path, whole))
    photo = read_photo(put(tmp_path, whole[: len(whole) * 6 // 10]))
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert photo.damage.sound == pytest.approx(0.6, abs=0.1)
    assert photo.damage.notice in photo.notices
    rows = int(photo.damage.sound * photo.height_px) - 1
    assert np.array_equal(photo.gray[:rows], sound.gray[:rows])


def test_so_is_one_whose_middle_is_missing(tmp_path: Path) -> None:
    whole = encoded("JPEG")
    third = len(whole) // 3
    photo = read_photo(put(tmp_path, whole[: 2 * third] + whole[-2:]))
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert photo.damage.sound == pytest.approx(0.66, abs=0.1)


@pytest.mark.parametrize("options", WAYS)
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("kind", ["noise", "zeros"])
def test_overwritten_bytes_are_told_of(
    tmp_path: Path, kind: str, channels: int, options: dict[str, Any]
) -> None:
    content = bytearray(encoded("JPEG", channels, **options))
    at = len(content) // 1024 * 512  # a sector's beginning
    content[at : at + 512] = bytes(512) if kind == "zeros" else np.random.default_rng(1).bytes(512)
    path = put(tmp_path, bytes(content))
    assert read_photo(path).damage is not None
    with pytest.raises(DamagedPictureError, match="is damaged"):
        read_photo(path, strict=True)


@pytest.mark.parametrize("options", WAYS)
def test_a_bad_sector_is_told_of_wherever_it_lies(tmp_path: Path, options: dict[str, Any]) -> None:
    sound = encoded("JPEG", 3, **options)
    for number in range(12):
        content, chance = bytearray(sound), np.random.default_rng(number)
        at = int(chance.integers(2, len(sound) // 512 - 1)) * 512
        content[at : at + 512] = bytes(512) if number % 2 else chance.bytes(512)
        assert read_photo(put(tmp_path, bytes(content))).damage is not None, f"number {number}"


def test_an_unknown_version_of_jfif_is_no_damage_and_hides_none(tmp_path: Path) -> None:
    content = bytearray(encoded("JPEG", 3))
    sound = read_photo(put(tmp_path, bytes(content)))
    content[content.index(b"JFIF") + 5] = 7
    odd = read_photo(put(tmp_path, bytes(content)), strict=True)
    assert np.array_equal(odd.gray, sound.gray)
    content[5000:5400] = np.random.default_rng(1).bytes(400)
    assert read_photo(put(tmp_path, bytes(content))).damage is not None


def test_a_subsampling_that_the_faster_decoder_does_not_know_is_read(tmp_path: Path) -> None:
    """Y in 4 x 2 units with one of each colour: 4:1:0, here of one colour, so that the order of blocks is no matter."""
    file = io.BytesIO()
    Image.new("RGB", (64, 64), (90, 90, 90)).save(file, "JPEG", subsampling=2)
    content = bytearray(file.getvalue())
    content[content.index(b"\xff\xc0") + 11] = 0x42
    assert np.all(read_photo(put(tmp_path, bytes(content))).gray[:8] == 90)


def test_a_restart_interval_that_is_missing_is_told_of(tmp_path: Path) -> None:
    content = encoded("JPEG", restart_marker_rows=1)
    start, end = content.index(b"\xff\xd3"), content.index(b"\xff\xd5")
    damage = read_photo(put(tmp_path, content[:start] + content[end:])).damage
    assert damage is not None


def test_one_byte_too_many_at_the_end_of_the_data_is_told_of(tmp_path: Path) -> None:
    content = encoded("JPEG")
    photo = read_photo(put(tmp_path, content[:-2] + b"\x35" + content[-2:]))
    assert photo.damage is not None
    assert photo.damage.sound is None


@pytest.mark.parametrize("options", WAYS)
def test_where_only_the_end_marker_is_missing_the_picture_is_whole(
    tmp_path: Path, options: dict[str, Any]
) -> None:
    whole = encoded("JPEG", 3, **options)
    sound = read_photo(put(tmp_path, whole))
    photo = read_photo(put(tmp_path, whole[:-2]), strict=True)
    assert photo.notices == ("The end of the file is missing, but the picture is whole.",)
    assert np.array_equal(photo.gray, sound.gray)


def test_a_header_that_claims_far_more_than_the_data_is_refused_before_decoding(tmp_path: Path) -> None:
    content = bytearray(encoded("JPEG"))
    at = content.index(b"\xff\xc0") + 5
    content[at : at + 4] = (19_900).to_bytes(2) * 2
    with pytest.raises(DamagedPictureError, match="far too few for 19900 x 19900"):
        read_photo(put(tmp_path, bytes(content)))


def test_a_cut_progressive_jpeg_is_read_and_told_of(tmp_path: Path) -> None:
    whole = encoded("JPEG", 3, progressive=True)
    assert read_photo(put(tmp_path, whole[: len(whole) // 2])).damage is not None
    last_scan = whole.rindex(b"\xff\xda")
    assert read_photo(put(tmp_path, whole[:last_scan])).damage is not None


@pytest.mark.parametrize(
    ("kind", "suffix"),
    [("PNG", ".png"), ("BMP", ".bmp"), ("TIFF", ".tif")],
)
@pytest.mark.parametrize("channels", [1, 3])
def test_of_other_cut_files_too_the_upper_part_is_read(
    tmp_path: Path, kind: str, suffix: str, channels: int
) -> None:
    whole = encoded(kind, channels)
    sound = read_photo(put(tmp_path, whole, suffix))
    photo = read_photo(put(tmp_path, whole[: len(whole) * 3 // 4], suffix))
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert 0.4 < photo.damage.sound < 0.95
    if kind != "BMP":  # which begins at the bottom
        assert np.array_equal(photo.gray[:80], sound.gray[:80])


@pytest.mark.parametrize("channels", [1, 2, 3, 4])
@pytest.mark.parametrize("damage", ["cut", "noise"])
def test_of_a_damaged_deep_png_the_upper_part_is_read_with_all_its_bits(
    tmp_path: Path, channels: int, damage: str
) -> None:
    values = np.dstack([scene().astype(np.uint16) * 200 + 3] * channels)
    values[..., -1] |= 0x8000  # of two and four channels an alpha that is not opaque everywhere
    path = pictures.deep_png(tmp_path / "deep.png", values[..., 0] if channels == 1 else values)
    sound, content = read_photo(path), bytearray(path.read_bytes())
    if damage == "cut":
        del content[len(content) // 2 :]
    else:
        content[len(content) // 2 : len(content) // 2 + 300] = np.random.default_rng(1).bytes(300)
    photo = read_photo(put(tmp_path, bytes(content), ".png"))
    assert photo.bit_depth == 16
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(0.5, abs=0.2)
    assert np.array_equal(photo.gray[:60], sound.gray[:60])
    assert np.all(photo.gray[-1] == 0x8080)
    if sound.alpha is not None:
        assert photo.alpha is not None
        assert np.array_equal(photo.alpha[:60], sound.alpha[:60])
        assert np.all(photo.alpha[-1] == 0xFFFF)


@pytest.mark.parametrize("compression", [None, "zlib", "lzw"])
@pytest.mark.parametrize("damage", ["cut", "noise"])
def test_of_a_damaged_deep_tiff_the_sound_strips_are_read_with_all_their_bits(
    tmp_path: Path, compression: str | None, damage: str
) -> None:
    values = np.dstack([scene().astype(np.uint16) * 200 + 3] * 3)
    path = pictures.deep_tiff(
        tmp_path / "deep.tif", values, photometric="rgb", compression=compression, rowsperstrip=10
    )
    sound, content = read_photo(path), bytearray(path.read_bytes())
    middle = len(content) // 2
    if damage == "cut":
        del content[middle:]
    else:
        content[middle : middle + 40] = np.random.default_rng(1).bytes(40)
    photo = read_photo(put(tmp_path, bytes(content), ".tif"))
    if compression is None and damage == "noise":
        assert photo.damage is None  # nothing in such a file tells
        return
    assert photo.bit_depth == 16
    assert photo.damage is not None
    assert np.array_equal(photo.gray[:60], sound.gray[:60])
    if damage == "cut":
        assert photo.damage.sound == pytest.approx(0.5, abs=0.1)
        assert np.all(photo.gray[-1] == 0x8080)
    elif compression == "zlib":
        assert photo.damage.sound == pytest.approx(0.96, abs=0.01)
        assert np.array_equal(photo.gray[-60:], sound.gray[-60:])


@pytest.mark.parametrize("channels", [1, 3])
def test_of_a_damaged_strip_of_deflate_the_upper_rows_are_read(tmp_path: Path, channels: int) -> None:
    options: dict[str, Any] = {"compression": "zlib", "predictor": True, "rowsperstrip": SIZE[1]}
    path = pictures.deep_tiff(tmp_path / "whole.tif", scene(channels), **options)
    sound, content = read_photo(path), path.read_bytes()
    photo = read_photo(put(tmp_path, content[: len(content) // 2], ".tif"))
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(0.5, abs=0.1)
    assert np.array_equal(photo.gray[:100], sound.gray[:100])
    assert np.all(photo.gray[-1] == photo.gray[-1, 0])


def test_a_wrong_checksum_of_deflate_is_told_of(tmp_path: Path) -> None:
    """Noise is stored as it is, so that nothing but the checksum tells of another byte in it."""
    noise = np.random.default_rng(1).integers(0, 256, (60, 70), dtype=np.uint8)
    content = bytearray(pictures.deep_tiff(tmp_path / "a.tif", noise, compression="zlib").read_bytes())
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is None
    content[len(content) // 2] ^= 0xFF
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is not None


def test_damage_in_a_jpeg_inside_of_a_tiff_is_told_of(tmp_path: Path) -> None:
    content = bytearray(encoded("TIFF", 3, compression="jpeg"))
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is None
    at = len(content) // 2
    content[at : at + 300] = np.random.default_rng(1).bytes(300)
    assert read_photo(put(tmp_path, bytes(content), ".tif")).damage is not None


CUT: dict[str, Callable[[], bytes]] = {
    ".webp": lambda: encoded("WEBP", 3),
    ".heic": lambda: _heic(scene(3)),
    ".avif": lambda: encoded("AVIF", 3),
    ".jp2": lambda: encoded("JPEG2000", 3, irreversible=True),
}


def _heic(values: NDArray[np.uint8]) -> bytes:
    import pillow_heif

    file = io.BytesIO()
    pillow_heif.from_bytes("RGB", (values.shape[1], values.shape[0]), values.tobytes()).save(file, quality=80)
    return file.getvalue()


@pytest.mark.parametrize("share", [0.5, 0.7, 0.9])
@pytest.mark.parametrize("suffix", [".webp", ".heic", ".avif"])
def test_of_cut_files_whose_decoders_refuse_them_the_upper_part_is_read(
    tmp_path: Path, suffix: str, share: float
) -> None:
    whole = CUT[suffix]()
    sound = read_photo(put(tmp_path, whole, suffix))
    photo = read_photo(put(tmp_path, whole[: int(len(whole) * share)], suffix))
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert photo.damage.sound == pytest.approx(share, abs=0.15)
    assert photo.notices[0] == photo.damage.notice
    rows = int(photo.damage.sound * photo.height_px) - 64  # a unit of these codecs
    assert np.array_equal(photo.gray[: max(rows, 0)], sound.gray[: max(rows, 0)])
    with pytest.raises(DamagedPictureError, match="is damaged"):
        read_photo(put(tmp_path, whole[: int(len(whole) * share)], suffix), strict=True)


@pytest.mark.parametrize("share", [0.35, 0.6, 0.9])
def test_a_cut_jpeg_2000_is_read_coarser(tmp_path: Path, share: float) -> None:
    whole = CUT[".jp2"]()
    sound = read_photo(put(tmp_path, whole, ".jp2")).gray / 257
    photo = read_photo(put(tmp_path, whole[: int(len(whole) * share)], ".jp2"))
    assert photo.damage is not None
    assert photo.damage.sound is None
    assert np.sqrt(np.mean((photo.gray / 257 - sound) ** 2)) < 12  # of 255


@pytest.mark.parametrize("suffix", sorted(CUT))
def test_a_sector_of_zeros_in_data_without_checksums_is_told_of(tmp_path: Path, suffix: str) -> None:
    content = bytearray(CUT[suffix]())
    assert read_photo(put(tmp_path, bytes(content), suffix)).damage is None
    at = len(content) // 1024 * 512
    content[at : at + 512] = bytes(512)
    assert read_photo(put(tmp_path, bytes(content), suffix)).damage is not None


def test_thumbnails_and_paintings_of_damaged_files_are_read_as_well(tmp_path: Path) -> None:
    path = put(tmp_path, encoded("JPEG", 3)[:-3000])
    assert read_thumbnail(path, 64).shape == (48, 64)
    assert "The file is damaged" in read_painting(path).notices[0]
