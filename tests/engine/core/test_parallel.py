"""Work in stripes: each row once, errors and cancelling end it."""

import threading

import numpy as np
import pytest

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.core.parallel import for_each_stripe, usable_cores


@pytest.mark.parametrize("threads", [1, 2, 5])
@pytest.mark.parametrize("stripe_pixels", [1, 70, 10_000])
def test_every_row_is_worked_on_once(threads: int, stripe_pixels: int) -> None:
    visits = np.zeros(33, dtype=int)

    def work(stripe: slice) -> None:
        visits[stripe] += 1

    for_each_stripe((33, 10), work, stripe_pixels=stripe_pixels, threads=threads)
    assert visits.tolist() == [1] * 33


@pytest.mark.parametrize("threads", [1, 3])
def test_calling_off_ends_the_work_at_the_next_stripe(threads: int) -> None:
    token, lock, done = CancelToken(), threading.Lock(), []

    def work(stripe: slice) -> None:
        with lock:
            done.append(stripe)
            if len(done) == 5:
                token.cancel()

    with pytest.raises(Cancelled):
        for_each_stripe((1000, 10), work, cancel=token, stripe_pixels=10, threads=threads)
    assert len(done) <= 5 + threads


@pytest.mark.parametrize("threads", [1, 3])
def test_a_fault_in_one_stripe_comes_out(threads: int) -> None:
    def work(stripe: slice) -> None:
        if stripe.start == 7:
            raise MemoryError("no room")

    with pytest.raises(MemoryError, match="no room"):
        for_each_stripe((20, 1), work, stripe_pixels=1, threads=threads)


def test_this_process_may_use_at_least_one_core() -> None:
    assert usable_cores() >= 1
