"""The cache keeps what was last asked for, and nothing of what failed."""

import pytest

from desktop.engine.caching import RecentCache


def test_the_least_recently_asked_for_goes_first() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    cache: RecentCache[str, str] = RecentCache(2)
    for key in "abacb":
        assert cache.get(key, lambda key=key: make(key)) == key.upper()
    assert "".join(made) == "abcb"


def test_a_fault_is_not_kept() -> None:
    cache: RecentCache[str, int] = RecentCache(2)
    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 // 0)
    assert cache.get("a", lambda: 5) == 5
