"""Training runs that are small enough for tests, with recipes cut down to a few channels and pixels."""

from pathlib import Path

import torch

from train.core.config import Recipe
from train.core.distributed import Place
from train.core.recipe_files import load_recipe
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.loop.train import Run

HERE = Place(0, 1, torch.device("cpu"))


TINY = [
    "bf16=false",
    "compile=false",
    "network.widths=[4, 8, 8]",
    "network.blocks=1",
    "network.patch_width=4",
    "data.cache_px=48",
    "data.crop_px=32",
    "data.validation_px=40",
]


def small_recipe(name: str, pictures: int, *changes: str) -> Recipe:
    pairs = "optim.foreign_pairs=2" if name.startswith("repaint") else "optim.self_pairs=2"
    return load_recipe(name, [*TINY, pairs, f"optim.pictures={pictures}", *changes])


def small_run(recipe: Recipe, folder: Path, pictures: PictureCache) -> Run:
    folder.mkdir(exist_ok=True)
    return Run(recipe, folder, pictures, pictures, HERE)


def first_batch(run: Run) -> Batch:
    return run.batcher.batch(0)
