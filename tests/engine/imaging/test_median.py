"""The median is NumPy's."""

import numpy as np
import pytest

from desktop.engine.imaging.median import median


@pytest.mark.parametrize("axis", [None, 0, 1])
@pytest.mark.parametrize("shape", [(1, 1), (2, 3), (4, 4), (5, 12), (12, 101)])
def test_it_is_that_of_numpy(shape: tuple[int, int], axis: int | None) -> None:
    values = np.random.default_rng(1).random(shape, dtype=np.float32)
    assert np.array_equal(median(values, axis), np.median(values, axis))
