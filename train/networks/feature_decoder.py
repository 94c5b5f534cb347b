"""What a frozen encoder sees, brought together at a quarter of the photograph's size."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.networks.blocks import GlobalContext
from train.networks.efficientnet_lite import EfficientNetLite0

# The photograph's lightness at every fourth row and column, as channels, and its lightness rank.
STRIDE = 4
PHOTO_CHANNELS = STRIDE**2 + 1
SIZE_MULTIPLE = 32
_HEADS = 4


class ChannelNorm(nn.Module):
    """Root mean square normalisation over the channels of each place (Zhang and Sennrich, 2019).

    It looks at no other place, so that a crop is normalised as the whole picture is.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.gain = nn.Parameter(torch.ones(channels))

    def forward(self, features: Tensor) -> Tensor:
        """Map [N,C,H,W] to the same shape."""
        scale = torch.rsqrt(features.square().mean(dim=1, keepdim=True) + 1e-4)
        return features * scale * self.gain[:, None, None]


class ResidualBlock(nn.Module):
    """Two convolutions beside a shortcut, normalised before the first (He et al., 2016)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = ChannelNorm(channels)
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.normal_(self.second.weight, std=0.01)

    def forward(self, features: Tensor) -> Tensor:
        """Map [N,C,H,W] to the same shape."""
        hidden: Tensor = self.second(functional.relu(self.first(self.norm(features))))
        return features + hidden


class AttentionBlock(nn.Module):
    """Self-attention among all places, then two layers for each (Vaswani et al., 2017): a sky is one sky."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = ChannelNorm(channels)
        self.query_key_value = nn.Conv2d(channels, 3 * channels, 1)
        self.project = nn.Conv2d(channels, channels, 1)
        self.mlp = nn.Sequential(
            ChannelNorm(channels),
            nn.Conv2d(channels, 2 * channels, 1),
            nn.ReLU(),
            nn.Conv2d(2 * channels, channels, 1),
        )
        nn.init.normal_(self.project.weight, std=0.01)

    def forward(self, features: Tensor) -> Tensor:
        """Map [N,C,H,W] to the same shape."""
        count, channels, height, width = features.shape
        parts = self.query_key_value(self.norm(features))
        parts = parts.reshape(count, 3, _HEADS, channels // _HEADS, height * width).transpose(3, 4)
        query, key, value = parts.unbind(dim=1)
        shares = torch.softmax(query @ key.transpose(2, 3) * (channels // _HEADS) ** -0.5, dim=-1)
        gathered = (shares @ value).transpose(2, 3).reshape(count, channels, height, width)
        features = features + self.project(gathered)
        answer: Tensor = features + self.mlp(features)
        return answer


class FeatureDecoder(nn.Module):
    """From features at strides 4 to 32 up to features at stride 4.

    Args:
        widths: channels at strides 4, 8, 16 and 32.
    """

    def __init__(self, widths: tuple[int, ...]) -> None:
        super().__init__()
        finest = widths[0]
        self.lateral = nn.ModuleList(
            nn.Conv2d(seen, width, 1) for seen, width in zip(EfficientNetLite0.channels, widths, strict=True)
        )
        self.deepest = nn.Sequential(ResidualBlock(widths[-1]), GlobalContext(widths[-1]))
        self.fusions = nn.ModuleList(
            nn.Conv2d(deep + width, width, 1) for deep, width in zip(widths[1:], widths[:-1], strict=True)
        )
        self.photo = nn.Conv2d(PHOTO_CHANNELS, finest, 1)
        self.blocks = nn.ModuleList(
            (
                nn.Sequential(ResidualBlock(finest), ResidualBlock(finest)),
                ResidualBlock(widths[1]),
                nn.Sequential(ResidualBlock(widths[2]), AttentionBlock(widths[2]), AttentionBlock(widths[2])),
            )
        )

    def forward(self, photo: Tensor, seen: list[Tensor]) -> tuple[Tensor, Tensor]:
        """Return the features at stride 4, [N,widths[0],H/4,W/4], and the deepest, [N,widths[3],H/32,W/32].

        Args:
            photo: [N,PHOTO_CHANNELS,H/4,W/4].
            seen: the encoder's features, finest first.
        """
        deepest: Tensor = self.deepest(self.lateral[-1](seen[-1]))
        features = deepest
        for level in reversed(range(len(self.fusions))):
            lateral = self.lateral[level](seen[level])
            if level == 0:
                lateral = lateral + self.photo(photo)
            features = functional.interpolate(features, scale_factor=2.0, mode="nearest")
            features = self.fusions[level](torch.cat((features, functional.relu(lateral)), dim=1))
            features = self.blocks[level](features)
        return features, deepest
