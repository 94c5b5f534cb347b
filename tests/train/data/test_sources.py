"""Pictures from shards, from folders, and from a stand-in for the hub."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import datasets
import numpy as np
import pytest
from PIL import Image

from train.data.sources import TOKEN_VARIABLE, SourceError, hub_token, open_source, picture_names


def _picture(value: int) -> Image.Image:
    return Image.fromarray(np.full((20, 30, 3), value, dtype=np.uint8))


def _png(value: int) -> bytes:
    content = io.BytesIO()
    _picture(value).save(content, "PNG")
    return content.getvalue()


def _red(images: Iterator[Any]) -> list[int]:
    return [int(np.asarray(sample.image)[0, 0, 0]) for sample in images]


@pytest.fixture(autouse=True)
def private_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(datasets.config, "HF_DATASETS_CACHE", tmp_path / "hf")
    monkeypatch.delenv(TOKEN_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)


def test_parquet_shards(tmp_path: Path) -> None:
    rows = {"image": [{"bytes": _png(value), "path": None} for value in (10, 20)], "source": ["a", "b"]}
    features = datasets.Features({"image": datasets.Image(), "source": datasets.Value("string")})
    datasets.Dataset.from_dict(rows, features=features).to_parquet(tmp_path / "photos-0.parquet")
    samples = list(open_source("photos-*.parquet", tmp_path))
    assert _red(iter(samples)) == [10, 20]
    assert [sample.source for sample in samples] == ["a", "b"]


def test_a_folder_with_subfolders(tmp_path: Path) -> None:
    (tmp_path / "pictures" / "birds").mkdir(parents=True)
    _picture(30).save(tmp_path / "pictures" / "birds" / "one.png")
    (tmp_path / "pictures" / "notes.txt").write_text("not a picture", encoding="utf-8")
    (sample,) = [(item.source, item.image.size) for item in open_source("pictures", tmp_path)]
    assert sample == ("birds", (30, 20))


def test_pictures_of_a_folder_are_named_in_their_order(tmp_path: Path) -> None:
    for name in ("van_gogh__the_night.png", "a.png"):
        Image.new("RGB", (4, 4)).save(tmp_path / name)
    (tmp_path / "list.csv").touch()
    assert picture_names(".", tmp_path) == ["a", "van gogh the night"]
    assert picture_names(str(tmp_path), Path("elsewhere")) == ["a", "van gogh the night"]
    assert picture_names("*.png", tmp_path) == []


def test_nothing_found_says_where(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="--data"):
        open_source("photos-*.parquet", tmp_path)


@pytest.mark.parametrize("name", ["imagenet-1k", "huggan/wikiart"])
def test_the_hub_is_streamed_with_the_token(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, Any] = {}

    def stand_in(dataset: str, **options: Any) -> Iterator[dict[str, Image.Image]]:
        asked.update(options, dataset=dataset)
        return ({"image": _picture(value)} for value in (1, 2, 3))

    monkeypatch.setattr(datasets, "load_dataset", stand_in)
    monkeypatch.setenv(TOKEN_VARIABLE, "hf_secret")
    assert _red(open_source(f"hub:{name}:validation", tmp_path)) == [1, 2, 3]
    assert asked == {"dataset": name, "split": "validation", "streaming": True, "token": "hf_secret"}


def test_a_missing_token_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=TOKEN_VARIABLE):
        list(open_source("hub:imagenet-1k", tmp_path))


@pytest.mark.parametrize("line", ["{}=hf_secret", 'export {} = "hf_secret"', "{}='hf_secret'"])
def test_the_token_may_be_in_an_env_file(line: str, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("OTHER=1\n" + line.format(TOKEN_VARIABLE) + "\n", encoding="utf-8")
    assert hub_token() == "hf_secret"
