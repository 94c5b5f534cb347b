"""Answers the commands of menus, tool bar and buttons: asks where it must ask, then hands the work on."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.engine.naming import output_path
from desktop.engine.reading import SUPPORTED_SUFFIXES
from desktop.ui.base.dropped_data import IncomingItem, OfferKind, offer_of
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.document.render_request import RenderRequest
from desktop.ui.document.view_mode import ViewMode
from desktop.ui.document.viewport import ZOOM_PER_NOTCH
from desktop.ui.export.save_dialog import SaveDialog
from desktop.ui.widgets.qt_actions import connect

if TYPE_CHECKING:
    from desktop.ui.main_window.main_window import MainWindow


class CommandHandlers(QObject):
    """What happens on each action of one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.save_dialog: SaveDialog | None = None
        actions, canvas = window.actions_, window.stage.canvas
        for action, slot in (
            (actions.open_photo, self.open_photo),
            (actions.add_painting, self.add_painting),
            (actions.save_as, self.save_as),
            (actions.export, self.export),
            (actions.quit, window.close),
            (actions.copy, self.copy),
            (actions.paste, self.paste),
            (actions.paste_painting, lambda: self.paste(as_photo=False)),
            (actions.search, self._search),
            (actions.cancel, window.cancel),
            (actions.numbers, window.latent.open),
            (actions.fit, canvas.fit),
            (actions.actual_size, canvas.zoom_to_actual_size),
            (actions.zoom_in, lambda: canvas.zoom_by(ZOOM_PER_NOTCH)),
            (actions.zoom_out, lambda: canvas.zoom_by(1 / ZOOM_PER_NOTCH)),
            (actions.toggle_split, self._toggle_split),
        ):
            connect(action, slot)
        for mode, action in actions.modes.items():
            action.triggered.connect(lambda _checked=False, mode=mode: canvas.set_mode(mode))
        welcome = window.stage.welcome
        welcome.photo_requested.connect(self.open_photo)
        welcome.painting_requested.connect(self.add_painting)
        window.gallery.add_requested.connect(self.add_painting)
        canvas.taken_out.connect(self._drag_out)
        window.stage.refused.connect(window.notices.show_warning)
        window.gallery.refused.connect(window.notices.show_warning)
        window.saver.saved.connect(self._tell_saved)
        window.saver.copied.connect(self._tell_copied)

    def open_photo(self) -> None:
        """Ask for photographs."""
        self._ask_for_pictures(self.tr("Open photos"), self._window.filmstrip.open)

    def add_painting(self) -> None:
        """Ask for paintings."""

        def take(paths: Sequence[Path]) -> None:
            self._window.preset_maker.take([IncomingItem(path=path) for path in paths])

        self._ask_for_pictures(self.tr("Add painting"), take)

    def paste(self, *, as_photo: bool = True) -> None:
        """Open the picture or the files that are on the clipboard, or make presets of them."""
        mime = QGuiApplication.clipboard().mimeData()
        if offer_of(mime).kind is OfferKind.UNKNOWN:
            self._window.notices.show_info(self.tr("There is no picture on the clipboard."))
        else:
            self._window.stage.take(mime, to_photo=as_photo)

    def copy(self) -> None:
        """Put the full-size result on the clipboard."""
        request = self._request()
        if request is not None:
            self._window.saver.copy(request)

    def _drag_out(self) -> None:
        """Let the result hang on the pointer, to be dropped on another program."""
        request, window = self._request(), self._window
        canvas, settings = window.stage.canvas, window.settings
        preview = canvas.picture.after
        if request is not None and preview is not None:
            name = window.document.photo_name
            window.drag_out.start(request, name, settings.suffix, settings.quality, preview, canvas)

    def export(self) -> None:
        """Save beside the source without asking; a photo without a source is asked for its place."""
        request, settings = self._request(), self._window.settings
        if request is None:
            return
        if request.photo.path is None:
            self.save_as()
            return
        self._window.saver.export_beside(
            request, request.photo.path, settings.suffix, quality=settings.quality
        )

    def save_as(self) -> None:
        """Ask where to save, then save."""
        request, settings = self._request(), self._window.settings
        if request is None:
            return
        source = request.photo.path
        beside = source if source is not None else settings.folder / self._window.document.photo_name
        dialog = SaveDialog(
            output_path(beside, request.name, settings.suffix),
            source=source,
            quality=settings.quality,
            keeps_16_bits=request.photo.bit_depth == 16,
            parent=self._window,
        )
        dialog.accepted.connect(lambda: self._save(request, dialog))
        dialog.finished.connect(self._forget_dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.save_dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.save_dialog = None

    def _save(self, request: RenderRequest, dialog: SaveDialog) -> None:
        settings = self._window.settings
        settings.suffix, settings.quality, settings.folder = dialog.suffix, dialog.quality, dialog.path.parent
        self._window.saver.save(request, dialog.path, quality=dialog.quality)

    def _request(self) -> RenderRequest | None:
        """What is chosen, not what is merely tried."""
        document = self._window.document
        return RenderRequest.of(document.photo, document.edit)

    def _ask_for_pictures(self, title: str, take: Callable[[Sequence[Path]], None]) -> None:
        settings = self._window.settings
        patterns = " ".join(f"*{suffix} *{suffix.upper()}" for suffix in SUPPORTED_SUFFIXES)
        dialog = QFileDialog(self._window, title, str(settings.folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        pictures = self.tr("Pictures ({patterns})").format(patterns=patterns)
        dialog.setNameFilters([pictures, self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._take([Path(name) for name in names], take))
        dialog.open()

    def _take(self, paths: Sequence[Path], take: Callable[[Sequence[Path]], None]) -> None:
        self._window.settings.folder = paths[0].parent
        take(paths)

    def _search(self) -> None:
        self._window.side.presets.set_open(True)
        self._window.gallery.search_field.setFocus()
        self._window.gallery.search_field.selectAll()

    def _toggle_split(self) -> None:
        canvas = self._window.stage.canvas
        canvas.set_mode(ViewMode.RESULT if canvas.mode is ViewMode.SPLIT else ViewMode.SPLIT)

    def _tell_saved(self, path: Path, notices: tuple[str, ...]) -> None:
        saved = self.tr("Saved {name}.").format(name=path.name)
        self._window.notices.show_info(
            " ".join([saved, *map(translate_message, notices)]),
            action=self.tr("Show in folder"),
            do=lambda: _open_folder(path.parent),
        )

    def _tell_copied(self) -> None:
        self._window.notices.show_info(self.tr("The result is on the clipboard."))


def _open_folder(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
