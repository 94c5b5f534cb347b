"""Natural colours by an encoder trained on ImageNet: grey to a distribution over colours."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.colour import lightness_to_gray
from train.networks.auto import AutoNetwork
from train.networks.base import Prediction
from train.networks.colour_table import lightness_rank
from train.networks.efficientnet_lite import EfficientNetLite0
from train.networks.feature_decoder import SIZE_MULTIPLE, STRIDE, FeatureDecoder
from train.networks.palette import INPUT_UNIT_AB
from train.networks.statistics_guess import CellHead


def photo_channels(lightness: Tensor) -> tuple[Tensor, Tensor]:
    """Return what a decoder is told of the photograph itself, and its lightness rank at a quarter of its size.

    Args:
        lightness: L* [N,1,H,W] in 0..100; H and W are multiples of 4.

    Returns:
        [N,PHOTO_CHANNELS,H/4,W/4] in -1..1, and [N,1,H/4,W/4] in 0..1.
    """
    rank = lightness_rank(functional.avg_pool2d(lightness, STRIDE))
    samples = functional.pixel_unshuffle(lightness / 50.0 - 1.0, STRIDE)
    return torch.cat((samples, rank * 2.0 - 1.0), dim=1), rank


class PretrainedAutoNetwork(AutoNetwork):
    """EfficientNet-Lite0, a decoder, and a distribution over the cells of ab at a quarter of the size.

    Args:
        widths: channels of the decoder at strides 4, 8, 16 and 32.
        temperature, rarity: how a distribution becomes one colour, see `CellHead`.
        tune_encoder: train the encoder's deeper stages too.
    """

    def __init__(
        self, widths: tuple[int, ...], temperature: float, rarity: float, *, tune_encoder: bool = False
    ) -> None:
        super().__init__()
        self.size_multiple = SIZE_MULTIPLE
        self.feature_channels = widths[-1]
        self.encoder = EfficientNetLite0()
        if tune_encoder:
            self.encoder.tune()
        self.decoder = FeatureDecoder(widths)
        self.head = nn.Conv2d(widths[0], 2, 1)
        self.cells = CellHead(widths[0], temperature, rarity)
        for parameter in self.head.parameters():
            nn.init.zeros_(parameter)

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; the ab of the prediction has a quarter of their height and width."""
        with torch.autocast(lightness.device.type, enabled=False):
            lightness = lightness.float()
            photo, _ = photo_channels(lightness)
            gray = lightness_to_gray(lightness)
        features, deepest = self.decoder(photo, self.encoder(gray))
        logits = self._logits(features)
        return Prediction(self.cells.colour(logits), None, deepest, embedding, logits)

    def guess(self, photo: Tensor, seen: list[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
        """Return the decoder's features [N,C,H/4,W/4], natural ab [N,2,H/4,W/4] and how far from decided they are.

        Args:
            photo: [N,PHOTO_CHANNELS,H/4,W/4], see `photo_channels`.
            seen: the encoder's features, finest first.

        Returns:
            The last is the spread of the colours thought possible, in units of INPUT_UNIT_AB, [N,1,H/4,W/4].
        """
        features, _ = self.decoder(photo, seen)
        logits = self._logits(features)
        return features, self.cells.colour(logits), self.cells.spread(logits) / INPUT_UNIT_AB

    def _logits(self, features: Tensor) -> Tensor:
        logits: Tensor = self.cells(features, self.head(features).float() * INPUT_UNIT_AB)
        return logits
