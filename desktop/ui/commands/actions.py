"""Every command of the window with its shortcut, in one place for menus, tool bar and tests."""

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QFontMetrics, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.commands.tool_bar import ToolBar
from desktop.ui.document.document import Document
from desktop.ui.document.undo_stack import UndoStack
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.widgets.icons import icon
from desktop.ui.widgets.qt_actions import connect, fill

MAX_STEP_WIDTH_PX = 300
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Actions(QObject):
    """The window's actions; those that need a photo or a result are disabled without one.

    Menu bar and tool bar have no parent until the window takes them.
    """

    def __init__(self, document: Document, undo_stack: UndoStack, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._undo_stack = document, undo_stack
        self.all: list[QAction] = []
        self._icons: dict[QAction, str] = {}
        self._texts: dict[QAction, Callable[[], str]] = {}
        self._titles: dict[QMenu, Callable[[], str]] = {}
        self.open_photo = self._make(lambda: self.tr("Open photo…"), "photo", _CTRL | Qt.Key.Key_O)
        self.add_painting = self._make(
            lambda: self.tr("Add painting…"), "painting", _CTRL | _SHIFT | Qt.Key.Key_O
        )
        self.save_as = self._make(lambda: self.tr("Save as…"), "save", _CTRL | Qt.Key.Key_S)
        self.export_lut = self._make(lambda: self.tr("Export LUT…"), "", None)
        self.print = self._make(lambda: self.tr("Print…"), "", _CTRL | Qt.Key.Key_P)
        self.quit = self._make(lambda: self.tr("Quit"), "", _CTRL | Qt.Key.Key_Q)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.quit.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)  # from the export queue, too
        self.undo = self._make(lambda: self.tr("Undo"), "undo", _CTRL | Qt.Key.Key_Z)
        self.redo = self._make(lambda: self.tr("Redo"), "redo", _CTRL | _SHIFT | Qt.Key.Key_Z)
        connect(self.undo, undo_stack.undo)
        connect(self.redo, undo_stack.redo)
        undo_stack.changed.connect(self._show_steps)
        self.copy = self._make(lambda: self.tr("Copy result"), "copy", _CTRL | Qt.Key.Key_C)
        self.paste = self._make(lambda: self.tr("Paste photo"), "", _CTRL | Qt.Key.Key_V)
        self.paste_painting = self._make(lambda: self.tr("Paste painting"), "", _CTRL | _SHIFT | Qt.Key.Key_V)
        self._make_preset_actions()
        self.fit = self._make(lambda: self.tr("Fit in window"), "fit", _CTRL | Qt.Key.Key_0)
        self.actual_size = self._make(lambda: self.tr("Actual size"), "actual-size", _CTRL | Qt.Key.Key_1)
        self.zoom_in = self._make(lambda: self.tr("Zoom in"), "", _CTRL | Qt.Key.Key_Plus)
        self.zoom_in.setShortcuts([QKeySequence(_CTRL | key) for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal)])
        self.zoom_out = self._make(lambda: self.tr("Zoom out"), "", _CTRL | Qt.Key.Key_Minus)
        self.search = self._make(lambda: self.tr("Search presets"), "search", _CTRL | Qt.Key.Key_F)
        self.cancel = self._make(lambda: self.tr("Cancel"), "", QKeySequence(Qt.Key.Key_Escape))
        self.models = self._make(lambda: self.tr("Models…"), "", None)
        self.settings = self._make(lambda: self.tr("Settings…"), "", _CTRL | Qt.Key.Key_Comma)
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.guide = self._make(lambda: self.tr("User's guide"), "", QKeySequence(Qt.Key.Key_F1))
        self.shortcuts = self._make(lambda: self.tr("Keyboard shortcuts"), "", _SHIFT | Qt.Key.Key_F1)
        self.show_log = self._make(lambda: self.tr("Show log"), "", None)
        self.about = self._make(lambda: self.tr("About Tintype"), "", None)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.modes = self._make_modes()
        self.four_up = self._make(lambda: self.tr("Four presets side by side"), "", _CTRL | Qt.Key.Key_4)
        self.toggle_split = self._make(
            lambda: self.tr("Toggle split view"), "", QKeySequence(Qt.Key.Key_Backslash)
        )
        self.numbers = self._make(lambda: self.tr("The painting's numbers…"), "numbers", _CTRL | Qt.Key.Key_L)
        self.appearances = self._make_appearances()
        self.menu_bar = self._make_menu_bar()
        self.tool_bar = ToolBar(
            [
                [self.open_photo, self.add_painting],
                [self.undo, self.redo],
                list(self.modes.values()),
                [self.fit, self.actual_size],
            ],
            [self.copy, self.save_as],
        )
        self.refresh_icons()
        follow_language(self._show_texts)
        document.photo_changed.connect(self._enable)
        document.edit_changed.connect(self._enable)
        self._enable()

    def refresh_icons(self) -> None:
        """Take the icons of the present theme."""
        for action, name in self._icons.items():
            action.setIcon(icon(name))

    def _show_texts(self) -> None:
        for action, text in self._texts.items():
            action.setText(text())
            action.setIconText(text().removesuffix("…"))  # stays, also when the text comes to name a step
        for menu, title in self._titles.items():
            menu.setTitle(title())
        self.tool_bar.show_texts(self.tr("Tools"))
        self._show_steps()

    def _show_steps(self) -> None:
        """Say in the menu what would be undone and done again."""
        stack, undo, redo = self._undo_stack, self.undo, self.redo
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        undone, done = _short(stack.undoText()), _short(stack.redoText())
        undo.setText(self.tr("Undo: {step}").format(step=undone) if undone else self.tr("Undo"))
        redo.setText(self.tr("Redo: {step}").format(step=done) if done else self.tr("Redo"))

    def _enable(self) -> None:
        has_photo = self._document.photo is not None
        for action in (self.fit, self.actual_size, self.zoom_in, self.zoom_out, self.four_up):
            action.setEnabled(has_photo)
        for action in (self.save_as, self.export_lut, self.print, self.copy):
            action.setEnabled(has_photo and self._document.preset is not None)

    def _make(
        self, text: Callable[[], str], icon_name: str, keys: QKeyCombination | QKeySequence | None
    ) -> QAction:
        action = QAction(self)
        self._texts[action] = text
        action.setShortcut(QKeySequence(keys) if keys is not None else QKeySequence())
        if icon_name:
            self._icons[action] = icon_name
        self.all.append(action)
        return action

    def _make_preset_actions(self) -> None:
        self.rename = self._make(lambda: self.tr("Rename preset…"), "rename", QKeySequence(Qt.Key.Key_F2))
        self.delete = self._make(lambda: self.tr("Delete preset"), "delete", QKeySequence(Qt.Key.Key_Delete))
        self.favourite = self._make(lambda: self.tr("Favourite"), "star", _CTRL | Qt.Key.Key_D)
        self.favourite.setCheckable(True)
        self.duplicate = self._make(
            lambda: self.tr("Duplicate preset"), "copy", _CTRL | _SHIFT | Qt.Key.Key_D
        )
        self.copy_name = self._make(lambda: self.tr("Copy name"), "", None)
        self.import_presets = self._make(lambda: self.tr("Import presets…"), "", None)
        self.export_preset = self._make(lambda: self.tr("Export preset…"), "", None)

    def _make_modes(self) -> dict[ViewMode, QAction]:
        titles: dict[ViewMode, Callable[[], str]] = {
            ViewMode.RESULT: lambda: self.tr("Result"),
            ViewMode.SPLIT: lambda: self.tr("Split before and after"),
            ViewMode.SIDE_BY_SIDE: lambda: self.tr("Side by side"),
        }
        group = QActionGroup(self)
        modes = {}
        for mode, title in titles.items():
            action = self._make(title, mode.value, None)
            action.setCheckable(True)
            action.setData(mode)
            group.addAction(action)
            modes[mode] = action
        return modes

    def _make_appearances(self) -> dict[str, QAction]:
        titles: dict[str, Callable[[], str]] = {
            "system": lambda: self.tr("Follow the system"),
            "light": lambda: self.tr("Light"),
            "dark": lambda: self.tr("Dark"),
        }
        group = QActionGroup(self)
        appearances = {}
        for name, title in titles.items():
            action = self._make(title, "", None)
            action.setCheckable(True)
            action.setData(name)
            group.addAction(action)
            appearances[name] = action
        return appearances

    def _make_menu_bar(self) -> QMenuBar:
        bar = QMenuBar()
        self.recent_menu = self._make_menu(lambda: self.tr("Open recent"), bar)
        self.file_menu = self._make_menu(lambda: self.tr("&File"), bar)
        self.edit_menu = self._make_menu(lambda: self.tr("&Edit"), bar)
        fill(
            self.file_menu,
            [
                self.open_photo,
                self.recent_menu.menuAction(),
                self.add_painting,
                None,
                self.save_as,
                self.export_lut,
                None,
                self.print,
                None,
                self.quit,
            ],
        )
        fill(
            self.edit_menu,
            [
                self.undo,
                self.redo,
                None,
                self.copy,
                self.paste,
                self.paste_painting,
                None,
                self.models,
                self.settings,
            ],
        )
        self.preset_menu = self._make_menu(lambda: self.tr("&Preset"), bar)
        fill(
            self.preset_menu,
            [
                self.add_painting,
                self.import_presets,
                self.search,
                None,
                self.favourite,
                self.rename,
                self.duplicate,
                self.copy_name,
                self.export_preset,
                self.delete,
                None,
            ],
        )
        advanced = self._make_menu(lambda: self.tr("Advanced"), self.preset_menu)
        fill(advanced, [self.numbers])
        fill(self.preset_menu, [advanced.menuAction()])
        view = self._make_menu(lambda: self.tr("&View"), bar)
        zooms = [self.fit, self.actual_size, self.zoom_in, self.zoom_out]
        fill(view, [*self.modes.values(), self.toggle_split, self.four_up, None, *zooms, None])
        appearance = self._make_menu(lambda: self.tr("Appearance"), view)
        fill(appearance, list(self.appearances.values()))
        fill(view, [appearance.menuAction()])
        help_menu = self._make_menu(lambda: self.tr("&Help"), bar)
        fill(help_menu, [self.guide, self.shortcuts, self.show_log, None, self.about])
        for menu in (self.file_menu, self.edit_menu, self.preset_menu, view, help_menu):
            bar.addMenu(menu)
        return bar

    def _make_menu(self, title: Callable[[], str], parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        self._titles[menu] = title
        return menu


def _short(step: str) -> str:
    """A step's text no longer than a menu should be wide: presets that are mixed have long names together."""
    return QFontMetrics(QApplication.font()).elidedText(step, Qt.TextElideMode.ElideRight, MAX_STEP_WIDTH_PX)
