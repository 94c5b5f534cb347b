"""The installed models as cards, under what they do, and below them those that were removed and can be put back."""

from collections.abc import Collection, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.engine.inference.model_installer import ModelEntry
from desktop.engine.inference.model_kinds import Kind
from desktop.ui.base.plain_text import plain_label
from desktop.ui.dialogs.model_card import ModelCard, kind_of
from desktop.ui.document.display_names import kind_name
from desktop.ui.widgets.reserved_scrollbar import reserve_scroll_bar

CHOSEN_HERE = (Kind.PALETTE, Kind.AUTO)  # one of each is in use; a painter is chosen for each photo


class ModelList(QScrollArea):
    """Shows models as cards, and signals what the user wants done with one."""

    use_requested = Signal(object)  # ModelEntry
    remove_requested = Signal(object)  # ModelEntry
    restore_requested = Signal(object)  # Path of the removed model's folder

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[ModelCard] = []
        self.undo_buttons: list[QPushButton] = []
        self._holder = QWidget(self)
        self._holder.setObjectName("cards")
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(10)
        checking = QLabel(self.tr("The models are being checked…"), self._holder)  # until they are told of
        checking.setObjectName("secondary")
        self._column.addWidget(checking, alignment=Qt.AlignmentFlag.AlignCenter)
        self.setWidgetResizable(True)
        reserve_scroll_bar(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._holder)

    def fill(
        self, entries: Collection[ModelEntry], in_use: Collection[str], removed: Mapping[Path, str]
    ) -> None:
        """Show these models in the place of the former.

        in_use: names of the models that colour now. removed: titles of removed models by their folders.
        """

        def is_active(entry: ModelEntry) -> bool:
            return entry.model is not None and entry.model.name in in_use

        def rank(entry: ModelEntry) -> tuple[bool, bool]:
            """The models in use first, damaged ones last."""
            return not is_active(entry), bool(entry.problem)

        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cards, self.undo_buttons = [], []
        by_kind: dict[Kind | None, list[ModelEntry]] = {kind: [] for kind in (*Kind, None)}
        for entry in entries:
            by_kind[kind_of(entry)].append(entry)
        for kind, same in by_kind.items():
            if same:
                self._column.addWidget(
                    self._make_heading(kind_name(kind) if kind else self.tr("Cannot be used"))
                )
                for entry in sorted(same, key=rank):
                    self._add_card(entry, active=is_active(entry), offered=kind in CHOSEN_HERE)
        for folder, title in removed.items():
            self._column.addWidget(self._make_removed(folder, title))
        self._column.addStretch(1)

    def _make_heading(self, title: str) -> QLabel:
        heading = QLabel(title, self._holder)
        heading.setObjectName("kindTitle")
        heading.setIndent(0)
        return heading

    def _add_card(self, entry: ModelEntry, *, active: bool, offered: bool) -> None:
        card = ModelCard(entry, active=active, offered=offered, parent=self._holder)
        card.use_requested.connect(lambda: self.use_requested.emit(entry))
        card.remove_requested.connect(lambda: self.remove_requested.emit(entry))
        self.cards.append(card)
        self._column.addWidget(card)

    def _make_removed(self, folder: Path, title: str) -> QWidget:
        row = QFrame(self._holder)
        row.setObjectName("card")
        button = QPushButton(self.tr("Undo"), row)
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Put {name} back").format(name=title))
        button.clicked.connect(lambda: self.restore_requested.emit(folder))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(plain_label(QLabel(self.tr("“{name}” was removed.").format(name=title), row)), 1)
        layout.addWidget(button)
        self.undo_buttons.append(button)
        return row
