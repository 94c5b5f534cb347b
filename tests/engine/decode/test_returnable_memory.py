"""Memory that is given back in parts: those parts are gone, and nothing else."""

import gc
import mmap
import weakref
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.decode.returnable_memory import HUGE_PAGE_BYTES, give_back, returnable


def filled() -> NDArray[np.uint8]:
    """(2000, 1200, 3), a view of several huge pages."""
    pixels = returnable((2000, 1200, 4))
    pixels[...] = 7
    return pixels[..., :3]


@pytest.mark.skipif(not hasattr(mmap, "MADV_DONTNEED"), reason="a system that takes no parts back")
@pytest.mark.parametrize("rows", [0, 1, 900, 1700, 2000])
def test_rows_that_are_given_back_are_gone_and_no_others(rows: int) -> None:
    pixels = filled()
    give_back(pixels, rows)
    kept = (
        HUGE_PAGE_BYTES // pixels.strides[0] + 1
    )  # at most: the part of the last page that other rows share
    assert not pixels[: max(0, rows - kept)].any()
    assert np.all(pixels[rows:] == 7)


def test_other_peoples_arrays_are_left_alone(tmp_path: Path) -> None:
    size_bytes = 3 * HUGE_PAGE_BYTES
    (tmp_path / "values").write_bytes(bytes(range(1, 65)) * (size_bytes // 64))
    shape = (size_bytes // 1536, 512, 3)
    mapped = np.memmap(tmp_path / "values", np.uint8, "c", shape=shape)
    for values in (np.full(shape, 7, dtype=np.uint8), mapped):
        before = values.copy()
        give_back(values, len(values))
        assert np.array_equal(values, before)


def test_it_goes_with_the_last_who_has_it() -> None:
    gc.disable()
    try:
        pixels = filled()
        assert isinstance(pixels.base, np.ndarray)
        gone = weakref.ref(pixels.base)
        del pixels
        assert gone() is None
    finally:
        gc.enable()
