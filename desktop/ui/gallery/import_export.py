"""Imports and exports preset files, and drags them to other programs."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QTemporaryDir, QUrl
from PySide6.QtGui import QDrag, QPixmap
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop.engine.edits.preset import PRESET_SUFFIX
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.dropped_data import OWN_RESULT, IncomingItem
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.settings import Settings
from desktop.ui.gallery.panel import GalleryPanel
from desktop.ui.services.preset_maker import PresetMaker


class PresetImportExport(QObject):
    """Reads and writes preset files. A file has no copy of the painting in it unless the user wants that."""

    def __init__(
        self,
        gallery: GalleryPanel,
        library: ObservablePresets,
        preset_maker: PresetMaker,
        settings: Settings,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._gallery, self._library, self._preset_maker = gallery, library, preset_maker
        self._settings, self._notifier = settings, notifier
        self._folder: QTemporaryDir | None = None
        gallery.list.dragged.connect(self.drag)

    def ask_to_import(self) -> None:
        """Ask for preset files."""
        dialog = self._file_dialog(self.tr("Import presets"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(
            lambda names: self._preset_maker.make([IncomingItem(path=Path(name)) for name in names])
        )
        dialog.open()

    def ask_to_export(self, preset: Preset) -> None:
        """Ask for a file, and whether the painting's copy is to go with it where there is one."""
        if not self._library.picture_of(preset):
            self._ask_where(preset, with_picture=False)
            return
        question = QMessageBox(self._gallery.window())
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setWindowTitle(self.tr("Export preset"))
        question.setText(self.tr("Should a small copy of the painting go with the preset?"))
        question.setInformativeText(
            self.tr("With it, the preset can be made anew for other models; others can see the painting.")
        )
        alone = question.addButton(self.tr("Colours only"), QMessageBox.ButtonRole.AcceptRole)
        whole = question.addButton(self.tr("With the painting"), QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(alone)
        alone.clicked.connect(lambda: self._ask_where(preset, with_picture=False))
        whole.clicked.connect(lambda: self._ask_where(preset, with_picture=True))
        question.open()

    def drag(self, preset: Preset) -> None:
        """Let a preset's file hang on the pointer, to be dropped on another program."""
        if preset.is_natural:
            return  # there is no file of them
        if self._folder is None:
            self._folder = (
                QTemporaryDir()
            )  # for as long as the program runs: who takes a file may take its time
        path = self._library.export_file(preset, Path(self._folder.path()), with_picture=False)
        if path is None:
            return
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        mime.setData(OWN_RESULT, b"")
        drag = QDrag(self._gallery)
        drag.setMimeData(mime)
        drag.setPixmap(self._picture_of(preset))
        drag.exec(Qt.DropAction.CopyAction)

    def _picture_of(self, preset: Preset) -> QPixmap:
        view = self._gallery.list
        return view.grab(view.visualRect(view.index_of(preset)))

    def _ask_where(self, preset: Preset, *, with_picture: bool) -> None:
        dialog = self._file_dialog(self.tr("Export preset"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(PRESET_SUFFIX.removeprefix("."))
        dialog.selectFile(f"{preset.slug}{PRESET_SUFFIX}")
        dialog.fileSelected.connect(lambda name: self._export(preset, Path(name), with_picture=with_picture))
        dialog.open()

    def _export(self, preset: Preset, path: Path, *, with_picture: bool) -> None:
        self._settings.folder = path.parent
        written = self._library.export_file(preset, path, with_picture=with_picture)
        if written is not None:
            self._notifier.show_info(self.tr("Exported {name}.").format(name=written.name))

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._gallery.window(), title, str(self._settings.folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Presets ({pattern})").format(pattern=f"*{PRESET_SUFFIX}"))
        return dialog
