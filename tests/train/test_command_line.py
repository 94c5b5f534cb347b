"""The commands of `python -m train`, end to end on a few pictures."""

import json
from pathlib import Path

import pytest
from PIL import Image

from train.__main__ import main
from train.cache import PictureCache

TINY = [
    "bf16=false",
    "compile=false",
    "data.photos=['photos']",
    "data.paintings=['photos']",
    "data.cache_px=48",
    "data.crop_px=32",
    "network.widths=[8, 8, 8]",
    "network.style_widths=[8, 8]",
    "loss.semantic=0",
    "optim.pictures=64",
]


@pytest.fixture
def data(tmp_path: Path, pictures: PictureCache) -> list[str]:
    (tmp_path / "photos").mkdir()
    for index, pixels in enumerate(pictures.pixels[:4]):
        Image.fromarray(pixels).save(tmp_path / "photos" / f"{index}.png")
    return ["--data", str(tmp_path), "--cache", str(tmp_path / "cache")]


def test_run_then_evaluate_then_sheet(
    data: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    settings = [argument for setting in TINY for argument in ("--set", setting)]
    assert main(["run", "palette", *settings, "--out", str(run), *data]) == 0
    assert {"checkpoint.pt", "curves.csv", "curves.png", "samples", "tensorboard"} <= {
        path.name for path in run.iterdir()
    }
    assert list((run / "samples").glob("*.latent.png"))

    judged = ["--photos", "photos", "--paintings", "photos", "--size-px", "64", "--working-px", "64", *data]
    scores = tmp_path / "scores.json"
    capsys.readouterr()
    assert main(["evaluate", str(run / "checkpoint.pt"), "--json", str(scores), *judged]) == 0
    assert "| model |" in capsys.readouterr().out
    assert json.loads(scores.read_text(encoding="utf-8"))["pictures"] == {"photos": 4, "paintings": 4}

    sheet = tmp_path / "sheet.png"
    assert (
        main(["sheet", str(run / "checkpoint.pt"), str(sheet), "--rows", "2", "--columns", "3", *judged]) == 0
    )
    with Image.open(sheet) as image:
        assert image.width > 5 * 64
        assert image.height > 3 * 64
    assert sheet.with_suffix(".latent.png").exists()


def test_faults_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "palette", "--data", str(tmp_path), "--out", str(tmp_path / "run")]) == 2
    assert main(["run", "nonsense"]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 2
