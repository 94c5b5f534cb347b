"""Painters judged on held-out pictures: distances, what a cycle loses, the goals, and the commands around them."""

import json
from pathlib import Path

import pytest
import torch
from PIL import Image
from torch import Tensor, nn

from train.__main__ import main
from train.core.config import recipe_from_dict
from train.data.cache import PictureCache
from train.evaluation.goals import repaint_goals_of
from train.evaluation.perception import Perception
from train.evaluation.repaint import PHOTOGRAPHS, evaluate_repaint
from train.evaluation.repaint_report import repaint_markdown
from train.networks.factory import build_network
from train.networks.repaint import RepaintNetwork
from train.networks.weights import save_weights

RECIPE = recipe_from_dict(
    {
        "name": "repaint_quick",
        "objective": "cyclegan",
        "network": {"kind": "repaint", "generator": "painter", "widths": [4, 8, 8], "blocks": 1},
        "data": {"cache_px": 48, "validation_paintings": ["paintings"]},
    }
)


class _Darken(nn.Module):
    """Half the light, for pictures in -1..1; and the same, to be told apart from its inverse."""

    def forward(self, picture: Tensor) -> Tensor:
        return (picture + 1) / 2 - 1


class _Brighten(nn.Module):
    def forward(self, picture: Tensor) -> Tensor:
        return (picture + 1) * 2 - 1


def _network(paint: nn.Module | None = None, back: nn.Module | None = None) -> RepaintNetwork:
    config = RECIPE.network
    network = RepaintNetwork(config.generator, config.widths, config.blocks).eval()
    for name, part in (("to_painting", paint), ("to_photo", back)):
        if part is not None:
            setattr(network, name, part)
    return network


@pytest.fixture
def photos(pictures: PictureCache) -> PictureCache:
    return PictureCache(pictures.pixels[:12], pictures.sources[:12])


@pytest.fixture
def dark(photos: PictureCache) -> PictureCache:
    return PictureCache(photos.pixels // 2, photos.sources)


@pytest.mark.usefixtures("random_backbones")
def test_who_paints_as_the_group_does_comes_near_it(photos: PictureCache, dark: PictureCache) -> None:
    networks = {"lazy": _network(), "right": _network(_Darken(), _Brighten()), "lossy": _network(_Darken())}
    eyes = {"frechet": Perception(), "frechet_alex": Perception("alex")}
    result = evaluate_repaint(networks, photos, dark, eyes)
    scores = result["repaint"]
    assert list(scores) == [PHOTOGRAPHS, "lazy", "right", "lossy"]
    for measure in eyes:
        assert scores["lazy"][measure] == pytest.approx(scores[PHOTOGRAPHS][measure], rel=1e-3)
        assert scores["lazy"][f"{measure}_fall"] == pytest.approx(0.0, abs=1e-3)
        assert scores["right"][f"{measure}_fall"] > 0.9
    assert scores["lazy"]["painted_db"] > 90
    assert scores["right"]["cycle_photos_db"] > 90
    assert scores["right"]["painted_db"] < 20
    assert scores["lossy"]["cycle_photos_db"] == pytest.approx(scores["lossy"]["painted_db"])
    assert scores["right"]["grid"] == pytest.approx(scores[PHOTOGRAPHS]["grid"], rel=0.3)
    assert [goal.met for goal in repaint_goals_of(result, "right")] == [True, True, True, True]
    assert [goal.met for goal in repaint_goals_of(result, "lazy")] == [False, True, True, True]
    table = repaint_markdown(result)
    assert "| goal | wanted | lazy | right | lossy |" in table
    assert "| untouched photograph | " in table


def test_without_backbones_the_cycle_is_measured(photos: PictureCache) -> None:
    result = evaluate_repaint({"lazy": _network()}, photos, photos, {})
    assert "frechet" not in result["repaint"]["lazy"]
    assert result["repaint"]["lazy"]["cycle_paintings_db"] > 90
    assert "were not measured" in repaint_markdown(result)


def test_a_grid_shows(photos: PictureCache) -> None:
    class Grid(nn.Module):
        def forward(self, picture: Tensor) -> Tensor:
            stripes = torch.cos(torch.arange(picture.shape[-1]) * torch.pi / 2)
            return picture * 0.2 + 0.6 * stripes

    scores = evaluate_repaint({"grid": _network(Grid())}, photos, photos, {})["repaint"]
    assert scores["grid"]["grid"] > 2 * scores[PHOTOGRAPHS]["grid"]


@pytest.fixture
def folder(tmp_path: Path, photos: PictureCache, dark: PictureCache) -> Path:
    for name, cache in (("photos", photos), ("paintings", dark)):
        (tmp_path / name).mkdir()
        for index, pixels in enumerate(cache.pixels):
            Image.fromarray(pixels).save(tmp_path / name / f"{index}.png")
    save_weights(tmp_path / "one.safetensors", _network(), RECIPE, 5)
    return tmp_path


@pytest.mark.usefixtures("random_backbones")
def test_evaluate_and_gallery_take_what_is_not_named_from_the_recipe(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ["--photos", "photos", "--data", str(folder), "--cache", str(folder / "cache")]
    weights = str(folder / "one.safetensors")
    assert main(["evaluate", f"one={weights}", "--out", str(folder / "scores"), *options]) == 0
    printed = capsys.readouterr().out
    assert (folder / "scores" / "scores.md").read_text(encoding="utf-8") in printed
    result = json.loads((folder / "scores" / "scores.json").read_text(encoding="utf-8"))
    assert result["pictures"] == {"photos": 12, "paintings": 12, "size_px": 48, "group": ["paintings"]}
    assert (result["models"]["one"]["recipe"], result["models"]["one"]["pictures"]) == ("repaint_quick", 160)
    assert result["repaint"]["one"]["frechet_fall"] == pytest.approx(0.0, abs=1e-3)

    sheet = folder / "sheets" / "sheet.png"
    assert main(["gallery", weights, str(sheet), "--rows", "5", "--size-px", "64", *options]) == 0
    with Image.open(sheet) as image:
        assert image.width > 6 * 64
        assert image.height > 3 * 64


def test_painters_are_not_compared_with_others(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    palette = recipe_from_dict({"network": {"widths": [8] * 5, "style_widths": [8]}})
    save_weights(folder / "two.safetensors", build_network(palette.network), palette, 5)
    models = [f"{name}={folder / name}.safetensors" for name in ("one", "two")]
    assert main(["evaluate", *models, "--data", str(folder)]) == 2
    assert "repaint" in capsys.readouterr().err
