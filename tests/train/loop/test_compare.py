"""Experiments trained one after the other, and their table."""

import json
from pathlib import Path

import pytest
from PIL import Image

from train.data.cache import PictureCache
from train.loop import experiments
from train.loop.compare import ROW_NAME, comparison, table
from train.loop.experiments import train_experiments
from train.networks.checkpoint import load_checkpoint

SHARED = """
bf16 = false
compile = false
[network]
kind = "learned"
widths = [8, 8, 8]
style_widths = [8, 8]
learned = 4
[data]
photos = ["pictures"]
paintings = ["pictures"]
cache_px = 48
crop_px = 32
[loss]
palette = 0.0
[optim]
pictures = 16
self_pairs = 4
foreign_pairs = 0
"""


@pytest.fixture
def data(tmp_path: Path, pictures: PictureCache, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pictures").mkdir()
    for index, pixels in enumerate(pictures.pixels[:4]):
        Image.fromarray(pixels).save(tmp_path / "pictures" / f"{index}.png")
    recipes = tmp_path / "recipes" / "experiments"
    (recipes / "common").mkdir(parents=True)
    (recipes / "common" / "equal.toml").write_text(SHARED, encoding="utf-8")
    (recipes / "1_styled.toml").write_text('extends = "common/equal.toml"', encoding="utf-8")
    (recipes / "2_alone.toml").write_text(
        'extends = "1_styled.toml"\n[network]\nlearned = 0', encoding="utf-8"
    )
    monkeypatch.setattr(experiments, "RECIPES_DIR", tmp_path / "recipes")
    return tmp_path


def _train(data: Path, *overrides: str) -> list[Path]:
    return train_experiments(data / "runs", data, data / "cache", overrides)


def test_all_experiments_are_trained_once_and_compared(data: Path) -> None:
    folders = _train(data)
    assert [folder.name for folder in folders] == ["1_styled", "2_alone"]
    for folder in folders:
        files = {path.name for path in folder.iterdir()}
        assert {"checkpoint.pt", "curves.csv", "curves.png"} <= files
        assert list((folder / "samples").glob("*.latent.png"))
    written_ns = [(folder / "checkpoint.pt").stat().st_mtime_ns for folder in folders]
    _train(data)
    assert [(folder / "checkpoint.pt").stat().st_mtime_ns for folder in folders] == written_ns

    lines = comparison(folders, data, data / "cache", "pictures", "pictures").splitlines()
    assert [line.split("|")[1].strip() for line in lines[2:]] == [
        "untouched grey",
        "rank table",
        "1_styled",
        "2_alone",
    ]
    rows = [json.loads((folder / ROW_NAME).read_text(encoding="utf-8")) for folder in folders]
    assert [row["pictures"] for row in rows] == [16, 16]
    assert rows[0]["largest"] >= rows[0]["smallest"] > 0
    assert "largest" not in rows[1]
    assert rows[1]["swap"] < 1e-4

    # What has been scored is read back, until the run has gone on.
    (folders[0] / ROW_NAME).write_text(json.dumps(rows[0] | {"swap": 77.0}), encoding="utf-8")
    assert "77.00" in comparison(folders, data, data / "cache", "pictures", "pictures")
    _train(data, "optim.pictures=24")
    assert load_checkpoint(folders[0] / "checkpoint.pt").step == 6
    assert "77.00" not in comparison(folders, data, data / "cache", "pictures", "pictures")


def test_what_a_rival_does_not_have_is_left_empty() -> None:
    lines = table({"grey": {"ab_mse": 12.34}, "run": {"ab_mse": 5.0, "pictures": 8000}}).splitlines()
    assert lines[2] == "| grey |  |  | 12.3 |" + "  |" * 10
    assert lines[3].startswith("| run | 8,000 |  | 5.0 |")
