"""A project: a photograph's edit and its named snapshots, in one small file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop import __version__
from desktop.engine.core.errors import DamagedEditError, NewerEditError
from desktop.engine.core.reasons import PARSE_ERRORS, reason_of, system_reason
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import OtherFormatError
from desktop.engine.edits.serialization import NewerFieldError, edit_from_json, edit_to_json, known_only
from desktop.engine.files.atomic import write_json
from desktop.engine.files.json_fields import name_of, text_of
from desktop.engine.files.json_file import read_json
from desktop.engine.imaging.photo import Photo

PROJECT_FORMAT = 1
PROJECT_SUFFIX = ".tintype-edit"
MAX_FILE_BYTES = 20_000_000
_FIELDS = ("format", "program", "photo", "edit", "snapshots")


@dataclass(frozen=True)
class Snapshot:
    """A state of the edit under a name, to go back to."""

    name: str
    edit: Edit


@dataclass(frozen=True)
class PhotoMark:
    """What a photograph is recognised by. key: `Photo.key`; path: empty for one without a file."""

    key: str
    path: str = ""

    @classmethod
    def of(cls, photo: Photo) -> "PhotoMark":
        """The mark of a photograph."""
        return cls(photo.key, "" if photo.path is None else str(photo.path.absolute()))


@dataclass(frozen=True)
class Project:
    """A photograph's edit and its snapshots, in the order in which they were made."""

    edit: Edit
    snapshots: tuple[Snapshot, ...] = ()


def read_project(path: Path) -> tuple[PhotoMark, Project]:
    """What a project file holds.

    Raises FileNotFoundError; `NewerEditError` when only a newer program understands it; `DamagedEditError` when it
    makes no sense or cannot be read.
    """
    try:
        return project_from_json(read_json(path, MAX_FILE_BYTES))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise DamagedEditError(f"{path} cannot be read ({system_reason(error)}).") from error
    except (NewerFieldError, OtherFormatError) as error:
        raise NewerEditError(
            f"{path.name} was written by a newer version of Tintype ({reason_of(error)}); update the program to "
            "use it."
        ) from error
    except PARSE_ERRORS as error:
        raise DamagedEditError(f"The file {path.name} is damaged ({reason_of(error)}).") from error


def write_project(mark: PhotoMark, project: Project, path: Path) -> Path:
    """Write a project file, whole or not at all; raises the faults of `atomic.replacing`."""
    write_json(path, project_to_json(mark, project), indent=1)
    return path


def project_to_json(mark: PhotoMark, project: Project) -> dict[str, Any]:
    """A project as a JSON object; `project_from_json` reads it back unchanged."""
    return {
        "format": PROJECT_FORMAT,
        "program": f"Tintype {__version__}",
        "photo": {"key": mark.key, "path": mark.path},
        "edit": edit_to_json(project.edit),
        "snapshots": [
            {"name": snapshot.name, "edit": edit_to_json(snapshot.edit)} for snapshot in project.snapshots
        ],
    }


def project_from_json(data: Any) -> tuple[PhotoMark, Project]:
    """What a JSON object describes; raises what `reasons.PARSE_ERRORS` lists if it describes no project."""
    if data["format"] != PROJECT_FORMAT:
        raise OtherFormatError(f"format {str(data['format'])[:20]} is not {PROJECT_FORMAT}")
    known_only(data, _FIELDS)
    photo = data["photo"]
    known_only(photo, ("key", "path"))
    mark = PhotoMark(key=text_of(photo["key"]), path=name_of(photo["path"]))
    snapshots = tuple(_snapshot_from_json(snapshot) for snapshot in data.get("snapshots", []))
    return mark, Project(edit_from_json(data["edit"]), snapshots)


def _snapshot_from_json(data: Any) -> Snapshot:
    known_only(data, ("name", "edit"))
    return Snapshot(text_of(data["name"]), edit_from_json(data["edit"]))
