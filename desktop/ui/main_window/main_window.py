"""The main window: makes the parts, lays them out and connects them; each part knows only the document."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from desktop.engine.edit import Edit
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.canvas.drag_out import DragOut
from desktop.ui.canvas.stage import Stage
from desktop.ui.commands.actions import Actions
from desktop.ui.dialogs.appearance import Appearance
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.preset_editing import PresetEditing
from desktop.ui.document.settings import Settings
from desktop.ui.document.snapshots import Snapshots
from desktop.ui.export.controller import ExportController
from desktop.ui.filmstrip.actions import FilmstripActions
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.filmstrip.copy_paste_look import LookClipboard
from desktop.ui.gallery.controller import GalleryController
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.gallery.preset_thumbnailer import PresetThumbnailer
from desktop.ui.main_window.background import BackgroundWork
from desktop.ui.main_window.close_guard import CloseGuard
from desktop.ui.main_window.command_handlers import CommandHandlers
from desktop.ui.main_window.dialog_launcher import DialogLauncher
from desktop.ui.main_window.notifications import Notifications
from desktop.ui.main_window.recovery_prompts import RecoveryPrompts
from desktop.ui.main_window.side_panel import SidePanel
from desktop.ui.main_window.status_bar import StatusBar
from desktop.ui.panels.adjustments_controller import AdjustmentsController
from desktop.ui.panels.adjustments_panel import AdjustmentsPanel
from desktop.ui.panels.blend_controller import BlendController
from desktop.ui.panels.blend_panel import BlendPanel
from desktop.ui.panels.colour_pull_controller import ColourPullController
from desktop.ui.panels.embedding_controller import EmbeddingController
from desktop.ui.panels.history_panel import HistoryPanel
from desktop.ui.panels.regions_controller import RegionsController
from desktop.ui.panels.regions_panel import RegionsPanel
from desktop.ui.panels.repaint_controller import RepaintController
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.idle_scheduler import IdleScheduler
from desktop.ui.services.model_pool import ModelPool, Warmup
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.preferences import Preferences
from desktop.ui.services.preset_maker import PresetMaker
from desktop.ui.services.preset_migration import PresetMigration
from desktop.ui.services.preview_renderer import PreviewRenderer
from desktop.ui.services.result_saver import ResultSaver
from desktop.ui.services.session_recovery import SessionRecovery
from desktop.ui.widgets.collapsible_section import CollapsibleSection
from desktop.ui.widgets.hold_key import HoldKey
from desktop.ui.widgets.icons import application_icon
from desktop.ui.widgets.undo_key import UndoKey

FIRST_PRESET = "The Starry Night"  # chosen when the program is started for the first time


class MainWindow(QMainWindow):
    """Canvas in the middle, presets and amount to the right, one tool bar above, one status line below."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.settings = settings
        self.setWindowTitle("Tintype")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(QSize(760, 520))
        self._make_parts()
        self._make_widgets()
        self._lay_out()
        self.notices = Notifications(self.stage.messages, self)
        self.requests = CommandHandlers(self)
        self.curator = GalleryController(self)
        self.surroundings = DialogLauncher(self)
        self.leaving = CloseGuard(self)
        self._connect_document()
        self._connect_widgets()
        self._connect_workers()
        self.keeping = RecoveryPrompts(self)
        self._start()

    def open_photos(self, paths: Sequence[Path]) -> None:
        """Open photographs and folders of them, as if they had been dropped on the window."""
        self.filmstrip.open(paths)

    def cancel(self) -> None:
        """Put the brush away; without one stop whatever is being worked on, and show what is chosen."""
        if self.local.put_away():
            return
        for worker in (self.loader, self.preset_maker, self.renderer, self.saver):
            worker.cancel()
        self.stage.messages.clear()
        self.document.try_preset(None)
        self.name_photo()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window; results that are still being written are finished first, or called off."""
        self.settings.save_window(self)
        if not self.leaving.may_close():
            event.ignore()
            return
        for worker in (
            self.loader,
            self.preset_maker,
            self.migration,
            self.filmstrip,
            self.background,
            self.thumbnails,
            self.exports,
            self.autosave,
            self.recovery,
            self.renderer,
            self.saver,
            self.drag_out,
            self.local,
            self.warmup,
            self.latent,
            self.sampling,
            self.status.chip,
            self.surroundings,
        ):
            worker.close_lanes()
        super().closeEvent(event)

    def _make_parts(self) -> None:
        self.document = Document(self)
        self.library = ObservablePresets(parent=self)
        self.favourites = Favourites(self.settings, self)
        self.models = ModelPool()
        self.editing = Editing(self.document, self)
        self.preset_editing = PresetEditing(self.document, self.library, self.favourites, self.editing, self)
        self.scheduler = IdleScheduler(self)
        self.autosave = Autosave(self.document, self.settings, self.scheduler, self)
        self.recovery = SessionRecovery(self.document, self)
        self.snapshots = Snapshots(self.document, self.editing, self)
        self.loader = PhotoLoader(self.autosave, self)
        self.preset_maker = PresetMaker(self.models, self)
        self.migration = PresetMigration(self.document, self.library, self.models, self)
        self.filmstrip = FilmstripController(
            self.document, self.loader, self.autosave, self.editing.undo_stack, self
        )
        self.renderer = PreviewRenderer(self.document, self.models, self)
        self.thumbnails = PresetThumbnailer(self.models, self.renderer, self)
        self.saver = ResultSaver(self.models, self)
        self.drag_out = DragOut(self.models, self)
        self.warmup = Warmup(self.models, self)
        self.preferences = Preferences(
            self.settings, self.document, self.library, self.models, self.warmup, self
        )

    def _make_widgets(self) -> None:
        self.actions_ = Actions(self, self.editing.undo_stack)
        self.exports = ExportController(self)
        self.looks = LookClipboard(self.document, self.filmstrip, self.editing, self)
        self.film_actions = FilmstripActions(self)
        self.stage = Stage()
        self.gallery = GalleryPanel(self.library, self.favourites)
        self.adjust = AdjustmentsPanel()
        self.history = HistoryPanel(self.document, self.editing.undo_stack, self.snapshots)
        self.status = StatusBar()
        self.blend = BlendPanel()
        self.tuning = AdjustmentsController(self.adjust, self.document, self.editing, self)
        self.sampling = ColourPullController(self.adjust.pull_box.picker, self.document, self.library, self)
        self.latent = EmbeddingController(self.document, self.library, self.editing, self)
        self.mixing = BlendController(self.blend, self.document, self.library, self.editing, self)
        self.local_panel = RegionsPanel()
        self.local = RegionsController(self.local_panel, self)
        self.hold_key = HoldKey(self)
        self.undo_key = UndoKey(self)
        self.appearance = Appearance(self.settings, self)

    def _lay_out(self) -> None:
        self.side = SidePanel(self.gallery, self.settings)
        self.side.tools.add(self.adjust)
        self.side.remember(self.adjust.more)
        self.side.add_section(CollapsibleSection("blend", self.tr("Blend"), self.blend))
        self.local_section = CollapsibleSection("local", self.tr("Local presets"), self.local_panel)
        self.side.add_section(self.local_section)
        self.repainting = RepaintController(self.document, self.editing, self.preferences, self)
        self.side.add_section(self.repainting.section)
        self.side.add_section(CollapsibleSection("history", self.tr("History"), self.history))
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        seen = QVBoxLayout()
        seen.addWidget(self.stage, 1)
        seen.addWidget(self.filmstrip.strip)
        row.addLayout(seen, 1)
        row.addWidget(self.side)
        self.addToolBar(self.actions_.tool_bar)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.status.insertPermanentWidget(1, self.exports.chip)

    def _connect_document(self) -> None:
        document = self.document
        document.photo_changed.connect(self._show_photo)
        document.edit_changed.connect(self._show_edit)
        document.aim_changed.connect(self._show_edit)
        self.library.failed.connect(self.notices.show_error)

    def _connect_widgets(self) -> None:
        self.gallery.chosen.connect(self.editing.choose)
        canvas = self.stage.canvas
        canvas.viewport_changed.connect(self._look_closer)
        canvas.mode_changed.connect(self._show_mode)
        self.status.zoom.fit_requested.connect(canvas.fit)
        self.status.zoom.zoom_requested.connect(canvas.zoom_to)
        self.hold_key.held.connect(canvas.show_original)
        self.stage.photo_dropped.connect(self.loader.take_photo)
        self.stage.several_dropped.connect(self.filmstrip.open)
        self.stage.take_drops_of(self)
        self.stage.welcome.sample_requested.connect(self.loader.take_sample)

    def _connect_workers(self) -> None:
        canvas = self.stage.canvas
        self.renderer.before_ready.connect(canvas.show_before)
        self.renderer.after_ready.connect(canvas.show_after)
        self.renderer.after_ready.connect(self.filmstrip.show_result)
        self.renderer.detail_ready.connect(canvas.show_detail)
        self.renderer.ran.connect(self.status.chip.show_run)
        self.warmup.ready.connect(self.status.chip.show_run)
        self.loader.opening.connect(self.status.show_opening)
        self.loader.failed.connect(lambda _error: self.name_photo())
        for name, worker in (
            ("read", self.loader),
            ("paint", self.preset_maker),
            ("film", self.filmstrip),
            ("develop", self.renderer),
            ("deliver", self.saver),
            ("drag", self.drag_out),
        ):
            worker.failed.connect(self.notices.show_error)
            worker.busy_changed.connect(lambda busy, name=name: self.status.set_busy(name, busy))
        self.background = BackgroundWork(self)
        self.local.failed.connect(self.notices.show_error)
        self.warmup.failed.connect(self.notices.show_error)
        self.latent.failed.connect(self.notices.show_error)
        self.status.chip.failed.connect(self.notices.show_error)

    def _start(self) -> None:
        self.stage.canvas.set_mode(self.settings.view_mode)
        self._show_mode(self.settings.view_mode)
        candidates = (
            self.library.find(self.settings.preset),
            self.library.find(FIRST_PRESET),
            *sorted(self.library.presets, key=lambda preset: preset.is_natural),
        )
        self.document.set_edit(Edit().with_preset(next(filter(None, candidates), None)))
        self._show_photo()
        self._show_edit()
        problems = [*filter(None, [self.settings.problem]), *self.library.problems]
        if problems:
            self.notices.show_warning(*problems[:2])
        self.warmup.start()
        self.keeping.begin()

    def _show_photo(self) -> None:
        photo = self.document.photo
        self.stage.show_canvas(photo is not None)
        self.stage.canvas.set_photo_size(None if photo is None else QSize(photo.width_px, photo.height_px))
        self.name_photo()
        self._enable_actions()
        if photo is None:
            return
        self.setWindowTitle(f"{self.document.photo_name} – Tintype")
        self.stage.messages.clear()
        if photo.notices:
            self.notices.show_info(" ".join(map(translate_message, photo.notices)))

    def name_photo(self) -> None:
        """Say again what is open, after something else was told in its place."""
        self.status.show_photo(self.document.photo, self.document.photo_name)

    def _show_edit(self) -> None:
        preset = self.document.preset
        self.gallery.show_chosen(self.document.aimed_preset)
        if preset is not None:
            self.settings.preset = preset.name
        self._enable_actions()

    def _look_closer(self) -> None:
        viewport = self.stage.canvas.viewport
        self.status.zoom.show_zoom(viewport)
        self.renderer.look_at(viewport)

    def _show_mode(self, mode: object) -> None:
        self.actions_.modes[mode].setChecked(True)  # type: ignore[index]  # a signal carries objects
        self.settings.view_mode = mode  # type: ignore[assignment]

    def _enable_actions(self) -> None:
        has_photo = self.document.photo is not None
        preset = self.document.preset
        for action in self.actions_.need_photo:
            action.setEnabled(has_photo)
        for action in self.actions_.need_result:
            action.setEnabled(has_photo and preset is not None)
