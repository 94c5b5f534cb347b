"""Typed attributes that are read from and written to a settings file; what makes no sense there counts as missing."""

from collections.abc import Callable, Collection
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar, overload

from PySide6.QtCore import QSettings

T = TypeVar("T")
Choice = TypeVar("Choice", bound=StrEnum)


class HasStore(Protocol):
    """What can have stored values."""

    @property
    def store(self) -> QSettings:
        """The settings file."""


class StoredValue(Generic[T]):
    """A descriptor for one value of the file, whose key there is the attribute's name.

    read: makes the value of what is in the file, None where there is nothing. write: makes what is stored of it.
    """

    def __init__(self, read: Callable[[Any], T], write: Callable[[T], object] = lambda value: value) -> None:
        self._read, self._write = read, write
        self._key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self._key = name

    @overload
    def __get__(self, settings: None, owner: type) -> "StoredValue[T]": ...

    @overload
    def __get__(self, settings: HasStore, owner: type) -> T: ...

    def __get__(self, settings: HasStore | None, owner: type) -> "StoredValue[T] | T":
        if settings is None:
            return self
        return self._read(settings.store.value(self._key))

    def __set__(self, settings: HasStore, value: T) -> None:
        settings.store.setValue(self._key, self._write(value))


def text(default: str = "", allowed: Collection[str] | None = None) -> StoredValue[str]:
    """A text, one of those `allowed` if they are given; `default` where there is no other."""

    def read(stored: object) -> str:
        found = str(stored or "")
        return found if found and (allowed is None or found in allowed) else default

    return StoredValue(read)


def choice(default: Choice) -> StoredValue[Choice]:
    """A member of the enumeration that `default` is of."""
    kind = type(default)
    return StoredValue(
        lambda stored: kind(stored) if stored in list(kind) else default, lambda value: value.value
    )


def number(default: int, lowest: int, highest: int) -> StoredValue[int]:
    """A whole number from `lowest`, which is not negative, to `highest`."""

    def read(stored: object) -> int:
        found = str(stored)
        is_number = found.isdecimal() and len(found) <= len(str(highest))
        return int(found) if is_number and lowest <= int(found) <= highest else default

    return StoredValue(read)


def yes_or_no() -> StoredValue[bool]:
    """A switch, off where nothing is stored."""
    return StoredValue(lambda stored: stored == "yes", lambda on: "yes" if on else "no")


def words() -> StoredValue[frozenset[str]]:
    """A set of words without spaces in them."""
    return StoredValue(
        lambda stored: frozenset(filter(None, str(stored or "").split(" "))),
        lambda several: " ".join(sorted(several)),
    )


def paths(most: int) -> StoredValue[list[Path]]:
    """At most so many paths; the first are kept."""

    def read(stored: object) -> list[Path]:
        names = stored if isinstance(stored, list) else [stored]
        return [Path(name) for name in names if isinstance(name, str) and name][:most]

    return StoredValue(read, lambda listed: [str(path) for path in listed[:most]])


def instance(kind: type[T]) -> StoredValue[T | None]:
    """A value of one of Qt's own classes, such as `QRect`; None where there is no such."""
    return StoredValue(lambda stored: stored if isinstance(stored, kind) else None)
