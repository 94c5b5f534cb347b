"""Mouse and keyboard for the tests of the window.

Mouse and keys go to the window as the system's do: Qt finds what is under the pointer and where the keyboard is, so
that what is covered, greyed or behind a dialog cannot be used by a test either.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QDeadlineTimer, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QWheelEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QScrollArea, QSlider, QWidget

NO_KEY = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
SLIDER_MARGIN_PX = 7  # half a handle
PATIENCE_MS = 60_000  # how long a test waits for what must come, however slow the machine


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
    """Move the pointer to a widget, as a user does: not quite straight to the place."""
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
    # What a layout was given is shown with the next events, and a user would see it before reaching for it.
    _wait_until(widget.isVisible)
    assert widget.isVisible(), f"{widget} cannot be seen"
    above = widget.parentWidget()
    while above is not None and not widget.isWindow():
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
            QApplication.processEvents()
        above = above.parentWidget()
    return widget.mapTo(widget.window(), widget.rect().center() if place is None else place)


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
