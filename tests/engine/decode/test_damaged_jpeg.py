"""Of a damaged JPEG whatever can be decoded is opened, and told to be damaged; a sound one never is."""

import io
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.jpeg_feed import MAX_TRIES, tries
from desktop.engine.decode.jpeg_header import MAX_SCANS, read_header
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures
from tests.support.damaged_files import WAYS, encoded, put, scene


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


def test_of_very_many_scans_only_the_first_are_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = encoded("JPEG", 3, progressive=True)
    last_scan = whole[whole.rindex(b"\xff\xda") : -2]
    path = put(tmp_path, whole[:-2] + last_scan * 3000 + b"\xff\xd9")
    decoded: list[int] = []
    real = Image.open

    def noting(file: Any, *arguments: Any, **options: Any) -> Any:
        if isinstance(file, io.BytesIO):
            decoded.append(file.getvalue().count(b"\xff\xda"))
        return real(file, *arguments, **options)

    monkeypatch.setattr(Image, "open", noting)
    assert read_photo(path).damage is not None
    assert decoded == [MAX_SCANS + 1]


@pytest.mark.parametrize("progressive", [False, True])
def test_scans_of_what_lies_behind_the_picture_do_not_count(tmp_path: Path, progressive: bool) -> None:
    whole = encoded("JPEG", 3, progressive=progressive)
    photo = read_photo(put(tmp_path, whole + b"\xff\xda\0\x08" * 3000 + b"\xff\xd9"), strict=True)
    assert photo.damage is None


def test_a_broken_picture_of_many_scans_is_not_tried_for_each_of_them(tmp_path: Path) -> None:
    whole = encoded("JPEG", 3, progressive=True)
    last_scan = whole[whole.rindex(b"\xff\xda") : -2]
    content = whole[:-2] + last_scan * 80
    header = read_header(io.BytesIO(content))
    attempts = list(tries(content, header))
    assert len(attempts) <= MAX_TRIES + 1
    assert len(attempts[0]) > len(attempts[1]) > len(attempts[-1])


def test_a_cut_progressive_jpeg_is_read_and_told_of(tmp_path: Path) -> None:
    whole = encoded("JPEG", 3, progressive=True)
    assert read_photo(put(tmp_path, whole[: len(whole) // 2])).damage is not None
    last_scan = whole.rindex(b"\xff\xda")
    assert read_photo(put(tmp_path, whole[:last_scan])).damage is not None
