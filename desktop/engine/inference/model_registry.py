"""Finds the models on this computer; a graph is loaded only if its SHA-256 is in the manifest."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.engine.core import paths
from desktop.engine.core.errors import (
    DamagedModelError,
    ModelKindError,
    ModelNotFoundError,
    TooLittleMemoryError,
)
from desktop.engine.core.reasons import PARSE_ERRORS, Reason, reason_of
from desktop.engine.files.json_fields import object_of
from desktop.engine.files.json_file import read_json
from desktop.engine.files.naming import slug
from desktop.engine.files.plain_file import read_plain
from desktop.engine.files.presence import found_in
from desktop.engine.inference import manifest_fields as fields
from desktop.engine.inference.graph_check import check_graph
from desktop.engine.inference.model_kinds import GRAPHS, STYLE_ENCODER, Graph, Kind

MANIFEST_NAME = "model.json"
CARD_NAME = "README.md"
MANIFEST_FORMAT = 1
DEFAULT_MODEL = "palette"


@dataclass(frozen=True)
class Model:
    """A model's manifest, and the folder that it lies in.

    kind: a `Kind`, or one that only a newer program knows.
    working_size_px: the network sees about working_size_px**2 pixels of a photograph, its aspect kept; of a
        painter it is the side of the tiles that it was trained for.
    size_multiple: height and width given to a graph are multiples of this.
    style_size_px: greatest short side of a painting given to the style encoder; 0 without one.
    embedding_size: numbers of an embedding; 0 without a style encoder.
    embedding_parts: how many numbers of each kind follow one another in it; empty where all are of one kind.
    scores: figures measured when the model was made, shown as they are.
    """

    folder: Path
    name: str
    title: str
    version: str
    kind: str
    description: str
    working_size_px: int
    size_multiple: int
    style_size_px: int
    embedding_size: int
    licence: str
    training_data: str
    graphs: Mapping[str, Graph]
    scores: Mapping[str, Any]
    embedding_parts: tuple[int, ...] = ()

    @property
    def sha256(self) -> str:
        """One hash for all graphs: two models with one hash give the same result from the same look."""
        lines = sorted(f"{name} {graph.sha256.lower()}\n" for name, graph in self.graphs.items())
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    @property
    def wanted_graphs(self) -> tuple[str, ...]:
        """The graphs that a model of its kind consists of; raises `ModelKindError` for a kind of a newer program."""
        if self.kind not in GRAPHS:
            raise ModelKindError(
                f'Model "{self.name}" is of the kind "{self.kind}", which this version of the program does not '
                f"know; update the program."
            )
        return GRAPHS[self.kind]

    def graph_path(self, graph: str) -> Path:
        """Where the graph called `graph` lies; raises `DamagedModelError` when the manifest has none."""
        if graph not in self.graphs:
            raise DamagedModelError(f'Model "{self.name}" has no graph "{graph}"; install the model again.')
        return self.folder / self.graphs[graph].file

    def graph_bytes(self, graph: str) -> bytes:
        """The graph's bytes, once their SHA-256 is the manifest's and they have the runtime read no other file.

        The session is made from these very bytes, so nothing can change between the check and the use.
        Raises `ModelNotFoundError` for a missing file, `DamagedModelError` for a wrong hash or other files, and
        `TooLittleMemoryError`.
        """
        with _right_advice(self.folder):
            return self._checked_bytes(graph)

    def _checked_bytes(self, graph: str) -> bytes:
        path = self.graph_path(graph)
        try:
            content = read_plain(path, self.graphs[graph].size_bytes)
        except OSError as error:
            raise ModelNotFoundError(
                f'Model "{self.name}" lacks its file {path.name} ({path.parent}); install the model again.'
            ) from error
        except MemoryError as error:
            raise TooLittleMemoryError(
                f'The model "{self.name}" does not fit into memory; close other programs.'
            ) from error
        if hashlib.sha256(content).hexdigest() != self.graphs[graph].sha256.lower():
            raise DamagedModelError(
                f'Model "{self.name}": {path.name} is not the file its manifest describes '
                f"({path.parent}); install the model again."
            )
        try:
            check_graph(content)
        except Reason as error:
            raise DamagedModelError(
                f'Model "{self.name}": {path.name} is not a graph that can be used ({reason_of(error)}).'
            ) from error
        return content


def read_manifest(folder: Path) -> Model:
    """The model in `folder`; raises `ModelNotFoundError` or `DamagedModelError`. Graphs are not read yet."""
    with _right_advice(folder):
        return _manifest_of(folder)


def _manifest_of(folder: Path) -> Model:
    path = folder / MANIFEST_NAME
    try:
        return model_from_manifest(folder, read_json(path, fields.MAX_MANIFEST_BYTES))
    except FileNotFoundError as error:
        raise ModelNotFoundError(f"There is no model in {folder}: it has no {MANIFEST_NAME}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise DamagedModelError(f"{path} cannot be read; install the model again.") from error
    except PARSE_ERRORS as error:
        raise DamagedModelError(
            f"{path} is not a model manifest ({reason_of(error)}); install the model again."
        ) from error


@contextmanager
def _right_advice(folder: Path) -> Iterator[None]:
    """Within, a fault of a model that stands in the place of a shipped one says how to have that back."""
    try:
        yield
    except (DamagedModelError, ModelNotFoundError) as error:
        if folder.parent != paths.own_models_dir() or not is_shipped_name(folder.name):
            raise
        fault = f"{error} Or remove {folder}: the program came with a model of that name."
        raise type(error)(fault) from error.__cause__


def find_models(folders: Iterable[Path] | None = None) -> list[Model]:
    """Every model with a readable manifest, by name; of two with one name, the first folder's wins."""
    found: dict[str, Model] = {}
    for folder in manifest_folders(folders):
        try:
            model = read_manifest(folder)
        except DamagedModelError:
            continue  # `model_problems` tells of it
        found.setdefault(model.name, model)
    return sorted(found.values(), key=lambda model: model.name)


