"""The style encoder: a picture in, a short vector out, wherever its colours lie."""

import torch
from torch import Tensor, nn


class StyleEncoder(nn.Module):
    """Strided convolutions and global pooling.

    Args:
        inputs: channels of the picture.
        widths: channels after each convolution of stride 2.
        outputs: length of the answer.
        spread: pool the standard deviation beside the mean; a palette is as much its spread as its mean.

    No normalisation between the convolutions: instance statistics are the very thing it has to report.
    """

    def __init__(self, inputs: int, widths: tuple[int, ...], outputs: int, spread: bool = True) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = inputs
        for width in widths:
            convolution = nn.Conv2d(before, width, 3, stride=2, padding=1)
            nn.init.kaiming_normal_(convolution.weight, nonlinearity="relu")
            layers += [convolution, nn.ReLU()]
            before = width
        self.features = nn.Sequential(*layers)
        self.spread = spread
        # Pooled activations have no bound; unnormalised they drive a following tanh flat, and every entry dies.
        self.normalise = nn.LayerNorm(before * (2 if spread else 1), elementwise_affine=False)
        self.project = nn.Linear(before * (2 if spread else 1), outputs)

    def forward(self, picture: Tensor) -> Tensor:
        """Map [N,inputs,H,W] to [N,outputs]."""
        features = self.features(picture)
        pooled = features.mean(dim=(2, 3))
        if self.spread:
            variance = (features - pooled[:, :, None, None]).square().mean(dim=(2, 3))
            pooled = torch.cat((pooled, (variance + 1e-4).sqrt()), dim=1)
        answer: Tensor = self.project(self.normalise(pooled))
        return answer
