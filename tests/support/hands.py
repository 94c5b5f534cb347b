"""Hands for the tests of the window: mouse, keys, drag and drop, and waiting until the work is done.

Mouse and keys go to the window as the system's do: Qt finds what is under the pointer and where the keyboard is, so
that what is covered, greyed or behind a dialog cannot be used by a test either.
"""

import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QMimeData, QModelIndex, QObject, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeySequence,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QScrollArea,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.ui.gallery.model import PRESET_ROLE
from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.collapsible_section import CollapsibleSection

AnyObject = TypeVar("AnyObject", bound=QObject)
Start = Callable[..., MainWindow]  # starts the program with the files that it is given

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
SLIDER_MARGIN_PX = 7  # half a handle
LAYOUT_MS = 50  # a hand is slower
PATIENCE_MS = 60_000  # how long a test waits for what must come, however slow the machine


def child(parent: QObject, kind: type[AnyObject], name: str = "") -> AnyObject:
    """The first child of a class, or of that name; there has to be one."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert found is not None
    return found


def menu_of(action: QAction) -> QMenu:
    """The menu that an entry opens; there has to be one."""
    menu = action.menu()
    assert isinstance(menu, QMenu)
    return menu


def press(widget: QWidget, keys: str, times: int = 1) -> None:
    """Press keys ("Ctrl+Shift+Z") and let them go, wherever the keyboard is in the window of `widget`."""
    _give_keyboard_to(widget.window())
    pressed = QKeySequence(keys)[0]  # type: ignore[index]  # its stubs do not know that
    for _ in range(times):
        QTest.keyClick(_system_window(widget), pressed.key(), pressed.keyboardModifiers())


def type_text(field: QWidget, text: str, *, end: str = "") -> None:
    """Go to a field, write a text in the place of what it holds, and press the key `end`."""
    click(field)
    press(field, "Ctrl+A")
    for character in text:
        QTest.keyClick(_system_window(field), character)  # type: ignore[call-overload]  # nor that
    if end:
        press(field, end)


def click(
    widget: QWidget,
    place: QPoint | None = None,
    keys: Qt.KeyboardModifier = NO_KEY,
    button: Qt.MouseButton = LEFT,
) -> None:
    """Click on a widget, in its middle unless another place in it is given."""
    QTest.mouseClick(_system_window(widget), button, keys, _in_sight(widget, place))


def double_click(widget: QWidget, place: QPoint | None = None) -> None:
    QTest.mouseDClick(_system_window(widget), LEFT, NO_KEY, _in_sight(widget, place))


def hover(widget: QWidget, place: QPoint | None = None) -> None:
    """Move the pointer to a widget, as hands do: not quite straight to the place."""
    there = _in_sight(widget, place)
    for near in (there - QPoint(3, 3), there):
        QTest.mouseMove(_system_window(widget), near)


def drag(
    widget: QWidget,
    places: Sequence[QPoint],
    keys: Qt.KeyboardModifier = NO_KEY,
    button: Qt.MouseButton = LEFT,
) -> None:
    """Press the button at the first place in a widget, move through the others, and let go at the last."""
    window, start = _system_window(widget), _in_sight(widget, places[0])
    way = [start + place - places[0] for place in places]
    QTest.mousePress(window, button, keys, start)
    for place in way[1:]:
        QTest.mouseMove(window, place)
    QTest.mouseRelease(window, button, keys, way[-1])


def drag_slider(slider: QSlider, start: float, stop: float) -> None:
    """Take hold of a slider at a share of its way, and draw it in ten steps to another one."""
    way = slider.width() - 2 * SLIDER_MARGIN_PX
    shares = [start + (stop - start) * step / 9 for step in range(10)]
    drag(slider, [QPoint(round(SLIDER_MARGIN_PX + share * way), slider.height() // 2) for share in shares])


def click_item(
    view: QAbstractItemView,
    index: QModelIndex,
    keys: Qt.KeyboardModifier = NO_KEY,
    button: Qt.MouseButton = LEFT,
) -> None:
    """Scroll a row of a list into sight and click on it."""
    view.scrollTo(index)
    click(view.viewport(), view.visualRect(index).center(), keys, button)


def pick(box: QComboBox, title: str) -> None:
    """Choose from a drop-down by keys: to its top, then down to the title."""
    box.setFocus(Qt.FocusReason.TabFocusReason)
    press(box, "Home")
    while box.currentText() != title:
        before = box.currentIndex()
        press(box, "Down")
        assert box.currentIndex() != before, f"no {title} among the choices"


def choose_menu(window: QWidget, *titles: str) -> None:
    """Open a menu of the menu bar by its title and click through its entries."""
    bar = window.menuBar()  # type: ignore[attr-defined]  # a main window
    entry = _entry(bar.actions(), titles[0])
    click(bar, bar.actionGeometry(entry).center())
    click_entries(_open_menu(), *titles[1:])


def choose_from(button: QAbstractButton, *titles: str) -> None:
    """Click on a button that has a menu, and through the menu's entries."""
    QTimer.singleShot(0, lambda: click_entries(_open_menu(), *titles))  # Qt waits within the click
    click(button)


