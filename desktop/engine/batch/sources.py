"""Finds the photographs in a folder, with their sub-folders, so that results can mirror these."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from desktop.engine.decode.reader import SUPPORTED_SUFFIXES
from desktop.engine.files.page_place import file_and_page, page_place

# Of Synology, QNAP, Picasa and macOS's resource forks, deleted files, libraries of Apple's and Adobe's programs.
PREVIEW_FOLDERS = frozenset(
    {"@eadir", "#recycle", "@recycle", "__macosx", "$recycle.bin", "@thumb", "thumbnails"}
)
PREVIEW_ENDINGS = (".lrdata", ".photoslibrary", ".cocatalogdb")


@dataclass(frozen=True)
class Source:
    """A photograph's file. subfolder: of its folder, below the folder that was named.

    page: of a file of several photographs, from 1; None for the one that is meant by the whole file.
    """

    path: Path
    subfolder: Path = Path()
    page: int | None = None

    @classmethod
    def at(cls, place: Path) -> "Source":
        """The photograph at a place: a file, or one of its pages."""
        path, page = file_and_page(place)
        return cls(path, page=page)

    @cached_property
    def place(self) -> Path:
        """The place as one path, for callers that remember photographs by their paths."""
        return page_place(self.path, self.page)

    @property
    def shown(self) -> Path:
        """The name that users read, and by which its results are told from those of other pages: "album-2.tif"."""
        return self.path if self.page is None else self.path.with_stem(f"{self.path.stem}-{self.page}")


def by_pages(sources: Iterable[Source]) -> Iterator[Source]:
    """Every page of the files that have several, each as a photograph of its own; the others as they are.

    A file that cannot be read stays as it is: reading it will tell what is wrong.
    """
    from desktop.engine.decode.unusual_tiff import page_count

    for source in sources:
        pages = page_count(source.path)
        if pages < 2:
            yield source
        else:
            yield from (replace(source, page=number) for number in range(1, pages + 1))


def find_photos(
    folder: Path,
    *,
    recursive: bool = True,
    left_out: Callable[[Path], bool] = lambda _: False,
    unreadable: Callable[[OSError], object] = lambda _: None,
) -> Iterator[Source]:
    """Every file in `folder` with an ending that can be read, by name, folder by folder.

    Hidden files and folders are passed over, and those in which other programs keep previews; links to folders are
    not followed, since they may lead in circles. left_out: says of a file or folder that it is not wanted.
    unreadable: is told of each folder that cannot be read.
    """
    for place, folders, files in os.walk(folder, onerror=unreadable):
        here = Path(place)
        folders[:] = sorted(
            name
            for name in folders
            if recursive
            and not name.startswith(".")
            and not _holds_previews(name)
            and not left_out(here / name)
        )
        subfolder = here.relative_to(folder)
        for name in sorted(files):
            path = here / name
            if is_photo_name(name) and not left_out(path):
                yield Source(path, subfolder)


def _holds_previews(name: str) -> bool:
    return name.casefold() in PREVIEW_FOLDERS or name.casefold().endswith(PREVIEW_ENDINGS)


def is_photo_name(name: str) -> bool:
    """Whether a file of this name may be a photograph: an ending that can be read, and not hidden."""
    return not name.startswith(".") and name.lower().endswith(SUPPORTED_SUFFIXES)
