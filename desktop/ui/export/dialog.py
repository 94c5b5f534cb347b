"""The export dialog: which photographs, at which size and format, under which names, into which folder."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop.engine.batch.destinations import Existing
from desktop.engine.batch.output_options import Layout
from desktop.engine.core.errors import NameTemplateError
from desktop.engine.decode.colourfulness import COLOURED
from desktop.engine.files.naming import NameTemplate
from desktop.engine.files.presence import is_folder
from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.plain_text import plain_label, plain_tip
from desktop.ui.document.export_options import DEEP, LOSSY, ExportOptions, Place, SizeKind
from desktop.ui.export.fields import FormatField, LookField, NameField, PlaceField, QualityField, SizeField
from desktop.ui.export.scope import ExportScope
from desktop.ui.widgets.combo_box import ComboBox
from desktop.ui.widgets.form_layout import FormLayout

FIELD_WIDTH_PX = 400
LISTED_FOLDERS = 4


class ExportDialog(QDialog):
    """Asks what to export, and how; `options` and `scope` hold the answer once it was accepted.

    scopes: what may be exported, by a key of the caller's.
    looks: what photographs may get that have no look yet, by a key of the caller's; `look` holds the answer.
    example: gives the name, without an ending, that the result of one of the photographs would get by a template.
    beside: the folder of that photograph.
    fallback_folder: for results of pictures that have no folder themselves.
    """

    def __init__(
        self,
        options: ExportOptions,
        scopes: Mapping[str, ExportScope],
        looks: Mapping[str, str],
        example: Callable[[NameTemplate], str],
        beside: Path,
        fallback_folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._options, self._example = options, example
        self._beside, self._fallback_folder = beside, fallback_folder
        self.scope_field = ComboBox(self)
        self._scopes = scopes
        for key, scope in scopes.items():
            self.scope_field.addItem(scope.title, key)
        self.look_field = LookField(looks, self)
        self.skip_coloured = QCheckBox(self.tr("Skip photos that are in colour"), self)
        self.skip_coloured.setChecked(options.skip_coloured)
        self.threshold_label = self._secondary()
        self.threshold_label.setText(
            self.tr(
                "Colours that lie more than {units} units of CIELAB from one tint on the mean; sepia is one tint."
            ).format(units=f"{COLOURED:g}")
        )
        self.format_field = FormatField(options, self)
        self.quality_field = QualityField(options, self)
        self.depth_field = ComboBox(self)
        self.depth_field.addItem(self.tr("16 bits where the photo has them"), True)
        self.depth_field.addItem(self.tr("8 bits"), False)
        self.depth_field.setCurrentIndex(self.depth_field.findData(options.deep))
        self.size_field = SizeField(options, self)
        self.layout_field = ComboBox(self)
        self.layout_field.addItem(self.tr("The result"), Layout.RESULT)
        self.layout_field.addItem(self.tr("Before and after, split"), Layout.SPLIT)
        self.layout_field.addItem(self.tr("Before and after, side by side"), Layout.SIDE_BY_SIDE)
        self.layout_field.setCurrentIndex(self.layout_field.findData(options.layout))
        self.mark = QCheckBox(self.tr("A small palette in the corner: coloured"), self)
        self.mark.setChecked(options.mark)
        self.name_field = NameField(options, self)
        self.place_field = PlaceField(options, self)
        self.existing_field = ComboBox(self)
        self.existing_field.addItem(self.tr("Add a number to the new name"), Existing.RENAME)
        self.existing_field.addItem(self.tr("Leave it, skip the photo"), Existing.SKIP)
        self.existing_field.addItem(self.tr("Replace it"), Existing.OVERWRITE)
        self.existing_field.setCurrentIndex(self.existing_field.findData(options.existing))
        self.metadata = QCheckBox(self.tr("Camera, place, captions and the look"), self)
        self.metadata.setChecked(options.metadata)
        self.example_label = self._secondary()
        self.folders_label = self._secondary()
        self.note = self._secondary()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.export_button = self.buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.export_button.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self._connect()
        self._update()

    @property
    def scope(self) -> str:
        """The key of what is exported."""
        return str(self.scope_field.currentData())

    @property
    def look(self) -> str:
        """The key of what photographs get that have no look yet."""
        return str(self.look_field.kind.currentData())

    @property
    def options(self) -> ExportOptions:
        """What the fields say now."""
        return replace(
            self._options,
            suffix=self.format_field.suffix,
            quality=self.quality_field.slider.value(),
            deep=self.depth_field.currentData(),
            size=SizeKind(self.size_field.kind.currentData()),
            long_side_px=self.size_field.long_side.value(),
            percent=self.size_field.percent.value(),
            template=self.name_field.edit.text(),
            metadata=self.metadata.isChecked(),
            layout=Layout(self.layout_field.currentData()),
            mark=self.mark.isChecked(),
            skip_coloured=self.skip_coloured.isChecked(),
            place=Place(self.place_field.kind.currentData()),
            subfolder=self.place_field.subfolder.text(),
            folder=self.place_field.folder,
            existing=Existing(self.existing_field.currentData()),
        )

    def _secondary(self) -> QLabel:
        label = plain_label(QLabel(self))
        label.setObjectName("secondary")
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        self._form = FormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Photos"), self.scope_field),
            (self.tr("Without a look"), self.look_field),
            (self.tr("Coloured photos"), self.skip_coloured),
            ("", self.threshold_label),
            (self.tr("Format"), self.format_field),
            (self.tr("Quality"), self.quality_field),
            (self.tr("Depth"), self.depth_field),
            (self.tr("Size"), self.size_field),
            (self.tr("Picture"), self.layout_field),
            (self.tr("Mark"), self.mark),
            (self.tr("Metadata"), self.metadata),
            (self.tr("Name"), self.name_field),
            (self.tr("Folder"), self.place_field),
            ("", self.example_label),
            ("", self.folders_label),
            (self.tr("If a file exists"), self.existing_field),
        )
        for title, field in rows:
            field.setMinimumWidth(FIELD_WIDTH_PX)
            self._form.add(title, field)
        self._form.setRowVisible(self.scope_field, self.scope_field.count() > 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        layout.addLayout(self._form)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        for field in (self.format_field, self.size_field, self.name_field, self.place_field):
            field.changed.connect(self._update)
        self.skip_coloured.toggled.connect(self._update)
        for combo in (self.scope_field, self.existing_field, self.depth_field):
            combo.currentIndexChanged.connect(self._update)

    def _update(self) -> None:
        """Show what suits the choices, an example of a name, and what is wrong."""
        options = self.options
        self._form.setRowVisible(self.quality_field, options.suffix in LOSSY)
        self._form.setRowVisible(self.depth_field, options.suffix in DEEP)
        scope = self._scopes[self.scope]
        count, without_look = len(scope.frames), len(scope.without_look)
        self._form.setRowVisible(self.look_field, without_look > 0)
        self.look_field.show_count(without_look)
        self._form.setRowVisible(self.threshold_label, self.skip_coloured.isChecked())
        text = self.tr("Export {count} photos") if count > 1 else self.tr("Export")
        self.export_button.setText(text.format(count=count))
        problem = self._problem(options)
        self.export_button.setEnabled(not problem and count > 0)
        self.example_label.setText("" if problem else str(self._example_path(options)))
        self._show_folders(None if problem else scope.folders(options, self._fallback_folder))
        self.note.setText(problem or self._remark(options))

    def _show_folders(self, counts: Counter[Path] | None) -> None:
        """Say how many results go into which folders, where these are several."""
        several = counts is not None and len(counts) > 1
        self._form.setRowVisible(self.folders_label, several)
        if counts is None or not several:
            return
        lines = [
            self.tr("{count} in {folder}").format(
                count=self.locale().toString(count), folder=Path("…", *folder.parts[-2:])
            )
            for folder, count in counts.items()
        ]
        more = len(lines) - LISTED_FOLDERS
        rest = [self.tr("and in %n more folders", "", more)] if more > 0 else []
        self.folders_label.setText("\n".join([*lines[:LISTED_FOLDERS], *rest]))
        self.folders_label.setToolTip(
            plain_tip("\n".join(f"{count}  {folder}" for folder, count in counts.items()))
        )

    def _problem(self, options: ExportOptions) -> str:
        """What makes an export impossible; empty for nothing."""
        try:
            options.destination()
        except NameTemplateError as error:
            return translate_message(error)
        if options.place is Place.SUBFOLDER and not options.subfolder.strip():
            return self.tr("Give the folder beside the photos a name.")
        if options.place is Place.FOLDER and not options.folder:
            return self.tr("Choose the folder for the results.")
        if options.place is Place.FOLDER and not is_folder(Path(options.folder)):
            return self.tr("The folder {folder} is gone; choose another one.").format(folder=options.folder)
        return ""

    def _example_path(self, options: ExportOptions) -> Path:
        to = options.destination()
        folder = to.folder or self._beside / to.subfolder
        name = self._example(to.template) + options.suffix
        return Path("…", folder.name, name)

    def _remark(self, options: ExportOptions) -> str:
        if options.existing is Existing.OVERWRITE:
            return self.tr("Results that are there are replaced; a photograph never is.")
        if options.suffix in LOSSY:
            return self.tr("This format holds 8 bits a channel; PNG and TIFF keep 16.")
        return self.tr("This format is exact: nothing is lost in saving.")
