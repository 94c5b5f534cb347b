"""The fine table of colours: what is looked up is what would have been worked out, with the lightness of 16 bits."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats
from desktop.engine.render import lab_lut_fine
from desktop.engine.render.lab_lut import LIMIT, STEPS_PER_UNIT, TABLE_UNITS
from desktop.engine.render.lab_lut_fine import FineTable, levels, shared_fine_table
from tests.support import colour_tables
from tests.support.colour_tables import by_fine_table as by_table
from tests.support.colour_tables import exactly

Greys = NDArray[np.uint16]
random_pixels = partial(colour_tables.random_pixels, np.uint16)
ALL_GREYS = np.arange(1 << 16, dtype=np.uint16)


@pytest.fixture(autouse=True)
def _a_table_of_its_own() -> Iterator[None]:
    shared_fine_table.cache_clear()
    yield
    shared_fine_table.cache_clear()


def rounded(gray: Greys, a: Floats, b: Floats) -> tuple[Greys, Floats, Floats]:
    """The middle of the level, and the nearest half unit of chroma."""
    offset, steps = np.float32(TABLE_UNITS.offset), np.float32(STEPS_PER_UNIT)
    nearest = [(np.floor(values * steps + offset) - np.floor(offset)) / steps for values in (a, b)]
    return levels().middle[levels().of_gray[gray]], *nearest


@pytest.mark.parametrize("reach", [0.5, 3, 30, LIMIT])
def test_an_entry_is_the_colour_of_its_level_and_of_the_nearest_half_unit_of_chroma(reach: float) -> None:
    pixels = random_pixels(1, reach)  # of few chromas whole cells are worked out, of many every pixel alone
    assert np.array_equal(by_table(*pixels), exactly(*rounded(*pixels)))
    assert np.array_equal(by_table(*pixels), exactly(*rounded(*pixels)))


@pytest.mark.parametrize("chroma", [0, 2, 10, 40, 120])
def test_lightness_of_every_16_bit_grey_holds(chroma: float) -> None:
    want = lightness(srgb_decode(ALL_GREYS / np.float32(65535)))
    for turn in np.linspace(0, 2 * np.pi, 24, endpoint=False):
        a, b = (np.full(ALL_GREYS.size, chroma * part, np.float32) for part in (np.cos(turn), np.sin(turn)))
        got = srgb_to_lab(by_table(ALL_GREYS, a, b) / np.float32(255))[:, 0]
        assert (
            np.abs(got - want).max() < 0.3
        )  # the promise is 0.5; half a step of 8-bit grey is 0.26 at worst


def test_its_distance_from_the_exact_colour_is_that_of_rounding_to_8_bits() -> None:
    pixels = random_pixels(2, 30)
    table, exact = by_table(*pixels), exactly(*pixels)
    assert (table == exact).mean() > 0.75
    assert (np.abs(table.astype(int) - exact) > 1).mean() < 0.03
    distance = np.linalg.norm(
        srgb_to_lab(table / np.float32(255)) - srgb_to_lab(exact / np.float32(255)), axis=-1
    )
    assert distance.mean() < 0.4
    assert np.quantile(distance, 0.99) < 1.2


def test_what_has_no_colour_becomes_the_nearest_grey() -> None:
    none = np.zeros(ALL_GREYS.size, dtype=np.float32)
    nearest = (ALL_GREYS.astype(int) + 128) // 257
    assert np.array_equal(by_table(ALL_GREYS, none, none), np.repeat(nearest[:, None], 3, axis=1))


def test_levels_ascend_and_every_one_is_in_use() -> None:
    of_gray, middle = levels().of_gray, levels().middle
    assert set(np.diff(of_gray).tolist()) == {0, 1}
    assert (of_gray[0], of_gray[-1] + 1) == (0, middle.size)
    assert np.array_equal(of_gray[middle], np.arange(middle.size))


def test_threads_that_fill_the_same_table_give_the_same() -> None:
    gray, a, b = random_pixels(4, 8, 200_000)
    expected = by_table(gray, a, b)
    shared_fine_table.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        results = [
            pool.submit(by_table, gray[start::8], a[start::8], b[start::8])
            for start in (*range(8), *range(8))
        ]
    for start, result in enumerate(results):
        assert np.array_equal(result.result(), expected[start % 8 :: 8])


def test_colours_that_are_met_once_take_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_lut_fine, "MAX_COLUMNS", 1)  # the first column would make it full
    first = shared_fine_table()
    by_table(*random_pixels(6, LIMIT))
    assert shared_fine_table() is first


def test_a_full_table_is_left_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_lut_fine, "MAX_COLUMNS", 50)
    pixels = random_pixels(7, 4, 60_000)
    first, expected = shared_fine_table(), exactly(*rounded(*pixels))
    assert np.array_equal(by_table(*pixels), expected)
    assert shared_fine_table() is not first
    assert not FineTable().is_full
    assert np.array_equal(by_table(*pixels), expected)
