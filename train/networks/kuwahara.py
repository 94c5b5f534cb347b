"""The Kuwahara filter, which turns a picture into small even patches with firm edges."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.texture import as_gray

# Exponent of the patches' spread: the more, the more nearly the stillest patch alone is taken.
_SHARPNESS = 8.0
# Below this spread (of pictures in -1..1) patches count as equally still; it keeps even areas smooth.
_LEAST_SPREAD = 0.01


class Kuwahara(nn.Module):
    """The Kuwahara filter (1976) with eight patches, weighted as Papari, Petkov and Campisi (2007, eq. 12) do.

    Eight patches lie around every pixel, which is on the rim of each; each says its mean colour, and counts by its
    spread of lightness to the power of -8. Next to an edge the patches beyond it are restless and fall out, so that
    edges stay firm while all that is finer than a patch is drawn together. Nothing in it is learned. All patches have
    one shape, so that two means of squares, one after the other, make them all.

    Args:
        reach_px: how far the patches go from their pixel, an even number.

    Raises:
        ValueError: an odd or no reach.
    """

    def __init__(self, reach_px: int) -> None:
        super().__init__()
        if reach_px < 2 or reach_px % 2:
            raise ValueError(f"reach_px must be even and positive, not {reach_px}")
        self.reach_px = reach_px

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,3,H,W] in -1..1, sides above the reach, to the same."""
        height, width = picture.shape[2:]
        away = self.reach_px // 2
        seen = torch.cat((picture, as_gray(picture)[:, :1].square()), dim=1)
        means = functional.pad(seen, (self.reach_px,) * 4, mode="reflect")
        for _ in range(2):
            means = functional.avg_pool2d(means, away + 1, stride=1)
        steps = [(y, x) for y in range(3) for x in range(3) if (y, x) != (1, 1)]
        patches = [means[:, :, y * away : y * away + height, x * away : x * away + width] for y, x in steps]
        colours = torch.stack([patch[:, :3] for patch in patches], dim=1)
        squares = torch.stack([patch[:, 3] for patch in patches], dim=1)
        spread = (squares - as_gray(colours.flatten(0, 1))[:, 0].view_as(squares).square()).clamp(min=0.0)
        shares = torch.softmax(-0.5 * _SHARPNESS * torch.log(spread + _LEAST_SPREAD**2), dim=1)
        return (colours * shares[:, :, None]).sum(dim=1)
