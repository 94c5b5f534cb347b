"""The median, without np.median: that imports NumPy's masked arrays first, which takes 0.01 s of every start."""

import numpy as np
from numpy.typing import NDArray


def median(values: NDArray[np.floating], axis: int | None = None) -> NDArray[np.floating]:
    """The middle value, or the mean of the two in the middle, along an axis; of all values for None."""
    ordered = np.sort(values, axis=axis)
    count = ordered.shape[axis or 0]
    low, high = (ordered.take(place, axis=axis or 0) for place in ((count - 1) // 2, count // 2))
    middle: NDArray[np.floating] = (low + high) / 2
    return middle
