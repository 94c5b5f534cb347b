"""What shows texts is asked for them again in another language, in sight first, for as long as it is there."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.ui.base.texts import follow_language, texts_to_show


class Told(QLabel):
    """Notes each time that it shows its texts."""

    def __init__(self, name: str, told: list[str]) -> None:
        super().__init__()
        self._name, self._told = name, told
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self._told.append(self._name)


def test_those_in_sight_come_first_and_those_gone_not_at_all(qtbot: QtBot) -> None:
    told: list[str] = []
    hidden, gone, shown, dropped = (Told(name, told) for name in ("hidden", "gone", "shown", "dropped"))
    for label in (hidden, shown):
        qtbot.addWidget(label)
    shown.show()
    assert told == ["hidden", "gone", "shown", "dropped"], "at once"
    told.clear()
    delete(gone)
    jobs = texts_to_show()
    delete(dropped)
    for job in jobs:
        job()
    assert told == ["shown", "hidden"]
