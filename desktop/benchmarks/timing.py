"""How long something takes."""

import statistics
import time
from collections.abc import Callable


def median_s(work: Callable[[], object], rounds: int) -> float:
    """Median of the seconds that `work` takes, after once unmeasured: first times are not the rule."""
    work()
    times_s = []
    for _ in range(rounds):
        start_s = time.perf_counter()
        work()
        times_s.append(time.perf_counter() - start_s)
    return statistics.median(times_s)
