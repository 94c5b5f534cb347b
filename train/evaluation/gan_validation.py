"""Scores of the adversarial objectives on held-out pictures."""

import torch
from torch import Tensor, nn

from train.data.cache import PictureCache
from train.evaluation import metrics
from train.evaluation.baselines import BASELINES
from train.evaluation.colourings import network_colouring
from train.evaluation.palette import self_reference
from train.evaluation.repaint import cycle_measures, rgb_batches
from train.networks.factory import repainting, transferring


class AutoValidation:
    """Colours guessed from the grey beside those of the photographs.

    Args:
        photos: held-out squares.
    """

    def __init__(self, photos: PictureCache) -> None:
        self.photos = photos
        rivals = {"": BASELINES["untouched grey"]}
        self.psnr_of_gray_db = self_reference(rivals, photos, None).means()[""]["psnr_db"]

    def scores(self, network: nn.Module) -> dict[str, float]:
        """Return ab_mse, psnr_db and that of the untouched grey, colourfulness_ratio (to the photo)."""
        side_px = self.photos.pixels.shape[1]
        rival = network_colouring(transferring(network), side_px, side_px)
        own = self_reference({"": rival}, self.photos, None).means()[""]
        return own | {"psnr_of_gray_db": self.psnr_of_gray_db}


class RepaintValidation:
    """What the cycle loses, and how much of a picture is repainted.

    Args:
        photos, paintings: held-out squares.
    """

    def __init__(self, photos: PictureCache, paintings: PictureCache) -> None:
        self.photos, self.paintings = photos, paintings

    @torch.no_grad()
    def scores(self, network: nn.Module) -> dict[str, float]:
        """Return the PSNR (dB) of photos and paintings after a whole cycle, and of painted photos to the photos."""
        repaint = repainting(network)
        found: dict[str, list[Tensor]] = {"cycle_paintings_db": []}
        for photo in rgb_batches(self.photos, repaint.size_multiple):
            for name, values in cycle_measures(repaint, photo)[1].items():
                found.setdefault(name, []).append(values)
        for painting in rgb_batches(self.paintings, repaint.size_multiple):
            back = repaint(repaint.photograph(painting))
            found["cycle_paintings_db"].append(metrics.psnr(back, painting))
        return {name: float(torch.cat(values).mean()) for name, values in found.items()}
