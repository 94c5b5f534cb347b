"""Which kind of colour a pixel has, and what became of each kind: most colourizers fail by turning all brown."""

import torch
from torch import Tensor

# Below this chroma a colour counts as grey (ab units).
_GREY_AB = 8.0
# Hue angles of CIELAB (degrees) at which each kind begins; what lies before the first belongs to the last.
_BEGINNINGS = (("red", -15.0), ("brown", 40.0), ("yellow", 80.0), ("green", 105.0), ("blue", 175.0))
_PURPLE_DEG = 312.0

COLOUR_NAMES = ("grey", "red", "brown", "yellow", "green", "blue", "purple")
"""Brown is the hue of orange, skin, wood and earth, whatever its lightness; blue reaches from cyan on."""


def kind_of(ab: Tensor) -> Tensor:
    """Name every pixel: ab [N,2,H,W], CIELAB, to indices [N,H,W] into COLOUR_NAMES."""
    hue_deg = torch.rad2deg(torch.atan2(ab[:, 1], ab[:, 0]))
    turned = torch.where(hue_deg < _BEGINNINGS[0][1], hue_deg + 360.0, hue_deg)
    edges = torch.tensor([begin for _, begin in _BEGINNINGS[1:]] + [_PURPLE_DEG], device=ab.device)
    kind = torch.bucketize(turned, edges, right=True) + 1
    return torch.where(torch.linalg.vector_norm(ab, dim=1) < _GREY_AB, 0, kind)


def confusion(truth: Tensor, ab: Tensor) -> Tensor:
    """Count pixels by what they are and what they became: ab [N,2,H,W] each, to [N,7,7], true kinds down."""
    kinds = len(COLOUR_NAMES)
    pairs = (kind_of(truth) * kinds + kind_of(ab)).flatten(1)
    counts = [torch.bincount(row, minlength=kinds * kinds) for row in pairs]
    return torch.stack(counts).view(-1, kinds, kinds)
