"""Work over a whole picture in stripes that fit the processor's cache, on all its cores."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from desktop.engine.cancel import CancelToken

STRIPE_PIXELS = 32_768  # some ten arrays of this size fit the processor's cache


def usable_cores() -> int:
    """Cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def for_each_stripe(
    shape: tuple[int, int],
    work: Callable[[slice], None],
    *,
    cancel: CancelToken | None = None,
    stripe_pixels: int = STRIPE_PIXELS,
    threads: int | None = None,
) -> None:
    """Call `work` with every stripe of rows of a picture of (height, width) `shape`.

    NumPy lets the interpreter go while it computes, so threads do run side by side. The first fault, or
    `Cancelled`, ends the work and is raised here.
    """
    height, width = shape
    rows = max(1, stripe_pixels // width)
    stripes = [slice(top, min(top + rows, height)) for top in range(0, height, rows)]
    count = min(threads or usable_cores(), len(stripes))

    def every_nth(first: int) -> None:
        for stripe in stripes[first::count]:
            if cancel is not None:
                cancel.raise_if_cancelled()
            work(stripe)

    if count == 1:
        every_nth(0)
        return
    with ThreadPoolExecutor(count, thread_name_prefix="stripes") as pool:
        for finished in [pool.submit(every_nth, first) for first in range(count)]:
            finished.result()
