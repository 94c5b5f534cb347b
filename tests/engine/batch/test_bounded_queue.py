"""Queues and budgets: what is full waits, what is cut lets everybody go."""

import threading
from collections.abc import Callable

import pytest

from desktop.engine.batch.bounded_queue import Budget, Channel
from desktop.engine.core.errors import Cancelled


def started(work: Callable[[], object]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread


def test_items_come_out_in_order_until_the_end() -> None:
    channel: Channel[int] = Channel(2)

    def fill() -> None:
        for number in range(100):
            channel.put(number)
        channel.finish()

    started(fill)
    assert list(channel) == list(range(100))


def test_several_takers_share_the_items() -> None:
    channel: Channel[int] = Channel(3)
    taken: list[int] = []
    threads = [started(lambda: taken.extend(channel)) for _ in range(3)]
    for number in range(50):
        channel.put(number)
    channel.finish()
    for thread in threads:
        thread.join(10)
    assert sorted(taken) == list(range(50))


def test_a_full_channel_waits_for_room() -> None:
    channel: Channel[int] = Channel(1)
    channel.put(1)
    thread = started(lambda: channel.put(2))
    thread.join(0.05)
    assert thread.is_alive()
    assert next(iter(channel)) == 1
    thread.join(10)
    assert not thread.is_alive()


def test_cutting_frees_who_waits_at_either_end() -> None:
    full: Channel[int] = Channel(1)
    full.put(1)
    caught: list[type[BaseException]] = []

    def put() -> None:
        try:
            full.put(2)
        except Cancelled as error:
            caught.append(type(error))

    empty: Channel[int] = Channel(1)
    threads = [started(put), started(lambda: list(empty))]
    full.cut()
    empty.cut()
    for thread in threads:
        thread.join(10)
        assert not thread.is_alive()
    assert caught == [Cancelled]
    assert list(full) == []


def test_a_budget_holds_back_what_does_not_fit() -> None:
    budget = Budget(100)
    budget.take(60)
    thread = started(lambda: budget.take(50))
    thread.join(0.05)
    assert thread.is_alive()
    budget.give_back(60)
    thread.join(10)
    assert not thread.is_alive()


def test_what_exceeds_the_budget_goes_alone() -> None:
    budget = Budget(100)
    budget.take(500)
    thread = started(lambda: budget.take(1))
    thread.join(0.05)
    assert thread.is_alive()
    budget.give_back(500)
    thread.join(10)
    assert not thread.is_alive()


def test_a_budget_that_is_cut_takes_nothing() -> None:
    budget = Budget(100)
    budget.take(100)
    budget.cut()
    with pytest.raises(Cancelled):
        budget.take(1)
