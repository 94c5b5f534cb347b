"""Real or not, asked of what a frozen classifier sees: a projected GAN (Sauer et al., 2021)."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.backbones import SqueezeFeatures

# Layers of SqueezeNet 1.1 and their channels: edges and tone at half size, then strokes and textures. What lies deeper
# tells things from each other, and a manner of painting is to put no trees where there were none.
_TAPS = {1: 64, 4: 128, 7: 256}


class _Level(nn.Module):
    """Brings the features of a picture to a mean square of one; what distinguishes channels and places stays."""

    def forward(self, features: Tensor) -> Tensor:
        """Scale [N,C,H,W]."""
        power = features.square().mean(dim=(1, 2, 3), keepdim=True)
        return features * torch.rsqrt(power + 1e-6)


def _judge(channels: int, width: int) -> nn.Module:
    return nn.Sequential(
        _Level(),
        nn.Conv2d(channels, width, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, width, 3, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 1, 1),
    )


class FeatureDiscriminator(nn.Module):
    """A small judge on each of three layers of a frozen SqueezeNet.

    The classifier knows edges and textures before the first step, so the judges, and with them the generators, learn
    from far fewer pictures than a PatchGAN that must first learn to see. It is not part of the state that is kept.

    Args:
        width: channels inside the judges.

    Raises:
        OSError: the backbone is neither in the folder named by TINTYPE_BACKBONES nor to be fetched.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        self.backbone = SqueezeFeatures()
        self.judges = nn.ModuleDict({str(tap): _judge(channels, width) for tap, channels in _TAPS.items()})

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,3,H,W] in -1..1 to scores [N,3,h,w], one a layer, without bounds, on the finest layer's grid."""
        scores: list[Tensor] = []
        for tap, features in self.backbone.layers((picture + 1.0) / 2.0, tuple(_TAPS)).items():
            score = self.judges[str(tap)](features)
            size = scores[0].shape[2:] if scores else score.shape[2:]
            # So that every layer counts alike.
            scores.append(functional.interpolate(score, size=size, mode="nearest"))
        return torch.cat(scores, dim=1)
