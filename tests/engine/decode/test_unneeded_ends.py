"""Damage of AVIF and WebP, whose decoders take whatever comes: told of most damaged files, and of no sound one."""

import io
import struct
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from desktop.engine.core.errors import TintypeError
from desktop.engine.decode.heif_items import read_items
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures
from tests.support.avif_grid import avif_grid
from tests.support.heic_roles import box

Values = NDArray[np.uint8]
PHOTO: Values = data.camera()[:384, :384]
SOUND: dict[str, Values] = {
    "photograph": PHOTO,
    "colours": pictures.colours(200, 150),
    "white": np.full((300, 400), 255, np.uint8),
    "black below": np.vstack([PHOTO, np.zeros((300, 384), np.uint8)]),
    "ramp": np.tile(np.linspace(0, 255, 700).astype(np.uint8), (300, 1)),
    "text": data.page(),
    "noise": np.random.default_rng(1).integers(0, 256, (200, 300), dtype=np.uint8),
}
FLIPS = 24


def saved(values: Values, kind: str, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(values).save(file, kind, **options)
    return file.getvalue()


def share_told(folder: Path, content: bytes, start: int, end: int) -> float:
    """Of files with one bit wrong between two places, how many are told to be damaged or refused."""
    chance, told = np.random.default_rng(2), 0
    for number in range(FLIPS):
        damaged = bytearray(content)
        damaged[int(chance.integers(start, end))] ^= 1 << int(chance.integers(8))
        path = folder / str(number)
        path.write_bytes(damaged)
        try:
            told += read_photo(path).damage is not None
        except TintypeError:
            told += 1
    return told / FLIPS


@pytest.mark.parametrize("quality", [1, 60, 100])
@pytest.mark.parametrize("kind", ["AVIF", "WEBP"])
@pytest.mark.parametrize("name", SOUND)
def test_sound_pictures_are_not_called_damaged(tmp_path: Path, name: str, kind: str, quality: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(saved(SOUND[name], kind, quality=quality))
    assert read_photo(path).damage is None


@pytest.mark.parametrize("values", [np.tile(PHOTO, (2, 2)), np.tile(PHOTO, (3, 4))], ids=["two", "eight"])
def test_sound_tiles_are_not_called_damaged(tmp_path: Path, values: Values) -> None:
    path = tmp_path / "a.avif"
    path.write_bytes(saved(values, "AVIF", quality=60, speed=10))
    assert read_photo(path).damage is None


@pytest.mark.parametrize("seed", [65, 126, 160, 184, *range(40)])
def test_no_sound_lossless_webp_counts_as_damaged(tmp_path: Path, seed: int) -> None:
    chance = np.random.default_rng(seed)  # the first ones can be decoded without their last bytes, too
    top, left = (int(place) for place in chance.integers(0, 300, 2))
    height_px, width_px = (int(side) for side in chance.integers(40, 120, 2))
    part = data.camera()[top : top + height_px, left : left + width_px]
    path = tmp_path / "a.webp"
    path.write_bytes(saved(np.dstack([part] * 3), "WEBP", lossless=True))
    assert read_photo(path).damage is None


def test_lossless_webp_is_not_called_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.webp"
    path.write_bytes(saved(PHOTO, "WEBP", lossless=True))
    assert read_photo(path).damage is None


@pytest.mark.parametrize(("copies", "least"), [((1, 1), 0.9), ((2, 2), 0.9), ((3, 4), 0.5)])
def test_a_wrong_bit_of_avif_is_told(tmp_path: Path, copies: tuple[int, int], least: float) -> None:
    content = saved(np.tile(PHOTO, copies), "AVIF", quality=75, speed=10)
    items = read_items(content)
    ((start, end),) = items.data[items.primary]
    assert share_told(tmp_path, content, start + 64, end - 32) >= least


def test_a_wrong_bit_of_a_tile_by_itself_is_told(tmp_path: Path) -> None:
    content = avif_grid(np.dstack([PHOTO] * 3), 192, quality=80)
    items = read_items(content)
    start, end = items.data[items.made_of[items.primary][1]][0]
    assert share_told(tmp_path, content, start + 64, end - 32) >= 0.9


def test_a_wrong_bit_of_lossy_webp_is_told(tmp_path: Path) -> None:
    content = saved(PHOTO, "WEBP", quality=80)
    assert share_told(tmp_path, content, 64, len(content) - 32) >= 0.95


@pytest.mark.parametrize("turned", [False, True])
def test_avif_is_cropped_as_its_file_says_and_then_turned(tmp_path: Path, turned: bool) -> None:
    whole = pictures.colours(192, 128)
    turn = box(b"irot", b"\1") if turned else b""
    plain = tmp_path / "a.avif"
    plain.write_bytes(avif_grid(whole, 64, turned=turn, quality=100))
    uncropped = np.rot90(read_photo(plain).gray, -1) if turned else read_photo(plain).gray
    crop = box(b"clap", struct.pack(">IIIIiIiI", 64, 1, 48, 1, -8, 1, 4, 1))  # 64 x 48 from column 56, row 44
    cropped = tmp_path / "b.avif"
    cropped.write_bytes(avif_grid(whole, 64, turned=crop + turn, quality=100))
    wanted = uncropped[44:92, 56:120]
    assert np.array_equal(read_photo(cropped).gray, np.rot90(wanted) if turned else wanted)
