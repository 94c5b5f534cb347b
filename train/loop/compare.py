"""Finished runs beside each other in one table, judged on the same held-out pictures."""

import json
from collections.abc import Sequence
from pathlib import Path

import torch

from train.data.cache import PictureCache, open_cache
from train.evaluation import metrics
from train.evaluation.baselines import BASELINES, Baseline
from train.evaluation.colourings import batches, lab_of, network_colouring
from train.evaluation.judging_options import PAINTINGS, PHOTOS
from train.evaluation.latents import embeddings_of, latent_spread
from train.evaluation.palette import self_reference
from train.evaluation.references import painting_reference
from train.evaluation.sheets import pick, spread_out
from train.loop.train import CHECKPOINT_NAME
from train.networks.checkpoint import load_checkpoint
from train.networks.factory import build_network

ROW_NAME = "comparison.json"
# Neither larger nor smaller than the scale that the experiments' crops have shown.
SIZE_PX = 96
PICTURES = 128
_BASELINES = ("untouched grey", "rank table")
_COLUMNS = (
    ("pictures", "pictures seen", "{:,.0f}"),
    ("parameters", "parameters, M", "{:.2f}"),
    ("ab_mse", "ab-MSE", "{:.1f}"),
    ("psnr_db", "PSNR, dB", "{:.2f}"),
    ("palette_ratio", "palette / grey", "{:.3f}"),
    ("transported_ab_mse", "ab-MSE to transported", "{:.1f}"),
    ("beyond_lightness", "beyond lightness", "{:.2f}"),
    ("swap", "swap, ab", "{:.2f}"),
    ("smallest", "smallest spread", "{:.4f}"),
    ("largest", "largest spread", "{:.4f}"),
    ("colourfulness_ratio", "colourfulness", "{:.2f}"),
    ("bleeding", "bleeding", "{:.3f}"),
    ("grid", "grid", "{:.2f}"),
)
Row = dict[str, float]


@torch.no_grad()
def _grid(rival: Baseline, photos: PictureCache) -> float:
    parts = []
    for indices in batches(len(photos.pixels)):
        truth = lab_of(photos, indices)
        parts.append(metrics.grid_artefacts(rival(truth[:, :1], truth)))
    return float(torch.cat(parts).mean())


def score(rival: Baseline, photos: PictureCache, paintings: PictureCache) -> Row:
    """Score a rival with every photo as its own reference (ab_mse, psnr_db, grid) and under a painting (the rest)."""
    own = self_reference({"": rival}, photos, None).means()[""]
    painted = painting_reference({"": rival}, photos, paintings).means()[""]
    return {
        "ab_mse": own["ab_mse"],
        "psnr_db": own["psnr_db"],
        "palette_ratio": painted["palette"] / painted["palette_of_gray"],
        "transported_ab_mse": painted["transported_ab_mse"],
        "beyond_lightness": painted["beyond_lightness"],
        "swap": painted["swap"],
        "colourfulness_ratio": painted["colourfulness_ratio"],
        "bleeding": painted["bleeding"],
        "grid": _grid(rival, photos),
    }


def run_row(folder: Path, photos: PictureCache, paintings: PictureCache) -> Row:
    """Score a run, or read its scores from the folder where the same checkpoint has been scored before."""
    path = folder / ROW_NAME
    checkpoint = load_checkpoint(folder / CHECKPOINT_NAME)
    pictures = checkpoint.step * checkpoint.recipe.optim.batch
    if path.exists():
        row: Row = json.loads(path.read_text(encoding="utf-8"))
        if row["pictures"] == pictures:
            return row
    network = build_network(checkpoint.recipe.network)
    network.load_state_dict(checkpoint.ema)
    network.eval()
    row = {"pictures": pictures, "parameters": sum(value.numel() for value in network.parameters()) / 1e6}
    row |= score(network_colouring(network, SIZE_PX, SIZE_PX), photos, paintings)
    if checkpoint.recipe.network.learned:
        spread = latent_spread(embeddings_of(network, paintings, SIZE_PX))
        row |= {"smallest": spread["smallest"], "largest": spread["largest"]}
    path.write_text(json.dumps(row, indent=2) + "\n", encoding="utf-8")
    return row


def table(rows: dict[str, Row]) -> str:
    """Lay rows out as Markdown; a measure that a rival does not have is left empty."""
    lines = [
        "| | " + " | ".join(title for _, title, _ in _COLUMNS) + " |",
        "| --- " * (len(_COLUMNS) + 1) + "|",
    ]
    for name, row in rows.items():
        cells = [form.format(row[key]) if key in row else "" for key, _, form in _COLUMNS]
        lines.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def comparison(
    folders: Sequence[Path],
    data_dir: Path,
    cache_dir: Path,
    photos_source: str = PHOTOS,
    paintings_source: str = PAINTINGS,
) -> str:
    """Judge runs on held-out pictures beside two baselines; returns a Markdown table."""
    caches = [
        open_cache([source], data_dir, cache_dir, SIZE_PX) for source in (photos_source, paintings_source)
    ]
    photos, paintings = (pick(cache, spread_out(cache, PICTURES)) for cache in caches)
    rows = {name: score(BASELINES[name], photos, paintings) for name in _BASELINES}
    rows |= {folder.name: run_row(folder, photos, paintings) for folder in folders}
    return table(rows)
