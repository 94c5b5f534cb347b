"""The state of a running window on disk, so that it can be restored after the program ended unexpectedly."""

import contextlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import imagecodecs

from desktop.engine.core.errors import DamagedEditError, NewerEditError, TintypeError
from desktop.engine.core.reasons import PARSE_ERRORS, Reason, reason_of, system_reason
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.preset import OtherFormatError
from desktop.engine.edits.serialization import NewerFieldError, known_only
from desktop.engine.files.atomic import write_json, write_whole
from desktop.engine.files.json_fields import integer_of, name_of
from desktop.engine.files.json_file import read_json
from desktop.engine.files.quarantine import set_aside, told_aside
from desktop.engine.files.temporary_files import is_temporary, remove_leftovers
from desktop.engine.imaging.bit_depth import with_alpha
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.pasted_photos import SUFFIX, PastedPictures
from desktop.engine.store.project import PhotoMark, Project, project_from_json, project_to_json

STATE_NAME = "state.json"
MAX_FILE_BYTES = 20_000_000
LEVEL = 1  # of 9; the picture is there for minutes


@dataclass(frozen=True)
class State:
    """An open photograph, and what was made of it.

    name: what it is called. bit_depth: 8 or 16, of its file.
    """

    mark: PhotoMark
    name: str
    bit_depth: int
    project: Project


def write_state(state: State, photo: Photo, folder: Path) -> None:
    """Write the state; of a photograph without a file also the picture, once."""
    if not state.mark.path:
        picture = picture_file(folder, state.mark)
        if not picture.exists():
            samples = photo.gray if photo.alpha is None else with_alpha(photo.gray[..., None], photo.alpha)
            write_whole(picture, imagecodecs.png_encode(samples, level=LEVEL))
    data = {
        "name": state.name,
        "bit_depth": state.bit_depth,
        "project": project_to_json(state.mark, state.project),
    }
    write_json(folder / STATE_NAME, data)


def read_state(folder: Path) -> State:
    """The state that was written.

    Raises OSError when it cannot be read now, FileNotFoundError when nothing was written; `NewerEditError` when only
    a newer program understands it; `DamagedEditError` when it makes no sense.
    """
    try:
        return _state_from_json(read_json(folder / STATE_NAME, MAX_FILE_BYTES))
    except (NewerFieldError, OtherFormatError) as error:
        raise NewerEditError(
            "What was open when a newer version of Tintype ended unexpectedly waits for that version: "
            f"{folder} ({reason_of(error)})."
        ) from error
    except PARSE_ERRORS as error:
        raise DamagedEditError(
            "Tintype ended unexpectedly, and the record of what was open is damaged: "
            f"{folder} ({reason_of(error)})."
        ) from error


def read_lost(folder: Path) -> tuple[State | None, str]:
    """The state of a window that ended unexpectedly, and a message for the user if it cannot be read.

    Nothing but empty folders is removed. What is damaged is set aside; what only another version of the program
    understands, or what the disk does not give at the moment, stays where it is for another time.
    """
    try:
        return read_state(folder), ""
    except FileNotFoundError:
        remove_leftovers(folder)
        with contextlib.suppress(OSError):
            folder.rmdir()
            return None, ""
        problem = f"Tintype ended unexpectedly before it could record what was open: {folder}."
        return None, told_aside(problem, set_aside(folder)) if folder.exists() else ""
    except OSError as error:
        return None, (
            "Tintype ended unexpectedly, and what was open cannot be read now; it stays in "
            f"{folder} ({system_reason(error)})."
        )
    except NewerEditError as error:
        return None, str(error)
    except DamagedEditError as error:
        return None, told_aside(error, set_aside(folder))


def rescue_pictures(folder: Path, pasted: PastedPictures, label: Callable[[int], str]) -> None:
    """Move the pictures in a session's folder that are nowhere else to the pasted ones; raises the faults of `adopt`.

    label: what a picture of that number is called.
    """
    pictures = {path.stem: path for path in folder.glob(f"*{SUFFIX}") if not is_temporary(path.name)}
    for path in pasted.left() if pictures else ():
        with contextlib.suppress(TintypeError, OSError):  # then it may be another one, and this one is kept
            pictures.pop(read_photo(path).key, None)
    for key, path in pictures.items():
        pasted.adopt(path, key, label)


def read_kept_photo(state: State, folder: Path) -> Photo:
    """The photograph of a state whose picture was written down; raises the faults of `read_photo`."""
    photo = read_photo(picture_file(folder, state.mark))
    return replace(photo, path=None, bit_depth=state.bit_depth)


def picture_file(folder: Path, mark: PhotoMark) -> Path:
    """Where the picture of a photograph without a file lies."""
    return folder / f"{mark.key}.png"


def _state_from_json(data: Any) -> State:
    known_only(data, ("name", "bit_depth", "project"))
    name, bit_depth = name_of(data["name"]), integer_of(data["bit_depth"])
    if bit_depth not in (8, 16):
        raise Reason("a photograph has a name and 8 or 16 bits")
    mark, project = project_from_json(data["project"])
    return State(mark, name, bit_depth, project)
