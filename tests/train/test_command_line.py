"""The commands of `python -m train`, end to end on a few pictures."""

import json
from pathlib import Path

import pytest
from PIL import Image

from train.__main__ import main
from train.core.config import NetworkConfig, Recipe
from train.data.cache import PictureCache
from train.evaluation import perception
from train.evaluation.judging_options import named_models
from train.networks.factory import build_network
from train.networks.weights import save_weights

TINY = [
    "bf16=false",
    "compile=false",
    "data.photos=['photos']",
    "data.paintings=['photos']",
    "data.validation_photos=['photos']",
    "data.validation_paintings=['photos']",
    "data.validation_px=48",
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


@pytest.mark.usefixtures("random_backbones")
def test_run_then_evaluate_then_gallery(
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
    checkpoint = str(run / "checkpoint.pt")
    capsys.readouterr()
    scores = tmp_path / "scores"
    models = [checkpoint, f"again={checkpoint}"]
    assert main(["evaluate", *models, "--out", str(scores), *judged]) == 0
    printed = capsys.readouterr().out
    assert "\n| run |" in printed
    assert (scores / "scores.md").read_text(encoding="utf-8") in printed
    assert {path.name for path in scores.glob("*.png")} == {"worst-run.png", "worst-again.png"}
    result = json.loads((scores / "scores.json").read_text(encoding="utf-8"))
    assert result["pictures"] == {"photos": 4, "paintings": 4}
    assert result["self_reference"]["run"]["lpips"] == result["self_reference"]["again"]["lpips"]
    assert (result["models"]["run"]["recipe"], result["models"]["run"]["pictures"]) == ("palette", 64)

    sheet = tmp_path / "sheets" / "sheet.png"
    gallery = ["gallery", checkpoint, str(sheet), "--rows", "2", "--columns", "3", "--by-collection"]
    assert main([*gallery, *judged]) == 0
    assert sheet.with_suffix(".latent.png").exists()
    with Image.open(sheet) as image:
        width_px = image.width
        assert width_px > 5 * 64
        assert image.height > 3 * 64
    assert main([*gallery, "--degraded", *judged]) == 0
    with Image.open(sheet) as image:
        assert image.width < width_px


def test_what_needs_no_reference_is_judged_beside_a_palette_model(
    data: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    palette = tmp_path / "palette.safetensors"
    config = NetworkConfig(widths=(8, 8, 8), style_widths=(8, 8))
    save_weights(palette, build_network(config), Recipe(network=config), 1)
    run = tmp_path / "natural"
    settings = [argument for setting in [*TINY, "adversarial.semantic=0"] for argument in ("--set", setting)]
    begun = ["run", "auto_warm_classes", *settings, "--init", str(palette), "--out", str(run), *data]
    assert main(begun) == 0

    checkpoint, scores = str(run / "checkpoint.pt"), tmp_path / "scores"
    judged = ["--photos", "photos", "--size-px", "64", "--working-px", "64", *data]
    capsys.readouterr()
    models = [checkpoint, f"old={palette}"]
    assert main(["evaluate", *models, "--no-lpips", "--out", str(scores), *judged]) == 0
    assert "\n| old, average embedding |" in capsys.readouterr().out
    result = json.loads((scores / "scores.json").read_text(encoding="utf-8"))
    assert list(result["models"]) == ["natural"]
    assert result["models"]["natural"]["recipe"] == "auto_warm_classes"
    assert (scores / "worst.png").exists()

    sheet = tmp_path / "sheet.png"
    assert (
        main(["gallery", checkpoint, str(sheet), "--rows", "3", "--beside", f"old={palette}", *judged]) == 0
    )
    with Image.open(sheet) as image:
        assert image.size == (6 + 4 * 70, 6 + 3 * 90)


def test_without_a_backbone_the_rest_is_measured(
    data: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        raise OSError("no network")

    monkeypatch.setattr(perception, "load_lpips", lambda _net: fail())
    judged = ["evaluate", "--photos", "photos", "--paintings", "photos", "--size-px", "64", *data]
    assert main(judged) == 0
    told = capsys.readouterr()
    assert "left out, since SqueezeNet cannot be loaded (no network)" in told.err
    assert "were not measured" in told.out
    assert main([*judged, "--no-lpips"]) == 0
    assert "left out" not in capsys.readouterr().err


def test_models_have_one_name_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert named_models(["models/palette", "runs/scarce_rgb/checkpoint.pt", "old=models/palette"]) == {
        "palette": Path("models/palette"),
        "scarce_rgb": Path("runs/scarce_rgb/checkpoint.pt"),
        "old": Path("models/palette"),
    }
    assert main(["evaluate", "models/palette", "runs/palette/checkpoint.pt"]) == 2
    assert "NAME=runs/palette/checkpoint.pt" in capsys.readouterr().err


def test_faults_are_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "palette", "--data", str(tmp_path), "--out", str(tmp_path / "run")]) == 2
    assert main(["run", "nonsense"]) == 2
    assert main(["evaluate", str(tmp_path / "nowhere"), "--data", str(tmp_path)]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 3
