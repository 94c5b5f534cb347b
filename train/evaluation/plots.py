"""Pictures of a run: sample grids, latent histograms, learning curves."""

import csv
from pathlib import Path

from torch import Tensor

from train.data.cache import PictureCache
from train.evaluation.latents import embeddings_of
from train.evaluation.sheets import contact_sheet, pick, spread_out
from train.networks.base import TransferNetwork


def write_samples(
    network: TransferNetwork, photos: PictureCache, paintings: PictureCache, samples: Path, step: int
) -> None:
    """Write what a palette run looks like at a step into the folder `samples`: sample grid and latent histograms."""
    size_px = photos.pixels.shape[1] // network.size_multiple * network.size_multiple
    few_photos, few_paintings = pick(photos, spread_out(photos, 6)), pick(paintings, spread_out(paintings, 5))
    sheet = contact_sheet(network, few_photos, few_paintings, working_px=size_px, style_px=size_px)
    sheet.save(samples / f"{step:07d}.png")
    embeddings = embeddings_of(network, pick(paintings, spread_out(paintings, 128)), size_px)
    latent_histograms(embeddings, samples / f"{step:07d}.latent.png")


def write_curves(folder: Path) -> None:
    """Draw the learning curves of a run so far."""
    for name in ("curves", "validation"):
        if (folder / f"{name}.csv").exists():
            learning_curves(folder / f"{name}.csv", folder / f"{name}.png")


def latent_histograms(embeddings: Tensor, path: Path) -> None:
    """Draw the distribution of every entry of embeddings [N,E]: a dead one shows as a single bar."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    columns = 8
    rows = -(-embeddings.shape[1] // columns)
    figure, axes = pyplot.subplots(
        rows, columns, figsize=(2 * columns, 1.5 * rows), squeeze=False, sharex=True
    )
    low, high = float(embeddings.min()), float(embeddings.max())
    for index, axis in enumerate(axes.flat):
        if index < embeddings.shape[1]:
            axis.hist(embeddings[:, index].cpu().numpy(), bins=40, range=(low, high))
            axis.set_title(str(index), fontsize=8)
        axis.set_yticks([])
    figure.tight_layout()
    figure.savefig(path)
    pyplot.close(figure)


def learning_curves(csv_path: Path, path: Path) -> None:
    """Draw every column of a run's CSV over the pictures seen; nothing where no row is written yet."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    with csv_path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    if not rows:
        return
    terms = [name for name in rows[0] if name not in {"step", "pictures", "pictures_per_s", "learning_rate"}]
    figure, axes = pyplot.subplots(len(terms), 1, figsize=(8, 2 * len(terms)), sharex=True, squeeze=False)
    for axis, term in zip(axes.flat, terms, strict=True):
        told = [row for row in rows if row[term]]
        axis.plot([float(row["pictures"]) for row in told], [float(row[term]) for row in told])
        axis.set_ylabel(term)
    axes.flat[-1].set_xlabel("pictures seen")
    figure.tight_layout()
    figure.savefig(path)
    pyplot.close(figure)
