"""Presets: an embedding, a palette and a name, in one small file, that stand for the colours of a painting."""

import base64
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.core.errors import (
    DamagedPresetError,
    PresetModelMismatchError,
    PresetNameError,
    PresetNotFoundError,
)
from desktop.engine.core.reasons import PARSE_ERRORS, Reason, reason_of, system_reason
from desktop.engine.files.atomic import write_json
from desktop.engine.files.json_fields import made_text, text_of
from desktop.engine.files.json_file import read_json
from desktop.engine.files.naming import slug
from desktop.engine.imaging.palette import extract_palette
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_kinds import STYLE_ENCODER, Kind
from desktop.engine.inference.model_registry import Model, replaces_shipped

PRESET_FORMAT = 1
PRESET_SUFFIX = ".tintype"
MAX_FILE_BYTES = 1_000_000
MAX_EMBEDDED = (
    1e6  # of an embedding's numbers, which are some tens at most; far larger ones no network can take
)
HEX_COLOUR = re.compile(r"#[0-9a-f]{6}")


class OtherFormatError(Reason):
    """A preset as another version of the program writes it."""


@dataclass(frozen=True)
class Preset:
    """What a preset file holds.

    name: what the user calls it. painter, title, year, credit: of the painting, may be empty.
    model, encoder_sha256: the model, and the very style encoder, whose embedding this is. Of natural colours, which
        no painting made, the encoder and the embedding are empty.
    palette: "#rrggbb", by descending share of the painting.
    """

    name: str
    model: str
    encoder_sha256: str
    embedding: tuple[float, ...]
    palette: tuple[str, ...]
    painter: str = ""
    title: str = ""
    year: str = ""
    credit: str = ""

    @cached_property
    def slug(self) -> str:
        """The name as a file name; two presets with one slug are the same preset."""
        return slug(self.name)

    @property
    def vector(self) -> Floats:
        """The embedding as an array (embedding_size,)."""
        return np.asarray(self.embedding, dtype=np.float32)

    @property
    def is_natural(self) -> bool:
        """Whether these are natural colours, which no painting made."""
        return not self.embedding

    def matches(self, model: Model) -> bool:
        """Whether `model` has the style encoder that made this preset, or makes these natural colours."""
        if self.is_natural:
            return self.model == model.name and model.kind == Kind.AUTO
        graph = model.graphs.get(STYLE_ENCODER)
        same_encoder = graph is not None and self.encoder_sha256.lower() == graph.sha256.lower()
        return self.model == model.name and same_encoder

    def check_model(self, model: Model) -> None:
        """Raise `PresetModelMismatchError` unless `model` is the one that this preset is for."""
        if self.is_natural and not self.matches(model):
            raise PresetModelMismatchError(
                f'Natural colours need the model "{self.model}", which is not installed; install it or choose a preset.'
            )
        if self.model != model.name:
            raise PresetModelMismatchError(
                f'Preset "{self.name}" belongs to the model "{self.model}", not "{model.name}"; '
                f"choose that model or add its painting again."
            )
        if not self.matches(model) and replaces_shipped(model):
            raise PresetModelMismatchError(
                f'Preset "{self.name}" does not fit your own model "{model.name}", which stands in the place of '
                f"the one that came with the program; remove yours, or add the preset's painting again."
            )
        if not self.matches(model):
            raise PresetModelMismatchError(
                f'Preset "{self.name}" was made with another version of the model "{model.name}"; '
                f"add its painting again."
            )


def make_preset(
    colorizer: Colorizer,
    painting: NDArray[np.uint8],
    name: str,
    *,
    painter: str = "",
    title: str = "",
    year: str = "",
    credit: str = "",
) -> Preset:
    """The preset of a painting (H, W, 3) sRGB; raises `PresetNameError` for a name without a letter."""
    checked_name(name)
    painter, title, year, credit = map(made_text, (painter, title, year, credit))
    embedding = colorizer.embed(painting)
    return Preset(
        name=made_text(name.strip()),
        model=colorizer.model.name,
        encoder_sha256=colorizer.model.graphs[STYLE_ENCODER].sha256,
        embedding=tuple(float(value) for value in embedding),
        palette=extract_palette(painting),
        painter=painter,
        title=title,
        year=year,
        credit=credit,
    )


