"""The presets as a list for the gallery, and the search through it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.engine.presets import Preset
from desktop.ui.shelf import Shelf

PRESET_ROLE = Qt.ItemDataRole.UserRole
OWN_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


def byline(preset: Preset) -> str:
    """Painter and year, as far as they are known."""
    return ", ".join(part for part in (preset.painter, preset.year) if part)


class GalleryModel(QAbstractListModel):
    """One row a preset, the person's own first."""

    def __init__(self, shelf: Shelf, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._rows: list[tuple[Preset, bool]] = []
        self._fill()
        shelf.changed.connect(self._refill)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        preset, own = self._rows[index.row()]
        if role == PRESET_ROLE:
            return preset
        if role == OWN_ROLE:
            return own
        if role == Qt.ItemDataRole.DisplayRole:
            return preset.name
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (preset.title or preset.name, byline(preset), preset.credit)
            return "\n".join(line for line in lines if line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (preset.name, byline(preset)) if part)
        return None

    def row_of(self, preset: Preset | None) -> QModelIndex:
        """Where a preset stands; an invalid index when it is not on the shelf."""
        for row, (candidate, _own) in enumerate(self._rows):
            if preset is not None and candidate.slug == preset.slug:
                return self.index(row)
        return QModelIndex()

    def _refill(self) -> None:
        self.beginResetModel()
        self._fill()
        self.endResetModel()

    def _fill(self) -> None:
        marked = [(preset, self._shelf.is_own(preset)) for preset in self._shelf.presets]
        self._rows = sorted(marked, key=lambda row: not row[1])


class GallerySearch(QSortFilterProxyModel):
    """Keeps the presets whose name, title, painter or year hold every word that was typed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []

    def search(self, text: str) -> None:
        """Show only what fits `text`; everything for an empty one."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        preset = self.sourceModel().index(source_row, 0, source_parent).data(PRESET_ROLE)
        text = f"{preset.name} {preset.title} {preset.painter} {preset.year}".casefold()
        return all(word in text for word in self._words)
