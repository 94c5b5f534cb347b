"""The texture of a group of paintings, as a classifier sees it, and how far a picture's is from it."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

# Of the average of the paintings: some hundred steps of them are remembered.
_MEMORY = 0.99


def gram(features: Tensor) -> Tensor:
    """Covariances of the channels of [N,C,h,w] over all places: [N,C,C].

    The Gram matrix of Gatys et al. (2016), eq. 3, but for the means, which tell tone and not texture.
    """
    flat = features.flatten(2)
    centred = flat - flat.mean(dim=2, keepdim=True)
    return centred @ centred.transpose(1, 2) / flat.shape[2]


def as_gray(rgb: Tensor) -> Tensor:
    """Return pictures [N,3,H,W], sRGB in any range, without their colours: luma (ITU-R BT.601) three times over."""
    weights = torch.tensor((0.299, 0.587, 0.114), device=rgb.device, dtype=rgb.dtype).view(1, 3, 1, 1)
    return (rgb * weights).sum(dim=1, keepdim=True).expand_as(rgb)


class GroupTexture(nn.Module):
    """The average correlations over the paintings that were shown, and the pull towards them.

    One painting's would be imitated, strokes and colours; the average of many is what they have in common. What is
    remembered belongs to the state of a run.

    Args:
        channels: of the layers.
    """

    def __init__(self, channels: Sequence[int]) -> None:
        super().__init__()
        self.register_buffer("seen", torch.zeros((), dtype=torch.long))
        for layer, count in enumerate(channels):
            self.register_buffer(f"layer{layer}", torch.zeros(count, count))

    @torch.no_grad()
    def remember(self, paintings: Sequence[Tensor]) -> None:
        """Take the features of some paintings, layer by layer, into the average."""
        self.get_buffer("seen").add_(1)
        # At first the average is that of all that was shown.
        share = max(1.0 - _MEMORY, 1.0 / int(self.get_buffer("seen")))
        for layer, features in enumerate(paintings):
            self.get_buffer(f"layer{layer}").lerp_(gram(features).mean(dim=0), share)

    def distance(self, painted: Sequence[Tensor]) -> Tensor:
        """Squared distance of each picture's correlations to the average, as a share of that: the mean over all.

        Gatys et al. (2016), eq. 4 and 5, every layer scaled by what is to be reached.
        """
        layers = []
        for layer, features in enumerate(painted):
            wanted = self.get_buffer(f"layer{layer}")
            difference = (gram(features) - wanted).square().sum(dim=(1, 2)).mean()
            layers.append(difference / wanted.square().sum())
        return torch.stack(layers).mean()
