"""The main window: lays its parts out, and closes what works in the background when it is closed."""

from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.ui.base.texts import follow_language
from desktop.ui.main_window.close_guard import CloseGuard
from desktop.ui.main_window.parts import Parts
from desktop.ui.main_window.window_geometry import save_geometry
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from desktop.ui.widgets.hold_key import HoldKey
from desktop.ui.widgets.icons import application_icon
from desktop.ui.widgets.qt_actions import connect
from desktop.ui.widgets.undo_key import UndoKey


class MainWindow(QMainWindow):
    """The window: canvas in the middle, presets and tools to the right, one tool bar above, one status line below."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self.parts = parts
        parts.owner.setParent(self)
        self.setWindowTitle("Tintype")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(QSize(760, 520))
        self._lay_out()
        self._add_menus()
        self._add_actions()
        self.close_guard = CloseGuard(self, parts.saver, parts.export, parts.film_export)
        self.hold_key = HoldKey(self)
        self.hold_key.held.connect(parts.stage.canvas.show_original)
        self.undo_key = UndoKey(self)
        parts.stage.take_drops_of(self)
        connect(parts.actions.quit, self.close)
        parts.document.photo_changed.connect(self._show_title)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; results that are still being written are finished first, or cancelled."""
        save_geometry(self, self.parts.settings)
        if not self.close_guard.may_close():
            event.ignore()
            return
        self.parts.last_session.keep()
        self.hide()  # before threads are waited for, which may be in the middle of a network
        for service in self.parts.services:
            service.close()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.parts.side_panel.suit_window(event.size().width())

    def _lay_out(self) -> None:
        parts = self.parts
        self._fill_side_panel()
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        seen = QVBoxLayout()
        seen.addWidget(parts.stage, 1)
        seen.addWidget(parts.filmstrip.strip)
        row.addLayout(seen, 1)
        row.addWidget(parts.side_panel)
        self.addToolBar(parts.actions.tool_bar)
        self.setCentralWidget(middle)
        self.setStatusBar(parts.status_bar)
        parts.status_bar.insertPermanentWidget(1, parts.export.chip)
        parts.export.window.setParent(self, parts.export.window.windowFlags())
        self._lead_from_canvas_to_its_tools()

    def _lead_from_canvas_to_its_tools(self) -> None:
        """Tab goes from a crop, border or brush in use to what belongs to it, and only then to the gallery.

        At other times these are not shown, and passed over.
        """
        parts = self.parts
        framing, border = parts.framing.panel.crop_controls, parts.border.panel.controls
        controls = (*framing, *border, *parts.regions_panel.brush_controls)
        for before, after in pairwise((parts.stage.canvas, *controls)):
            self.setTabOrder(before, after)

    def _fill_side_panel(self) -> None:
        parts, side_panel = self.parts, self.parts.side_panel
        side_panel.tools.add(parts.adjustments)
        side_panel.remember(parts.adjustments.more)
        side_panel.add_section(parts.framing.section)
        self._blend = CollapsibleSection("blend", parts.blend)
        side_panel.add_section(self._blend)
        self._local = CollapsibleSection("local", parts.regions_panel)
        parts.regions_panel.grown.connect(self._local.grown)
        self._effects = side_panel.add_group("effects", (self._local, parts.repaint.section))
        self._history = CollapsibleSection("history", parts.history)
        side_panel.add_section(self._history)
        follow_language(self._show_texts)

    def _show_texts(self) -> None:
        self._blend.set_title(self.tr("Blend"))
        self._local.set_title(self.tr("Local presets"))
        self._effects.set_title(self.tr("Effects"))
        self._history.set_title(self.tr("History"))

    def _add_menus(self) -> None:
        """Put what parts bring into the menus that all windows of the kind have."""
        actions, bar = self.parts.actions, self.parts.actions.menu_bar
        self.setMenuBar(bar)
        actions.file_menu.insertAction(actions.add_painting, self.parts.filmstrip_actions.open_folder)
        exports = [self.parts.filmstrip_actions.export, self.parts.filmstrip_actions.queue]
        actions.file_menu.insertActions(actions.export_lut, exports)
        project = self.parts.project_actions
        actions.edit_menu.insertActions(actions.copy, [project.take_snapshot, project.beside])
        actions.edit_menu.insertSeparator(actions.copy)
        actions.edit_menu.insertActions(actions.models, [*self.parts.framing.all, self.parts.border.adjust])
        actions.edit_menu.insertSeparator(actions.models)
        bar.insertMenu(bar.actions()[2], self.parts.filmstrip_actions.menu)

    def _add_actions(self) -> None:
        """Have the keys of all actions heard in the whole window."""
        parts = self.parts
        self.addActions(
            [
                *parts.actions.all,
                *parts.filmstrip_actions.all,
                *parts.framing.all,
                parts.border.adjust,
                parts.regions.smaller,
                parts.regions.larger,
                parts.project_actions.take_snapshot,
            ]
        )

    def _show_title(self) -> None:
        if self.parts.document.photo is not None:
            self.setWindowTitle(f"{self.parts.document.photo_name} – Tintype")
