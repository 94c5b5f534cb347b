"""Memory straight from the system, of which parts can be given back while the rest is still needed."""

import mmap
import sys

import numpy as np
from numpy.typing import NDArray

HUGE_PAGE_BYTES = 1 << 21  # of x86; given back in parts, each would be taken to pieces


class _Pages(mmap.mmap):
    """What `give_back` looks for below an array."""


def returnable(shape: tuple[int, ...]) -> NDArray[np.uint8]:
    """An array of zeros, of which `give_back` can give back the first rows."""
    size_bytes = int(np.prod(shape, dtype=np.int64))
    return np.frombuffer(_pages(size_bytes), dtype=np.uint8).reshape(shape)


def _pages(size_bytes: int) -> _Pages:
    if sys.platform == "win32":
        return _Pages(-1, size_bytes)
    pages = _Pages(-1, size_bytes, flags=mmap.MAP_PRIVATE)  # of shared memory no part can be given back
    if hasattr(mmap, "MADV_HUGEPAGE"):
        pages.madvise(mmap.MADV_HUGEPAGE)  # as NumPy does for its own
    return pages


def give_back(rows_of: NDArray[np.uint8], rows: int) -> None:
    """Let the system have the memory of the first `rows` of a `returnable` array; what was in them is lost.

    Where the last of it is shared with further rows, it is kept. Of any other array, and on systems that take no
    parts back, all is kept.
    """
    pages: object = rows_of
    while isinstance(pages, np.ndarray):
        pages = pages.base
    pages = pages.obj if isinstance(pages, memoryview) else pages
    if not isinstance(pages, _Pages) or not hasattr(mmap, "MADV_DONTNEED"):
        return
    first = rows_of.ctypes.data
    size_bytes = (first + rows * rows_of.strides[0]) // HUGE_PAGE_BYTES * HUGE_PAGE_BYTES - first
    if size_bytes > 0:
        pages.madvise(mmap.MADV_DONTNEED, 0, size_bytes)
