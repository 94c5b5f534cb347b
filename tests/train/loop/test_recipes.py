"""Every shipped recipe without a palette trains two steps, and writes curves, scores and samples."""

import csv
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.support.small_runs import small_recipe
from train.data.cache import PictureCache
from train.loop.experiments import train_recipe
from train.networks.checkpoint import load_checkpoint
from train.objectives.cyclegan import PAINTINGS, PHOTOS


@pytest.fixture
def folders(tmp_path: Path, pictures: PictureCache) -> Path:
    kinds = ("berry", "bird", "dog", "flower", "other")
    for index, kind in enumerate(kinds):
        for part in ("train", "test"):
            place = tmp_path / "data" / "classes" / part / kind
            place.mkdir(parents=True)
            Image.fromarray(np.asarray(pictures.pixels[index % 4])).save(place / "one.png")
    paintings = tmp_path / "data" / "paintings"
    paintings.mkdir()
    for index in range(3):
        Image.fromarray(np.asarray(pictures.pixels[index])).save(paintings / f"{index}.png")
    listing = "file,style\n0.png,Impressionism\n1.png,Baroque\n2.png,Impressionism\n"
    (paintings / "listing.csv").write_text(listing, encoding="utf-8")
    return tmp_path


_PHOTOS = ["data.photos=['classes/train']", "data.validation_photos=['classes/test']"]


# Answers have half the size, of which a PatchGAN needs 32 px.
_LARGER = ["data.crop_px=64"]


_PAINTINGS = [
    "data.paintings=['paintings#style=Impressionism']",
    "data.validation_paintings=['paintings#style=Impressionism']",
]


@pytest.mark.parametrize(
    ("name", "changes", "measure", "terms"),
    [
        ("auto", _PHOTOS, "psnr_db", {"gan", "l1", "discriminator_real", "discriminator_fake"}),
        ("auto_hinge", _PHOTOS, "colourfulness_ratio", {"gan", "l1", "discriminator"}),
        ("auto_l1", _PHOTOS, "psnr_of_gray_db", {"l1"}),
        ("auto_rebalanced", _PHOTOS, "ab_mse", {"gan", "l1"}),
        ("auto_classes", [], "psnr_db", {"gan", "l1"}),
        ("auto_warm", [*_PHOTOS, *_LARGER], "psnr_db", {"gan", "l1", "semantic", "discriminator"}),
        ("auto_warm_l1", _PHOTOS, "psnr_db", {"l1", "semantic"}),
        ("auto_warm_rebalanced", _PHOTOS, "psnr_db", {"l1", "semantic"}),
        ("auto_warm_classes", _PHOTOS, "psnr_db", {"classes", "semantic"}),
        ("repaint", _PHOTOS + _PAINTINGS, "cycle_photos_db", {"cycle_photos", PAINTINGS, PHOTOS}),
        ("repaint_unet", _PHOTOS + _PAINTINGS, "cycle_paintings_db", {"identity_photos", "gan_paintings"}),
        ("repaint_quick", _PHOTOS + _PAINTINGS, "painted_db", {"gan_photos", f"{PHOTOS}_fake"}),
    ],
)
@pytest.mark.usefixtures("random_backbones")
def test_every_recipe_runs_two_steps(
    name: str, changes: list[str], measure: str, terms: set[str], folders: Path
) -> None:
    recipe = small_recipe(name, 4, *changes)
    out = folders / "run"
    train_recipe(recipe, out, folders / "data", folders / "cache")
    checkpoint = load_checkpoint(out / "checkpoint.pt")
    assert checkpoint.step == 2
    with (out / "curves.csv").open(newline="", encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert terms | {"total", "gradient_norm", "learning_rate"} <= set(row)
    assert all(np.isfinite(float(row[term])) for term in terms)
    assert list((out / "tensorboard").iterdir())
    with (out / "validation.csv").open(newline="", encoding="utf-8") as file:
        (scores,) = csv.DictReader(file)
    assert np.isfinite(float(scores[measure]))
    with Image.open(out / "samples" / "0000002.png") as sheet:
        assert sheet.width > 3 * 48
    assert (out / "curves.png").exists()
