"""Distinct numbers of an array, without np.unique: for some ten thousand sorting is as quick as its hashing, and it
imports NumPy's masked arrays first, which takes 0.01 s of every start."""

from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Integer = TypeVar("Integer", bound=np.integer)


def distinct(numbers: NDArray[Integer]) -> NDArray[Integer]:
    """Each of the numbers (n,) once, ascending."""
    ordered = np.sort(numbers)
    return ordered[_is_first(ordered)]


def distinct_and_counts(numbers: NDArray[Integer]) -> tuple[NDArray[Integer], NDArray[np.intp]]:
    """Each of the numbers (n,) once, ascending, and how often it is there."""
    ordered = np.sort(numbers)
    starts = np.flatnonzero(_is_first(ordered))
    return ordered[starts], np.append(starts[1:], ordered.size) - starts


def _is_first(ordered: NDArray[Integer]) -> NDArray[np.bool_]:
    """(n,) whether a number is the first of those that are equal to it."""
    is_first = np.ones(ordered.size, dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return is_first
