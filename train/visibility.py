"""How far the detail of one picture is to be seen over that of another."""

import torch
from torch import Tensor
from torch.nn import functional

from train.texture import as_gray

# Side of the squares that detail is told from tone by, and activity is averaged over (pixels).
_TONE_PX = 7
# Detail that is always let pass, as a share of the way from black to white (pictures in -1..1 are twice that long).
_THRESHOLD = 2.0 * 0.02


def visible_detail(answer: Tensor, picture: Tensor) -> Tensor:
    """Return the mean square of new detail of lightness in units of what the picture's own detail hides.

    A pattern hides another where it is as strong, and lies open on an even ground (contrast masking, Legge and Foley,
    1980): (h(y) - h(x))^2 / (a(x) + t^2), where h takes away the tone, the mean of the surroundings; a is the mean of
    h(x)^2 there, and t = 0.02 of the way from black to white is what nobody minds anywhere. So specks on a cheek or a
    sky weigh much, strokes in foliage little, and strokes that only take detail away at most about 1.

    Args:
        answer, picture: y and x, sRGB [N,3,H,W] in -1..1.
    """
    before, after = _detail(picture), _detail(answer)
    with torch.no_grad():
        hidden = _surroundings(before.square()) + _THRESHOLD**2
    return ((after - before).square() / hidden).mean()


def _detail(rgb: Tensor) -> Tensor:
    luma = as_gray(rgb.float())[:, :1]
    return luma - _surroundings(luma)


def _surroundings(values: Tensor) -> Tensor:
    padded = functional.pad(values, (_TONE_PX // 2,) * 4, mode="reflect")
    return functional.avg_pool2d(padded, _TONE_PX, stride=1)
