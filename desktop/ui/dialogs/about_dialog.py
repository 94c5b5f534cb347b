"""The About dialog: what the program is, its version, and the licences of it and its libraries."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop import __version__
from desktop.engine.inference.model_registry import find_models
from desktop.ui.base.engine_translations import translate_model_text
from desktop.ui.base.licences import Part, bundled_parts
from desktop.ui.base.worker_lane import WorkerLane
from desktop.ui.widgets.form_layout import closing_buttons
from desktop.ui.widgets.icons import application_icon


class AboutDialog(QDialog):
    """A dialog with icon, name, version and models; below, every library with its licence's own text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Tintype"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 640)
        self._parts: list[Part] = []
        self._lane = WorkerLane("licences", parent=self)
        self.finished.connect(lambda: self._lane.close(wait=False))
        buttons = closing_buttons(self)
        self.parts = self._make_list()
        self.licence = QPlainTextEdit(self)
        self.licence.setReadOnly(True)
        self.licence.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.licence.setAccessibleName(self.tr("Text of the licence"))
        self.licence.setPlaceholderText(self.tr("The package brings no text of its licence."))
        self.parts.currentItemChanged.connect(self._show_licence)
        heading = QLabel(self.tr("Tintype and the libraries it uses"), self)
        heading.setBuddy(self.parts)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 18)
        layout.setSpacing(12)
        layout.addLayout(self._make_head())
        layout.addSpacing(4)
        layout.addWidget(heading)
        layout.addWidget(self.parts, 3)
        layout.addWidget(self.licence, 4)
        layout.addWidget(buttons)
        self._lane.submit(lambda _token: bundled_parts(), self._fill)

    def _make_head(self) -> QHBoxLayout:
        picture = QLabel(self)
        picture.setPixmap(application_icon().pixmap(72, 72))
        name = QLabel("Tintype", self)
        name.setObjectName("heading")
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(name)
        for text in self._lines():
            label = QLabel(text, self)
            label.setWordWrap(True)
            words.addWidget(label)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _lines(self) -> list[str]:
        models = [
            f"{translate_model_text(model.title)} {model.version} ({model.licence or '–'})"
            for model in find_models()
        ]
        lines = [
            self.tr("Version {version}").format(version=__version__),
            self.tr("Colours black-and-white photographs in the colours of a painting, offline."),
        ]
        if models:
            lines.append(self.tr("Models: {models}").format(models=", ".join(models)))
        return lines

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels([self.tr("Name"), self.tr("Version"), self.tr("Licence")])
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.setAccessibleName(self.tr("Libraries"))
        return tree

    def _fill(self, parts: list[Part]) -> None:
        self._parts = parts
        items = [QTreeWidgetItem(self.parts, [part.name, part.version, part.licence]) for part in parts]
        self.parts.setCurrentItem(items[0])

    def _show_licence(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.licence.setPlainText(self._parts[self.parts.indexOfTopLevelItem(item)].text)
