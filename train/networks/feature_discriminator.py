"""A discriminator on the features of a frozen classifier: a projected GAN (Sauer et al., 2021)."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.backbones import SqueezeFeatures

# Layers of SqueezeNet 1.1 and their channels: edges and tone at half size, then strokes and textures. What lies deeper
# tells things from each other, and a manner of painting is to put no trees where there were none.
_TAPS = {1: 64, 4: 128, 7: 256}
_STRIDE_PX = 8
CHANNELS = tuple(_TAPS.values())


def _levelled(features: Tensor) -> Tensor:
    """Bring the features [N,C,H,W] of a picture to a mean square of one; what tells channels and places apart stays."""
    power = features.square().mean(dim=(1, 2, 3), keepdim=True)
    return features * torch.rsqrt(power + 1e-6)


def _judge(channels: int, width: int) -> nn.Module:
    return nn.Sequential(
        nn.Conv2d(channels, width, 1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, width, 3, padding=1),
        nn.LeakyReLU(0.2),
        nn.Conv2d(width, 1, 1),
    )


class FeatureDiscriminator(nn.Module):
    """A small discriminator on each of three layers of a frozen SqueezeNet.

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

    def see(self, picture: Tensor) -> list[Tensor]:
        """Return what the classifier sees in [N,3,H,W] in -1..1, by layers of CHANNELS, the finest first.

        While training it looks from a place drawn anew each time, up to a stride of its layers further right and down:
        generator and classifier both go by squares of pixels, and strokes would else be laid where these meet.
        """
        if self.training:
            top, left = torch.randint(_STRIDE_PX, (2,)).tolist()
            height, width = (side - _STRIDE_PX for side in picture.shape[2:])
            picture = picture[:, :, top : top + height, left : left + width]
        return list(self.backbone.layers((picture + 1.0) / 2.0, tuple(_TAPS)).values())

    def judge(self, seen: list[Tensor]) -> Tensor:
        """Map what `see` returned to scores [N,3,h,w], one a layer, without bounds, on the finest layer's grid."""
        scores = [judge(_levelled(part)) for judge, part in zip(self.judges.values(), seen, strict=True)]
        # So that every layer counts alike.
        size = scores[0].shape[2:]
        return torch.cat(
            [functional.interpolate(score, size=size, mode="nearest") for score in scores], dim=1
        )

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,3,H,W] in -1..1 to the scores of `judge`."""
        return self.judge(self.see(picture))
