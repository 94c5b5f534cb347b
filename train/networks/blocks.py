"""The pieces both networks are built from: AdaIN, the convolution block, the skip fusion."""

import torch
from torch import Tensor, nn
from torch.nn import functional


class AdaIN(nn.Module):
    """Adaptive instance normalisation with a learned affine interface (Huang and Belongie, 2017, eq. 8).

    One linear layer turns the embedding [N,E] into a scale and a shift a channel; the features [N,C,H,W] are
    normalised over H and W of each picture and take these as their new statistics. The layer starts as the
    identity on normalised features.
    """

    def __init__(self, channels: int, embedding_size: int) -> None:
        super().__init__()
        self.interface = nn.Linear(embedding_size, 2 * channels)
        nn.init.normal_(self.interface.weight, std=0.05)
        nn.init.zeros_(self.interface.bias)

    def forward(self, features: Tensor, embedding: Tensor) -> Tensor:
        """Restyle features [N,C,H,W] by embeddings [N,E]."""
        affine: Tensor = self.interface(embedding)[:, :, None, None]
        scale, shift = affine.chunk(2, dim=1)
        normalised = functional.instance_norm(features, eps=1e-4)
        return normalised * (1.0 + scale) + shift


class Block(nn.Module):
    """Convolution, AdaIN, convolution beside a shortcut.

    The shortcut carries what instance normalisation takes away, the absolute level of the features, so that the
    photograph's own brightness reaches every level.
    """

    def __init__(self, inputs: int, outputs: int, embedding_size: int, dropout: float = 0.0) -> None:
        super().__init__()
        self.first = nn.Conv2d(inputs, outputs, 3, padding=1, bias=False)
        self.style = AdaIN(outputs, embedding_size)
        self.dropout = nn.Dropout2d(dropout)
        self.second = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.shortcut = nn.Identity() if inputs == outputs else nn.Conv2d(inputs, outputs, 1)
        # A small second convolution makes the block start near its shortcut (Zhang et al., 2019, Fixup).
        nn.init.normal_(self.second.weight, std=0.01)

    def forward(self, features: Tensor, embedding: Tensor) -> Tensor:
        """Map [N,inputs,H,W] and embeddings [N,E] to [N,outputs,H,W]."""
        hidden = functional.relu(self.style(self.first(features), embedding))
        hidden = self.second(self.dropout(hidden))
        return functional.relu(self.shortcut(features) + hidden)


class Fusion(nn.Module):
    """A 1x1 convolution over the upsampled decoder features, the skip connection and the photograph itself.

    Nearest-neighbour upsampling followed by convolutions leaves no checkerboard (Odena et al., 2016).
    """

    def __init__(self, deep: int, skip: int, photo: int, outputs: int) -> None:
        super().__init__()
        self.mix = nn.Conv2d(deep + skip + photo, outputs, 1)

    def forward(self, deep: Tensor, skip: Tensor, photo: Tensor) -> Tensor:
        """Fuse features [N,*,h,w], half the size of the others or the same, to [N,outputs,H,W]."""
        if deep.shape[-1] != skip.shape[-1]:
            deep = functional.interpolate(deep, scale_factor=2.0, mode="nearest")
        return functional.relu(self.mix(torch.cat((deep, skip, photo), dim=1)))


class GlobalContext(nn.Module):
    """Adds a learned function of the picture-wide mean to every place: what kind of scene this is."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.mix = nn.Sequential(nn.Linear(channels, channels), nn.ReLU(), nn.Linear(channels, channels))

    def forward(self, features: Tensor) -> Tensor:
        """Map [N,C,H,W] to the same shape."""
        context: Tensor = self.mix(features.mean(dim=(2, 3)))
        return features + context[:, :, None, None]
