"""Distinct numbers of an array, without np.unique: for some ten thousand sorting is as quick as its hashing, and it
imports NumPy's masked arrays first, which takes 0.01 s of every start."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Integer = TypeVar("Integer", bound=np.integer)


def distinct(numbers: NDArray[Integer]) -> NDArray[Integer]:
    """Each of the numbers (n,) once, ascending."""
    return distinct_and_counts(numbers)[0]


def distinct_and_counts(numbers: NDArray[Integer]) -> tuple[NDArray[Integer], NDArray[np.intp]]:
    """Each of the numbers (n,) once, ascending, and how often it is there."""
    ordered = np.sort(numbers)
    is_first = np.ones(ordered.size, dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    starts = np.flatnonzero(is_first)
    return ordered[starts], np.diff(starts, append=ordered.size)
