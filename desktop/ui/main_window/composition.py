"""The composition root: makes the parts of one window and hands each what it uses.

The order matters: parts hear of a change in the order in which they were made. Of a new photo the undo stack hears
first, then what restores its edit, then what shows it.
"""

from PySide6.QtCore import QObject

from desktop.ui.base.texts import follow_language
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
from desktop.ui.filmstrip.canvas_first import CanvasFirst
from desktop.ui.filmstrip.clipboard_photos import ClipboardPhotos
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.filmstrip.copy_paste_look import LookClipboard
from desktop.ui.filmstrip.missing_photos import MissingPhotos
from desktop.ui.filmstrip.prefetch import Prefetcher
from desktop.ui.filmstrip.result_thumbnailer import ResultThumbnailer
from desktop.ui.gallery.controller import GalleryController
from desktop.ui.gallery.four_up import FourUp
from desktop.ui.gallery.import_export import PresetImportExport
from desktop.ui.gallery.new_presets import NewPresets
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.gallery.preset_actions import PresetActions
from desktop.ui.gallery.preset_messages import PresetMessages
from desktop.ui.gallery.preset_thumbnailer import PresetThumbnailer
from desktop.ui.main_window.activity_log import ActivityLog
from desktop.ui.main_window.dialog_launcher import DialogLauncher
from desktop.ui.main_window.folder_messages import FolderMessages
from desktop.ui.main_window.last_session import LastSession
from desktop.ui.main_window.mistaken_pictures import MistakenPictures
from desktop.ui.main_window.notifications import Notifications
from desktop.ui.main_window.open_commands import OpenCommands
from desktop.ui.main_window.parts import Parts
from desktop.ui.main_window.photo_presenter import PhotoPresenter
from desktop.ui.main_window.project_actions import ProjectActions
from desktop.ui.main_window.recovery_prompts import RecoveryPrompts
from desktop.ui.main_window.restored_edits import RestoredEdits
from desktop.ui.main_window.save_commands import SaveCommands
from desktop.ui.main_window.side_panel import SidePanel
from desktop.ui.main_window.status_bar import StatusBar
from desktop.ui.main_window.undo_messages import UndoMessages
from desktop.ui.panels.adjustments_controller import AdjustmentsController
from desktop.ui.panels.adjustments_panel import AdjustmentsPanel
from desktop.ui.panels.blend_controller import BlendController
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


