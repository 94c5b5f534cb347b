"""The options of an export: what the export dialog asks, and what the settings remember of it."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from desktop.engine.batch.destinations import Destination, Existing
from desktop.engine.batch.output_options import (
    MAX_LONG_SIDE_PX,
    MIN_LONG_SIDE_PX,
    MIN_PERCENT,
    Layout,
    OutputOptions,
)
from desktop.engine.core.reasons import PARSE_ERRORS
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.engine.files.naming import DEFAULT_TEMPLATE, NameTemplate

SAVE_FORMATS = {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF"}  # of one result, by its file's ending
EXPORT_FORMATS = {".jpg": "JPEG", ".png": "PNG", ".tif": "TIFF", ".webp": "WebP"}
LOSSY = (".jpg", ".webp")
DEEP = (".png", ".tif")


class SizeKind(StrEnum):
    """How the size of results is given."""

    FULL = "full"
    LONG_SIDE = "long_side"
    PERCENT = "percent"


class Place(StrEnum):
    """Where results go."""

    BESIDE = "beside"
    SUBFOLDER = "subfolder"
    FOLDER = "folder"


@dataclass(frozen=True)
class ExportOptions:
    """The answer to the export dialog. Values that do not apply now are kept for the next time."""

    suffix: str = ".jpg"
    quality: int = DEFAULT_QUALITY
    deep: bool = True
    size: SizeKind = SizeKind.FULL
    long_side_px: int = 2048
    percent: int = 50
    template: str = DEFAULT_TEMPLATE
    metadata: bool = True
    place: Place = Place.BESIDE
    subfolder: str = "coloured"
    folder: str = ""
    existing: Existing = Existing.RENAME
    layout: Layout = Layout.RESULT
    mark: bool = False
    skip_coloured: bool = False

    def __post_init__(self) -> None:
        if self.suffix not in EXPORT_FORMATS or not 1 <= self.quality <= 100:
            raise ValueError("there is no such format or quality")
        if not MIN_LONG_SIDE_PX <= self.long_side_px <= MAX_LONG_SIDE_PX:
            raise ValueError("there is no such size")
        if not MIN_PERCENT <= self.percent <= 100:
            raise ValueError("there is no such share")

    @classmethod
    def from_text(cls, text: str) -> Self:
        """What `to_text` gave; the defaults where that makes no sense."""
        try:
            data = json.loads(text)
            values = {}
            for name, default in asdict(cls()).items():
                kind, value = type(default), data.get(name, default)  # older versions had fewer
                if kind in (bool, int, str) and type(value) is not kind:
                    raise TypeError(f"{name} is no {kind.__name__}")
                values[name] = kind(value)
            return cls(**values)
        except PARSE_ERRORS:
            return cls()

    def to_text(self) -> str:
        """As one line of JSON."""
        return json.dumps(asdict(self))

    @property
    def output(self) -> OutputOptions:
        """Size, depth, layout and metadata as the engine takes them."""
        return OutputOptions(
            long_side_px=self.long_side_px if self.size is SizeKind.LONG_SIDE else None,
            percent=self.percent if self.size is SizeKind.PERCENT else 100,
            deep=self.deep,
            metadata=self.metadata,
            layout=self.layout,
            mark=self.mark,
        )

    @property
    def below(self) -> Path:
        """The sub-folder for results of photographs that have no folder themselves, below that which they are given."""
        return Path(self.subfolder.strip() if self.place is Place.SUBFOLDER else "")

    def destination(self, fallback_folder: Path | None = None) -> Destination:
        """Where results go and with which options; raises NameTemplateError for a name or folder that cannot be.

        fallback_folder: for photographs beside which nothing can be put; None for those that have a folder.
        """
        beside = self.place is not Place.FOLDER
        return Destination(
            folder=fallback_folder if beside else Path(self.folder),
            subfolder=self.subfolder.strip() if self.place is Place.SUBFOLDER else "",
            suffix=self.suffix,
            template=NameTemplate(self.template.strip()),
            existing=self.existing,
            quality=self.quality,
            options=self.output,
        )
