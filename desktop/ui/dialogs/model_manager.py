"""The model manager: shows the installed models as cards, installs others, removes the user's own."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.inference.model_installer import ModelEntry, empty_bin, install, remove, restore, survey
from desktop.engine.inference.model_kinds import Kind as ModelKind
from desktop.engine.inference.model_registry import DEFAULT_MODEL, Model, find_models
from desktop.ui.base.engine_translations import translate_briefly, translate_message, translate_model_text
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.dialogs.model_list import ModelList
from desktop.ui.services.preferences import Preferences
from desktop.ui.widgets.form_layout import closing_buttons
from desktop.ui.widgets.message_bar import Kind, MessageBar


class ModelManager(QDialog):
    """Reads, checks and copies models on a worker lane; takes a model's folder or zip file that is dropped on it."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.resize(640, 600)
        self._preferences = preferences
        self._installing = False
        self._removed: dict[Path, str] = {}  # place in the bin -> title
        self._lane = WorkerLane("models", keep_all=True, parent=self)
        self._lane.failed.connect(self._tell_fault)
        self._lane.busy_changed.connect(self._show_busy)
        self.finished.connect(self._end)
        self.messages = MessageBar(self, inset_px=0)
        self.models = ModelList(self)
        self.models.setAccessibleName(self.windowTitle())
        self.models.use_requested.connect(self._use)
        self.models.remove_requested.connect(self._remove)
        self.models.restore_requested.connect(self._restore)
        self._lay_out()
        preferences.changed.connect(self.refresh)
        self.refresh()

    @property
    def busy(self) -> bool:
        """Whether something is being checked or installed."""
        return self._lane.busy

    def refresh(self) -> None:
        """Read and check all models anew."""
        self._lane.submit(lambda _token: survey(), self._fill)

    def install(self, source: Path) -> None:
        """Install the model in a folder or zip file, once all of it was found sound."""

        def work(token: CancelToken) -> Model:
            return install(source, token)

        self._lane.submit(work, self._tell_installed)
        self._installing = True
        self._show_busy(self._lane.busy)

    def cancel(self) -> None:
        """Cancel what is being installed; nothing of it is left."""
        self._lane.cancel()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.install(Path(url.toLocalFile()))

    def _lay_out(self) -> None:
        hint = QLabel(
            self.tr("Models colour photos, or paint over them. Drop a model's folder or zip file here."),
            self,
        )
        hint.setObjectName("secondary")
        hint.setWordWrap(True)
        self.file_button = QPushButton(self.tr("Install from zip file…"), self)
        self.file_button.clicked.connect(self._ask_for_file)
        self.folder_button = QPushButton(self.tr("Install from folder…"), self)
        self.folder_button.clicked.connect(self._ask_for_folder)
        row = QHBoxLayout()
        for button in (self.file_button, self.folder_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        buttons = closing_buttons(self)
        self.cancel_button = QPushButton(self.tr("Cancel installing"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.setVisible(False)
        self.cancel_button.clicked.connect(self.cancel)
        row.addWidget(self.cancel_button)
        row.addStretch(1)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 6, 16)  # the scroll bar of the cards stands in the margin
        layout.setSpacing(12)
        top = QVBoxLayout()
        top.addWidget(hint)
        top.addWidget(self.messages)
        for part in (top, row):
            part.setContentsMargins(0, 0, 14, 0)
        layout.addLayout(top)
        layout.addWidget(self.models, 1)
        layout.addLayout(row)

    def _fill(self, entries: list[ModelEntry]) -> None:
        in_use = (self._preferences.model, self._preferences.natural_model or "")
        self.models.fill(entries, in_use, self._removed)

    def _use(self, entry: ModelEntry) -> None:
        if entry.model is None:
            return
        if entry.model.kind == ModelKind.AUTO:
            self._preferences.use_natural(entry.model.name)
        else:
            self._preferences.use_model(entry.model.name)

    def _remove(self, entry: ModelEntry) -> None:
        try:
            binned = remove(entry.folder)
        except TintypeError as error:
            self._tell_fault(error)
            return
        self._removed[binned] = (
            translate_model_text(entry.model.title) if entry.model is not None else entry.folder.name
        )
        self._follow(entry.model.name if entry.model is not None else "")

    def _restore(self, binned: Path) -> None:
        title = self._removed.pop(binned)
        try:
            folder = restore(binned)
        except TintypeError as error:
            self._removed[binned] = title
            self._tell_fault(error)
            return
        self._follow(next((model.name for model in find_models() if model.folder == folder), ""))

    def _tell_installed(self, model: Model) -> None:
        text = self.tr("“{name}” {version} is installed.").format(
            name=translate_model_text(model.title), version=model.version
        )
        self.messages.show_message(Kind.INFO, text)
        self._follow(model.name)

    def _follow(self, changed: str) -> None:
        """Have the models in use loaded anew when one of them was installed, removed or changed."""
        if changed == self._preferences.model:
            there = any(model.name == changed for model in find_models())
            self._preferences.use_model(changed if there else DEFAULT_MODEL, anew=True)
        else:
            self._preferences.look_again(changed)

    def _tell_fault(self, error: Exception) -> None:
        self.messages.show_message(Kind.ERROR, translate_briefly(error), full=translate_message(error))

    def _show_busy(self, busy: bool) -> None:
        for button in (self.file_button, self.folder_button):
            button.setEnabled(not busy)
            button.setVisible(not (busy and self._installing))
        self.cancel_button.setVisible(busy and self._installing)
        self._installing &= busy

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Install a model"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Models (*.zip model.json)"), self.tr("All files (*)")])
        self._ask(dialog)

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Install a model"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        self._ask(dialog)

    def _ask(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.install(Path(name)))
        dialog.open()

    def _end(self) -> None:
        self._lane.close(wait=False)
        empty_bin()
