"""The save dialog: asks for name, format, and the quality where the format has one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.files.presence import is_there
from desktop.ui.base.plain_text import plain_label, plain_tip
from desktop.ui.document.export_options import SAVE_FORMATS
from desktop.ui.widgets.form_layout import FormLayout

FIELD_WIDTH_PX = 400
_SAME_FORMAT = {".jpeg": ".jpg", ".tiff": ".tif"}


class SaveDialog(QDialog):
    """Asks for a file; `path` and `quality` hold the answer once it was accepted."""

    def __init__(
        self,
        suggest: Callable[[str], Path],
        suffix: str,
        *,
        source: Path | None,
        quality: int,
        keeps_16_bits: bool,
        parent: QWidget | None = None,
    ) -> None:
        """suggest: gives a free place for a file with an ending. suffix: the ending to begin with."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save as"))
        self._source = source
        self._keeps_16_bits = keeps_16_bits
        suggestion = suggest(suffix)
        self._suggest, self._suggested = suggest, suggestion.name
        self._folder = suggestion.parent
        self.name = QLineEdit(suggestion.name, self)
        self.name.setMinimumWidth(FIELD_WIDTH_PX)
        self.folder = QPushButton(self)
        self.folder.setToolTip(self.tr("Choose another folder"))
        self.folder.setAutoDefault(False)
        self.folder.clicked.connect(self._choose_folder)
        self.formats = {suffix: QPushButton(title, self) for suffix, title in SAVE_FORMATS.items()}
        for button in self.formats.values():
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.clicked.connect(self._follow_format)
        self.formats[suggestion.suffix].setChecked(True)
        self.quality_slider = QSlider(Qt.Orientation.Horizontal, self)
        self.quality_slider.setRange(60, 100)
        self.quality_slider.setValue(quality)
        self.quality_slider.setAccessibleName(self.tr("Quality"))
        self._quality_number = QLabel(self)
        self._quality_number.setMinimumWidth(28)
        self._quality_number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._note = plain_label(QLabel(self))
        self._note.setObjectName("secondary")
        self._note.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.save_button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.name.textChanged.connect(self._follow_name)
        self.quality_slider.valueChanged.connect(self._update)
        self._follow_name()
        self.name.setFocus()
        self.name.setSelection(0, len(suggestion.stem))

    @property
    def path(self) -> Path:
        """The file to save, with the ending of the format."""
        name = self.name.text().strip()
        suffix = Path(name).suffix.casefold()
        known = _SAME_FORMAT.get(suffix, suffix) == self.suffix
        return self._folder / (name if known else name + self.suffix)

    @property
    def suffix(self) -> str:
        """The chosen format's file ending."""
        return next(suffix for suffix, button in self.formats.items() if button.isChecked())

    @property
    def quality(self) -> int:
        """JPEG quality."""
        return self.quality_slider.value()

    def _lay_out(self) -> None:
        self._quality_row = QWidget(self)
        row = QHBoxLayout(self._quality_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.quality_slider, 1)
        row.addWidget(self._quality_number)
        self._form = FormLayout()
        self._form.add(self.tr("Name"), self.name)
        self._form.add(self.tr("Folder"), self.folder)
        formats = QWidget(self)
        choices = QHBoxLayout(formats)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for button in self.formats.values():
            choices.addWidget(button)
        self._form.add(self.tr("Format"), formats)
        self._form.add(self.tr("Quality"), self._quality_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # as high as the rows in sight
        layout.addLayout(self._form)
        layout.addWidget(self._note)
        layout.addWidget(self.buttons)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder to save in"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._update()

    def _follow_format(self) -> None:
        """Give the name the ending of the format that was chosen."""
        if self.name.text() == self._suggested:  # perhaps with a number that this format needs not
            self._suggested = self._suggest(self.suffix).name
            self.name.setText(self._suggested)
        stem, suffix = Path(self.name.text()).stem, Path(self.name.text()).suffix.casefold()
        if _SAME_FORMAT.get(suffix, suffix) in SAVE_FORMATS and stem:
            self.name.setText(stem + self.suffix)
        self._update()

    def _follow_name(self) -> None:
        """Choose the format whose ending was typed."""
        suffix = Path(self.name.text().strip()).suffix.casefold()
        button = self.formats.get(_SAME_FORMAT.get(suffix, suffix))
        if button is not None:
            button.setChecked(True)
        self._update()

    def _update(self) -> None:
        self.folder.setText(self._folder.name or str(self._folder))
        self.folder.setToolTip(plain_tip(str(self._folder)))
        self._quality_number.setText(str(self.quality))
        self._form.setRowVisible(self._quality_row, self.suffix == ".jpg")
        named = bool(self.name.text().strip())
        original = named and self._source is not None and self.path == self._source
        exists = named and not original and is_there(self.path)
        self.save_button.setEnabled(named and not original)
        self.save_button.setText(self.tr("Replace") if exists else self.tr("Save"))
        self._note.setText(self._note_text(original=original, exists=exists))

    def _note_text(self, *, original: bool, exists: bool) -> str:
        if original:
            return self.tr("That is the photograph itself; give the result another name.")
        if exists:
            return self.tr("There is a file of this name; it will be replaced.")
        if self._keeps_16_bits:
            if self.suffix == ".jpg":
                return self.tr("JPEG holds 8 bits a channel; PNG and TIFF keep this photo's 16.")
            return self.tr("Keeps this photo's 16 bits a channel.")
        return self.tr("Full size, with the photo's own metadata.")
