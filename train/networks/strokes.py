"""Strokes: a photograph laid out as a loaded brush would, along its lines and with the marks of bristles."""

import torch
from torch import Tensor, nn

from train.core.texture import as_gray
from train.networks.edge_tangent_flow import DIRECTION_REACH_PX, along, directions, surroundings
from train.networks.kuwahara import Kuwahara

# Radius of the squares that tell what bristles draw, the finest of lightness, from what patches show (pixels).
_BRISTLES_PX = 2
# How strong bristles are: times the photograph's own detail, from a threshold on, which keeps the grain of a film from
# becoming strokes, up to a limit, which keeps edges free of halos (of pictures in -1..1).
_BRISTLE_GAIN, _BRISTLE_THRESHOLD, _BRISTLE_LIMIT = 2.0, 0.03, 0.12


class Strokes(nn.Module):
    """What a painter of the network kind `painter` begins with; nothing in it is learned.

    The picture is drawn out along its lines, gathered in patches (`Kuwahara`), and drawn out again along the lines of
    these, which turns their ragged rims into strokes: coherence-enhancing filtering (Kyprianidis and Kang, 2011) with
    patches for the shock filter. What was finer than the patches comes back as bristles leave it, drawn out as well.
    Lightness alone is drawn out: colours stay where the patches put them, where their rims are not seen.

    Args:
        reach_px: of the patches, an even number; strokes go a little further, to both sides.

    Raises:
        ValueError: an odd or no reach.
    """

    def __init__(self, reach_px: int) -> None:
        super().__init__()
        self.patches = Kuwahara(reach_px)
        self.distances_px = (reach_px - 1, max(1, reach_px // 3))
        longest, shortest = self.distances_px
        drawn_px = shortest + max(longest, DIRECTION_REACH_PX)
        # How far from a place what it looks like there is made from.
        self.reach_px = 2 * drawn_px + reach_px

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,3,H,W] in -1..1, sides above `reach_px`, to the same but for what bristles add."""
        way, luma = directions(picture), _luma(picture)
        detail = luma - surroundings(luma, _BRISTLES_PX)
        drawn, fine = along(torch.cat((luma, detail), dim=1), way, self.distances_px).chunk(2, dim=1)
        patched = self.patches(picture + (drawn - luma))
        luma = _luma(patched)
        laid = along(luma, directions(patched), self.distances_px)
        # Where no line is to follow there is no bristle either, or specks would be what it leaves.
        sure = way.norm(dim=1, keepdim=True)
        answer: Tensor = patched + (laid - luma) + sure * _bristles(fine)
        return answer


def _luma(picture: Tensor) -> Tensor:
    return as_gray(picture)[:, :1]


def _bristles(fine: Tensor) -> Tensor:
    kept = fine * fine.square() / (fine.square() + _BRISTLE_THRESHOLD**2)
    return _BRISTLE_LIMIT * torch.tanh(kept * (_BRISTLE_GAIN / _BRISTLE_LIMIT))
