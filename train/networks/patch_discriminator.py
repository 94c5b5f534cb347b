"""PatchGAN: a discriminator that scores every patch of 70 x 70 pixels (Isola et al., 2017, section 3.2)."""

from torch import Tensor, nn

from train.networks.generators import start_small

PATCH_PX = 70
# Below this the innermost convolutions have nothing left to normalise.
SMALLEST_PX = 32


class PatchDiscriminator(nn.Module):
    """Five convolutions of 4 x 4, three of them of stride 2: C64-C128-C256-C512 and one score a patch.

    Instance norm takes the place of the batch norm of the paper, as in Zhu et al. (2017), so that pictures of a batch
    do not see each other.

    Args:
        inputs: channels of what is judged; a conditional one is shown input and output one upon the other.
        width: channels after the first convolution.
    """

    def __init__(self, inputs: int, width: int = 64) -> None:
        super().__init__()
        layers: list[nn.Module] = [nn.Conv2d(inputs, width, 4, 2, 1), nn.LeakyReLU(0.2)]
        widths = (width, 2 * width, 4 * width, 8 * width)
        for before, after, stride in zip(widths[:-1], widths[1:], (2, 2, 1), strict=True):
            layers += [
                nn.Conv2d(before, after, 4, stride, 1, bias=False),
                nn.InstanceNorm2d(after, affine=True),
                nn.LeakyReLU(0.2),
            ]
        layers.append(nn.Conv2d(widths[-1], 1, 4, 1, 1))
        self.body = nn.Sequential(*layers)
        start_small(self)

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,inputs,H,W], H and W at least SMALLEST_PX, to scores [N,1,H/8 - 2,W/8 - 2], without bounds."""
        scores: Tensor = self.body(picture)
        return scores
