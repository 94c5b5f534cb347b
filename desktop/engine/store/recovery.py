"""The state of a running window on disk, so that it can be restored after the program ended unexpectedly."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import imagecodecs

from desktop.engine.core.errors import DamagedEditError
from desktop.engine.core.reasons import NO_SENSE, Reason, reason_of
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.serialization import known_only
from desktop.engine.files.atomic import replacing
from desktop.engine.files.json_file import read_json
from desktop.engine.imaging.bit_depth import with_alpha
from desktop.engine.imaging.photo import Photo
from desktop.engine.store.project import PhotoMark, Project, project_from_json, project_to_json

STATE_NAME = "state.json"
MAX_FILE_BYTES = 20_000_000
LEVEL = 1  # of 9; the picture is there for minutes


@dataclass(frozen=True)
class State:
    """A photograph at hand, and what was made of it.

    name: what it is called. bit_depth: 8 or 16, of its file.
    """

    mark: PhotoMark
    name: str
    bit_depth: int
    project: Project


def write_state(state: State, photo: Photo, folder: Path) -> None:
    """Write down what is at hand; of a photograph without a file also the picture, once."""
    if not state.mark.path:
        picture = picture_file(folder, state.mark)
        if not picture.exists():
            samples = photo.gray if photo.alpha is None else with_alpha(photo.gray[..., None], photo.alpha)
            with replacing(picture) as temporary:
                temporary.write_bytes(imagecodecs.png_encode(samples, level=LEVEL))
    data = {
        "name": state.name,
        "bit_depth": state.bit_depth,
        "project": project_to_json(state.mark, state.project),
    }
    with replacing(folder / STATE_NAME) as temporary:
        temporary.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")


def read_state(folder: Path) -> State:
    """What was at hand; raises FileNotFoundError when nothing was, else `DamagedEditError`."""
    path = folder / STATE_NAME
    try:
        return _state_from_json(read_json(path, MAX_FILE_BYTES))
    except FileNotFoundError:
        raise
    except (OSError, *NO_SENSE) as error:
        raise DamagedEditError(f"The file {path} is damaged ({reason_of(error)}).") from error


def read_kept_photo(state: State, folder: Path) -> Photo:
    """The photograph of a state whose picture was written down; raises the faults of `read_photo`."""
    photo = read_photo(picture_file(folder, state.mark))
    return replace(photo, path=None, bit_depth=state.bit_depth)


def picture_file(folder: Path, mark: PhotoMark) -> Path:
    """Where the picture of a photograph without a file lies."""
    return folder / f"{mark.key}.png"


def _state_from_json(data: Any) -> State:
    known_only(data, ("name", "bit_depth", "project"))
    name, bit_depth = data["name"], data["bit_depth"]
    if not isinstance(name, str) or bit_depth not in (8, 16):
        raise Reason("a photograph has a name and 8 or 16 bits")
    mark, project = project_from_json(data["project"])
    return State(mark, name, bit_depth, project)
