"""A bar above the photograph for messages, with at most two buttons."""

from collections.abc import Callable
from enum import StrEnum
from html import escape

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.ui.base.plain_text import plain_label
from desktop.ui.base.texts import follow_language
from desktop.ui.widgets.icons import ICON_SIZE, icon

INFO_STAYS_MS = 7000


class Kind(StrEnum):
    """The kind of a message; all but good news stay until they are closed or give way to a newer message."""

    INFO = "info"
    QUESTION = "question"
    ERROR = "error"


class MessageBar(QWidget):
    """A bar that shows the latest message; hidden while there is none."""

    left = Signal()  # it goes while it has the keyboard, which belongs elsewhere now

    def __init__(self, parent: QWidget | None = None, *, inset_px: int = 12) -> None:
        """inset_px: from the sides and the top of where it floats; 0 in a layout."""
        super().__init__(parent)
        self._kind, self._full = Kind.INFO, ""
        self._action: Callable[[], None] | None = None
        self._other_action: Callable[[], None] | None = None
        self._again: Callable[[], None] | None = None
        self._card = QWidget(self)
        self._card.setObjectName("messageBar")
        self._icon = QLabel(self._card)
        self._text = plain_label(QLabel(self._card))
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(self._card)
        self.button.clicked.connect(lambda: self._act(self._action))
        self.other_button = QPushButton(self._card)
        self.other_button.clicked.connect(lambda: self._act(self._other_action))
        self.close_button = QToolButton(self._card)
        self.close_button.clicked.connect(self.clear)
        self._timer = QTimer(self, interval=INFO_STAYS_MS, singleShot=True)
        self._timer.timeout.connect(self.clear)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(inset_px, inset_px, inset_px, 0)
        outer.addWidget(self._card)
        layout = QHBoxLayout(self._card)
        layout.setContentsMargins(12, 7, 8, 7)
        layout.setSpacing(10)
        layout.addWidget(self._icon)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.other_button)
        layout.addWidget(self.close_button)
        follow_language(self._show_texts)
        self.hide()

    def _show_texts(self) -> None:
        self.close_button.setToolTip(self.tr("Close this message"))
        self.close_button.setAccessibleName(self.tr("Close this message"))
        if self._kind is Kind.INFO:
            self.clear()  # said in the language before; what asks or warns stays until it is answered
        elif self._again is not None and not self.isHidden():
            self._again()

    @property
    def text(self) -> str:
        """The message in sight; empty when there is none."""
        return self._text.text() if not self.isHidden() else ""

    @property
    def full_text(self) -> str:
        """The message in sight with whatever its line leaves out; empty when there is none, or nothing left out."""
        return self._full if not self.isHidden() else ""

    @property
    def kind(self) -> Kind:
        """The kind of the message in sight."""
        return self._kind

    def show_message(
        self,
        kind: Kind,
        text: str,
        *,
        full: str = "",
        action: str = "",
        do: Callable[[], None] | None = None,
        other: str = "",
        do_other: Callable[[], None] | None = None,
        again: Callable[[], None] | None = None,
    ) -> None:
        """Show one line; `action` is the label of a button that does `do`, `other` of one that does `do_other`.

        full: the same with whatever the line leaves out for brevity; hovering shows it, screen readers find it.
        again: shows the message once more, in the language of the window, when that has changed.
        """
        self._kind, self._action, self._other_action, self._again = kind, do, do_other, again
        self._card.setProperty("kind", kind.value)
        self._card.style().unpolish(self._card)
        self._card.style().polish(self._card)
        self._text.setText(text)
        self._full = full if full != text else ""
        self._text.setAccessibleDescription(self._full)
        # Rich text, because plain tooltips are not wrapped.
        self._text.setToolTip(f"<qt>{escape(self._full)}</qt>" if self._full else "")
        self.button.setText(action)
        self.button.setVisible(do is not None)
        self.other_button.setText(other)
        self.other_button.setVisible(do_other is not None)
        self.refresh_icons()
        self.show()
        self._timer.start() if kind is Kind.INFO else self._timer.stop()

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._action = self._other_action = self._again = None
        if self.isAncestorOf(self.window().focusWidget()):
            self.left.emit()
        self.hide()

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        name = "warning" if self._kind is Kind.ERROR else "info"
        self._icon.setPixmap(icon(name).pixmap(ICON_SIZE))
        self.close_button.setIcon(icon("close"))

    def _act(self, action: Callable[[], None] | None) -> None:
        self.clear()
        if action is not None:
            action()
