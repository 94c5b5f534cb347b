"""The commands that save the result, copy it, and drag it to another program."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from desktop.engine.batch.sources import Source
from desktop.engine.edits.edit import Edit
from desktop.engine.files.naming import output_path
from desktop.engine.imaging.photo import Photo
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.open_folder import open_folder
from desktop.ui.canvas.canvas import Canvas
from desktop.ui.canvas.drag_out import DragOut
from desktop.ui.document.document import Document
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.settings import Settings
from desktop.ui.export.save_dialog import SaveDialog
from desktop.ui.export.suggested_place import place_of
from desktop.ui.services.result_saver import ResultSaver


class SaveCommands(QObject):
    """Saves, copies or drags the result of the chosen edit, not of a previewed one, and says when it is done."""

    def __init__(
        self,
        document: Document,
        canvas: Canvas,
        saver: ResultSaver,
        drag_out: DragOut,
        settings: Settings,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._canvas, self._saver, self._drag_out = document, canvas, saver, drag_out
        self._settings, self._notifier = settings, notifier
        self.dialog: SaveDialog | None = None
        canvas.taken_out.connect(self._start_drag)
        saver.saved.connect(self._tell_saved)
        saver.copied.connect(self._tell_copied)

    def copy(self) -> None:
        """Put the full-size result on the clipboard."""
        shown = self._shown()
        if shown is not None:
            self._saver.copy(*shown)

    def save_as(self) -> None:
        """Ask where to save, then save."""
        shown, settings = self._shown(), self._settings
        if shown is None:
            return
        photo, edit = shown
        source = None if photo.path is None else Source.at(photo.path)
        beside = place_of(photo, self._document.photo_name, settings)
        dialog = SaveDialog(
            partial(output_path, beside, edit.chosen_blend.name),
            settings.suffix,
            source=None if source is None else source.path,
            quality=settings.quality,
            keeps_16_bits=photo.bit_depth == 16,
            parent=self._canvas.window(),
        )
        dialog.accepted.connect(lambda: self._save(photo, edit, dialog))
        dialog.finished.connect(self._forget_dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.open()

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _save(self, photo: Photo, edit: Edit, dialog: SaveDialog) -> None:
        settings = self._settings
        settings.suffix, settings.quality, settings.folder = dialog.suffix, dialog.quality, dialog.path.parent
        self._saver.save(photo, edit, dialog.path, quality=dialog.quality)

    def _start_drag(self) -> None:
        """Let the result hang on the pointer, to be dropped on another program."""
        shown, settings, preview = self._shown(), self._settings, self._canvas.picture.after
        if shown is not None and preview is not None:
            name = self._document.photo_name
            self._drag_out.start(*shown, name, settings.suffix, settings.quality, preview, self._canvas)

    def _shown(self) -> tuple[Photo, Edit] | None:
        """What there is to save; None while there is no photo or no preset was chosen."""
        photo, edit = self._document.photo, self._document.edit
        return None if photo is None or edit.blend is None else (photo, edit)

    def _tell_saved(self, path: Path, notices: tuple[str, ...]) -> None:
        saved = self.tr("Saved {name}.").format(name=path.name)
        self._notifier.show_info(
            " ".join([saved, *map(translate_message, notices)]),
            action=self.tr("Show in folder"),
            do=lambda: open_folder(path.parent),
        )

    def _tell_copied(self) -> None:
        self._notifier.show_info(self.tr("The result is on the clipboard."))
