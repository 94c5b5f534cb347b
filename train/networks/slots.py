"""A colour table over things: what lightness rank leaves of a painting's colours, averaged over learned slots."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.networks.efficientnet_lite import EfficientNetLite0
from train.networks.feature_decoder import PHOTO_CHANNELS

# A slot that fewer than this share of the places belong to says little, and one that none belong to says nothing.
_LEAST_SHARE = 0.01


class SemanticSlots(nn.Module):
    """Soft shares of every place in a few slots, told from what a frozen encoder sees in the grey.

    The same function is asked of painting and photograph, so that a slot of one is that slot of the other.

    Args:
        slots: how many.
        width: channels inside.
    """

    def __init__(self, slots: int, width: int = 96) -> None:
        super().__init__()
        _, *deeper = EfficientNetLite0.channels
        self.lateral = nn.ModuleList(nn.Conv2d(seen, width, 1) for seen in deeper)
        self.photo = nn.Conv2d(PHOTO_CHANNELS, width, 1)
        self.mix = nn.Sequential(nn.ReLU(), nn.Conv2d(width, width, 1), nn.ReLU(), nn.Conv2d(width, slots, 1))

    def forward(self, photo: Tensor, seen: list[Tensor]) -> Tensor:
        """Return shares [N,slots,H/8,W/8] that add up to one at every place.

        Args:
            photo: [N,PHOTO_CHANNELS,H/4,W/4], see `photo_channels`.
            seen: the encoder's features, finest first.
        """
        features = self.lateral[-1](seen[-1])
        for level in (1, 0):
            features = functional.interpolate(features, scale_factor=2.0, mode="nearest")
            features = features + self.lateral[level](seen[level + 1])
        features = features + self.photo(functional.avg_pool2d(photo, 2))
        return torch.softmax(self.mix(features).float(), dim=1)


def measure_slots(shares: Tensor, residual: Tensor) -> Tensor:
    """Mean of what is left of ab in each slot, drawn towards zero where a slot is hardly there.

    Args:
        shares: [N,K,h,w].
        residual: [N,2,h,w], CIELAB units.

    Returns:
        [N,K,2], CIELAB units.
    """
    weights = shares.flatten(2)
    total = weights.sum(dim=2, keepdim=True) + _LEAST_SHARE * weights.shape[2]
    return torch.matmul(weights, residual.flatten(2).transpose(1, 2)) / total


def apply_slots(table: Tensor, shares: Tensor) -> Tensor:
    """Lay the colours [N,K,2] of slots over places by their shares [N,K,h,w]: ab [N,2,h,w]."""
    return torch.einsum("nkc,nkhw->nchw", table, shares)
