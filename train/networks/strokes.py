"""Strokes: a photograph laid out as a loaded brush would, along its lines and with the marks of bristles."""

import torch
from torch import Tensor, nn

from train.networks.flow import DIRECTION_REACH_PX, along, directions, surroundings
from train.networks.kuwahara import Kuwahara
from train.texture import as_gray

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

    Args:
        reach_px: of the patches, an even number; strokes go half as far again to both sides.

    Raises:
        ValueError: an odd or no reach.
    """

    def __init__(self, reach_px: int) -> None:
        super().__init__()
        self.patches = Kuwahara(reach_px)
        self.length_px = 3 * reach_px // 2
        drawn_px = max(self.length_px, DIRECTION_REACH_PX)
        # How far from a place what it looks like there is made from.
        self.reach_px = 2 * drawn_px + reach_px

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,3,H,W] in -1..1, sides above `reach_px`, to the same but for what bristles add."""
        way = directions(picture)
        patched = self.patches(along(picture, way, self.length_px))
        laid = along(patched, directions(patched), self.length_px)
        luma = as_gray(picture)[:, :1]
        fine = along(luma - surroundings(luma, _BRISTLES_PX), way, self.length_px)
        # Where no line is to follow there is no bristle either, or specks would be what it leaves.
        sure = way.norm(dim=1, keepdim=True)
        answer: Tensor = laid + sure * _bristles(fine)
        return answer


def _bristles(fine: Tensor) -> Tensor:
    kept = fine * fine.square() / (fine.square() + _BRISTLE_THRESHOLD**2)
    return _BRISTLE_LIMIT * torch.tanh(kept * (_BRISTLE_GAIN / _BRISTLE_LIMIT))
