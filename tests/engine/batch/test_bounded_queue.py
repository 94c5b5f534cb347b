"""A full queue or budget makes threads wait; a cancelled one lets all of them go."""

import threading
from collections.abc import Callable

import pytest

from desktop.engine.batch.bounded_queue import BoundedQueue, Budget
from desktop.engine.core.errors import Cancelled


def started(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_items_come_out_in_order_until_the_end() -> None:
    queue: BoundedQueue[int] = BoundedQueue(2)

    def fill() -> None:
        for number in range(100):
            queue.put(number)
        queue.finish()

    started(fill)
    assert list(queue) == list(range(100))


def test_several_takers_share_the_items() -> None:
    queue: BoundedQueue[int] = BoundedQueue(3)
    taken: list[int] = []
    threads = [started(lambda: taken.extend(queue)) for _ in range(3)]
    for number in range(50):
        queue.put(number)
    queue.finish()
    for thread in threads:
        thread.join(10)
    assert sorted(taken) == list(range(50))


def test_a_full_channel_waits_for_room() -> None:
    queue: BoundedQueue[int] = BoundedQueue(1)
    queue.put(1)
    thread = started(lambda: queue.put(2))
    thread.join(0.05)
    assert thread.is_alive()
    assert next(iter(queue)) == 1
    thread.join(10)
    assert not thread.is_alive()


def test_cutting_frees_who_waits_at_either_end() -> None:
    full: BoundedQueue[int] = BoundedQueue(1)
    full.put(1)
    caught: list[type[BaseException]] = []

    def put() -> None:
        try:
            full.put(2)
        except Cancelled as error:
            caught.append(type(error))

    empty: BoundedQueue[int] = BoundedQueue(1)
    threads = [started(put), started(lambda: list(empty))]
    full.cancel()
    empty.cancel()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
    assert caught == [Cancelled]
    assert list(full) == []


@pytest.mark.parametrize(("held", "wanted"), [(60, 50), (500, 1)])
def test_a_budget_holds_back_what_does_not_fit_and_lets_more_than_all_of_it_go_alone(
    held: int, wanted: int
) -> None:
    budget = Budget(100)
    budget.acquire(held)
    thread = started(lambda: budget.acquire(wanted))
    thread.join(0.05)
    assert thread.is_alive()
    budget.release(held)
    thread.join(10)
    assert not thread.is_alive()


def test_a_budget_that_is_cut_takes_nothing() -> None:
    budget = Budget(100)
    budget.acquire(100)
    budget.cancel()
    with pytest.raises(Cancelled):
        budget.acquire(1)
