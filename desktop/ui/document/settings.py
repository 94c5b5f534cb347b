"""The settings file in the user's own folder; it holds only what differs from the defaults."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from desktop.engine.core.paths import user_dir
from desktop.engine.edits.natural import DEFAULT_NATURAL
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.engine.files.quarantine import set_aside
from desktop.engine.inference.model_registry import DEFAULT_MODEL
from desktop.engine.inference.providers import AUTO, PROVIDER_NAMES
from desktop.ui.base.screens import on_a_screen
from desktop.ui.base.translations import LANGUAGES, SYSTEM
from desktop.ui.document.export_options import ExportOptions
from desktop.ui.document.preset_grouping import Grouping
from desktop.ui.document.view_mode import ViewMode

MAX_RECENT = 10
MAX_STRIP = 2000  # so that the file stays small
DEFAULT_SIZE = QSize(1180, 760)


class Settings(QObject):
    """Typed access to the settings file; a value that makes no sense counts as missing.

    problem: a sentence for the user when the file was damaged, and was set aside; else empty.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.problem = ""
        path = user_dir() / "settings.ini"
        self._store = QSettings(str(path), QSettings.Format.IniFormat, self)
        self._keep_private()
        self._store.allKeys()  # only now is the file understood, or not
        if self._store.status() == QSettings.Status.FormatError:
            aside = set_aside(path, path.suffix) or path  # where it stays, it is told of again next time
            self._store = QSettings(str(path), QSettings.Format.IniFormat, self)
            self.problem = self.tr(
                "The settings were damaged and start anew; the old ones are in {name}."
            ).format(name=aside.name)

    def _keep_private(self) -> None:
        """Let nobody else read the file, which names folders and photographs; Qt keeps a file's rights."""
        with contextlib.suppress(OSError):
            Path(self._store.fileName()).chmod(0o600)

    def _text(self, key: str) -> str:
        return str(self._store.value(key, "") or "")

    @property
    def folder(self) -> Path:
        """Where the file dialogs start."""
        folder = Path(self._text("folder") or Path.home())
        return folder if folder.is_dir() else Path.home()

    @folder.setter
    def folder(self, folder: Path) -> None:
        self._store.setValue("folder", str(folder))

    @property
    def preset(self) -> str:
        """Name of the preset chosen last."""
        return self._text("preset")

    @preset.setter
    def preset(self, name: str) -> None:
        self._store.setValue("preset", name)

    @property
    def suffix(self) -> str:
        """File ending that results get."""
        suffix = self._text("suffix")
        return suffix if suffix in (".png", ".jpg", ".tif") else ".jpg"

    @suffix.setter
    def suffix(self, suffix: str) -> None:
        self._store.setValue("suffix", suffix)

    @property
    def quality(self) -> int:
        """JPEG quality, 1 to 100."""
        text = self._text("quality")
        return min(max(int(text), 1), 100) if text.isdecimal() else DEFAULT_QUALITY

    @quality.setter
    def quality(self, quality: int) -> None:
        self._store.setValue("quality", quality)

    @property
    def export(self) -> ExportOptions:
        """How results were exported last."""
        return ExportOptions.from_text(self._text("export"))

    @export.setter
    def export(self, options: ExportOptions) -> None:
        self._store.setValue("export", options.to_text())

    @property
    def view_mode(self) -> ViewMode:
        """How before and after are shown."""
        text = self._text("view_mode")
        return ViewMode(text) if text in list(ViewMode) else ViewMode.RESULT

    @view_mode.setter
    def view_mode(self, mode: ViewMode) -> None:
        self._store.setValue("view_mode", mode.value)

    @property
    def appearance(self) -> str:
        """system, light or dark."""
        text = self._text("appearance")
        return text if text in ("light", "dark") else "system"

    @appearance.setter
    def appearance(self, appearance: str) -> None:
        self._store.setValue("appearance", appearance)

    @property
    def open_sections(self) -> frozenset[str]:
        """Keys of the side panel's sections that are unfolded."""
        return frozenset(filter(None, self._text("open_sections").split(" ")))

    @open_sections.setter
    def open_sections(self, keys: frozenset[str]) -> None:
        self._store.setValue("open_sections", " ".join(sorted(keys)))

    @property
    def favourites(self) -> tuple[str, ...]:
        """Slugs of the presets with a star."""
        return tuple(filter(None, self._text("favourites").split(" ")))

    @favourites.setter
    def favourites(self, slugs: tuple[str, ...]) -> None:
        self._store.setValue("favourites", " ".join(slugs))

    @property
    def thumbnail_width_px(self) -> int:
        """How wide the gallery's thumbnails are at least; 0 while the user has set nothing."""
        text = self._text("thumbnail_width_px")
        return int(text) if text.isdecimal() and len(text) < 5 else 0

    @thumbnail_width_px.setter
    def thumbnail_width_px(self, width_px: int) -> None:
        self._store.setValue("thumbnail_width_px", width_px)

    @property
    def grouping(self) -> Grouping:
        """By what the gallery groups its presets."""
        text = self._text("grouping")
        return Grouping(text) if text in list(Grouping) else Grouping.NAME

    @grouping.setter
    def grouping(self, grouping: Grouping) -> None:
        self._store.setValue("grouping", grouping.value)

    @property
    def language(self) -> str:
        """system, or a language's code such as de or zh_CN."""
        text = self._text("language")
        return text if text in LANGUAGES else SYSTEM

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def device(self) -> str:
        """What networks are to run on: auto, or a device's name."""
        text = self._text("device")
        return text if text in PROVIDER_NAMES else AUTO

    @device.setter
    def device(self, device: str) -> None:
        self._store.setValue("device", device)

    @property
    def model(self) -> str:
        """Name of the model that colours."""
        return self._text("model") or DEFAULT_MODEL

    @model.setter
    def model(self, name: str) -> None:
        self._store.setValue("model", name)

    @property
    def natural_model(self) -> str:
        """Name of the model that gives natural colours."""
        return self._text("natural_model") or DEFAULT_NATURAL

    @natural_model.setter
    def natural_model(self, name: str) -> None:
        self._store.setValue("natural_model", name)

    @property
    def max_megapixels(self) -> int:
        """How large a photo may be, in megapixels; 0 while the user has set nothing."""
        text = self._text("max_megapixels")
        return int(text) if text.isdecimal() and len(text) < 7 else 0

    @max_megapixels.setter
    def max_megapixels(self, megapixels: int) -> None:
        self._store.setValue("max_megapixels", megapixels)

    @property
    def max_memory_mb(self) -> int:
        """How much memory opening one photo may take; 0 while the user has set nothing."""
        text = self._text("max_memory_mb")
        return int(text) if text.isdecimal() and len(text) < 8 else 0

    @max_memory_mb.setter
    def max_memory_mb(self, megabytes: int) -> None:
        self._store.setValue("max_memory_mb", megabytes)

    @property
    def recent(self) -> list[Path]:
        """The photos that were opened last, the latest first."""
        value = self._store.value("recent")
        names = value if isinstance(value, list) else [value]
        return [Path(name) for name in names if isinstance(name, str) and name][:MAX_RECENT]

    @recent.setter
    def recent(self, photos: list[Path]) -> None:
        self._store.setValue("recent", [str(photo) for photo in photos[:MAX_RECENT]])

    @property
    def strip(self) -> list[Path]:
        """The photos that were open together when the window was closed; empty for fewer than two."""
        value = self._store.value("strip")
        names = value if isinstance(value, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name][:MAX_STRIP]

    @strip.setter
    def strip(self, photos: list[Path]) -> None:
        self._store.setValue("strip", [str(photo) for photo in photos[:MAX_STRIP]])

    @property
    def edits_beside(self) -> bool:
        """Whether edits are kept beside the photographs rather than in the user's own folder."""
        return self._text("edits_beside") == "yes"

    @edits_beside.setter
    def edits_beside(self, beside: bool) -> None:
        self._store.setValue("edits_beside", "yes" if beside else "no")

    def save_window(self, window: QMainWindow) -> None:
        """Remember where the window is."""
        self._store.setValue("geometry", window.saveGeometry())
        self._store.setValue("frame", window.normalGeometry())
        self._store.sync()
        self._keep_private()

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window where it was, if that place is still on a screen; else at its default size."""
        geometry, frame = self._store.value("geometry"), self._store.value("frame")
        if isinstance(geometry, QByteArray) and isinstance(frame, QRect) and on_a_screen(frame):
            window.restoreGeometry(geometry)
            return
        available = QGuiApplication.primaryScreen().availableGeometry()
        size = DEFAULT_SIZE.boundedTo(available.size())
        window.resize(size)
        window.move(available.center() - QRect(0, 0, size.width(), size.height()).center())
