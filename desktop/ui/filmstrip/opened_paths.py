"""What lies at the paths that are opened together: photographs, folders of them, and films."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.engine.batch.own_results import results_among
from desktop.engine.batch.sources import Source, find_photos, is_photo_name
from desktop.engine.batch.unmarked_results import named_as_results
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import PictureNotFoundError
from desktop.engine.edits.edit import Edit
from desktop.ui.base.dropped_data import films_in
from desktop.ui.services.autosave import Autosave


class OpenedPaths(NamedTuple):
    """The photographs, the edits that are kept of them by their places, and the films in the folders.

    results: of this program, which lie among the photographs of a folder and are none of them.
    unsure: what is named as a result, by the photograph that it would be of; that takes a look at both.
    """

    sources: list[Source]
    edits: dict[Path, Edit]
    films: list[Path]
    results: list[Path]
    unsure: dict[Path, Path]


def search(paths: Sequence[Path], autosave: Autosave, token: CancelToken) -> OpenedPaths:
    """Look for photographs and films; files without a photograph's name only where nothing else is found.

    Raises `PictureNotFoundError` where there is nothing, or `Cancelled`.
    """
    sources: list[Source] = []
    films: list[Path] = []
    results: set[Path] = set()
    unsure: dict[Path, Path] = {}
    for path in paths:
        token.raise_if_cancelled()
        if path.is_dir():
            found = list(find_photos(path))
            own = results_among([source.path for source in found], token)
            others = [source for source in found if source.path not in own]
            named = named_as_results(source.path for source in others)
            sources += [source for source in others if source.path not in named]
            results |= own
            unsure |= named
        else:
            sources.append(Source.at(path))
        films += films_in(path)
    known = [source for source in sources if is_photo_name(source.path.name)]
    if not sources and not films:
        raise PictureNotFoundError(f"{paths[0]} holds no photograph; choose another folder.")
    sources = known or sources
    edits = autosave.stored([source.place for source in sources])
    return OpenedPaths(sources, edits, films, sorted(results), unsure)
