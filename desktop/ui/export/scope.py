"""What may be exported: some of the open photographs, and what a user wants to know of them beforehand."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from desktop.engine.batch.sources import Source
from desktop.ui.document.export_options import ExportOptions
from desktop.ui.document.open_photos import Frame


@dataclass(frozen=True)
class ExportScope:
    """Photographs that can be exported together.

    title: what these photographs are called as a choice. frames: in their order.
    """

    title: str
    frames: tuple[Frame, ...]

    @property
    def without_look(self) -> tuple[Frame, ...]:
        """Those that were never on the canvas and were given no edit otherwise."""
        return tuple(frame for frame in self.frames if frame.edit is None)

    def folders(self, options: ExportOptions, fallback_folder: Path) -> Counter[Path]:
        """How many results go into which folder, in the order of the photographs.

        fallback_folder: for pictures without a file of the user's own. Raises `NameTemplateError`.
        """
        to, elsewhere = options.destination(), options.destination(fallback_folder)
        return Counter(
            to.folder_of(frame.source)
            if frame.unsaved is None
            else elsewhere.folder_of(Source(frame.path, options.below))
            for frame in self.frames
        )
