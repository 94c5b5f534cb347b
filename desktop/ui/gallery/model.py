"""The list model of the gallery: headings, and presets with their thumbnails."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QPixmap

from desktop.engine.inference.model_registry import Model
from desktop.engine.store.preset_library import Preset
from desktop.ui.base.plain_text import plain_tip
from desktop.ui.document.display_names import byline, display_name, painter_name
from desktop.ui.document.favourites import Favourites
from desktop.ui.document.observable_presets import ObservablePresets
from desktop.ui.document.preset_grouping import (
    OWN,
    SHIPPED,
    SPAN_YEARS,
    SUITING,
    Arrangement,
    Entry,
    Grouping,
    PresetGroup,
    arrange,
    is_wanted,
)

PRESET_ROLE = Qt.ItemDataRole.UserRole  # Preset; None on a heading
SECTION_ROLE = Qt.ItemDataRole.UserRole + 1  # Section; None on a preset
OWN_ROLE = Qt.ItemDataRole.UserRole + 2
FAVOURITE_ROLE = Qt.ItemDataRole.UserRole + 3
CHOSEN_ROLE = Qt.ItemDataRole.UserRole + 4
FOLDED_ROLE = Qt.ItemDataRole.UserRole + 5
FOREIGN_ROLE = Qt.ItemDataRole.UserRole + 7  # whether another model made it
THUMBNAIL_ROLE = Qt.ItemDataRole.UserRole + 6  # QPixmap; None before there is a photo

Index = QModelIndex | QPersistentModelIndex


class GalleryModel(QAbstractListModel):
    """Presets in the order of an `Arrangement`; headings where there is more than one group."""

    def __init__(
        self, library: ObservablePresets, favourites: Favourites, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._library, self._favourites = library, favourites
        self._arrangement = Arrangement()
        self._chosen: tuple[str, str] | None = None
        self._model: Model | None = None
        self._suiting: tuple[Preset, ...] = ()
        self._plain: QPixmap | None = None
        self._thumbnails: dict[tuple[float, ...], QPixmap] = {}
        self._rows = self._make_rows()
        library.changed.connect(self._refill)
        favourites.changed.connect(self._refill)

    @property
    def arrangement(self) -> Arrangement:
        """What is shown, and how."""
        return self._arrangement

    def set_arrangement(self, arrangement: Arrangement) -> None:
        if arrangement != self._arrangement:
            self._arrangement = arrangement
            self._refill()

    def fold(self, section: PresetGroup) -> None:
        """Hide a group's presets, or show them again."""
        self.set_arrangement(replace(self._arrangement, folded=self._arrangement.folded ^ {section.key}))

    def set_model(self, model: Model) -> None:
        """Say which model colours: presets of others cannot be used."""
        self._model = model
        self._tell_all()

    def set_chosen(self, preset: Preset | None) -> None:
        """Say which preset colours the photo."""
        self._chosen = None if preset is None else _mark(preset)
        self._tell_all()

    def set_suiting(self, presets: tuple[Preset, ...]) -> None:
        """Say which presets suit the photo: they are shown once more, with natural colours before all others."""
        if presets != self._suiting:
            self._suiting = presets
            self._refill()

    def name_again(self) -> None:
        """Call and order everything as the language has it."""
        self._refill()

    def set_plain(self, image: QImage | None) -> None:
        """Begin with another photo, shown grey where no thumbnail is made yet; None for palettes only."""
        self._plain = None if image is None else QPixmap.fromImage(image)
        self._thumbnails.clear()
        self._tell_all()

    def set_thumbnail(self, preset: Preset, image: QImage) -> None:
        self._thumbnails[preset.embedding] = QPixmap.fromImage(image)
        for row in range(len(self._rows)):
            index = self.index(row)
            candidate = index.data(PRESET_ROLE)
            if candidate is not None and candidate.embedding == preset.embedding:
                self.dataChanged.emit(index, index, [THUMBNAIL_ROLE])

    def presets(self) -> list[Preset]:
        """The presets that can be seen, in their order."""
        return [row.preset for row in self._rows if isinstance(row, Entry)]

    def row_of(self, preset: Preset | None) -> QModelIndex:
        """Where a preset stands; an invalid index when it is not to be seen."""
        for row, candidate in enumerate(self._rows):
            if preset is not None and isinstance(candidate, Entry) and candidate.preset.slug == preset.slug:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled
        if index.isValid() and isinstance(self._rows[index.row()], Entry):
            flags |= Qt.ItemFlag.ItemIsSelectable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        return self._section_data(row, role) if isinstance(row, PresetGroup) else self._entry_data(row, role)

    def _section_data(self, section: PresetGroup, role: int) -> Any:
        folded = self._is_folded(section)
        if role == SECTION_ROLE:
            return section
        if role == FOLDED_ROLE:
            return folded
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = self.tr("{title}, folded") if folded else self.tr("{title}, unfolded")
            return text.format(title=self._title(section))
        return None

    def _entry_data(self, entry: Entry, role: int) -> Any:
        preset = entry.preset
        if role == PRESET_ROLE:
            return preset
        if role == THUMBNAIL_ROLE:
            made = None if self._is_foreign(preset) else self._thumbnails.get(preset.embedding)
            return made or self._plain
        if role == Qt.ItemDataRole.DisplayRole:
            return display_name(preset)
        if role == Qt.ItemDataRole.ToolTipRole:
            foreign = self.tr("Made for another model; add its painting again.")
            warning = foreign if self._is_foreign(preset) else ""
            lines = (display_name(preset), preset.title, byline(preset), preset.credit, warning)
            return plain_tip("\n".join(dict.fromkeys(line for line in lines if line)))
        marks = {
            OWN_ROLE: entry.own,
            FAVOURITE_ROLE: entry.favourite,
            CHOSEN_ROLE: _mark(preset) == self._chosen,
            FOREIGN_ROLE: self._is_foreign(preset),
        }
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = [self.tr("chosen")] * marks[CHOSEN_ROLE] + [self.tr("favourite")] * entry.favourite
            words += [self.tr("made for another model")] * marks[FOREIGN_ROLE]
            return ", ".join(part for part in (display_name(preset), byline(preset), *words) if part)
        return marks.get(role)

    def _title(self, section: PresetGroup) -> str:
        if section.key == SUITING:
            return self.tr("For this photo")
        if section.key == OWN:
            return self.tr("My presets")
        if section.key == SHIPPED:
            return self.tr("Paintings")
        if self._arrangement.grouping is Grouping.PAINTER:
            return painter_name(section.key) or self.tr("Painter unknown")
        if not section.key:
            return self.tr("Year unknown")
        first = int(section.key)
        return self.tr("{first} to {last}").format(first=first, last=first + SPAN_YEARS - 1)

    def _is_foreign(self, preset: Preset) -> bool:
        return self._model is not None and not preset.is_natural and not preset.matches(self._model)

    def _is_folded(self, section: PresetGroup) -> bool:
        """What is searched for is never hidden."""
        return section.key in self._arrangement.folded and not self._arrangement.words

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def _refill(self) -> None:
        rows = self._make_rows()
        if list(map(_identity, rows)) == list(map(_identity, self._rows)):
            self._rows = rows  # so that a star does not scroll the list
            self._tell_all()
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _make_rows(self) -> list[PresetGroup | Entry]:
        entries = [
            Entry(
                preset,
                own=self._library.is_own(preset),
                favourite=self._favourites.has(preset),
                name=display_name(preset),
                painter=painter_name(preset.painter),
            )
            for preset in self._library.presets
        ]
        natural = [
            entry for entry in entries if entry.preset.is_natural and is_wanted(entry, self._arrangement)
        ]  # before all others: they belong to no painter and no time
        sections = arrange([entry for entry in entries if not entry.preset.is_natural], self._arrangement)
        suiting = self._suiting_entries(entries)
        if suiting:
            sections = [PresetGroup(SUITING, (*natural, *suiting)), *sections]
        rows: list[PresetGroup | Entry] = [] if suiting else [*natural]
        for section in sections:
            if len(sections) > 1:
                rows.append(section)
            if len(sections) == 1 or not self._is_folded(section):
                rows.extend(section.entries)
        return rows

    def _suiting_entries(self, entries: list[Entry]) -> list[Entry]:
        """Those that suit the photo; none while something else is looked for."""
        if self._arrangement.words or self._arrangement.favourites_only:
            return []
        by_slug = {entry.preset.slug: entry for entry in entries}
        return [by_slug[preset.slug] for preset in self._suiting if preset.slug in by_slug]


def _mark(preset: Preset) -> tuple[str, str]:
    """A key that the chosen preset is found by; for natural colours it includes their model."""
    return preset.slug, preset.model if preset.is_natural else ""


def _identity(row: PresetGroup | Entry) -> tuple[bool, str]:
    return (True, row.key) if isinstance(row, PresetGroup) else (False, row.preset.slug)
