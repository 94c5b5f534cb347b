"""Names of result files: from a template, valid on every system, never one that is taken."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from string import Formatter

from desktop.engine.core.errors import NameTemplateError
from desktop.engine.files.presence import is_there

UNNAMED = "coloured"  # what has no letter to make a name of
MAX_SLUG_LENGTH = 80
MAX_NAME_BYTES = 255  # of a file's name, on most systems
NUMBER_BYTES = 10  # kept free for a number
DEFAULT_TEMPLATE = "{stem}_{preset}"
TEMPLATE_FIELDS = {
    "stem": "the photograph's name without its ending",
    "ending": "the photograph's ending without its dot",
    "folder": "the name of the photograph's folder",
    "preset": "the preset's (or painting's) name in small letters",
    "amount": "how much colour, e.g. 0.8",
    "model": "the model's name",
}
FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')  # in names on one system or another


@dataclass(frozen=True)
class NameTemplate:
    """How results are called, without their ending: text with some of `TEMPLATE_FIELDS` in braces.

    Raises `NameTemplateError` for a field that does not exist, or for what no file name may contain.
    """

    text: str = DEFAULT_TEMPLATE

    def __post_init__(self) -> None:
        try:
            parts = list(Formatter().parse(self.text))
        except ValueError as error:
            raise NameTemplateError(
                f'The name "{self.text}" makes no sense: braces stand around the name of a field.'
            ) from error
        for literal, field, style, conversion in parts:
            if found := FORBIDDEN.search(literal):
                raise NameTemplateError(
                    f'The name "{self.text}" has a {found[0]!r}, which not every system allows in file names.'
                )
            if field is not None and (field not in TEMPLATE_FIELDS or style or conversion):
                wrong = field + (f"!{conversion}" if conversion else "") + (f":{style}" if style else "")
                raise NameTemplateError(
                    f'The name "{self.text}" has the unknown field {{{wrong}}}; there are '
                    f"{', '.join(f'{{{name}}}' for name in TEMPLATE_FIELDS)}."
                )
        if not self.text.strip(" ."):
            raise NameTemplateError("A name for the results needs at least one letter, digit or field.")

    @property
    def fields(self) -> frozenset[str]:
        """The fields in use."""
        return frozenset(field for _, field, _, _ in Formatter().parse(self.text) if field is not None)

    def fill(self, photo: Path, *, preset: str = "", amount: float = 1.0, model: str = "") -> str:
        """The name, without an ending, of the result of `photo`; never empty."""
        name = self.text.format(
            stem=photo.stem,
            ending=photo.suffix.removeprefix("."),
            folder=photo.absolute().parent.name,
            preset=slug(preset) or UNNAMED,
            amount=f"{amount:g}",
            model=slug(model),
        )
        return name.strip(" .") or photo.stem


def check_folder_name(name: str) -> None:
    """Raise `NameTemplateError` unless `name` can be a folder's on every system."""
    if found := FORBIDDEN.search(name):
        raise NameTemplateError(
            f'The folder name "{name}" has a {found[0]!r}, which not every system allows.'
        )
    if not name.strip(" ."):
        raise NameTemplateError("A folder needs a name with at least one letter or digit.")


def slug(name: str) -> str:
    """`name` as a part of a file name that every system takes: "Café de nuit" -> "cafe-de-nuit".

    Letters of other scripts are kept; a name without any letter or digit gives "".
    """
    decomposed = unicodedata.normalize("NFKD", name)
    base = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "-", base.casefold()).strip("-")[:MAX_SLUG_LENGTH].rstrip("-")


def numbered(folder: Path, stem: str, suffix: str) -> Iterator[Path]:
    """`{stem}{suffix}` in `folder`, then the same with " (2)", " (3)", ... without end.

    `stem` is cut where the name would be longer than systems take.
    """
    while len(os.fsencode(stem + suffix)) > MAX_NAME_BYTES - NUMBER_BYTES:
        stem = stem[:-1]
    yield folder / f"{stem}{suffix}"
    for number in count(2):
        yield folder / f"{stem} ({number}){suffix}"


def output_path(photo_path: Path, preset_name: str, suffix: str) -> Path:
    """`{stem}_{preset}{suffix}` beside the photograph; " (2)", " (3)", ... when taken."""
    stem = NameTemplate().fill(photo_path, preset=preset_name)
    return next(path for path in numbered(photo_path.parent, stem, suffix) if not is_there(path))
