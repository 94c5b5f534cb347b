"""Pictures of a run for eyes: sample grids, latent histograms, learning curves."""

import csv
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

from train.cache import PictureCache
from train.colour import lab_to_srgb, srgb_to_lab
from train.evaluate import embeddings_of, network_colouring
from train.networks.transfer import TransferNetwork

_GUTTER_PX = 6


def _to_lab(picture: NDArray[np.uint8]) -> Tensor:
    return srgb_to_lab(torch.from_numpy(np.array(picture)).permute(2, 0, 1)[None].float() / 255.0)


def _to_pixels(lab: Tensor) -> NDArray[np.uint8]:
    rgb = lab_to_srgb(lab)[0].permute(1, 2, 0).mul(255.0).round().byte()
    return np.asarray(rgb.cpu().numpy(), dtype=np.uint8)


def _tile(rows: list[list[NDArray[np.uint8]]]) -> Image.Image:
    height, width = rows[0][0].shape[:2]
    sheet = Image.new(
        "RGB",
        (len(rows[0]) * (width + _GUTTER_PX) + _GUTTER_PX, len(rows) * (height + _GUTTER_PX) + _GUTTER_PX),
        (119, 119, 119),
    )
    for row, pictures in enumerate(rows):
        for column, picture in enumerate(pictures):
            place = (_GUTTER_PX + column * (width + _GUTTER_PX), _GUTTER_PX + row * (height + _GUTTER_PX))
            sheet.paste(Image.fromarray(picture), place)
    return sheet


def contact_sheet(
    network: TransferNetwork,
    photos: PictureCache,
    paintings: PictureCache,
    *,
    working_px: int,
    style_px: int,
) -> Image.Image:
    """Photos down, paintings across: the painting on top, then each photo in its own colours, with itself as
    reference, and under every painting."""
    colour = network_colouring(network, working_px, style_px)
    references = [_to_lab(painting) for painting in paintings.pixels]
    blank = np.full_like(photos.pixels[0], 119)
    rows = [[blank, blank, *(np.array(painting) for painting in paintings.pixels)]]
    for photo in photos.pixels:
        lab = _to_lab(photo)
        lightness = lab[:, :1]
        answers = [
            _to_pixels(torch.cat((lightness, colour(lightness, reference)), dim=1))
            for reference in [lab, *references]
        ]
        rows.append([np.array(photo), *answers])
    return _tile(rows)


def spread_out(cache: PictureCache, count: int) -> PictureCache:
    """Pick `count` pictures evenly from a cache."""
    picked = np.linspace(0, len(cache.pixels) - 1, min(count, len(cache.pixels))).round().astype(int)
    return PictureCache(cache.pixels[picked], [cache.sources[index] for index in picked])


def write_samples(
    network: TransferNetwork, photos: PictureCache, paintings: PictureCache, folder: Path, step: int
) -> None:
    """Write what a run looks like at a step: sample grid, latent histograms, learning curves so far."""
    samples = folder / "samples"
    samples.mkdir(exist_ok=True)
    size_px = photos.pixels.shape[1] // network.size_multiple * network.size_multiple
    sheet = contact_sheet(
        network, spread_out(photos, 6), spread_out(paintings, 5), working_px=size_px, style_px=size_px
    )
    sheet.save(samples / f"{step:07d}.png")
    embeddings = embeddings_of(network, spread_out(paintings, 128), size_px)
    latent_histograms(embeddings, samples / f"{step:07d}.latent.png")
    if (folder / "curves.csv").exists():
        learning_curves(folder / "curves.csv", folder / "curves.png")


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


def learning_curves(curves_csv: Path, path: Path) -> None:
    """Draw every term of a run's `curves.csv` over the pictures seen; nothing where no row is written yet."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    with curves_csv.open(newline="", encoding="utf-8") as file:
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
