"""How a run does on held-out pictures, checkpoint by checkpoint: what more training would bring shows here."""

import csv
from pathlib import Path
from typing import Protocol

from torch import nn

from train.core.config import DataConfig
from train.data.cache import PictureCache, open_cache
from train.evaluation.baselines import BASELINES
from train.evaluation.colourings import network_colouring
from train.evaluation.gan_validation import AutoValidation, RepaintValidation
from train.evaluation.sheets import pick, spread_out
from train.loop.compare import score
from train.networks.factory import transferring

FILE_NAME = "validation.csv"
_PICTURES = 64


class Judge(Protocol):
    """Scores the networks of one objective."""

    def scores(self, network: nn.Module) -> dict[str, float]:
        """Return measures by name, of a network in evaluation mode."""


class Validation:
    """A handful of held-out photos and paintings, the same at every checkpoint of every run.

    Args:
        photos, paintings: held-out pictures, of which 64 are taken.
        style_px: side at which a network sees the paintings.
    """

    def __init__(self, photos: PictureCache, paintings: PictureCache, style_px: int) -> None:
        self.photos, self.paintings = _few(photos), _few(paintings)
        self.style_px = style_px
        self.table = score(BASELINES["rank table"], self.photos, self.paintings)

    def scores(self, network: nn.Module) -> dict[str, float]:
        """Return the measures of `train.loop.compare.score`, and two errors of the rank table's on the same photos."""
        rival = network_colouring(transferring(network), self.photos.pixels.shape[1], self.style_px)
        of_table = {f"{name}_of_table": self.table[name] for name in ("ab_mse", "transported_ab_mse")}
        return score(rival, self.photos, self.paintings) | of_table


def _few(cache: PictureCache) -> PictureCache:
    return pick(cache, spread_out(cache, _PICTURES))


def open_validation(
    data: DataConfig, data_dir: Path, cache_dir: Path, objective: str = "palette"
) -> Judge | None:
    """Open the held-out pictures that a recipe of an objective names; None when it names none."""
    if not data.validation_photos:
        return None
    photos = open_cache(data.validation_photos, data_dir, cache_dir, data.validation_px)
    if objective == "pix2pix":
        return AutoValidation(_few(photos))
    paintings = open_cache(data.validation_paintings, data_dir, cache_dir, data.validation_px)
    if objective == "cyclegan":
        return RepaintValidation(_few(photos), _few(paintings))
    return Validation(photos, paintings, data.cache_px)


def append_scores(folder: Path, pictures: int, scores: dict[str, float]) -> None:
    """Add a row to the run's `validation.csv`; rows of as many pictures or more, left by a killed run, are dropped."""
    path = folder / FILE_NAME
    rows: list[dict[str, str]] = []
    if path.exists():
        with path.open(newline="", encoding="utf-8") as file:
            rows = [row for row in csv.DictReader(file) if int(row["pictures"]) < pictures]
    rows.append({"pictures": str(pictures)} | {name: f"{value:.6g}" for name, value in scores.items()})
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[-1]))
        writer.writeheader()
        writer.writerows(rows)
