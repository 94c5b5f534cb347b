"""The cache keeps what was last asked for, within its budget, and nothing of what failed."""

import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from desktop.engine.core.errors import Cancelled
from desktop.engine.core.lru_cache import LruCache


def test_the_least_recently_asked_for_goes_first() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    cache: LruCache[str, str] = LruCache(2, len)
    for key in "abacb":
        assert cache.get(key, partial(make, key)) == key.upper()
    assert "".join(made) == "abcb"


def test_the_budget_is_one_of_bytes_and_not_of_pieces() -> None:
    cache: LruCache[int, bytes] = LruCache(100, len)
    for number in range(10):
        cache.get(number, lambda: bytes(10))
    assert cache.held_bytes == 100
    cache.get(10, lambda: bytes(85))
    assert cache.held_bytes == 95
    assert cache.get(9, lambda: b"new") == bytes(10)
    assert cache.get(8, lambda: b"new") == b"new"


def test_what_is_larger_than_the_budget_is_given_but_not_kept() -> None:
    cache: LruCache[int, bytes] = LruCache(100, len)
    assert cache.get(1, lambda: bytes(101)) == bytes(101)
    assert cache.held_bytes == 0


def test_a_fault_is_not_kept() -> None:
    cache: LruCache[str, int] = LruCache(2, int.bit_length)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: 5) == 5


def test_two_threads_that_want_the_same_make_it_once() -> None:
    cache: LruCache[str, bytes] = LruCache(100, len)
    made: list[int] = []
    begun, go_on = threading.Event(), threading.Event()

    def make() -> bytes:
        made.append(1)
        begun.set()
        assert go_on.wait(10)
        return b"value"

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, "key", make)
        assert begun.wait(10)
        second = pool.submit(cache.get, "key", make)
        assert cache.get("other", lambda: b"at once") == b"at once"
        go_on.set()
        assert (first.result(10), second.result(10)) == (b"value", b"value")
    assert len(made) == 1


def test_who_waited_for_what_failed_makes_it() -> None:
    cache: LruCache[str, bytes] = LruCache(100, len)
    begun, go_on = threading.Event(), threading.Event()

    def fail() -> bytes:
        begun.set()
        assert go_on.wait(10)
        raise Cancelled("cancelled")

    with ThreadPoolExecutor(2) as pool:
        first = pool.submit(cache.get, "key", fail)
        assert begun.wait(10)
        second = pool.submit(cache.get, "key", lambda: b"value")
        go_on.set()
        with pytest.raises(Cancelled):
            first.result(10)
        assert second.result(10) == b"value"
