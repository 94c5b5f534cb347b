"""Translates the messages of the engine into the language of the window.

The engine knows nothing of Qt and writes its messages in English. `EngineTranslations` knows the sentences they are
made of, each with numbered gaps for names and numbers, and finds the one that a message was made from. So it also
knows where a message names a file, and can shorten the path to the file's name. Texts of the models that come with
the program are translated as a whole; those of other models are shown as their maker wrote them.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from types import MappingProxyType

from desktop.engine.core.reasons import without_cause

LONGEST_NAME = 60
_GAP = re.compile(r"\{(\d)\}")


@dataclass(frozen=True)
class _Pattern:
    expression: re.Pattern[str]
    gaps: tuple[str, ...]
    translation: str

    def filled(self, parts: list[str]) -> str:
        """The translation with these in its gaps, wherever it has them."""
        by_gap = {f"{{{gap}}}": part for gap, part in zip(self.gaps, parts, strict=True)}

        def part_of(gap: re.Match[str]) -> str:
            return by_gap.get(gap.group(), gap.group())

        return _GAP.sub(part_of, self.translation)


class EngineTranslations:
    """Translations of sentences with gaps, e.g. "{0} is empty (0 bytes); copy it again."."""

    def __init__(self, translations: Mapping[str, str]) -> None:
        self._translations = translations
        self._patterns: list[_Pattern] | None = None  # made when first asked for

    def translate(self, message: str, *, brief: bool = False) -> str:
        """The message in the other language, what fills its gaps too where that is a sentence; else as it was.

        brief: of paths that fill gaps the last name alone.
        """
        if self._patterns is None:
            longest_first = sorted(self._translations, key=_letters, reverse=True)
            self._patterns = [_pattern(source, self._translations[source]) for source in longest_first]
        for pattern in self._patterns:
            found = pattern.expression.fullmatch(message)
            if found is not None:
                return pattern.filled([self._part(part, brief=brief) for part in found.groups()])
        return message

    def _part(self, part: str, *, brief: bool) -> str:
        """What fills a gap."""
        told = self.translate(part, brief=brief)
        return _last_name(told) if brief and told == part else told


def _last_name(part: str) -> str:
    """Of a whole path its last name, in the middle of which an ellipsis stands where it is very long; else all."""
    path = PurePath(part)
    if not path.is_absolute() or not path.name:
        return part
    half = LONGEST_NAME // 2
    return path.name if len(path.name) <= LONGEST_NAME else f"{path.name[:half]}…{path.name[1 - half :]}"


def _letters(source: str) -> int:
    """How much of a sentence is no gap: of two that fit, the one that says more is meant."""
    return len(_GAP.sub("", source))


def _pattern(source: str, translation: str) -> _Pattern:
    parts = _GAP.split(source)  # text, number, text, number, text
    pattern = "".join("(.+?)" if index % 2 else re.escape(part) for index, part in enumerate(parts))
    return _Pattern(re.compile(pattern, re.DOTALL), tuple(parts[1::2]), translation)


class _Current:
    """The translations that are in use, and those of the models' texts."""

    translations = EngineTranslations({})
    of_models: Mapping[str, str] = MappingProxyType({})


def use_translations(
    translations: EngineTranslations, of_models: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Use these translations from now on; of_models: those of the texts of models, by the texts."""
    _Current.translations, _Current.of_models = translations, of_models


def translate_message(fault: object) -> str:
    """An engine's fault or notice as the user is to read it: in one language, so without a library's words."""
    return _Current.translations.translate(without_cause(str(fault)))


def translate_briefly(fault: object) -> str:
    """The same where there is little room: files and folders by their names, without the way to them."""
    return _Current.translations.translate(without_cause(str(fault)), brief=True)


def translate_model_text(text: str) -> str:
    """A model's title or description as the user is to read it; what nobody has translated as it was.

    Its manifest has Markdown's marks of file names, which are no use in a label.
    """
    return _Current.of_models.get(text, text).replace("`", "")
