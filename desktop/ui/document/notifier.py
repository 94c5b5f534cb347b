"""How parts of the window tell the user something without knowing where it is shown."""

from collections.abc import Callable
from typing import NamedTuple, Protocol


class Question(NamedTuple):
    """A question and its two answers, in the language of the window."""

    text: str
    yes: str
    no: str


class Notifier(Protocol):
    """Shows messages one at a time; a later one takes the place of the one before."""

    def show_info(self, text: str, *, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show good news, which goes away by itself; `action` is the text of a button that calls `do`."""

    def show_warning(self, *texts: str) -> None:
        """Show something that the user can put right; stays until it is closed."""

    def show_question(
        self, ask: Callable[[], Question], *, do: Callable[[], None], do_other: Callable[[], None]
    ) -> None:
        """Ask something; stays until it is answered, `yes` by `do`, or closed. `ask` tells it in any language."""

    def show_error(self, error: Exception) -> None:
        """Show what went wrong; of an unforeseen error a way to its report."""

    def clear(self) -> None:
        """Take away what is shown."""
