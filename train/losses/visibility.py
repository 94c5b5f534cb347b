"""How visible new detail is over the detail that a picture already has."""

import torch
from torch import Tensor

from train.networks.edge_tangent_flow import along, directions, surroundings

# Radius of the squares that detail is told from tone by, and activity is averaged over (pixels).
_TONE_PX = 3
# How far along lines it is asked whether they stay as they are.
_LINE_PX = (4, 2)
# Detail that is always let pass, as a share of the way from black to white (pictures in -1..1 are twice that long).
_THRESHOLD = 2.0 * 0.01


def visible_detail(answer: Tensor, picture: Tensor) -> Tensor:
    """Return the mean square of new detail in units of what the picture's own detail hides.

    A pattern hides another where it is as strong, and lies open on an even ground (contrast masking, Legge and Foley,
    1980): (h(y) - h(x))^2 / (a(x) + t^2), where h takes away the tone, the mean of the surroundings; a is the mean of
    h(x)^2 there, and t = 0.01 of the way from black to white, which disturbs no viewer. So specks on a cheek or a
    sky weigh much, strokes in foliage little, and strokes that only take detail away at most about 1.

    But a pattern hides little that runs another way (Foley, 1994): teeth on a rim stand out, however strong the rim. So
    the same is added for what changes along the picture's lines, u = h - (its mean along them), in the place of h.
    Squares are means over the colours, so that coloured specks count as grey ones do.

    Args:
        answer, picture: y and x, sRGB [N,3,H,W] in -1..1.
    """
    own = _detail(picture)
    new = _detail(answer) - own
    way = directions(picture)
    return _seen(new, own) + _seen(_unevenness(new, way), _unevenness(own, way))


def _seen(new: Tensor, own: Tensor) -> Tensor:
    with torch.no_grad():
        hidden = surroundings(own.square().mean(dim=1, keepdim=True), _TONE_PX, times=1) + _THRESHOLD**2
    return (new.square().mean(dim=1, keepdim=True) / hidden).mean()


def _detail(rgb: Tensor) -> Tensor:
    rgb = rgb.float()
    return rgb - surroundings(rgb, _TONE_PX, times=1)


def _unevenness(detail: Tensor, way: Tensor) -> Tensor:
    return detail - along(detail, way, _LINE_PX)