def model_problems(folders: Iterable[Path] | None = None) -> list[str]:
    """One sentence for each model folder whose manifest cannot be read."""
    problems = []
    for folder in manifest_folders(folders):
        try:
            read_manifest(folder)
        except DamagedModelError as error:
            problems.append(str(error))
    return problems


def models_of(kind: Kind, folders: Iterable[Path] | None = None) -> list[Model]:
    """The models of a kind, by name."""
    return [model for model in find_models(folders) if model.kind == kind]


def load_model(name: str = DEFAULT_MODEL, folders: Iterable[Path] | None = None) -> Model:
    """The model called `name`; raises `ModelNotFoundError`, or `DamagedModelError` if that one is damaged."""
    for folder in manifest_folders(folders):
        if folder.name == name and (model := read_manifest(folder)).name == name:
            return model
    known = find_models(folders)
    for model in known:
        if model.name == name:
            return model
    names = ", ".join(model.name for model in known)
    advice = f"there are: {names}" if names else "no model is installed"
    raise ModelNotFoundError(f'There is no model "{name}"; {advice}.')


def manifest_folders(folders: Iterable[Path] | None = None) -> list[Path]:
    """Every folder with a manifest, readable or not, in the order in which the program looks."""
    places = paths.model_dirs() if folders is None else tuple(folders)
    return [manifest.parent for place in places for manifest in found_in(place, f"*/{MANIFEST_NAME}")]


def is_shipped_name(name: str) -> bool:
    """Whether a model of this name, or of one that gives the same folder, came with the program."""
    return any(slug(model.name) == slug(name) for model in find_models((paths.shipped_models_dir(),)))


def replaces_shipped(model: Model) -> bool:
    """Whether a model of the user's own stands in the place of one that came with the program."""
    return model.folder.parent == paths.own_models_dir() and is_shipped_name(model.name)


def model_from_manifest(folder: Path, data: Mapping[str, Any]) -> Model:
    """The model that a manifest describes, as if it lay in `folder`; raises one of `reasons.PARSE_ERRORS`."""
    if object_of(data)["format"] != MANIFEST_FORMAT:
        raise Reason(f"format {data['format']!r:.20} is not {MANIFEST_FORMAT}; the program is too old for it")
    graphs = {name: _graph(graph) for name, graph in fields.graphs_field(data["graphs"]).items()}
    kind = fields.name_field(data["kind"])
    encodes = STYLE_ENCODER in GRAPHS.get(kind, ())
    size = fields.whole_number(data["embedding_size"], fields.MAX_EMBEDDING) if encodes else 0
    return Model(
        folder=folder,
        name=fields.name_field(data["name"]),
        title=fields.name_field(data["title"]),
        version=fields.name_field(data["version"]),
        kind=kind,
        description=fields.text_field(data.get("description", "")),
        working_size_px=fields.whole_number(data["working_size_px"], fields.MAX_SIDE_PX),
        size_multiple=fields.whole_number(data["size_multiple"], fields.MAX_MULTIPLE),
        style_size_px=fields.whole_number(data["style_size_px"], fields.MAX_SIDE_PX) if encodes else 0,
        embedding_size=size,
        embedding_parts=fields.parts_field(data.get("embedding_parts", []), size),
        licence=fields.text_field(data.get("licence", "")),
        training_data=fields.text_field(data.get("training_data", "")),
        graphs=graphs,
        scores=fields.scores_field(data.get("scores", {})),
    )


def _graph(data: Mapping[str, Any]) -> Graph:
    return Graph(
        fields.file_field(data["file"], taken=(MANIFEST_NAME, CARD_NAME)),
        fields.hash_field(data["sha256"]),
        fields.whole_number(data["size_bytes"], fields.MAX_GRAPH_BYTES),
    )
