"""Measures how long something takes."""

import mmap
import statistics
import time
from collections.abc import Callable

import numpy as np


def median_s(work: Callable[[], object], rounds: int, memory_bytes: int = 0) -> float:
    """Median of the seconds that `work` takes, after one unmeasured run: the first is slower.

    memory_bytes: so much is at hand each time (`have_memory_at_hand`).
    """
    have_memory_at_hand(memory_bytes)
    work()
    times_s = []
    for _ in range(rounds):
        have_memory_at_hand(memory_bytes)
        start_s = time.perf_counter()
        work()
        times_s.append(time.perf_counter() - start_s)
    return statistics.median(times_s)


def have_memory_at_hand(size_bytes: int) -> None:
    """Write to so much memory and give it back to the system, so that it is ready as after the end of another program.

    A virtual machine gives memory that nobody has used for some seconds back to its host, and to get it again takes
    up to twenty times as long. Work that is short finds what it left the last time; to compare what is long
    with what is short, both must find the same.
    """
    np.empty(size_bytes, dtype=np.uint8)[:: mmap.PAGESIZE] = 1