def build_parts(settings: Settings) -> Parts:
    """Make everything that one window consists of, save for the window itself."""
    owner = QObject()
    appearance = Appearance(settings, owner)  # before all that has icons, so that these are of its theme
    document = Document(owner)
    library = ObservablePresets(parent=owner)
    favourites = Favourites(settings, owner)
    models = ModelPool()
    editing = Editing(document, owner)
    undo_stack = editing.undo_stack
    preset_editing = PresetEditing(document, library, favourites, editing, owner)
    scheduler = IdleScheduler(owner)
    autosave = Autosave(document, settings, scheduler, owner)
    snapshots = Snapshots(document, editing, owner)
    loader = PhotoLoader(autosave, owner)
    preset_maker = PresetMaker(models, owner)
    migration = PresetMigration(document, library, models, owner)
    filmstrip = FilmstripController(document, loader, autosave, undo_stack, owner)
    photos = filmstrip.photos
    clipboard_photos = ClipboardPhotos(document, loader, filmstrip, autosave, owner)
    recovery = SessionRecovery(
        document, lambda: autosave.unwritten or clipboard_photos.unwritten, loader.pasted_pictures, owner
    )
    renderer = PreviewRenderer(document, models, owner)
    saver = ResultSaver(models, owner)
    drag_out = DragOut(models, owner)
    warmup = Warmup(models, owner)
    preferences = Preferences(settings, document, library, models, warmup, owner)
    actions = Actions(document, undo_stack, owner)
    stage = Stage()
    canvas = stage.canvas
    notifier = Notifications(stage.messages, owner)
    looks = LookClipboard(document, filmstrip, editing, owner)
    gallery = GalleryPanel(library, favourites)
    files = PresetImportExport(gallery, library, preset_maker, settings, notifier, owner)
    framing = FramingController(document, editing, canvas, owner)
    adjustments, blend, regions_panel = AdjustmentsPanel(), BlendPanel(), RegionsPanel()
    device_prober = DeviceProber(owner)
    status_bar = StatusBar(device_prober)
    parts = Parts(
        owner=owner,
        settings=settings,
        appearance=appearance,
        document=document,
        editing=editing,
        snapshots=snapshots,
        library=library,
        favourites=favourites,
        preset_editing=preset_editing,
        models=models,
        warmup=warmup,
        preferences=preferences,
        scheduler=scheduler,
        autosave=autosave,
        recovery=recovery,
        loader=loader,
        preset_maker=preset_maker,
        migration=migration,
        renderer=renderer,
        saver=saver,
        device_prober=device_prober,
        original_reader=OriginalReader(document, loader, renderer, owner),
        actions=actions,
        stage=stage,
        drag_out=drag_out,
        status_bar=status_bar,
        notifications=notifier,
        filmstrip=filmstrip,
        looks=looks,
        filmstrip_actions=FilmstripActions(filmstrip, looks, document, editing, settings, notifier, owner),
        export=ExportController(
            photos, filmstrip.edit_of, looks.apply, document, models, settings, notifier, owner
        ),
        film_export=FilmExport(document, models, settings, notifier, stage, owner),
        lut_export=LutExport(document, models, settings, notifier, stage, owner),
        printing=Printing(document, models, settings, stage, owner),
        gallery=gallery,
        preset_thumbnailer=PresetThumbnailer(models, (loader, preset_maker, renderer, saver), owner),
        preset_suggester=PresetSuggester(document, library, models, renderer, owner),
        preset_files=files,
        new_presets=NewPresets(gallery, document, library, preset_editing, preset_maker, notifier, owner),
        four_up=FourUp(gallery, document, editing, models, stage, owner),
        side_panel=SidePanel(gallery, settings),
        adjustments=adjustments,
        blend=blend,
        regions_panel=regions_panel,
        regions=RegionsController(regions_panel, document, editing, canvas, owner),
        framing=framing,
        border=BorderController(document, editing, canvas, framing, owner),
        repaint=RepaintController(document, editing, preferences, owner),
        history=HistoryPanel(document, undo_stack, snapshots),
        embedding=EmbeddingController(document, library, editing, stage, owner),
        colour_pull=ColourPullController(
            (adjustments.pull_box.choice.picker, regions_panel.colour.picker), document, library, owner
        ),
        recent_menu=RecentMenu(document, settings, actions.recent_menu, owner),
        last_session=LastSession(document, stage, filmstrip, settings, owner),
        dialogs=DialogLauncher(actions, settings, preferences, appearance, stage, owner),
        open_commands=OpenCommands(stage, filmstrip, preset_maker, settings, notifier, owner),
        save_commands=SaveCommands(document, canvas, saver, drag_out, settings, notifier, owner),
        photo_presenter=PhotoPresenter(document, stage, status_bar, notifier, owner),
        result_thumbnailer=ResultThumbnailer(filmstrip, document, models, scheduler, owner),
        clipboard_photos=clipboard_photos,
        missing_photos=MissingPhotos(filmstrip, loader, notifier, owner),
        prefetcher=Prefetcher(filmstrip, loader, renderer, models, scheduler, owner),
        project_actions=ProjectActions(document, snapshots, settings, owner),
    )
    _add_controllers(parts)
    return parts


def _add_controllers(parts: Parts) -> None:
    """Make what joins parts to each other, and is itself of no use to any; they live as long as their owner."""
    owner, document, editing, gallery = parts.owner, parts.document, parts.editing, parts.gallery
    library, notifier, autosave = parts.library, parts.notifications, parts.autosave
    AdjustmentsController(parts.adjustments, document, editing, owner)
    BlendController(parts.blend, document, library, editing, owner)
    GalleryController(
        gallery, document, editing, parts.preset_thumbnailer, parts.preset_suggester, parts.settings, owner
    )
    PresetActions(
        parts.actions,
        gallery,
        document,
        library,
        parts.favourites,
        parts.preset_editing,
        parts.preset_files,
        owner,
    )
    CanvasFirst(document, parts.loader, parts.renderer, parts.filmstrip.thumbnails, owner)
    PresetMessages(parts.preset_editing, parts.migration, editing.undo_stack, notifier, owner)
    UndoMessages(editing.undo_stack, notifier, owner)
    ActivityLog(document, parts.preferences, parts.warmup, (parts.warmup, *parts.cancellable), owner)
    RestoredEdits(document, editing, autosave, notifier, owner)
    FolderMessages(parts.stage, parts.filmstrip, parts.loader, parts.film_export, notifier, owner)
    MistakenPictures(
        parts.stage,
        document,
        parts.filmstrip,
        parts.loader,
        parts.preset_maker,
        parts.original_reader,
        autosave,
        notifier,
        owner,
    )
    RecoveryPrompts(
        document, autosave, parts.loader, parts.recovery, parts.clipboard_photos, parts.notifications, owner
    )
    follow_language(editing.undo_stack.name_again)  # after what steps are named after
