"""What a run looks like at a checkpoint: for each kind of network the sheet that shows what it does."""

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import nn

from train.data.cache import PictureCache
from train.evaluation.colourings import network_colouring
from train.evaluation.plots import write_curves, write_samples
from train.evaluation.sheets import guess_sheet, pick, rgb_pixels, spread_out, tile
from train.networks.auto import AutoNetwork
from train.networks.factory import transferring
from train.networks.repaint import RepaintNetwork

_ROWS = 8


@torch.no_grad()
def repaint_sheet(network: RepaintNetwork, photos: PictureCache, paintings: PictureCache) -> Image.Image:
    """Across: a photo, painted, and back again; a painting, as photo, and back again."""
    side_px = photos.pixels.shape[1] // network.size_multiple * network.size_multiple
    rows = []
    for photo, painting in zip(photos.pixels, paintings.pixels, strict=False):
        row = []
        for picture, there, back in (
            (photo, network, network.photograph),
            (painting, network.photograph, network),
        ):
            shown = np.array(picture[:side_px, :side_px])
            rgb = torch.from_numpy(shown).permute(2, 0, 1)[None].float() / 255.0
            answer = there(rgb)
            row += [shown, rgb_pixels(answer), rgb_pixels(back(answer))]
        rows.append(row)
    return tile(rows)


def write_look(
    network: nn.Module, photos: PictureCache, paintings: PictureCache, folder: Path, step: int
) -> None:
    """Write the sheet of a step into the run's folder `samples`, and the learning curves so far."""
    samples = folder / "samples"
    samples.mkdir(exist_ok=True)
    few = pick(photos, spread_out(photos, _ROWS))
    if isinstance(network, RepaintNetwork):
        repaint_sheet(network, few, pick(paintings, spread_out(paintings, _ROWS))).save(
            samples / f"{step:07d}.png"
        )
    elif isinstance(network, AutoNetwork):
        working_px = photos.pixels.shape[1] // network.size_multiple * network.size_multiple
        rival = network_colouring(network, working_px, working_px)
        guess_sheet({"network": rival}, few).save(samples / f"{step:07d}.png")
    else:
        write_samples(transferring(network), photos, paintings, samples, step)
    write_curves(folder)