def embedded_again(preset: Preset, colorizer: Colorizer, painting: NDArray[np.uint8]) -> Preset:
    """The same preset for another model, from its painting (H, W, 3) sRGB; raises `ModelRunError`."""
    return replace(
        preset,
        model=colorizer.model.name,
        encoder_sha256=colorizer.model.graphs[STYLE_ENCODER].sha256,
        embedding=tuple(float(value) for value in colorizer.embed(painting)),
    )


def checked_name(name: str) -> str:
    """`name` without outer blanks; raises `PresetNameError` when no file name can be made of it."""
    if not slug(name):
        raise PresetNameError(f'"{name}" cannot name a preset; use at least one letter or digit.')
    return name.strip()


def read_preset(path: Path) -> Preset:
    """The preset in a file; raises `PresetNotFoundError` or `DamagedPresetError`."""
    return read_preset_and_copy(path)[0]


def read_preset_and_copy(path: Path) -> tuple[Preset, bytes]:
    """The preset in a file, and the small JPEG of its painting, empty where none is kept; raises as `read_preset`."""
    try:
        data = read_json(path, MAX_FILE_BYTES)
        return preset_from_json(data), base64.b64decode(text_of(data.get("painting", "")), validate=True)
    except FileNotFoundError as error:
        raise PresetNotFoundError(f"There is no preset file {path}.") from error
    except OSError as error:
        raise DamagedPresetError(f"{path} cannot be read ({system_reason(error)}).") from error
    except PARSE_ERRORS as error:
        raise DamagedPresetError(
            f"{path} is not a preset or is damaged ({reason_of(error)}); add its painting again."
        ) from error


def unknown_fields(path: Path) -> dict[str, Any]:
    """What a preset file has beyond what this program knows: a newer one's. Raises as `read_json`."""
    known = {"painting", *preset_to_json(read_preset(path))}
    return {name: value for name, value in read_json(path, MAX_FILE_BYTES).items() if name not in known}


def write_preset(
    preset: Preset, path: Path, copy: bytes = b"", more: Mapping[str, Any] = MappingProxyType({})
) -> Path:
    """Write one preset file, whole or not at all; with the small JPEG of its painting where one is given.

    more: fields that a newer program has put into the file.
    """
    data = {**more, **preset_to_json(preset)}
    if copy:
        data["painting"] = base64.b64encode(copy).decode("ascii")
    write_json(path, data, indent=1)
    return path


def preset_to_json(preset: Preset) -> dict[str, Any]:
    """A preset as a file's JSON object; `preset_from_json` reads it back unchanged."""
    return {"format": PRESET_FORMAT, **asdict(preset)}


def preset_from_json(data: Mapping[str, Any]) -> Preset:
    """The preset that a file's JSON object describes; raises ValueError, KeyError or TypeError if none."""
    if data["format"] != PRESET_FORMAT:
        raise OtherFormatError(f"format {data['format']} is not {PRESET_FORMAT}")
    return Preset(
        name=checked_name(text_of(data["name"])),
        model=text_of(data["model"]),
        encoder_sha256=text_of(data["encoder_sha256"]),
        embedding=embedding_of(data["embedding"]),
        palette=_palette(data["palette"]),
        **{field: text_of(data.get(field, "")) for field in ("painter", "title", "year", "credit")},
    )


def embedding_of(values: object) -> tuple[float, ...]:
    """The numbers of an embedding from a file; raises `Reason` for what no encoder makes."""
    if not isinstance(values, list | tuple) or not values or not all(map(_is_embedded, values)):
        raise Reason("the embedding is not a list of numbers")
    return tuple(map(float, values))


def _is_embedded(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= MAX_EMBEDDED


def _palette(values: Sequence[object]) -> tuple[str, ...]:
    colours = tuple(text_of(value).lower() for value in values)
    if not all(HEX_COLOUR.fullmatch(colour) for colour in colours):
        raise Reason("the palette is not a list of #rrggbb colours")
    return colours
