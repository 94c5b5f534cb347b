"""Distinct numbers are NumPy's."""

import numpy as np
import pytest

from desktop.engine.render.distinct import distinct, distinct_and_counts


@pytest.mark.parametrize(("count", "most"), [(0, 1), (1, 1), (50, 1), (50, 9), (1000, 1 << 26)])
def test_they_are_those_of_numpy(count: int, most: int) -> None:
    numbers = np.random.default_rng(1).integers(0, most, count, dtype=np.int32)
    expected, counts = np.unique(numbers, return_counts=True)
    found, times = distinct_and_counts(numbers)
    assert np.array_equal(distinct(numbers), expected)
    assert np.array_equal(found, expected)
    assert np.array_equal(times, counts)
