"""What the pictures of the README and the guide show: the steps of a user up to the moment of each."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.ui.gallery.new_preset_dialog import NewPresetDialog
from desktop.ui.main_window.application import open_files
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.gesture import new_gesture
from tests.pictures.photographs import STRIP, write_painting, write_photograph
from tests.pictures.waiting import Patience
from tests.support.canvas_steps import spot
from tests.support.drag_and_drop import drop
from tests.support.mouse_and_keys import click, drag, pick, press, type_text
from tests.support.window_steps import click_preset, unfold, wait_for_gallery, wait_for_result

README = "README"
LANGUAGES = ("en", "de", "zh_CN")
BLEND = ("The Starry Night", "The Scream", "Almond Blossom", "Girl with a Red Hat")
RATIO = "4 : 3"
TURNED_DEGREES = 3.0
REPAINT_MS = 500
ON_THE_SUIT = ((0.2, 0.55), (0.33, 0.6), (0.3, 0.75), (0.2, 0.85), (0.45, 0.9), (0.6, 0.62))


class Scene(NamedTuple):
    """size_px: of the window, in Qt's pixels. act: gets the window, a folder, and how much to enlarge photographs."""

    size_px: tuple[int, int]
    act: Callable[[MainWindow, Path, int], QWidget]
    dark: bool = True


def _open(window: MainWindow, folder: Path, names: Sequence[str], enlarged: int) -> None:
    open_files(window.parts, [str(write_photograph(folder, name, enlarged)) for name in names])
    _settle(window)


def _settle(window: MainWindow) -> None:
    """Wait until there is nothing that would still change the picture."""
    wait_for_result(Patience(), window)
    wait_for_gallery(Patience(), window)
    photos = window.parts.filmstrip.photos
    others = [frame for frame in photos.frames if frame is not photos.current]
    # Thumbnails of the strip come when the window has nothing else to do.
    Patience().waitUntil(lambda: all(frame.coloured is not None for frame in others))
    QTest.qWait(REPAINT_MS)


def _choose(window: MainWindow, name: str) -> None:
    click_preset(window, name)
    _settle(window)


def _go_to(window: MainWindow, place: int) -> None:
    window.parts.filmstrip.go_to(window.parts.filmstrip.photos.frames[place])
    _settle(window)


def _split(window: MainWindow, folder: Path, enlarged: int, preset: str) -> QWidget:
    _open(window, folder, ("camera",), enlarged)
    if preset:
        _choose(window, preset)
    press(window.parts.stage.canvas, "\\")
    _settle(window)
    return window


def _film_strip(window: MainWindow, folder: Path, enlarged: int, shown: str) -> QWidget:
    _open(window, folder, STRIP, enlarged)
    for name, preset in {
        "astronaut": "Jeanne-Marguerite Lecadre in the Garden",
        "chelsea": "The Scream",
        "camera": "Arearea (Joyfulness)",
    }.items():
        _go_to(window, STRIP.index(name))
        _choose(window, preset)
    _go_to(window, STRIP.index(shown))
    return window


def _blend(window: MainWindow, folder: Path, enlarged: int) -> QWidget:
    _open(window, folder, ("camera", "chelsea"), enlarged)
    _go_to(window, 1)
    _choose(window, BLEND[0])
    unfold(window, "blend")
    panel = window.parts.blend
    presets = {preset.name: preset for preset in window.parts.gallery.presets}
    for corner, name in enumerate(BLEND[1:], start=1):
        panel.chosen.emit(corner, presets[name], new_gesture())
    start, end = (
        panel.pad.place().toPoint(),
        QPoint(panel.pad.width() * 7 // 10, panel.pad.height() * 3 // 10),
    )
    drag(panel.pad, [start, (start + end) / 2, end])
    _settle(window)
    return window


def _crop(window: MainWindow, folder: Path, enlarged: int) -> QWidget:
    _open(window, folder, ("camera",), enlarged)
    unfold(window, "framing")
    panel = window.parts.framing.panel
    click(panel.crop_button)
    pick(panel.ratio, RATIO)
    number = panel.angle.number
    type_text(number, number.locale().toString(TURNED_DEGREES), end="Return")
    _settle(window)
    return window


def _region(window: MainWindow, folder: Path, enlarged: int) -> QWidget:
    _open(window, folder, ("chelsea", "astronaut"), enlarged)
    _go_to(window, 1)
    _choose(window, "The Great Wave off Kanagawa")
    unfold(window, "local")
    click(window.parts.regions_panel.add_button)
    Patience().waitUntil(lambda: window.parts.regions.brush.ready and not window.parts.regions.busy)
    canvas = window.parts.stage.canvas
    press(canvas, "]", times=4)
    drag(canvas, [spot(canvas, x, y) for x, y in ON_THE_SUIT])
    Patience().waitUntil(lambda: not window.parts.regions.busy)
    _choose(window, "The Scream")
    window.parts.regions_panel.mask_toggle.setChecked(True)
    _settle(window)
    return window


def _painting(window: MainWindow, folder: Path, _enlarged: int) -> QWidget:
    drop(window.parts.gallery, QPoint(60, 60), write_painting(folder))

    def asked() -> bool:
        return any(dialog.isVisible() for dialog in window.findChildren(NewPresetDialog))

    Patience().waitUntil(asked)
    dialog = next(dialog for dialog in window.findChildren(NewPresetDialog) if dialog.isVisible())
    Patience().waitUntil(dialog.add_button.isEnabled)
    QTest.qWait(REPAINT_MS)
    return dialog


README_SCENES = {
    "split": Scene((1250, 781), lambda window, folder, n: _split(window, folder, n, "Arearea (Joyfulness)")),
    "film-strip": Scene((1250, 781), lambda window, folder, n: _film_strip(window, folder, n, "astronaut")),
    "blend": Scene((1250, 781), _blend, dark=False),
}
GUIDE_SCENES = {
    "window": Scene((1000, 700), lambda window, folder, n: _split(window, folder, n, "")),
    "film-strip": Scene((1000, 700), lambda window, folder, n: _film_strip(window, folder, n, "camera")),
    "blend": Scene((1000, 800), _blend),
    "region": Scene((1000, 800), _region),
    "painting": Scene((1000, 700), _painting),
    "crop": Scene((760, 512), _crop),
}