def choose_at(view: QAbstractItemView, index: QModelIndex, *titles: str) -> None:
    """Open the context menu of a row with the right button and click through its entries."""
    click_item(view, index, button=Qt.MouseButton.RightButton)
    click_entries(_open_menu(), *titles)


def menu_texts(menu: QMenu) -> list[str]:
    """What a menu that is open offers."""
    return [action.text().replace("&", "") for action in menu.actions() if not action.isSeparator()]


def open_context_menu(view: QAbstractItemView, index: QModelIndex) -> QMenu:
    """Open the context menu of a row with the right button."""
    click_item(view, index, button=Qt.MouseButton.RightButton)
    return _open_menu()


def click_entries(menu: QMenu, *titles: str) -> None:
    """Click through the entries of a menu that is open."""
    for title in titles:
        entry = _entry(menu.actions(), title)
        inner = entry.menu()
        click(menu, menu.actionGeometry(entry).center())
        if isinstance(inner, QMenu):
            menu = inner


def answer_file_dialog(qtbot: QtBot, window: QWidget, *paths: Path) -> None:
    """Write paths into the dialog that asks for files, and press Return."""

    def asking() -> list[QFileDialog]:
        return [dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible()]

    qtbot.waitUntil(lambda: bool(asking()))
    field = asking()[0].findChild(QLineEdit)
    assert field is not None
    text = str(paths[0]) if len(paths) == 1 else " ".join(f'"{path}"' for path in paths)
    type_text(field, text, end="Return")
    assert not asking()


def _give_keyboard_to(window: QWidget) -> None:
    """Do what every system does but the one without a screen: hand the keyboard back when a window has closed."""
    active = QApplication.activeWindow()
    if active is None or not active.isVisible():
        window.activateWindow()
        QApplication.processEvents()


def _system_window(widget: QWidget) -> QWindow:
    # What was asked for is opened with the next events.
    _wait_until(lambda: widget.window().windowHandle() is not None)
    window = widget.window().windowHandle()
    assert window is not None, f"{widget} is not on the screen"
    return window


def _wait_until(settled: Callable[[], bool]) -> None:
    deadline = QDeadlineTimer(PATIENCE_MS)
    while not settled() and not deadline.hasExpired():
        QTest.qWait(10)


def _in_sight(widget: QWidget, place: QPoint | None = None) -> QPoint:
    """A place in a widget as one in its window, after it was scrolled into sight."""
    # What a layout was given is shown with the next events, and a person would see it before reaching for it.
    _wait_until(widget.isVisible)
    assert widget.isVisible(), f"{widget} cannot be seen"
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
            QApplication.processEvents()
        above = above.parentWidget()
    return widget.mapTo(widget.window(), widget.rect().center() if place is None else place)


def _entry(actions: Sequence[QAction], title: str) -> QAction:
    named = {action.text().replace("&", ""): action for action in actions}
    assert title in named, f"{title} is not among {sorted(named)}"
    assert named[title].isEnabled(), f"{title} is greyed"
    return named[title]


