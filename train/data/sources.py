"""Where pictures come from: Parquet shards, folders, data sets of the Hugging Face hub."""

import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from PIL import Image

from train.data.selection import Selection, select_files, split_source

HUB_PREFIX = "hub:"
TOKEN_VARIABLE = "HUGGING_FACE_TOKEN"
PICTURE_SUFFIXES = {".jpg", ".jpeg", ".png", ".webp", ".bmp", ".tif", ".tiff"}


class SourceError(RuntimeError):
    """Pictures that cannot be had; the message says what to do."""


class Sample(NamedTuple):
    """One picture (any mode, any size) and the collection it came from."""

    image: Image.Image
    source: str


def hub_token(env_file: Path = Path(".env")) -> str:
    """Return the hub token from the environment, else from a `.env` file; raises SourceError without one."""
    token = os.environ.get(TOKEN_VARIABLE, "").strip()
    if not token and env_file.is_file():
        for line in env_file.read_text(encoding="utf-8").splitlines():
            key, _, value = line.partition("=")
            if key.removeprefix("export ").strip() == TOKEN_VARIABLE:
                token = value.strip().strip("'\"")
    if not token:
        raise SourceError(
            f"{TOKEN_VARIABLE} is not set: make a token at huggingface.co/settings/tokens, accept the terms "
            f"of the data set on its page, and put {TOKEN_VARIABLE}=... into the environment or a .env file"
        )
    return token


def _to_image(value: Any) -> Image.Image:
    if isinstance(value, Image.Image):
        return value
    if isinstance(value, Mapping) and value.get("bytes"):
        return Image.open(io.BytesIO(value["bytes"]))
    raise SourceError(f"expected a picture in the column 'image', found {type(value).__name__}")


def _from_parquet(files: list[Path], selection: Selection | None) -> Iterator[Sample]:
    import datasets

    rows = datasets.load_dataset("parquet", data_files=[str(file) for file in files], split="train")
    for row in rows.cast_column("image", datasets.Image(decode=False)):
        if selection is None or selection.takes(row):
            yield Sample(_to_image(row["image"]), str(row.get("source", "")))


def _divided(source: str) -> tuple[str, Selection | None]:
    try:
        return split_source(source)
    except ValueError as error:
        raise SourceError(str(error)) from error


def files_of(source: str, data_dir: Path) -> list[Path]:
    """Return the files of a source that is no data set of the hub: the chosen pictures of a folder, or the shards."""
    place, selection = _divided(source)
    folder = data_dir / place
    if folder.is_dir():
        found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in PICTURE_SUFFIXES]
        return found if selection is None else select_files(folder, found, selection)
    return sorted(data_dir.glob(place))


def picture_names(source: str, data_dir: Path) -> list[str]:
    """Return a name for each picture of a folder, in the order of `open_source`; [] for any other source."""
    if not (data_dir / _divided(source)[0]).is_dir():
        return []
    return [" ".join(path.stem.replace("_", " ").split()) for path in files_of(source, data_dir)]


def _from_folder(files: list[Path]) -> Iterator[Sample]:
    for path in files:
        with Image.open(path) as image:
            yield Sample(image, path.parent.name)


def _from_hub(name: str, selection: Selection | None) -> Iterator[Sample]:
    """Stream `owner/dataset[:split]`; nothing but the pictures asked for is fetched."""
    import datasets

    name, _, split = name.partition(":")
    rows = datasets.load_dataset(name, split=split or "train", streaming=True, token=hub_token())
    for row in rows:
        if selection is None or selection.takes(row):
            yield Sample(_to_image(row["image"]), name)


def open_source(source: str, data_dir: Path) -> Iterator[Sample]:
    """Iterate over the pictures of a source.

    Args:
        source: a glob of Parquet shards or a folder, both relative to `data_dir`, an absolute folder, or
            `hub:owner/dataset[:split]` such as `hub:imagenet-1k` and `hub:huggan/wikiart`. Each may end in
            `#COLUMN=VALUE|VALUE`, which takes the rows with one of these values; a folder's columns are those of the
            CSV files in it that have a column `file`, and `class`, the name of the folder a picture lies in.
        data_dir: the folder relative sources are looked up in.

    Raises:
        SourceError: nothing matches, a hub data set without a token, or a selection that makes no sense.
    """
    place, selection = _divided(source)
    if place.startswith(HUB_PREFIX):
        return _from_hub(place.removeprefix(HUB_PREFIX), selection)
    files = files_of(source, data_dir)
    if (data_dir / place).is_dir():
        return _from_folder(files)
    if not files:
        raise SourceError(f"nothing matches {source} in {data_dir}; name the folder of the data with --data")
    return _from_parquet(files, selection)
