"""Sectors of zeros in compressed data are found by where they begin and end."""

import io

import numpy as np
import pytest

from desktop.engine.decode import zeroed_sectors
from desktop.engine.decode.zeroed_sectors import has_zeroed_sector, holds_zeroed_sector


def content(start: int, size: int, whole: int = 8192) -> bytes:
    values = bytearray(np.random.default_rng(1).integers(1, 256, whole, dtype=np.uint8).tobytes())
    values[start : start + size] = bytes(size)
    return bytes(values)


@pytest.mark.parametrize(("start", "size"), [(512, 512), (1024, 4096), (4096, 4096), (0, 512)])
def test_sectors_of_zeros_are_found(start: int, size: int) -> None:
    assert has_zeroed_sector(content(start, size))


@pytest.mark.parametrize(("start", "size"), [(512, 511), (513, 512), (512, 600), (700, 3000), (0, 0)])
def test_zeros_elsewhere_may_be_the_pictures_own(start: int, size: int) -> None:
    assert not has_zeroed_sector(content(start, size))


def test_a_second_run_is_found_behind_a_first_that_is_none() -> None:
    both = bytearray(content(2048, 1024))
    both[100:800] = bytes(700)
    assert has_zeroed_sector(bytes(both))


def test_what_lies_before_is_not_looked_at() -> None:
    assert not has_zeroed_sector(content(512, 512), first=1100)


@pytest.mark.parametrize("part_bytes", [100, 512, 1000, 8192])
@pytest.mark.parametrize(
    ("start", "size"), [(512, 512), (4096, 4096), (0, 512), (513, 512), (700, 3000), (0, 0), (1000, 24)]
)
def test_a_file_read_in_parts_gives_what_all_of_it_gives(
    part_bytes: int, start: int, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zeroed_sectors, "PART_BYTES", part_bytes)
    whole = content(start, size)
    assert holds_zeroed_sector(io.BytesIO(whole)) == has_zeroed_sector(whole)
