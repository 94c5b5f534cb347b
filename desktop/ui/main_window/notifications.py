"""Shows messages in the message bar; an unforeseen error comes with a button for its crash report."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from desktop.engine.core.errors import TintypeError
from desktop.ui.base.engine_translations import translate_briefly, translate_message
from desktop.ui.dialogs.crash_dialog import show_crash
from desktop.ui.document.notifier import Question
from desktop.ui.widgets.message_bar import Kind, MessageBar


class Notifications(QObject):
    """The `Notifier` of the window. Every error of a worker ends here."""

    def __init__(self, bar: MessageBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar

    def show_error(self, error: Exception) -> None:
        """Show an error's own line, or for an unforeseen one a button for its report."""
        if isinstance(error, TintypeError):
            self._bar.show_message(
                Kind.ERROR,
                translate_briefly(error),
                full=translate_message(error),
                again=partial(self.show_error, error),
            )
        else:
            self._bar.show_message(
                Kind.ERROR,
                self.tr("That did not work because of an error in Tintype."),
                action=self.tr("Show report…"),
                do=partial(_show_report, error),
                again=partial(self.show_error, error),
            )

    def show_warning(self, *texts: str) -> None:
        """Show something that the user can put right; stays until it is closed."""
        brief, full = (" ".join(map(told, texts)) for told in (translate_briefly, translate_message))
        self._bar.show_message(Kind.ERROR, brief, full=full, again=partial(self.show_warning, *texts))

    def show_question(
        self,
        ask: Callable[[], Question],
        *,
        do: Callable[[], None],
        do_other: Callable[[], None],
        problems: Sequence[str] = (),
    ) -> None:
        """Ask something; stays until it is answered or closed. problems: messages that are shown before it."""
        text, yes, no = ask()
        brief, full = (
            " ".join([*map(told, problems), text]) for told in (translate_briefly, translate_message)
        )
        self._bar.show_message(
            Kind.QUESTION,
            brief,
            full=full,
            action=yes,
            do=do,
            other=no,
            do_other=do_other,
            again=partial(self.show_question, ask, do=do, do_other=do_other, problems=problems),
        )

    def show_info(self, text: str, *, action: str = "", do: Callable[[], None] | None = None) -> None:
        """Show good news, which goes away by itself."""
        self._bar.show_message(Kind.INFO, text, action=action, do=do)

    def clear(self) -> None:
        """Take the message away."""
        self._bar.clear()


def _show_report(error: Exception) -> None:
    show_crash(error)
