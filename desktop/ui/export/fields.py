"""The fields of the export dialog that consist of several widgets: format, quality, size, folder, name template."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSlider,
    QWidget,
)

from desktop.engine.batch.output_options import MAX_LONG_SIDE_PX, MIN_LONG_SIDE_PX, MIN_PERCENT
from desktop.engine.files.naming import TEMPLATE_FIELDS
from desktop.ui.base.plain_text import plain_label, plain_tip
from desktop.ui.document.export_options import EXPORT_FORMATS, ExportOptions, Place, SizeKind
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.form_layout import NumberField

NUMBER_WIDTH_PX = 104


class Field(QWidget):
    """A row of widgets without margins. `changed` is emitted when the user changes any of them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)


class FormatField(Field):
    """A button for each format."""

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self.buttons = {suffix: QPushButton(title, self) for suffix, title in EXPORT_FORMATS.items()}
        for suffix, button in self.buttons.items():
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(suffix == options.suffix)
            self._group.addButton(button)
            self.row.addWidget(button, 1)
        self._group.buttonClicked.connect(lambda _button: self.changed.emit())
        self.setFocusProxy(self.buttons[options.suffix])

    @property
    def suffix(self) -> str:
        """The file ending of the chosen format."""
        return next(suffix for suffix, button in self.buttons.items() if button.isChecked())


class QualityField(Field):
    """A slider with its number, 1 to 100."""

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(1, 100)
        self.slider.setValue(options.quality)
        self.slider.setAccessibleName(self.tr("Quality"))
        self._number = QLabel(str(options.quality), self)
        self._number.setMinimumWidth(28)
        self._number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.slider.valueChanged.connect(self._number.setNum)
        self.slider.valueChanged.connect(self.changed)
        self.row.addWidget(self.slider, 1)
        self.row.addWidget(self._number)
        self.setFocusProxy(self.slider)


class SizeField(Field):
    """The choice of a size: full size, or the length of the longer side, or a percentage of the photo's own size."""

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ComboBox(self)
        self.kind.setAccessibleName(self.tr("Size"))
        self.kind.addItem(self.tr("Full size"), SizeKind.FULL)
        self.kind.addItem(self.tr("Long side"), SizeKind.LONG_SIDE)
        self.kind.addItem(self.tr("Share of full size"), SizeKind.PERCENT)
        self.kind.setCurrentIndex(self.kind.findData(options.size))
        self.long_side = self._number(self.tr("Long side in pixels"), self.tr(" px"))
        self.long_side.setRange(MIN_LONG_SIDE_PX, MAX_LONG_SIDE_PX)
        self.long_side.setValue(options.long_side_px)
        self.percent = self._number(self.tr("Share in per cent"), self.tr(" %"))
        self.percent.setRange(MIN_PERCENT, 100)
        self.percent.setValue(options.percent)
        self.row.insertWidget(0, self.kind, 1)
        self.kind.currentIndexChanged.connect(self._update)
        self._update()
        self.setFocusProxy(self.kind)

    def _number(self, name: str, suffix: str) -> NumberField:
        number = NumberField(self)
        number.setAccessibleName(name)
        number.setSuffix(suffix)
        number.setFixedWidth(NUMBER_WIDTH_PX)
        number.valueChanged.connect(self.changed)
        self.row.addWidget(number)
        return number

    def _update(self) -> None:
        kind = self.kind.currentData()
        self.long_side.setVisible(kind == SizeKind.LONG_SIDE)
        self.percent.setVisible(kind == SizeKind.PERCENT)
        self.changed.emit()


class NameField(Field):
    """The template of the names, and a menu of what can be put into it."""

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(options.template, self)
        self.edit.setAccessibleName(self.tr("Name"))
        self.edit.textChanged.connect(self.changed)
        self.insert = QPushButton(self.tr("Insert…"), self)
        self.insert.setAutoDefault(False)
        self.insert.setToolTip(self.tr("Put something of each photo into its result's name"))
        menu = QMenu(self.insert)
        meanings = {
            "stem": self.tr("The photo's name"),
            "ending": self.tr("The photo's file ending"),
            "folder": self.tr("The photo's folder"),
            "preset": self.tr("The preset's name"),
            "amount": self.tr("The amount"),
            "model": self.tr("The model's name"),
        }
        for name in TEMPLATE_FIELDS:
            menu.addAction(meanings[name], partial(self.edit.insert, f"{{{name}}}"))
        self.insert.setMenu(menu)
        self.row.addWidget(self.edit, 1)
        self.row.addWidget(self.insert)
        self.setFocusProxy(self.edit)


class LookField(Field):
    """The choice of what photographs get that have no look yet."""

    def __init__(self, looks: Mapping[str, str], parent: QWidget | None = None) -> None:
        """looks: what they may get, by a key of the caller's; the first is what they have on the film strip."""
        super().__init__(parent)
        self.count_label = plain_label(QLabel(self))
        self.kind = ComboBox(self)
        self.kind.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, title in looks.items():
            self.kind.addItem(title, key)
        self.row.addWidget(self.count_label)
        self.row.addWidget(self.kind, 1)
        self.kind.currentIndexChanged.connect(self.changed)
        self.setFocusProxy(self.kind)

    def show_count(self, count: int) -> None:
        """Say how many photographs have no look yet."""
        self.count_label.setText(self.tr("%n photos get", "", count))
        self.kind.setAccessibleName(self.count_label.text())


class PlaceField(Field):
    """The choice of a folder: beside each photo, in a folder there, or one for all."""

    def __init__(self, options: ExportOptions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folder = options.folder
        self.kind = ComboBox(self)
        self.kind.setAccessibleName(self.tr("Folder"))
        self.kind.addItem(self.tr("Beside each photo"), Place.BESIDE)
        self.kind.addItem(self.tr("In a folder beside it"), Place.SUBFOLDER)
        self.kind.addItem(self.tr("In one folder"), Place.FOLDER)
        self.kind.setCurrentIndex(self.kind.findData(options.place))
        self.subfolder = QLineEdit(options.subfolder, self)
        self.subfolder.setAccessibleName(self.tr("Name of the folder"))
        self.subfolder.textChanged.connect(self.changed)
        self.choose = QPushButton(self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._ask)
        self.row.addWidget(self.kind)
        self.row.addWidget(self.subfolder, 1)
        self.row.addWidget(self.choose, 1)
        self.kind.currentIndexChanged.connect(self._update)
        self._update()
        self.setFocusProxy(self.kind)

    def set_folder(self, folder: str) -> None:
        """Take another folder."""
        self.folder = folder
        self._update()

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the results"), self.folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.set_folder)
        dialog.open()

    def _update(self) -> None:
        kind = self.kind.currentData()
        self.subfolder.setVisible(kind == Place.SUBFOLDER)
        self.choose.setVisible(kind == Place.FOLDER)
        self.choose.setText(Path(self.folder).name or self.folder or self.tr("Choose…"))
        self.choose.setToolTip(plain_tip(self.folder))
        self.changed.emit()
