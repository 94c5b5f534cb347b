"""The dialog for a new preset: which part of the painting is wanted, and what the preset is called."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.files.naming import slug
from desktop.engine.imaging.painting import Crop
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.plain_text import plain_label
from desktop.ui.document.observable_presets import PresetWithPainting
from desktop.ui.services.preset_maker import Draft
from desktop.ui.widgets.crop_rectangle import WHOLE
from desktop.ui.widgets.crop_view import CropView
from desktop.ui.widgets.form_layout import FormLayout

_SIZE = QSize(820, 520)


class PaletteStrip(QWidget):
    """Colours beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)
        self.setAccessibleName(self.tr("Palette"))
        self._colours: tuple[str, ...] = ()

    @property
    def colours(self) -> tuple[str, ...]:
        """The colours, "#rrggbb"."""
        return self._colours

    def show_colours(self, colours: tuple[str, ...]) -> None:
        self._colours = colours
        self.setAccessibleDescription(", ".join(colours))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 5, 5)
        painter.setClipPath(shape)
        width = self.width() / max(len(self._colours), 1)
        for position, colour in enumerate(self._colours):
            painter.fillRect(QRectF(position * width, 0, width + 0.5, self.height()), QColor(colour))


class NewPresetDialog(QDialog):
    """`addition` holds the answer once it was accepted. While it is open, `part_changed` asks for a preset of a part.

    free_name: tells under which name a preset would be kept.
    """

    part_changed = Signal(Draft, Crop)
    tried = Signal(object)  # Preset of the part

    def __init__(self, draft: Draft, free_name: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Painting to preset"))
        self._draft, self._free_name = draft, free_name
        self._made: PresetWithPainting | None = None
        self.view = CropView(draft.image, self)
        self.view.part_changed.connect(self._ask)
        self.name = self._make_field(self.tr("Name of the preset"))
        self.painter_ = self._make_field(self.tr("Painter"))
        self.title = self._make_field(self.tr("Title of the painting"))
        self.year = self._make_field(self.tr("Year of the painting"))
        self.name.setText(draft.name)
        self.name.textChanged.connect(self._follow_name)
        self.palette_strip = PaletteStrip(self)
        self.note = self._make_note()
        self._hint = self._make_note()
        self._hint.setText(self.tr("Drag a frame around what you want; with Shift, arrow keys size it."))
        self.whole_button = QPushButton(self.tr("Whole painting"), self)
        self.whole_button.setAutoDefault(False)
        self.whole_button.clicked.connect(lambda: self.view.set_part(WHOLE))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.add_button = self.buttons.addButton(
            self.tr("Add preset"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.add_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._follow_name()
        self.name.setFocus()
        self.name.selectAll()

    @property
    def crop(self) -> Crop:
        """The part that is wanted."""
        part = self.view.part
        return Crop(part.x(), part.y(), part.width(), part.height())

    @property
    def addition(self) -> PresetWithPainting | None:
        """The preset as the user describes it; None until one is made."""
        if self._made is None:
            return None
        preset = replace(
            self._made.preset,
            name=self.name.text().strip(),
            painter=self.painter_.text().strip(),
            title=self.title.text().strip(),
            year=self.year.text().strip(),
        )
        return PresetWithPainting(preset, self._made.picture)

    def begin(self) -> None:
        """Appear, and ask for the preset of the whole painting."""
        self.open()
        self._ask()

    def show_prepared(self, crop: Crop, addition: PresetWithPainting) -> None:
        """Take the preset of a part, if that is still the one that is wanted."""
        self.palette_strip.show_colours(addition.preset.palette)
        if crop == self.crop:
            self._made = addition
            self._follow_name()
            self.tried.emit(addition.preset)

    def _make_field(self, accessible_name: str) -> QLineEdit:
        field = QLineEdit(self)
        field.setAccessibleName(accessible_name)
        field.setMinimumWidth(220)
        return field

    def _make_note(self) -> QLabel:
        label = plain_label(QLabel(self))
        label.setObjectName("secondary")
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        form = FormLayout()
        form.add(self.tr("Name"), self.name)
        form.add(self.tr("Painter"), self.painter_)
        form.add(self.tr("Title"), self.title)
        form.add(self.tr("Year"), self.year)
        form.add(self.tr("Palette"), self.palette_strip)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addLayout(form)
        column.addWidget(self.note)
        column.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 20, 20, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.addWidget(self.view, 0, 0)
        grid.addLayout(column, 0, 1)
        grid.addWidget(self._hint, 1, 0)
        grid.addWidget(self.whole_button, 2, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.buttons, 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setRowStretch(0, 1)
        self.resize(_SIZE)

    def _ask(self) -> None:
        """The preset that was made no longer fits; ask for that of the present part."""
        self._made = None
        self._follow_name()
        self.part_changed.emit(self._draft, self.crop)

    def _follow_name(self) -> None:
        name = self.name.text().strip()
        free = self._free_name(name) if name else ""
        if not slug(name):
            note = self.tr("A preset needs a name with at least one letter or digit.")
        elif free != name:
            note = self.tr("There already is a preset of this name; this one will be called “{name}”.")
        else:
            note = " ".join(map(translate_message, self._draft.painting.notices))
        self.note.setText(note.format(name=free) if free != name else note)
        self.add_button.setEnabled(bool(slug(name)) and self._made is not None)
