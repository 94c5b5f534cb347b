"""The table of colours: what is looked up is what would have been worked out, in bounded memory."""

from collections.abc import Iterator
from functools import partial

import numpy as np
import pytest

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.render import lab_lut
from desktop.engine.render.lab_lut import (
    LIMIT,
    STEPS_PER_UNIT,
    ColourTable,
    has_entries,
    shared_table,
)
from tests.support import colour_tables
from tests.support.colour_tables import by_table, exactly

random_pixels = partial(colour_tables.random_pixels, np.uint8)


@pytest.fixture(autouse=True)
def _a_table_of_its_own() -> Iterator[None]:
    shared_table.cache_clear()
    yield
    shared_table.cache_clear()


@pytest.mark.parametrize("reach", [3, 30, LIMIT])
def test_an_entry_is_the_colour_of_the_nearest_half_unit_of_chroma(reach: float) -> None:
    gray, a, b = random_pixels(1, reach)
    nearest = [np.floor(values * STEPS_PER_UNIT + np.float32(0.5)) / STEPS_PER_UNIT for values in (a, b)]
    assert np.array_equal(by_table(gray, a, b), exactly(gray, *nearest))


def test_its_distance_from_the_exact_colour_is_that_of_rounding_to_8_bits() -> None:
    gray, a, b = random_pixels(2, 30)
    table, exact = by_table(gray, a, b), exactly(gray, a, b)
    assert (np.abs(table.astype(int) - exact) > 1).mean() < 0.03
    distance = np.linalg.norm(
        srgb_to_lab(table / np.float32(255)) - srgb_to_lab(exact / np.float32(255)), axis=-1
    )
    assert distance.mean() < 0.4
    assert np.quantile(distance, 0.99) < 1.2


def test_without_chroma_grey_stays_as_it_is() -> None:
    gray = np.arange(256, dtype=np.uint8)
    none = np.zeros(256, dtype=np.float32)
    assert np.array_equal(by_table(gray, none, none), np.repeat(gray[:, None], 3, axis=1))


def test_a_full_table_is_left_for_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lab_lut, "MAX_PAGES", 50)
    gray, a, b = random_pixels(5, 60)
    first, expected = shared_table(), exactly(gray, np.round(a), np.round(b))
    assert np.array_equal(by_table(gray, np.round(a), np.round(b)), expected)
    assert shared_table() is not first
    assert not ColourTable().is_full
    assert np.array_equal(by_table(gray, np.round(a), np.round(b)), expected)


@pytest.mark.parametrize(
    ("slope", "offset", "inside"),
    [(0, LIMIT, True), (1, LIMIT, False), (-2 * LIMIT, LIMIT, True), (0, -LIMIT - 1, False)],
)
def test_it_is_known_beforehand_whether_all_chroma_has_an_entry(
    slope: float, offset: float, inside: bool
) -> None:
    coefficients = np.zeros((4, 3, 3), dtype=np.float32)
    coefficients[1, 2, 2], coefficients[3, 2, 2] = slope, offset
    assert has_entries(coefficients) is inside
