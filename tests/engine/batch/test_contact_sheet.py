"""The contact sheet: every picture whole and in its place, its name under it."""

from itertools import pairwise

import numpy as np
import pytest

from desktop.engine.batch.contact_sheet import INK, PAPER, Tile, contact_sheet, original_tile, preset_tiles
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from tests.engine import pictures
from tests.support.edits import edit_of, request_of

MARK = (200, 30, 90)


def tiles(count: int, width: int = 120, height: int = 80, name: str = "Étretat") -> list[Tile]:
    rgb = np.full((height, width, 3), MARK, dtype=np.uint8)
    return [Tile(f"{name} {number}", rgb) for number in range(count)]


def boxes(sheet: np.ndarray) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Rows and columns that the pictures take, as (first, last + 1)."""
    marked = np.all(sheet == MARK, axis=2)
    return runs(marked.any(axis=1)), runs(marked.any(axis=0))


def runs(values: np.ndarray) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate([[0], values.astype(int), [0]])))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def test_pictures_stand_in_rows_at_their_full_size_with_room_around() -> None:
    sheet = contact_sheet(tiles(7), "photo.jpg", columns=3)
    rows, columns = boxes(sheet)
    assert [end - start for start, end in rows] == [80] * 3
    assert [end - start for start, end in columns] == [120] * 3
    gaps = [after[0] - before[1] for before, after in pairwise(columns)]
    assert len({*gaps, columns[0][0], sheet.shape[1] - columns[-1][1]}) == 1
    assert np.all(sheet[rows[2][0] : rows[2][1], columns[1][0] : columns[1][1]] == PAPER)  # 7 of 9


@pytest.mark.parametrize(
    "name", ["Étretat", "A Sunday Afternoon on the Island of La Grande Jatte, first version"]
)
@pytest.mark.parametrize("width", [32, 120, 320])
def test_names_stand_under_their_pictures_and_touch_nothing(name: str, width: int) -> None:
    sheet = contact_sheet(tiles(4, width=width, name=name), "photo.jpg", columns=2)
    rows, columns = boxes(sheet)
    written = np.all(sheet == INK, axis=2)
    for row, (_, bottom) in enumerate(rows):
        next_top = rows[row + 1][0] if row + 1 < len(rows) else len(sheet)
        assert written[bottom:next_top].any()
        assert not written[[bottom, next_top - 1]].any()
        for left, right in columns:
            assert written[bottom:next_top, left:right].any()
    between = np.ones(sheet.shape[1], dtype=bool)
    for left, right in columns:
        between[left : right + 1] = False
    assert not written[rows[0][0] :, between].any()


@pytest.mark.parametrize(
    ("count", "width", "height"), [(55, 320, 213), (55, 213, 320), (12, 300, 300), (1, 90, 90)]
)
def test_the_shape_is_handy(count: int, width: int, height: int) -> None:
    sheet = contact_sheet(tiles(count, width, height), "photo.jpg")
    rows, columns = boxes(sheet)
    assert 0 <= len(rows) * len(columns) - count <= 0.15 * count
    assert count < 2 or 0.75 < sheet.shape[1] / sheet.shape[0] < 2.2


def test_a_photograph_under_its_looks(colorizer: Colorizer) -> None:
    photo = Photo(None, pictures.deep_ramp(200, 100), bit_depth=16)
    looks = [
        request_of(edit_of(name, (0.5, -0.2, -0.3, *([0.0] * 29)), Adjustments(amount)), colorizer)
        for name, amount in (("Grey", 0.0), ("Rust", 1.0))
    ]
    original = original_tile(photo, 50)
    grey, rust = preset_tiles(photo, looks, 50)
    assert original.rgb.shape == grey.rgb.shape == rust.rgb.shape == (25, 50, 3)
    assert (original.name, grey.name, rust.name) == ("Original", "Grey", "Rust")
    assert np.abs(original.rgb.astype(int) - grey.rgb).max() <= 1
    assert np.ptp(rust.rgb, axis=2).max() > 50


def test_small_photographs_are_not_enlarged_and_glass_lies_on_white() -> None:
    alpha = np.zeros((48, 64), dtype=np.uint8)
    tile = original_tile(Photo(None, pictures.ramp(), alpha=alpha), 320)
    assert tile.rgb.shape == (48, 64, 3)
    assert tile.rgb.min() == 255
