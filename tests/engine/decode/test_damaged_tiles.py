"""Damage inside of a tile of a HEIC or AVIF: the other tiles are read, that one is grey, and its share is told."""

import io
import struct
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode import hevc_check
from desktop.engine.decode.heif_items import read_grid, read_items, size_of
from desktop.engine.decode.reader import read_photo, read_thumbnail
from tests.support.avif_grid import avif_grid
from tests.support.damaged_files import encoded, put, scene
from tests.support.heic_roles import box

TILE_PX = 64
GRAY = 128 * 257  # colours become grey of 16 bits
WIDTH_PX, HEIGHT_PX = 5 * TILE_PX, 3 * TILE_PX


def picture() -> NDArray[np.uint8]:
    return np.ascontiguousarray(scene(3)[:HEIGHT_PX, :WIDTH_PX])


def heic(tile_px: int = 0) -> bytes:
    import pillow_heif

    file, tiled = io.BytesIO(), {"tile_size": tile_px} if tile_px else {}
    picture_of = pillow_heif.from_bytes("RGB", (WIDTH_PX, HEIGHT_PX), picture().tobytes())
    picture_of.save(file, quality=80, enc_params={"preset": "ultrafast"}, **tiled)
    return file.getvalue()


GRIDS = {".heic": lambda: heic(TILE_PX), ".avif": lambda: avif_grid(picture(), TILE_PX)}


def with_tile_spoiled(content: bytes, number: int) -> bytes:
    """The file with noise in the data of a tile, in such a way that its decoder minds."""
    items = read_items(content)
    grid = read_grid(items, content)
    assert grid is not None
    ((start, end),) = items.data[grid.tiles[number]]
    changed = bytearray(content)
    first = start + (end - start) // 3
    changed[first:end] = np.random.default_rng(number + 1).bytes(end - first)
    if content[8:12] == b"avif":
        changed[start : start + 8] = bytes(8)  # no header is left, which every decoder minds
    return bytes(changed)


@pytest.mark.parametrize("suffix", sorted(GRIDS))
def test_a_grid_is_understood(suffix: str) -> None:
    content = GRIDS[suffix]()
    items = read_items(content)
    grid = read_grid(items, content)
    assert grid is not None
    assert (grid.rows, grid.columns, grid.width_px, grid.height_px) == (3, 5, WIDTH_PX, HEIGHT_PX)
    assert len(grid.tiles) == 15
    assert size_of(items, grid.tiles[0], content) == (TILE_PX, TILE_PX)


@pytest.mark.parametrize("suffix", sorted(GRIDS))
def test_a_sound_grid_is_whole(tmp_path: Path, suffix: str) -> None:
    photo = read_photo(put(tmp_path, GRIDS[suffix](), suffix))
    assert photo.damage is None
    assert photo.notices == ()
    assert photo.gray.shape == (HEIGHT_PX, WIDTH_PX)


@pytest.mark.parametrize("number", [0, 7, 14])
@pytest.mark.parametrize("suffix", sorted(GRIDS))
def test_a_damaged_tile_is_grey_and_the_others_are_as_they_were(
    tmp_path: Path, suffix: str, number: int
) -> None:
    content = GRIDS[suffix]()
    sound = read_photo(put(tmp_path, content, suffix)).gray
    path = put(tmp_path, with_tile_spoiled(content, number), suffix)
    photo = read_photo(path)
    assert photo.damage is not None
    assert photo.damage.sound == pytest.approx(14 / 15)
    assert photo.notices == (photo.damage.notice,)
    lost = np.zeros(sound.shape, bool)
    top, left = number // 5 * TILE_PX, number % 5 * TILE_PX
    lost[top : top + TILE_PX, left : left + TILE_PX] = True
    assert np.all(photo.gray[lost] == GRAY)
    assert np.array_equal(photo.gray[~lost], sound[~lost])
    with pytest.raises(DamagedPictureError, match="only 93 % of it"):
        read_photo(path, strict=True)


@pytest.mark.parametrize(
    "turned", [box(b"irot", b"\1"), box(b"irot", b"\2"), box(b"imir", b"\0"), box(b"imir", b"\1")]
)
def test_the_grey_of_a_turned_grid_is_turned_along(tmp_path: Path, turned: bytes) -> None:
    content = avif_grid(picture(), TILE_PX, turned=turned)
    sound = read_photo(put(tmp_path, content, ".avif")).gray
    photo = read_photo(put(tmp_path, with_tile_spoiled(content, 1), ".avif"))
    assert photo.gray.shape == sound.shape
    different = photo.gray != sound
    assert np.mean(different) == pytest.approx(1 / 15, abs=0.01)
    assert np.all(photo.gray[different] == GRAY)


def test_damage_in_a_heic_of_one_piece_is_told_of(tmp_path: Path) -> None:
    content = bytearray(heic())
    assert read_photo(put(tmp_path, bytes(content), ".heic")).damage is None
    at = len(content) * 2 // 3
    content[at : at + 60] = np.random.default_rng(1).bytes(60)
    photo = read_photo(put(tmp_path, bytes(content), ".heic"))
    assert photo.damage is not None
    assert photo.damage.sound is None


def test_for_a_thumbnail_nothing_is_decoded_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(hevc_check, "damaged_items", lambda *_: asked.append(1) or set())
    path = put(tmp_path, heic(), ".heic")
    assert read_thumbnail(path, 64).shape[1] == 64
    assert not asked
    read_photo(path)
    assert asked


def test_an_avif_that_cannot_be_decoded_is_said_to_be_damaged(tmp_path: Path) -> None:
    content = bytearray(encoded("AVIF", 3))
    items = read_items(bytes(content))
    ((start, end),) = items.data[items.primary]
    content[start:end] = bytes(end - start)
    content[start : start + 2] = b"\xff\xff"
    with pytest.raises(DamagedPictureError, match=r"is damaged \(its data are corrupt\); copy it again"):
        read_photo(put(tmp_path, bytes(content), ".avif"))


@pytest.mark.parametrize("cut", [4, 40, 200])
def test_boxes_that_break_off_end_nothing_else(cut: int) -> None:
    whole = GRIDS[".avif"]()
    meta_at = whole.index(b"meta")
    broken = whole[: meta_at + cut]
    for content in (broken, broken + struct.pack(">I4s", 20, b"iloc") + b"\xff" * 12):
        items = read_items(content)
        assert read_grid(items, content) is None
