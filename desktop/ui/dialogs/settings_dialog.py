"""The settings dialog; each setting takes effect as soon as it is changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.core.limits import DEFAULT_MEGAPIXELS
from desktop.engine.inference.providers import AUTO, PROVIDERS, is_compiled_in
from desktop.ui.base.translations import LANGUAGES, SYSTEM, current_language, language_of
from desktop.ui.dialogs.appearance import Appearance
from desktop.ui.document.export_options import SAVE_FORMATS
from desktop.ui.document.settings import Settings
from desktop.ui.services.preferences import Preferences
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.form_layout import FormLayout, NumberField, closing_buttons

MAX_MEGAPIXELS = 2000
MAX_MEMORY_MB = 1_000_000
FIELD_WIDTH_PX = 340


class SettingsDialog(QDialog):
    """Settings: appearance, language, device, place of edits, limits of size and memory, how results are exported."""

    language_chosen = Signal()
    edits_beside_chosen = Signal(bool)

    def __init__(
        self,
        settings: Settings,
        preferences: Preferences,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._preferences = settings, preferences
        self._appearance = appearance
        self.form = FormLayout()
        self._add_appearance()
        self._add_language()
        self._add_device()
        self._add_place_of_edits()
        self._add_limit()
        self._add_memory()
        self._add_export()
        buttons = closing_buttons(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # as high as the rows in sight
        layout.addLayout(self.form)
        layout.addWidget(buttons)

    def _add_appearance(self) -> None:
        titles = {"system": self.tr("Follow the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self.appearance = self._choice(titles, self._settings.appearance)
        self.appearance.activated.connect(lambda: self._appearance.choose(self.appearance.currentData()))
        self._add_row(self.tr("Appearance"), self.appearance)

    def _add_language(self) -> None:
        titles = {SYSTEM: self.tr("Follow the system")} | LANGUAGES
        self.language = self._choice(titles, self._settings.language)
        self.language.setObjectName("language")
        self.language.activated.connect(self._choose_language)
        self._add_row(self.tr("Language"), self.language)

    def _choose_language(self) -> None:
        """Change the language at once."""
        self._settings.language = self.language.currentData()
        if language_of(self.language.currentData()) != current_language():
            self.language_chosen.emit()

    def _add_device(self) -> None:
        titles = {AUTO: self.tr("Automatic: the quickest that works")}
        known = {"cpu": self.tr("Processor"), "cuda": self.tr("NVIDIA graphics card"), "coreml": "Core ML"}
        titles |= {
            provider.name: known.get(provider.name, provider.title)
            for provider in PROVIDERS
            if is_compiled_in(provider)
        }
        self.device = self._choice(titles, self._preferences.device)
        self.device.activated.connect(lambda: self._preferences.use_device(self.device.currentData()))
        self._add_row(self.tr("Networks run on"), self.device)

    def _add_place_of_edits(self) -> None:
        titles = {"": self.tr("In Tintype's own folder"), "beside": self.tr("Beside the photos")}
        self.edits = self._choice(titles, "beside" if self._settings.edits_beside else "")
        self.edits.activated.connect(lambda: self.edits_beside_chosen.emit(bool(self.edits.currentData())))
        self._add_row(self.tr("Edits are kept"), self.edits)

    def _add_limit(self) -> None:
        self.limit = NumberField(self)
        self.limit.setRange(1, MAX_MEGAPIXELS)
        self.limit.setSingleStep(50)
        self.limit.setSuffix(self.tr(" megapixels"))
        self.limit.setValue(self._preferences.max_megapixels)
        self.limit.setKeyboardTracking(False)
        self.limit.valueChanged.connect(self._preferences.allow_megapixels)
        self._add_row(self.tr("Largest photo"), self.limit)
        self._add_note(
            self.tr(
                "Larger photos are refused before they are decoded, since even a small file can be made "
                "to fill all memory. Default: {megapixels}."
            ).format(megapixels=DEFAULT_MEGAPIXELS)
        )

    def _add_memory(self) -> None:
        self.memory = NumberField(self)
        self.memory.setRange(0, MAX_MEMORY_MB)
        self.memory.setSingleStep(500)
        self.memory.setSuffix(self.tr(" MB"))
        self.memory.setSpecialValueText(self.tr("Half of what is free"))
        self.memory.setValue(self._preferences.max_memory_mb)
        self.memory.setKeyboardTracking(False)
        self.memory.valueChanged.connect(self._preferences.allow_memory)
        self._add_row(self.tr("Memory to open a photo"), self.memory)

    def _add_export(self) -> None:
        self.format = self._choice(SAVE_FORMATS, self._settings.suffix)
        self.format.activated.connect(self._choose_format)
        self._add_row(self.tr("Export as"), self.format)
        self.quality = QSlider(Qt.Orientation.Horizontal, self)
        self.quality.setRange(60, 100)
        self.quality.setValue(self._settings.quality)
        self.quality.valueChanged.connect(self._choose_quality)
        self._add_row(self.tr("JPEG quality"), self.quality)
        self._quality_label = self.form.labelForField(self.quality)
        self._choose_format()

    def _choose_format(self) -> None:
        self._settings.suffix = self.format.currentData()
        self.form.setRowVisible(self.quality, self._settings.suffix == ".jpg")
        self._choose_quality()

    def _choose_quality(self) -> None:
        self._settings.quality = self.quality.value()
        if isinstance(self._quality_label, QLabel):
            text = self.tr("JPEG quality: {quality}").format(quality=self.quality.value())
            self._quality_label.setText(text)

    def _choice(self, titles: dict[str, str], chosen: str) -> ComboBox:
        box = ComboBox(self)
        for name, title in titles.items():
            box.addItem(title, name)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        return box

    def _add_row(self, name: str, widget: QWidget) -> None:
        widget.setFixedWidth(FIELD_WIDTH_PX)
        self.form.add(name, widget)

    def _add_note(self, text: str) -> None:
        note = QLabel(text, self)
        note.setObjectName("secondary")
        note.setWordWrap(True)
        note.setFixedWidth(FIELD_WIDTH_PX)
        self.form.addRow("", note)
