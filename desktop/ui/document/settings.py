"""The settings file in the user's own folder; it holds only what differs from the defaults."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRect, QSettings

from desktop.engine.core.paths import PRIVATE_FILE, keep_private, make_private, user_dir
from desktop.engine.edits.natural import DEFAULT_NATURAL
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.engine.files.plain_file import is_special
from desktop.engine.files.presence import is_folder
from desktop.engine.files.quarantine import set_aside, set_aside_unless_plain
from desktop.engine.inference.model_registry import DEFAULT_MODEL
from desktop.engine.inference.providers import AUTO, PROVIDER_NAMES
from desktop.ui.base.translations import LANGUAGES, SYSTEM
from desktop.ui.document.export_options import SAVE_FORMATS, ExportOptions
from desktop.ui.document.preset_grouping import Grouping
from desktop.ui.document.stored_value import (
    StoredValue,
    choice,
    instance,
    number,
    paths,
    text,
    words,
    yes_or_no,
)
from desktop.ui.document.view_mode import ViewMode

MAX_RECENT = 10
MAX_STRIP = 2000  # so that the file stays small


def _existing_folder(stored: object) -> Path:
    folder = Path(str(stored or Path.home()))
    return folder if is_folder(folder) else Path.home()


class Settings(QObject):
    """Typed access to the settings file; a value that makes no sense counts as missing.

    folder: where the file dialogs start.
    preset: name of the preset chosen last.
    suffix, quality: file ending of results, and JPEG quality from 1 to 100.
    export: how results were exported last.
    view_mode: how before and after are shown.
    appearance: system, light or dark.
    open_sections: keys of the side panel's sections that are unfolded.
    favourites: slugs of the presets with a star.
    thumbnail_width_px: how wide the gallery's thumbnails are at least; 0 while the user has set nothing.
    grouping: by what the gallery groups its presets.
    language: system, or a language's code such as de or zh_CN.
    device: what networks are to run on: auto, or a device's name.
    model, natural_model: names of the models that colour as a painting does, and in natural colours.
    max_megapixels, max_memory_mb: how large a photo may be, and how much memory opening it may take; 0 while the user
        has set nothing.
    recent: the photos that were opened last, the latest first.
    strip: the photos that were open together when the window was closed; empty for fewer than two.
    edits_beside: whether edits are kept beside the photographs rather than in the user's own folder.
    geometry, frame: where the window was, as Qt's own record and as a rectangle; None at the first start.
    problem: a sentence for the user when the file was damaged, and was set aside; else empty.
    """

    folder = StoredValue(_existing_folder, str)
    preset = text()
    suffix = text(".jpg", SAVE_FORMATS)
    quality = number(DEFAULT_QUALITY, 1, 100)
    export = StoredValue(lambda stored: ExportOptions.from_text(str(stored or "")), ExportOptions.to_text)
    view_mode = choice(ViewMode.RESULT)
    appearance = text("system", ("light", "dark"))
    open_sections = words()
    favourites = words()
    thumbnail_width_px = number(0, 0, 9999)
    grouping = choice(Grouping.NAME)
    language = text(SYSTEM, LANGUAGES)
    device = text(AUTO, PROVIDER_NAMES)
    model = text(DEFAULT_MODEL)
    natural_model = text(DEFAULT_NATURAL)
    max_megapixels = number(0, 0, 999_999)
    max_memory_mb = number(0, 0, 9_999_999)
    recent = paths(MAX_RECENT)
    strip = paths(MAX_STRIP)
    edits_beside = yes_or_no()
    geometry = instance(QByteArray)
    frame = instance(QRect)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem = ""
        path = user_dir() / "settings.ini"
        aside = set_aside_unless_plain(path)
        # Where a pipe cannot be set aside the folder cannot be written either: nothing is kept.
        place = path.with_suffix(".not-kept.ini") if is_special(path) else path
        self.store = self._opened(place)
        self.store.allKeys()  # only now is the file understood, or not
        if self.store.status() == QSettings.Status.FormatError:
            aside = set_aside(path, path.suffix) or path  # where it stays, it is told of again next time
            self.store = self._opened(path)
        if aside is not None:
            self.problem = self.tr(
                "The settings were damaged and have been reset; the old ones are in {name}."
            ).format(name=aside.name)

    @property
    def photo_folder(self) -> Path:
        """Where the last photograph lay, however it was opened; results may have been saved elsewhere since."""
        recent = self.recent
        return recent[0].parent if recent and is_folder(recent[0].parent) else self.folder

    def _opened(self, place: Path) -> QSettings:
        """The file, readable by its owner alone before Qt makes it, which keeps a file's rights."""
        with contextlib.suppress(OSError):
            make_private(place.parent)
            place.touch(mode=PRIVATE_FILE)
        keep_private(place)
        return QSettings(str(place), QSettings.Format.IniFormat, self)

    def write_now(self) -> None:
        """Write what has changed to the disk."""
        self.store.sync()
        keep_private(Path(self.store.fileName()))
