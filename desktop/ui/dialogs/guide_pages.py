"""The pages of the user's guide: Markdown in which commands and keys are named as the window names them.

`{Actions: Save as…; Ctrl+S}` in a page stands for the text that the class `Actions` shows, in the language in use, and
for the keys as this system writes them; `{key: Space}` stands for a key alone.
"""

import re
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QKeySequence

from desktop.engine.core.paths import resources_dir
from desktop.ui.base.translations import current_language
from desktop.ui.widgets.shortcuts_dialog import plain

# In the order in which they are to be read.
PAGES = (
    "first-steps",
    "presets",
    "adjusting",
    "blending",
    "regions",
    "cropping",
    "many-photos",
    "saving",
    "kept",
    "trouble",
    "command-line",
)
KEY = "key"
PLACE = re.compile(r"\{(?P<context>\w+): (?P<source>[^{};]+)(?:; (?P<keys>[^}]+))?\}")
_SPECIAL = re.compile(r"([\\\[\]*_`])")  # what would mean something else in Markdown
_HEADING = re.compile(r"^# (.+)$", re.MULTILINE)


def guide_dir() -> Path:
    """Folder of the pages, a sub-folder for each language, with pictures in that language."""
    return resources_dir() / "help"


def page_path(name: str) -> Path:
    """The file of a page, in the language in use."""
    return guide_dir() / current_language() / f"{name}.md"


def page_name(address: QUrl) -> str:
    """Which of `PAGES` lies there; anything else for what is none of them."""
    return Path(address.path()).stem


def read_page(path: Path) -> str:
    """A page's Markdown with the window's own words in it; raises OSError."""
    return PLACE.sub(_in_words, path.read_text("utf-8"))


def title_of(text: str) -> str:
    """What a page is called: its first heading."""
    found = _HEADING.search(text)
    return found[1] if found else ""


def _in_words(place: re.Match[str]) -> str:
    if place["context"] == KEY:
        return _bold(_native(place["source"]))
    name = _bold(plain(QCoreApplication.translate(place["context"], place["source"])))
    return name if place["keys"] is None else f"{name} ({_escaped(_native(place['keys']))})"


def _bold(text: str) -> str:
    return f"**{_escaped(text.strip())}**"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _native(keys: str) -> str:
    """Keys as this system and language write them."""
    return QKeySequence.fromString(keys, QKeySequence.SequenceFormat.PortableText).toString(
        QKeySequence.SequenceFormat.NativeText
    )
