"""The direction of a picture's lines (edge tangent flow), and means taken along them."""

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from train.core.texture import as_gray

# Radius of the squares whose means, taken twice, are the surroundings that a place's direction is read from (pixels).
_RADIUS_PX = 3
# How far around itself a direction depends on the picture: those squares and the derivative.
DIRECTION_REACH_PX = 2 * _RADIUS_PX + 1
# Squared slope (of pictures in -1..1, per pixel) that counts as no direction: the grain of an even ground.
_NO_SLOPE = 1e-3
# Coherence from which on a direction is trusted altogether.
_TRUSTED = 0.5


@torch.no_grad()
def directions(picture: Tensor) -> Tensor:
    """Return the direction in which lightness changes least, times how sure it is: (x, y) [N,2,H,W] of length 0..1.

    The second eigenvector of the smoothed structure tensor, by half the angle of its first (Kass and Witkin, 1987;
    Kyprianidis and Kang, 2011, section 3.1); its length is the coherence (l1 - l2) / (l1 + l2), cut at one half and
    doubled. It goes to zero where there is no direction, so that a small change of the picture never turns a stroke.
    Where strokes go is not learned: no gradient passes.

    Args:
        picture: sRGB [N,3,H,W] in -1..1, sides above `DIRECTION_REACH_PX`.
    """
    luma = functional.pad(as_gray(picture.float())[:, :1], (1, 1, 1, 1), mode="reflect")
    x, y = _slope(luma), _slope(luma.transpose(2, 3)).transpose(2, 3)
    xx, yy, xy = surroundings(torch.cat((x * x, y * y, x * y), dim=1), _RADIUS_PX).chunk(3, dim=1)
    apart = torch.sqrt((xx - yy).square() + 4.0 * xy.square())
    turned = (xx - yy) / apart.clamp(min=1e-6)
    cosine, sine = (torch.sqrt((0.5 + 0.5 * part).clamp(min=0.0)) for part in (-turned, turned))
    sure = (apart / (xx + yy + _NO_SLOPE) / _TRUSTED).clamp(max=1.0)
    way: Tensor = sure * torch.cat((cosine, torch.where(xy > 0, -sine, sine)), dim=1)
    return way


def along(values: Tensor, way: Tensor, distances_px: Sequence[int]) -> Tensor:
    """Return means of [N,C,H,W] along the lines of a picture, of the same shape.

    Line integral convolution (Cabral and Leedom, 1993) by few steps: each place takes a half of its own value and a
    quarter of those at a distance to both sides, and what came of it does so again at the next distance.

    Args:
        way: of `directions`; distances are shorter where it is.
        distances_px: whole, the longest first.
    """
    height, width = values.shape[2:]
    rows = torch.arange(height, device=values.device, dtype=torch.float32).view(1, height, 1)
    columns = torch.arange(width, device=values.device, dtype=torch.float32).view(1, 1, width)
    for distance in distances_px:
        total = 0.5 * values
        for signed in (distance, -distance):
            x, y = columns + signed * way[:, 0], rows + signed * way[:, 1]
            grid = torch.stack((x * (2.0 / (width - 1)) - 1.0, y * (2.0 / (height - 1)) - 1.0), dim=3)
            there = functional.grid_sample(
                values, grid, mode="bilinear", padding_mode="reflection", align_corners=True
            )
            total = total + 0.25 * there
        values = total
    return values


def surroundings(values: Tensor, radius_px: int, *, times: int = 2) -> Tensor:
    """Return the means over squares, taken so many times: [N,C,H,W] to the same; from as many radii away at most."""
    for _ in range(times):
        padded = functional.pad(values, (radius_px,) * 4, mode="reflect")
        values = functional.avg_pool2d(padded, 2 * radius_px + 1, stride=1)
    return values


def _slope(padded: Tensor) -> Tensor:
    """Derivative along the rows of [N,1,H+2,W+2], per pixel, by the kernel of Scharr (2000): [N,1,H,W]."""
    across = padded[:, :, :, 2:] - padded[:, :, :, :-2]
    return (3.0 * across[:, :, :-2] + 10.0 * across[:, :, 1:-1] + 3.0 * across[:, :, 2:]) / 32.0
