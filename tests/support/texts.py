"""Every text of a window that somebody can read or have read aloud."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QWidget

from desktop.ui.widgets.drop_overlay import DropOverlay
from desktop.ui.widgets.message_bar import MessageBar

PROPERTIES = (
    "windowTitle",
    "text",
    "iconText",
    "title",
    "toolTip",
    "accessibleName",
    "accessibleDescription",
    "placeholderText",
    "prefix",
    "suffix",
    "specialValueText",
)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


def texts_of(window: QWidget) -> list[str]:
    """The texts of a window and of all in it, in sight or not, each with its kind of object and what it is there.

    Not those of messages and drop zones that are put away: they get their words when they are shown.
    """
    found: list[QObject] = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    put_away = [thing for thing in found if isinstance(thing, (MessageBar, DropOverlay)) and thing.isHidden()]
    found = [thing for thing in found if not any(_is_in(thing, part) for part in put_away)]
    return [f"{type(thing).__name__}.{place}: {text}" for thing in found for place, text in _texts(thing)]


def _is_in(thing: QObject | None, part: QObject) -> bool:
    return thing is not None and (thing is part or _is_in(thing.parent(), part))


def _texts(thing: QObject) -> Iterator[tuple[str, str]]:
    for name in PROPERTIES:
        text = thing.property(name)
        if isinstance(text, str) and text:
            yield name, text
    if isinstance(thing, QComboBox):
        for row in range(thing.count()):
            yield "item", thing.itemText(row)
    if isinstance(thing, QAbstractItemView) and thing.model() is not None:
        model = thing.model()
        for row in range(model.rowCount()):
            for role in ROLES:
                text = model.index(row, 0).data(role)
                if isinstance(text, str) and text:
                    yield role.name, text
