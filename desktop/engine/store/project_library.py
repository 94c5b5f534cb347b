"""Finds and keeps projects, in the user's own folder or beside the photographs."""

import contextlib
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.engine.core.errors import DamagedEditError, NewerEditError
from desktop.engine.core.paths import make_private, user_dir
from desktop.engine.files.atomic import output_error
from desktop.engine.files.naming import slug
from desktop.engine.files.quarantine import make_way, set_aside, told_aside
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PROJECT_SUFFIX, PhotoMark, Project, read_project, write_project


@dataclass(frozen=True)
class Found:
    """What was found for a photograph.

    project: None when nothing was kept. problem: a sentence for the user about a file that could not be used.
    writable: whether the edit may be kept; not where a newer program's would be lost by it.
    """

    project: Project | None = None
    problem: str = ""
    writable: bool = True


class ProjectLibrary:
    """Kept projects, a file for each: `FOLDER/<key>/<name>-<place>.tintype-edit` or `<photo>.tintype-edit` beside it.

    The key is of what the picture shows, the place a hash of its path: copies in two folders have two edits, and a
    photograph that was moved or renamed still finds its own. Safe to use from several threads.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = user_dir() / "edits" if folder is None else folder
        self._understood: set[Path] = set()
        self._problems: list[str] = []

    def find(self, photo: Photo) -> Found:
        """What was kept of a photograph last, wherever that was; a damaged file is set aside."""
        mark = PhotoMark.of(photo)
        problem = ""
        for path in self._candidates(mark):
            try:
                _, project = read_project(path)
            except FileNotFoundError:
                continue
            except NewerEditError as error:
                return Found(
                    problem=f"{error} Until then this photograph's edit is not kept.", writable=False
                )
            except DamagedEditError as error:
                aside = None if isinstance(error.__cause__, OSError) else set_aside(path, PROJECT_SUFFIX)
                problem = problem or told_aside(error, aside)
            else:
                return Found(project, problem)
        return Found(problem=problem)

    def keep(self, mark: PhotoMark, project: Project, *, beside: bool = False) -> Path:
        """Write a project; returns its file. Raises the faults of `atomic.replacing`.

        What lies there already and cannot be read is set aside, not written over; `take_problems` tells of it.
        beside: beside the photograph rather than in the library; where that cannot be, in the library all the same.
        """
        if beside and mark.path:
            with contextlib.suppress(OSError):
                return self._write(mark, project, beside_photo(mark))
        path = self._own_place(mark)
        try:
            make_private(path.parent)
        except OSError as error:
            raise output_error(error, path) from error
        return self._write(mark, project, path)

    def take_problems(self) -> list[str]:
        """Sentences about files that had to be set aside since this was last asked."""
        problems, self._problems = self._problems, []
        return problems

    def stored(self, paths: Sequence[Path]) -> dict[Path, Project]:
        """What was kept of photographs at these places, found without reading any of them; for workers.

        What cannot be used is passed over: `find` tells of it when the photograph is opened.
        """
        files: dict[str, Path] = {}
        for file in reversed(_newest_first(list(self._folder.glob(f"*/*{PROJECT_SUFFIX}")))):
            files[file.name] = file
        found: dict[Path, Project] = {}
        for path in paths:
            mark = PhotoMark("", str(path.absolute()))
            own = files.get(_file_name(mark))
            for file in _newest_first([*([own] if own is not None else []), beside_photo(mark)]):
                with contextlib.suppress(FileNotFoundError, DamagedEditError, NewerEditError):
                    found.setdefault(path, read_project(file)[1])
        return found

    def remove(self, mark: PhotoMark) -> None:
        """Forget what was kept of a photograph, but for what cannot be read; raises OSError."""
        for file in (self._own_place(mark), *([beside_photo(mark)] if mark.path else [])):
            self._spare(file)
            file.unlink(missing_ok=True)

    def _write(self, mark: PhotoMark, project: Project, path: Path) -> Path:
        self._spare(path)
        return write_project(mark, project, path)

    def _spare(self, path: Path) -> None:
        """Set a file aside that nothing is known of: a newer program's, a damaged one, or one on a failing disk."""
        if path not in self._understood:
            try:
                read_project(path)
            except FileNotFoundError:
                pass
            except (NewerEditError, DamagedEditError) as error:
                self._problems.append(told_aside(error, make_way(path, PROJECT_SUFFIX)))
            self._understood.add(path)

    def _candidates(self, mark: PhotoMark) -> list[Path]:
        """The files to look into: this very photograph's, the newer first; then those of its other places."""
        own = [self._own_place(mark)]
        if mark.path:
            own.append(beside_photo(mark))
        others = []
        with contextlib.suppress(OSError):
            others = [
                path for path in self._own_place(mark).parent.iterdir() if path.suffix == PROJECT_SUFFIX
            ]
        return _newest_first(own) + _newest_first([path for path in others if path not in own])

    def _own_place(self, mark: PhotoMark) -> Path:
        return self._folder / mark.key[:24] / _file_name(mark)


def _file_name(mark: PhotoMark) -> str:
    """Of a project in the library: readable, and another one for every place."""
    name = slug(Path(mark.path).stem)[:40] or "photo"
    place = hashlib.blake2b(mark.path.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
    return f"{name}-{place}{PROJECT_SUFFIX}"


def beside_photo(mark: PhotoMark) -> Path:
    """The project's file beside the photograph."""
    photo = Path(mark.path)
    return photo.with_name(f"{photo.name}{PROJECT_SUFFIX}")


def _newest_first(paths: list[Path]) -> list[Path]:
    times = {}
    for path in paths:
        with contextlib.suppress(OSError):
            times[path] = path.stat().st_mtime_ns
    return sorted(times, key=lambda path: -times[path])
