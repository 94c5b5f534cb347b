"""Texts that follow the language: what shows texts says how, and is asked again when the language has changed."""

from collections.abc import Callable, Sequence
from typing import Any, cast
from weakref import WeakMethod

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

ShowTexts = Callable[[], None]


class _Followers:
    """The methods that show texts, in the order of their objects, which live no longer because of it."""

    methods: list["WeakMethod[Any]"] = []  # noqa: RUF012 - one list for the whole program, as there is one language


def follow_language(show_texts: ShowTexts) -> None:
    """Show texts now, and once more after each change of the language, for as long as their object is there.

    show_texts: a method of a QObject, which sets every text that the object shows and has not just been asked for.
    """
    _Followers.methods.append(WeakMethod(cast(Any, show_texts)))
    show_texts()


def texts_to_show() -> Sequence[ShowTexts]:
    """What shows all texts in the language that is installed now; those in sight come first."""
    found = [(method, method()) for method in _Followers.methods]
    there = [(method, show) for method, show in found if show is not None and isValid(show.__self__)]
    _Followers.methods = [method for method, _ in there]
    shown = [show for _, show in there]
    return [_unless_gone(show) for show in sorted(shown, key=lambda show: not _in_sight(show.__self__))]


def _in_sight(owner: object) -> bool:
    return isinstance(owner, QWidget) and owner.isVisible()


def _unless_gone(show_texts: Any) -> ShowTexts:
    """Shows texts, unless their object was deleted since."""

    def show() -> None:
        if isValid(show_texts.__self__):
            show_texts()

    return show
