"""Groups presets for the gallery: which are shown, under which heading, in which order."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from enum import StrEnum

from desktop.engine.store.preset_library import Preset

SPAN_YEARS = 50
OWN, SHIPPED, SUITING = "own", "shipped", "suiting"
_YEAR = re.compile(r"\d{4}")


class Grouping(StrEnum):
    """What presets are grouped by."""

    NAME = "name"
    PAINTER = "painter"
    YEAR = "year"


@dataclass(frozen=True)
class Entry:
    """One preset as the gallery shows it.

    name, painter: in the language of the window, where they differ from the preset's own.
    """

    preset: Preset
    own: bool
    favourite: bool
    name: str = ""
    painter: str = ""

    @property
    def shown_name(self) -> str:
        """What it is called on screen."""
        return self.name or self.preset.name


@dataclass(frozen=True)
class PresetGroup:
    """Presets under one heading.

    key: `OWN`, `SHIPPED`, `SUITING`, a painter's name or the first year of a span; "" where that is not known.
    """

    key: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Arrangement:
    """What the user wants to see: words that all must match, the grouping, and which groups are folded."""

    words: tuple[str, ...] = ()
    grouping: Grouping = Grouping.NAME
    favourites_only: bool = False
    folded: frozenset[str] = field(default_factory=frozenset)


def arrange(entries: list[Entry], arrangement: Arrangement) -> list[PresetGroup]:
    """The sections with at least one preset, the user's own first; folded ones too."""
    groups: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: entry.shown_name.casefold()):
        if is_wanted(entry, arrangement):
            groups[_key(entry, arrangement.grouping)].append(entry)
    ranked = sorted(groups, key=lambda key: _rank(key, arrangement.grouping))
    return [PresetGroup(key, tuple(groups[key])) for key in ranked]


def first_year(preset: Preset) -> int | None:
    """The first year that its painting's date names: 1851 of "c. 1851-52"."""
    found = _YEAR.search(preset.year)
    return int(found[0]) if found else None


def is_wanted(entry: Entry, arrangement: Arrangement) -> bool:
    """Whether a preset is among those that are to be seen; its own names are searched, too."""
    preset = entry.preset
    names = (entry.name, preset.name, preset.title, entry.painter, preset.painter, preset.year)
    text = " ".join(names).casefold()
    starred = entry.favourite or not arrangement.favourites_only
    return starred and all(word in text for word in arrangement.words)


def _key(entry: Entry, grouping: Grouping) -> str:
    if entry.own:
        return OWN
    if grouping is Grouping.PAINTER:
        return entry.preset.painter
    if grouping is Grouping.YEAR:
        year = first_year(entry.preset)
        return "" if year is None else str(year // SPAN_YEARS * SPAN_YEARS)
    return SHIPPED


def _rank(key: str, grouping: Grouping) -> tuple[bool, bool, str, str]:
    """Own first, unknown last, painters by their last names."""
    surname = key.rsplit(maxsplit=1)[-1] if key and grouping is Grouping.PAINTER else key
    return key != OWN, not key, surname.casefold(), key
