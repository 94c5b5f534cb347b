"""The actions about kept edits: taking a snapshot, and keeping edits beside the photos."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.base.texts import follow_language
from desktop.ui.document.document import Document
from desktop.ui.document.settings import Settings
from desktop.ui.document.snapshots import Snapshots
from desktop.ui.widgets.qt_actions import connect


class ProjectActions(QObject):
    """The two actions of the Edit menu that concern kept edits."""

    def __init__(
        self, document: Document, snapshots: Snapshots, settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self.take_snapshot = QAction(self)
        self.take_snapshot.setShortcut(QKeySequence("Ctrl+Shift+T"))
        connect(self.take_snapshot, snapshots.take)
        self.beside = QAction(self)
        self.beside.setCheckable(True)
        self.beside.setChecked(settings.edits_beside)
        self.beside.toggled.connect(self._keep_beside)
        follow_language(self._show_texts)
        document.photo_changed.connect(self._enable)
        document.edit_changed.connect(self._enable)
        self._enable()

    def _show_texts(self) -> None:
        self.take_snapshot.setText(self.tr("Take snapshot"))
        self.beside.setText(self.tr("Keep edits beside the photos"))

    def _enable(self) -> None:
        document = self._document
        self.take_snapshot.setEnabled(document.photo is not None and document.edit.blend is not None)

    def _keep_beside(self, beside: bool) -> None:
        self._settings.edits_beside = beside
