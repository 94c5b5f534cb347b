"""What lies around the picture: recent files, models, device, settings, help, and calls from a second start.

The dialogs' modules are loaded when a dialog is asked for: that keeps a tenth of a second out of every start.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog

from desktop.ui.base.dropped_data import IncomingItem
from desktop.ui.base.logging_setup import log_error, log_info
from desktop.ui.dialogs.recent_menu import RecentMenu
from desktop.ui.widgets.qt_actions import connect

if TYPE_CHECKING:
    from desktop.ui.main_window.main_window import MainWindow


class DialogLauncher(QObject):
    """Opens the dialogs of one window, each at most once, and keeps log and recent photos up to date."""

    reopen_requested = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._dialogs: dict[Callable[[], QDialog], QDialog] = {}
        actions = window.actions_
        self.recent = RecentMenu(window.settings, actions.recent_menu, self)
        self.recent.chosen.connect(lambda photo: window.open_photos([photo]))
        connect(actions.about, lambda: self._open(self._make_about))
        connect(actions.models, lambda: self._open(self._make_models))
        connect(actions.settings, self.show_settings)
        connect(actions.guide, lambda: self._open(self._make_guide))
        connect(actions.shortcuts, lambda: self._open(self._make_shortcuts))
        connect(actions.show_log, lambda: self._open(self._make_log))
        window.preferences.changed.connect(self._follow_choice)
        window.status.chip.device_chosen.connect(window.preferences.use_device)
        window.document.photo_changed.connect(self._remember_photo)
        window.warmup.ready.connect(self._note_device)
        for worker in (window.loader, window.renderer, window.saver, window.warmup):
            worker.failed.connect(log_error)
        self._follow_choice()

    def show_settings(self) -> None:
        """Open the settings."""
        self._open(self._make_settings)

    def close_lanes(self) -> None:
        """Stop for good."""
        self.recent.close_lanes()

    def _open(self, make: Callable[[], QDialog]) -> None:
        """Bring a dialog to the front, made if it is not open yet."""
        dialog = self._dialogs.get(make)
        if dialog is None:
            dialog = self._dialogs[make] = make()
            dialog.finished.connect(lambda: self._dialogs.pop(make, None))
            dialog.open()
        dialog.raise_()
        dialog.activateWindow()

    def _make_about(self) -> QDialog:
        from desktop.ui.dialogs.about_dialog import AboutDialog

        return AboutDialog(self._window)

    def _make_models(self) -> QDialog:
        from desktop.ui.dialogs.model_manager import ModelManager

        return ModelManager(self._window.preferences, self._window)

    def _make_settings(self) -> QDialog:
        from desktop.ui.dialogs.settings_dialog import SettingsDialog

        window = self._window
        dialog = SettingsDialog(window.settings, window.preferences, window.appearance, window)
        dialog.reopen_requested.connect(self.reopen_requested)
        dialog.edits_beside_chosen.connect(window.keeping.beside.setChecked)
        return dialog

    def _make_guide(self) -> QDialog:
        from desktop.ui.dialogs.guide_window import GuideWindow

        return GuideWindow(self._window)

    def _make_shortcuts(self) -> QDialog:
        from desktop.ui.widgets.shortcuts_dialog import ShortcutsDialog

        return ShortcutsDialog(self._window.menuBar(), self._window.actions(), self._window)

    def _make_log(self) -> QDialog:
        from desktop.ui.dialogs.log_viewer import LogViewer

        return LogViewer(self._window)

    def _follow_choice(self) -> None:
        preferences = self._window.preferences
        self._window.status.chip.follow(preferences.model, preferences.device)

    def _remember_photo(self) -> None:
        photo = self._window.document.photo
        if photo is None:
            return
        log_info(f"A photo of {photo.width_px} x {photo.height_px} px, {photo.bit_depth} bits")
        if photo.path is not None:
            self.recent.add(photo.path)

    def _note_device(self, provider: str, latency_ms: float) -> None:
        log_info(f'Model "{self._window.preferences.model}" on {provider}, {latency_ms:.0f} ms')


def open_files(window: "MainWindow", files: list[str]) -> None:
    """Take what was named on the command line, opened with the program, or handed over by a second start."""
    items = [IncomingItem(path=Path(file)) for file in files]
    window.preset_maker.make([item for item in items if item.is_preset])
    window.open_photos([item.path for item in items if item.path is not None and not item.is_preset])


def bring_to_front(window: "MainWindow") -> None:
    """Show the window above the others, as far as the system allows."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
