"""How the adversarial objectives do on held-out pictures."""

import numpy as np
import torch
from torch import Tensor, nn

from train import metrics
from train.baselines import BASELINES
from train.cache import PictureCache
from train.evaluate import self_reference
from train.networks.factory import repainting, transferring
from train.rivals import batches, network_colouring


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
        found: dict[str, list[Tensor]] = {"cycle_photos_db": [], "cycle_paintings_db": [], "painted_db": []}
        for photo in _pictures(self.photos, repaint.size_multiple):
            painted = repaint(photo)
            found["painted_db"].append(metrics.psnr(painted, photo))
            found["cycle_photos_db"].append(metrics.psnr(repaint.photograph(painted), photo))
        for painting in _pictures(self.paintings, repaint.size_multiple):
            back = repaint(repaint.photograph(painting))
            found["cycle_paintings_db"].append(metrics.psnr(back, painting))
        return {name: float(torch.cat(values).mean()) for name, values in found.items()}


def _pictures(cache: PictureCache, multiple: int) -> list[Tensor]:
    """Return batches of sRGB [N,3,S,S] in 0..1, S cut to a multiple."""
    side_px = cache.pixels.shape[1] // multiple * multiple
    return [
        torch.from_numpy(np.array(cache.pixels[indices, :side_px, :side_px])).permute(0, 3, 1, 2).float()
        / 255.0
        for indices in batches(len(cache.pixels))
    ]