def _open_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def wait_for_result(qtbot: QtBot, window: MainWindow) -> None:
    """Until nothing is being worked on and there is a result on the canvas."""

    def settled() -> bool:
        has_result = window.parts.stage.canvas.picture.after is not None
        return (
            has_result
            and not window.parts.loader.busy
            and not window.parts.preset_maker.busy
            and not window.parts.renderer.busy
        )

    qtbot.waitUntil(settled)


def press_save(window: MainWindow) -> None:
    """Save beside the photo, under the name that is suggested: Ctrl+S, Return."""
    press(window, "Ctrl+S")
    dialog = window.parts.save_commands.dialog
    assert dialog is not None
    press(dialog, "Return")


def files_mime(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def drag_over(widget: QWidget, position: QPoint, mime: QMimeData) -> bool:
    """Drag something in and to a position; whether it would be taken."""
    rest = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    with warnings.catch_warnings():
        # Qt 6.12 wants a QPointF here, which Qt 6.11 does not take.
        warnings.simplefilter("ignore", DeprecationWarning)
        enter, move = QDragEnterEvent(QPoint(1, 1), *rest), QDragMoveEvent(position, *rest)
    QApplication.sendEvent(widget, enter)
    QApplication.sendEvent(widget, move)
    return enter.isAccepted()


def drop(widget: QWidget, position: QPoint, what: Path | QMimeData) -> None:
    """Drag something over a widget and let go."""
    mime = what if isinstance(what, QMimeData) else files_mime(what)
    assert drag_over(widget, position, mime)
    action, button, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, QDropEvent(QPointF(position), action, mime, button, no_key))


def wheel(
    canvas: QWidget,
    position: QPointF,
    notches: int,
    *,
    sideways: bool = False,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel over a widget; sideways as touchpads do."""
    event = QWheelEvent(
        position,
        canvas.mapToGlobal(position),
        QPoint(),
        QPoint(120 * notches, 0) if sideways else QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def preset_names(window: MainWindow) -> list[str]:
    """The presets that the gallery lists, in their order."""
    return [preset.name for preset in window.parts.gallery.presets]


def preset_index(window: MainWindow, name: str) -> QModelIndex:
    """Where the gallery shows a preset."""
    model = window.parts.gallery.list.model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next(
        row for row in rows if row.data(PRESET_ROLE) is not None and row.data(PRESET_ROLE).name == name
    )


def wait_for_gallery(qtbot: QtBot, window: MainWindow) -> None:
    """Until every preset in the gallery has its thumbnail."""
    qtbot.waitUntil(lambda: window.parts.preset_thumbnailer.full, timeout=180_000)


def accept_painting(qtbot: QtBot, window: MainWindow) -> None:
    """Say yes to the whole of the painting that the window asks about."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(NewPresetDialog)))
    dialog = next(dialog for dialog in window.findChildren(NewPresetDialog) if dialog.isVisible())
    qtbot.waitUntil(dialog.add_button.isEnabled)
    qtbot.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)


def hover_preset(window: MainWindow, name: str) -> None:
    """Move the pointer over a preset in the gallery."""
    view, index = window.parts.gallery.list, preset_index(window, name)
    view.scrollTo(index)
    hover(view.viewport(), view.visualRect(index).center())


def click_preset(window: MainWindow, name: str) -> None:
    """Choose a preset in the gallery."""
    click_item(window.parts.gallery.list, preset_index(window, name))


def chosen(window: MainWindow) -> str:
    """The name of the preset that the photo is coloured with."""
    preset = window.parts.document.preset
    return "" if preset is None else preset.name


def unfold(window: MainWindow, key: str) -> None:
    """Click on the header of a section of the side panel, after those that it lies in."""
    sections = window.parts.side_panel.findChildren(CollapsibleSection)
    section = next(part for part in sections if part.key == key)
    assert not section.header.isChecked()
    around = [part for part in sections if part is not section and part.isAncestorOf(section)]
    for part in (*around, section):
        if not part.header.isChecked():
            click(part.header)
            QTest.qWait(LAYOUT_MS)  # what has just come into sight is laid out in several goes
