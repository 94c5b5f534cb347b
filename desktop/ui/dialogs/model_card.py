"""A model as a card: what it is, its measured quality, whether its files are sound, and buttons to use or remove it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.inference.model_installer import ModelEntry
from desktop.engine.inference.model_kinds import GRAPHS
from desktop.engine.inference.model_kinds import Kind as ModelKind
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.model_scores import flat_scores
from desktop.ui.base.engine_translations import translate_message, translate_model_text
from desktop.ui.base.plain_text import plain_label
from desktop.ui.document.display_names import kind_name
from desktop.ui.widgets.icons import ICON_SIZE, icon

MAX_RAW_SCORES = 6


class ModelCard(QFrame):
    """A card for an installed model, sound or damaged."""

    use_requested = Signal()
    remove_requested = Signal()

    def __init__(
        self, entry: ModelEntry, *, active: bool, offered: bool = True, parent: QWidget | None = None
    ) -> None:
        """active: whether it is the one in use; offered: whether one of its kind is chosen here at all."""
        super().__init__(parent)
        self.setObjectName("card")
        self.entry = entry
        model = entry.model
        name = (
            f"{translate_model_text(model.title)} {model.version}" if model is not None else entry.folder.name
        )
        self.setAccessibleName(name)
        title = plain_label(QLabel(name, self))
        title.setObjectName("cardTitle")
        self.use_button = QPushButton(self.tr("In use") if active else self.tr("Use"), self)
        self.use_button.setEnabled(not active and not entry.problem)
        self.use_button.setVisible(offered)
        self.use_button.setAccessibleName(self.tr("Use {name}").format(name=name))
        self.use_button.clicked.connect(self.use_requested)
        self.remove_button = QPushButton(self.tr("Remove"), self)
        self.remove_button.setVisible(entry.own)
        self.remove_button.setAccessibleName(self.tr("Remove {name}").format(name=name))
        self.remove_button.clicked.connect(self.remove_requested)
        for button in (self.use_button, self.remove_button):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.remove_button)
        head.addWidget(self.use_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        if model is not None and model.description:
            layout.addWidget(_wrapped(translate_model_text(model.description), self))
        layout.addLayout(self._state_row())
        if model is not None:
            layout.addLayout(self._facts(model))

    def _state_row(self) -> QHBoxLayout:
        mark = QLabel(self)
        mark.setPixmap(icon("warning" if self.entry.problem else "done").pixmap(ICON_SIZE * 0.8))
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        sound = self.tr("Intact: every file matches its manifest.")
        damaged = self.tr("It cannot be used. {reason}")
        text = damaged.format(reason=translate_message(self.entry.problem)) if self.entry.problem else sound
        self.state = _wrapped(text, self)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(mark)
        row.addWidget(self.state, 1)
        return row

    def _facts(self, model: Model) -> QGridLayout:
        megabytes = sum(graph.size_bytes for graph in model.graphs.values()) / 1e6
        number = QLocale().toString(megabytes, "f", 1)
        origin = self.tr("installed by you") if self.entry.own else self.tr("came with the program")
        facts = {
            self.tr("Kind"): self.tr("{kind} ({origin})").format(kind=kind_name(model.kind), origin=origin),
            self.tr("Size"): self.tr("{megabytes} MB, sees {side} × {side} pixels").format(
                megabytes=number, side=model.working_size_px
            ),
            self.tr("Licence"): model.licence,
            self.tr("Scores"): "\n".join(self._scores(model.scores)),
            self.tr("Trained on"): translate_model_text(model.training_data),
        }
        # A grid, for a form's rows may get the heights of another width than they have.
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, text) in enumerate((name, text) for name, text in facts.items() if text):
            label = QLabel(name, self)
            label.setObjectName("secondary")
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 0)
            grid.addWidget(_wrapped(text, self), row, 1)
        return grid

    def _scores(self, scores: Mapping[str, Any]) -> list[str]:
        """The scores that people can make something of; else the first as they are."""
        numbers = {
            name: value for name, value in flat_scores(scores).items() if isinstance(value, int | float)
        }
        known = {
            "self_reference.psnr_db": self.tr("a photograph rebuilt with its own colours: PSNR {value} dB"),
            "no_reference.psnr_db": self.tr("colours guessed from the grey alone: PSNR {value} dB"),
            "no_reference.colourfulness_ratio": self.tr("colourfulness: {value} of the photograph's own"),
            "painting_reference.palette_ratio": self.tr(
                "distance to the painting's palette: {value} (0 is that palette, 1 is grey)"
            ),
            "painting_reference.swap": self.tr("difference between two paintings: {value} ab units"),
            "painting_reference.bleeding": self.tr("colour where lightness does not change: {value}"),
            "repaint.cycle_photos_db": self.tr("a photograph painted over and brought back: PSNR {value} dB"),
            "repaint.frechet_alex_fall": self.tr(
                "share of the photographs' distance to paintings that is gone: {value} (1 is all)"
            ),
            "repaint.grid": self.tr("a grid in painted pictures: {value} (1 is none)"),
        }
        lines = [
            text.format(value=QLocale().toString(numbers[name], "f", 2))
            for name, text in known.items()
            if name in numbers
        ]
        return lines or [f"{name}: {number:g}" for name, number in list(numbers.items())[:MAX_RAW_SCORES]]


def _wrapped(text: str, parent: QWidget) -> QLabel:
    label = plain_label(QLabel(text, parent))
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def kind_of(entry: ModelEntry) -> ModelKind | None:
    """What a model does; None when that cannot be told, or only a newer program knows."""
    if entry.model is None or entry.model.kind not in GRAPHS:
        return None
    return ModelKind(entry.model.kind)
