"""The model manager: shows the installed models as cards, installs others, removes the user's own."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import TintypeError
from desktop.engine.inference.model_installer import ModelEntry, empty_bin, install, remove, restore, survey
from desktop.engine.inference.model_registry import DEFAULT_MODEL, Model, find_models
from desktop.engine.inference.model_registry import Kind as ModelKind
from desktop.ui.base.engine_translations import translate_briefly, translate_message, translate_model_text
from desktop.ui.base.plain_text import plain_label
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.dialogs.model_card import ModelCard, kind_of
from desktop.ui.document.display_names import kind_name
from desktop.ui.services.preferences import Preferences
from desktop.ui.widgets.form_layout import closing_buttons
from desktop.ui.widgets.message_bar import Kind, MessageBar
from desktop.ui.widgets.reserved_scrollbar import reserve_scroll_bar


class ModelManager(QDialog):
    """Reads, checks and copies on a worker lane; takes a model's folder or zip file that is dropped on it."""

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
        self.cards: list[ModelCard] = []
        self.undo_buttons: list[QPushButton] = []
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
        """Call off what is being installed; nothing of it is left."""
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
            self.tr("A model is what colours, or paints, a photo. Drop a model's folder or zip file here."),
            self,
        )
        hint.setObjectName("secondary")
        hint.setWordWrap(True)
        self._holder = QWidget(self)
        self._holder.setObjectName("cards")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(10)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        reserve_scroll_bar(self._area)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName(self.windowTitle())
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._holder)
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
        layout.addWidget(self._area, 1)
        layout.addLayout(row)

    def _fill(self, entries: list[ModelEntry]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cards, self.undo_buttons = [], []
        by_kind: dict[ModelKind | None, list[ModelEntry]] = {kind: [] for kind in (*ModelKind, None)}
        for entry in entries:
            by_kind[kind_of(entry)].append(entry)
        for kind, same in by_kind.items():
            if same:
                title = kind_name(kind) if kind else self.tr("Cannot be used")
                self._column.addWidget(self._make_heading(title))
                for entry in sorted(same, key=self._rank):
                    self._add_card(entry, offered=kind in (ModelKind.PALETTE, ModelKind.AUTO))
        for binned, title in self._removed.items():
            self._column.addWidget(self._make_removed(binned, title))
        self._column.addStretch(1)

    def _make_heading(self, title: str) -> QLabel:
        heading = QLabel(title, self._holder)
        heading.setObjectName("kindTitle")
        heading.setIndent(0)
        return heading

    def _add_card(self, entry: ModelEntry, *, offered: bool) -> None:
        card = ModelCard(entry, active=self._is_active(entry), offered=offered, parent=self._holder)
        card.use_requested.connect(lambda: self._use(entry))
        card.remove_requested.connect(lambda: self._remove(entry))
        self.cards.append(card)
        self._column.addWidget(card)

    def _rank(self, entry: ModelEntry) -> tuple[bool, bool]:
        """The model in use first, damaged ones last."""
        return not self._is_active(entry), bool(entry.problem)

    def _is_active(self, entry: ModelEntry) -> bool:
        in_use = (self._preferences.model, self._preferences.natural_model)
        return entry.model is not None and entry.model.name in in_use

    def _make_removed(self, binned: Path, title: str) -> QWidget:
        row = QFrame(self._holder)
        row.setObjectName("card")
        button = QPushButton(self.tr("Undo"), row)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Put {name} back").format(name=title))
        button.clicked.connect(lambda: self._restore(binned))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(plain_label(QLabel(self.tr("“{name}” was removed.").format(name=title), row)), 1)
        layout.addWidget(button)
        self.undo_buttons.append(button)
        return row

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
        """Colour with what there is now, when it is the model in use that came, went or changed."""
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
