"""How a run does on held-out pictures, checkpoint by checkpoint: what more training would bring shows here."""

import csv
from pathlib import Path

from train.baselines import BASELINES
from train.cache import PictureCache, open_cache
from train.compare import score
from train.config import DataConfig
from train.networks.transfer import TransferNetwork
from train.rivals import network_colouring
from train.sheets import pick, spread_out

FILE_NAME = "validation.csv"
_PICTURES = 64


class Validation:
    """A handful of held-out photos and paintings, the same at every checkpoint of every run.

    Args:
        photos, paintings: held-out pictures, of which 64 are taken.
        style_px: side at which a network sees the paintings.
    """

    def __init__(self, photos: PictureCache, paintings: PictureCache, style_px: int) -> None:
        self.photos, self.paintings = (
            pick(cache, spread_out(cache, _PICTURES)) for cache in (photos, paintings)
        )
        self.style_px = style_px
        self.table = score(BASELINES["rank table"], self.photos, self.paintings)

    def scores(self, network: TransferNetwork) -> dict[str, float]:
        """Return the measures of `train.compare.score`, and `ab_mse_of_table`, the rank table's on the same photos."""
        rival = network_colouring(network, self.photos.pixels.shape[1], self.style_px)
        return score(rival, self.photos, self.paintings) | {"ab_mse_of_table": self.table["ab_mse"]}


def open_validation(data: DataConfig, data_dir: Path, cache_dir: Path) -> Validation | None:
    """Open the held-out pictures that a recipe names; None when it names none."""
    if not data.validation_photos:
        return None
    photos, paintings = (
        open_cache(sources, data_dir, cache_dir, data.validation_px)
        for sources in (data.validation_photos, data.validation_paintings)
    )
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
