"""Parallel work over a whole picture, in stripes that fit the processor's cache."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from desktop.engine.core.cancellation import CancelToken

Result = TypeVar("Result")

STRIPE_PIXELS = 1 << 18  # long enough for threads to seldom wait for the interpreter
AHEAD = 3  # stripes for each thread that may be done or under way before they are taken


_sharers: ContextVar[int] = ContextVar("sharers", default=1)


def usable_cores() -> int:
    """Cores that this thread may keep busy: the process's, or its share of them inside `sharing_cores`."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, cores // _sharers.get())


@contextmanager
def sharing_cores(sharers: int) -> Iterator[None]:
    """A context in which this thread uses its share of the cores only, so that several threads work side by side."""
    before = _sharers.set(sharers)
    try:
        yield
    finally:
        _sharers.reset(before)


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
    for _ in map_stripes(height, max(1, stripe_pixels // width), work, cancel=cancel, threads=threads):
        pass


def map_stripes(
    height: int,
    rows: int,
    work: Callable[[slice], Result],
    *,
    cancel: CancelToken | None = None,
    threads: int | None = None,
) -> Iterator[Result]:
    """The results of `work` for stripes of `rows` rows, from top to bottom; only a few are in memory at a time.

    The first fault, or `Cancelled`, ends the work and is raised here.
    """
    stripes = [slice(top, min(top + rows, height)) for top in range(0, height, rows)]
    count = min(threads or usable_cores(), len(stripes))

    def once(stripe: slice) -> Result:
        if cancel is not None:
            cancel.raise_if_cancelled()
        return work(stripe)

    if count == 1:
        yield from map(once, stripes)
        return
    with ThreadPoolExecutor(count, thread_name_prefix="stripes") as pool:
        running: deque[Future[Result]] = deque()
        try:
            for stripe in stripes:
                running.append(pool.submit(once, stripe))
                if len(running) > AHEAD * count:
                    yield running.popleft().result()
            while running:
                yield running.popleft().result()
        finally:
            for waiting in running:
                waiting.cancel()
