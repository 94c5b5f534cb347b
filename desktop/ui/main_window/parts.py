"""The parts of one window as a frozen dataclass, and which of them are closed, cancelled and waited for."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.ui.base.service import Service
from desktop.ui.canvas.drag_out import DragOut
from desktop.ui.canvas.stage import Stage
from desktop.ui.commands.actions import Actions
from desktop.ui.dialogs.appearance import Appearance
from desktop.ui.dialogs.recent_menu import RecentMenu
from desktop.ui.document.document import Document
from desktop.ui.document.editing import Editing
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.preset_editing import PresetEditing
from desktop.ui.document.settings import Settings
from desktop.ui.document.snapshots import Snapshots
from desktop.ui.export.controller import ExportController
from desktop.ui.export.film_export import FilmExport
from desktop.ui.export.lut_export import LutExport
from desktop.ui.export.printing import Printing
from desktop.ui.filmstrip.actions import FilmstripActions
from desktop.ui.filmstrip.clipboard_photos import ClipboardPhotos
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.filmstrip.copy_paste_look import LookClipboard
from desktop.ui.filmstrip.missing_photos import MissingPhotos
from desktop.ui.filmstrip.prefetch import Prefetcher
from desktop.ui.filmstrip.result_thumbnailer import ResultThumbnailer
from desktop.ui.gallery.four_up import FourUp
from desktop.ui.gallery.import_export import PresetImportExport
from desktop.ui.gallery.new_presets import NewPresets
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.gallery.preset_thumbnailer import PresetThumbnailer
from desktop.ui.main_window.dialog_launcher import DialogLauncher
from desktop.ui.main_window.last_session import LastSession
from desktop.ui.main_window.notifications import Notifications
from desktop.ui.main_window.open_commands import OpenCommands
from desktop.ui.main_window.photo_presenter import PhotoPresenter
from desktop.ui.main_window.project_actions import ProjectActions
from desktop.ui.main_window.save_commands import SaveCommands
from desktop.ui.main_window.side_panel import SidePanel
from desktop.ui.main_window.status_bar import StatusBar
from desktop.ui.panels.adjustments_panel import AdjustmentsPanel
from desktop.ui.panels.blend_panel import BlendPanel
from desktop.ui.panels.border_controller import BorderController
from desktop.ui.panels.colour_pull_controller import ColourPullController
from desktop.ui.panels.embedding_controller import EmbeddingController
from desktop.ui.panels.framing_controller import FramingController
from desktop.ui.panels.history_panel import HistoryPanel
from desktop.ui.panels.regions_controller import RegionsController
from desktop.ui.panels.regions_panel import RegionsPanel
from desktop.ui.panels.repaint_controller import RepaintController
from desktop.ui.services.autosave import Autosave
from desktop.ui.services.device_prober import DeviceProber
from desktop.ui.services.idle_scheduler import IdleScheduler
from desktop.ui.services.model_pool import ModelPool, Warmup
from desktop.ui.services.original_reader import OriginalReader
from desktop.ui.services.photo_loader import PhotoLoader
from desktop.ui.services.preferences import Preferences
from desktop.ui.services.preset_maker import PresetMaker
from desktop.ui.services.preset_migration import PresetMigration
from desktop.ui.services.preset_suggester import PresetSuggester
from desktop.ui.services.preview_renderer import PreviewRenderer
from desktop.ui.services.result_saver import ResultSaver
from desktop.ui.services.session_recovery import SessionRecovery


@dataclass(frozen=True)
class Parts:
    """The parts of one window. owner: the Qt parent of all that are no widgets."""

    owner: QObject
    settings: Settings
    appearance: Appearance

    document: Document
    editing: Editing
    snapshots: Snapshots
    library: ObservablePresets
    favourites: Favourites
    preset_editing: PresetEditing

    models: ModelPool
    warmup: Warmup
    preferences: Preferences
    scheduler: IdleScheduler
    autosave: Autosave
    recovery: SessionRecovery
    loader: PhotoLoader
    preset_maker: PresetMaker
    migration: PresetMigration
    renderer: PreviewRenderer
    saver: ResultSaver
    device_prober: DeviceProber
    original_reader: OriginalReader

    actions: Actions
    stage: Stage
    drag_out: DragOut
    status_bar: StatusBar
    notifications: Notifications

    filmstrip: FilmstripController
    looks: LookClipboard
    filmstrip_actions: FilmstripActions
    clipboard_photos: ClipboardPhotos
    missing_photos: MissingPhotos
    prefetcher: Prefetcher
    result_thumbnailer: ResultThumbnailer
    export: ExportController
    film_export: FilmExport
    lut_export: LutExport
    printing: Printing

    gallery: GalleryPanel
    preset_thumbnailer: PresetThumbnailer
    preset_suggester: PresetSuggester
    preset_files: PresetImportExport
    new_presets: NewPresets
    four_up: FourUp

    side_panel: SidePanel
    adjustments: AdjustmentsPanel
    blend: BlendPanel
    regions_panel: RegionsPanel
    regions: RegionsController
    framing: FramingController
    border: BorderController
    repaint: RepaintController
    history: HistoryPanel
    embedding: EmbeddingController
    colour_pull: ColourPullController

    recent_menu: RecentMenu
    last_session: LastSession
    dialogs: DialogLauncher
    photo_presenter: PhotoPresenter
    open_commands: OpenCommands
    save_commands: SaveCommands
    project_actions: ProjectActions

    @property
    def services(self) -> tuple[Service, ...]:
        """Everything that works in the background, in the order in which it is closed."""
        return (
            self.loader,
            self.preset_maker,
            self.migration,
            self.filmstrip,
            self.looks,
            self.result_thumbnailer,
            self.prefetcher,
            self.clipboard_photos,
            self.missing_photos,
            self.preset_thumbnailer,
            self.preset_suggester,
            self.export,
            self.film_export,
            self.lut_export,
            self.printing,
            self.four_up,
            self.autosave,
            self.recovery,
            self.renderer,
            self.saver,
            self.drag_out,
            self.regions,
            self.border,
            self.warmup,
            self.embedding,
            self.colour_pull,
            self.device_prober,
            self.original_reader,
            self.recent_menu,
            self.last_session,
        )

    @property
    def cancellable(self) -> tuple[Service, ...]:
        """The services that Escape stops: the user sees them at work and can ask for the same again."""
        return (
            self.loader,
            self.preset_maker,
            self.looks,
            self.renderer,
            self.saver,
            self.lut_export,
            self.printing,
        )

    @property
    def awaited(self) -> tuple[Service, ...]:
        """The services that the user waits for, so that whatever nobody has asked for makes way for them."""
        return (
            self.warmup,
            self.loader,
            self.preset_maker,
            self.renderer,
            self.saver,
            self.preset_thumbnailer,
            self.filmstrip.thumbnails,
        )
