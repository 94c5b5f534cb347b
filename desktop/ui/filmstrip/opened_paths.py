"""What lies at the paths that are opened together: photographs, folders of them, and films."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.engine.batch.sources import Source, find_photos, is_photo_name
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import PictureNotFoundError
from desktop.engine.edits.edit import Edit
from desktop.ui.base.dropped_data import films_in
from desktop.ui.services.autosave import Autosave


class OpenedPaths(NamedTuple):
    """The photographs, the edits that are kept of them by their places, and the films in the folders."""

    sources: list[Source]
    edits: dict[Path, Edit]
    films: list[Path]


def search(paths: Sequence[Path], autosave: Autosave, token: CancelToken) -> OpenedPaths:
    """Look for photographs and films; files without a photograph's name only where nothing else is found.

    Raises `PictureNotFoundError` where there is nothing, or `Cancelled`.
    """
    sources: list[Source] = []
    films: list[Path] = []
    for path in paths:
        token.raise_if_cancelled()
        sources += find_photos(path) if path.is_dir() else [Source.at(path)]
        films += films_in(path)
    known = [source for source in sources if is_photo_name(source.path.name)]
    if not sources and not films:
        raise PictureNotFoundError(f"{paths[0]} holds no photograph; choose another folder.")
    sources = known or sources
    return OpenedPaths(sources, autosave.stored([source.place for source in sources]), films)
