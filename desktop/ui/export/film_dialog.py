"""The dialog about one film: its facts, the colours and the file to write; then the progress."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.engine.edits.edit import Edit
from desktop.engine.video.reading import FilmFacts
from desktop.engine.video.runner import FilmProgress
from desktop.ui.base.plain_text import plain_label
from desktop.ui.document.display_names import display_names
from desktop.ui.export.progress_rate import ProgressRate
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.elided_label import ElidedLabel
from desktop.ui.widgets.form_layout import FormLayout

WIDTH_PX = 480
MINUTE_S = 60


class FilmDialog(QDialog):
    """Asks before the film is coloured, then stays beside the window; closing it stops the film."""

    begun = Signal()

    def __init__(
        self, facts: FilmFacts, looks: Sequence[tuple[Edit, Path]], parent: QWidget | None = None
    ) -> None:
        """looks: what the film may be coloured by, each with a blend, and what will be written then."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Colour a film"))
        self.setMinimumWidth(WIDTH_PX)
        self._looks, self._rate = looks, ProgressRate()
        name = ElidedLabel(self)
        name.setText(facts.path.name)
        self.facts = plain_label(QLabel(self._described(facts), self))
        self.facts.setObjectName("secondary")
        self.look_field = ComboBox(self)
        for look, _output in looks:
            self.look_field.addItem(self._look_name(look))
        self.look_field.currentIndexChanged.connect(self._show_output)
        self.output_label = ElidedLabel(self)
        self._show_output()
        self.note = plain_label(QLabel(self))
        self.note.setObjectName("secondary")
        self.note.setWordWrap(True)
        self.note.setText(
            self.tr("The sound is kept. Crop, local presets and painting over are for photographs alone.")
        )
        self.bar = QProgressBar(self)
        self.bar.setObjectName("exportBar")
        self.bar.setFixedHeight(6)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the film"))
        self.bar.hide()
        self.begin_button = QPushButton(self.tr("Colour film"), self)
        self.begin_button.setDefault(True)
        self.begin_button.clicked.connect(self._begin)
        self.stop_button = QPushButton(self.tr("Cancel"), self)
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self.reject)
        form = FormLayout()
        form.add(self.tr("Film"), name)
        form.add("", self.facts)
        form.add(self.tr("Colours"), self.look_field)
        form.add(self.tr("Result"), self.output_label)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.begin_button)
        buttons.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self.note)
        layout.addWidget(self.bar)
        layout.addLayout(buttons)

    @property
    def choice(self) -> tuple[Edit, Path]:
        """What the film is to be coloured by, and what will be written."""
        return self._looks[self.look_field.currentIndex()]

    def show_progress(self, progress: FilmProgress) -> None:
        """Say how far the film is; frames that an earlier run had made take no time."""
        locale, rate = self.locale(), self._rate
        total = progress.total
        self.bar.setRange(0, total or 0)
        self.bar.setValue(progress.done)
        if total is None:
            parts = [self.tr("{done} frames").format(done=locale.toString(progress.done))]
        else:
            text = self.tr("{done} of {total} frames")
            parts = [text.format(done=locale.toString(progress.done), total=locale.toString(total))]
        each_s = rate.seconds_each
        rate.count()
        if each_s and total is not None:
            left_min = (total - progress.done) * each_s / MINUTE_S
            about = self.tr("about {minutes} min left").format(minutes=round(left_min))
            parts.append(self.tr("less than a minute left") if left_min < 1 else about)
        self.note.setText(self.tr(" · ").join(parts))

    def _show_output(self) -> None:
        self.output_label.setText(self.choice[1].name)

    def _begin(self) -> None:
        self.begin_button.hide()
        self.look_field.setEnabled(False)
        self.stop_button.setText(self.tr("Stop"))
        self.stop_button.setToolTip(
            self.tr("What is done is kept: the same film goes on from there next time.")
        )
        self.bar.setRange(0, 0)
        self.bar.show()
        self.note.setText(self.tr("Begins…"))
        self._rate.run(True)
        self.begun.emit()

    def _described(self, facts: FilmFacts) -> str:
        width, height = facts.size_px
        parts = [self.tr("{width} × {height} px").format(width=width, height=height)]
        if facts.frames:
            seconds = round(facts.frames / facts.rate)
            parts.append(f"{seconds // MINUTE_S}:{seconds % MINUTE_S:02}")
            parts.append(self.tr("{count} frames").format(count=self.locale().toString(facts.frames)))
        return self.tr(" · ").join(parts)

    def _look_name(self, look: Edit) -> str:
        name, percent = display_names(look.blend), round(look.adjustments.amount * 100)
        if percent == 100:
            return name
        return self.tr("{name}, {percent} %").format(name=name, percent=percent)
