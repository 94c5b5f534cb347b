"""The menu of recently opened photos; those whose files are gone are greyed when the menu opens."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.engine.batch.sources import Source
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.files.page_place import file_of
from desktop.engine.files.presence import is_there
from desktop.ui.base.service import LaneService
from desktop.ui.base.texts import follow_language
from desktop.ui.document.document import Document
from desktop.ui.document.settings import Settings


class RecentMenu(LaneService):
    """Remembers photos and fills their menu; looks for the files on a worker lane, because that may take long."""

    chosen = Signal(Path)

    def __init__(
        self, document: Document, settings: Settings, menu: QMenu, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings, self._menu = document, settings, menu
        self._lane = self.add_lane("recent", reports_failures=False)
        self._entries: dict[Path, QAction] = {}
        menu.aboutToShow.connect(self._look)
        document.photo_changed.connect(self._remember)
        follow_language(self._fill)

    def add(self, photo: Path) -> None:
        """Put a photo at the top."""
        photo = photo.absolute()
        self._settings.recent = [photo, *(path for path in self._settings.recent if path != photo)]
        self._fill()

    def clear(self) -> None:
        """Forget all of them, and the film strip that was open last."""
        self._settings.recent, self._settings.strip = [], []
        self._fill()

    def _remember(self) -> None:
        photo = self._document.photo
        if photo is not None and photo.path is not None:
            self.add(photo.path)

    def _fill(self) -> None:
        photos = self._settings.recent
        self._menu.clear()
        self._entries = {}
        for number, photo in enumerate(photos, 1):
            name = f"{Source.at(photo).shown.name} – {photo.parent}".replace("&", "&&")
            action = self._menu.addAction(f"&{number % 10} {name}")
            action.triggered.connect(lambda _checked=False, photo=photo: self.chosen.emit(photo))
            self._entries[photo] = action
        self._menu.addSeparator()
        clear = self._menu.addAction(self.tr("Clear this list"))
        clear.triggered.connect(self.clear)
        self._menu.setEnabled(bool(photos))

    def _look(self) -> None:
        photos = list(self._entries)

        def work(_token: CancelToken) -> list[Path]:
            return [photo for photo in photos if not is_there(file_of(photo))]

        self._lane.submit(work, self._grey)

    def _grey(self, missing: list[Path]) -> None:
        for photo in missing:
            action = self._entries.get(photo)
            if action is not None and action.isEnabled():
                action.setEnabled(False)
                action.setText(self.tr("{name} (not there any more)").format(name=action.text()))
