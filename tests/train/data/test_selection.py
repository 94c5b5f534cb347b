"""Parts of a source, chosen by a column of its listing."""

import io
from pathlib import Path

import datasets
import numpy as np
import pytest
from PIL import Image

from train.data.cache import open_cache
from train.data.sources import SourceError, open_source


def _picture(value: int) -> Image.Image:
    return Image.fromarray(np.full((20, 20, 3), value, dtype=np.uint8))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for value, name in ((10, "bird"), (20, "dog"), (30, "berry")):
        (tmp_path / "classes" / name).mkdir(parents=True)
        _picture(value).save(tmp_path / "classes" / name / "one.png")
    return tmp_path


def test_classes_are_folders(folder: Path) -> None:
    chosen = open_cache(["classes#class=bird|berry"], folder, folder / "cache", 8)
    assert chosen.sources == ["berry", "bird"]
    assert chosen.pixels[:, 0, 0, 0].tolist() == [30, 10]
    # A cache of its own, not that of the whole folder.
    assert len(open_cache(["classes"], folder, folder / "cache", 8).pixels) == 3


def test_a_folder_is_chosen_from_by_its_csv(folder: Path) -> None:
    listing = "file,artist\nbird/one.png,A. Painter\ndog/one.png,B. Painter\n"
    (folder / "classes" / "list.csv").write_text(listing, encoding="utf-8")
    (sample,) = [item.source for item in open_source("classes#artist=B. Painter", folder)]
    assert sample == "dog"


def test_shards_are_chosen_from_by_their_column(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", folder / "hf")
    content = []
    for value in (1, 2, 3):
        file = io.BytesIO()
        _picture(value).save(file, "PNG")
        content.append({"bytes": file.getvalue(), "path": None})
    rows = {"image": content, "style": ["Baroque", "Japanese scroll", "Baroque"]}
    features = datasets.Features({"image": datasets.Image(), "style": datasets.Value("string")})
    datasets.Dataset.from_dict(rows, features=features).to_parquet(folder / "paintings.parquet")
    chosen = open_source("*.parquet#style=Japanese scroll", folder)
    assert [int(np.asarray(sample.image)[0, 0, 0]) for sample in chosen] == [2]


def test_a_selection_without_sense_is_named(folder: Path) -> None:
    with pytest.raises(SourceError, match="COLUMN=VALUE"):
        open_source("classes#bird", folder)
    with pytest.raises(SourceError, match="no pictures"):
        open_cache(["classes#class=whale"], folder, folder / "cache", 8)
