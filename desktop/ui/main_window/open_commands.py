"""The commands that open photographs and paintings, from files and from the clipboard."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from desktop.engine.decode.reader import SUPPORTED_SUFFIXES
from desktop.engine.video.library import FILM_SUFFIXES
from desktop.ui.base.dropped_data import IncomingItem, OfferKind, offer_of
from desktop.ui.canvas.stage import Stage
from desktop.ui.document.notifier import Notifier
from desktop.ui.document.settings import Settings
from desktop.ui.filmstrip.controller import FilmstripController
from desktop.ui.services.preset_maker import PresetMaker


class OpenCommands(QObject):
    """Asks for files and passes them on; remembers the folder that they were in."""

    def __init__(
        self,
        stage: Stage,
        filmstrip: FilmstripController,
        preset_maker: PresetMaker,
        settings: Settings,
        notifier: Notifier,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._stage, self._filmstrip, self._preset_maker = stage, filmstrip, preset_maker
        self._settings, self._notifier = settings, notifier

    def open_photo(self) -> None:
        """Ask for photographs."""
        films = self.tr("Films ({patterns})").format(patterns=_patterns(FILM_SUFFIXES))
        folder = self._settings.photo_folder
        self._ask_for_pictures(self.tr("Open photos"), self._filmstrip.open, folder, others=(films,))

    def add_painting(self) -> None:
        """Ask for paintings."""

        def take(paths: Sequence[Path]) -> None:
            self._preset_maker.take([IncomingItem(path=path) for path in paths])

        self._ask_for_pictures(self.tr("Add painting"), take, self._settings.folder)

    def paste_photo(self) -> None:
        """Open the picture or the files that are on the clipboard."""
        self._paste(as_photo=True)

    def paste_painting(self) -> None:
        """Make presets of the picture or the files that are on the clipboard."""
        self._paste(as_photo=False)

    def _paste(self, *, as_photo: bool) -> None:
        mime = QGuiApplication.clipboard().mimeData()
        if offer_of(mime).kind is OfferKind.UNKNOWN:
            self._notifier.show_info(self.tr("There is no picture on the clipboard."))
        else:
            self._stage.take(mime, to_photo=as_photo)

    def _ask_for_pictures(
        self,
        title: str,
        take: Callable[[Sequence[Path]], None],
        folder: Path,
        *,
        others: tuple[str, ...] = (),
    ) -> None:
        """others: what else may be chosen, as filters of the dialog."""
        dialog = QFileDialog(self._stage.window(), title, str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setOption(QFileDialog.Option.HideNameFilterDetails)  # some sixty endings
        pictures = self.tr("Pictures ({patterns})").format(patterns=_patterns(SUPPORTED_SUFFIXES))
        dialog.setNameFilters([pictures, *others, self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._take([Path(name) for name in names], take))
        dialog.open()

    def _take(self, paths: Sequence[Path], take: Callable[[Sequence[Path]], None]) -> None:
        self._settings.folder = paths[0].parent
        take(paths)


def _patterns(suffixes: Sequence[str]) -> str:
    return " ".join(f"*{suffix} *{suffix.upper()}" for suffix in suffixes)
