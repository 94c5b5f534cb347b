"""The networks of pix2pix: colours from the lightness alone, without a reference."""

from abc import abstractmethod

import torch
from torch import Tensor

from train.networks.base import Prediction, TransferNetwork
from train.networks.generators import UNetGenerator

# What the published colourization divides ab by: beyond the most colourful sRGB has.
AB_RANGE = 110.0


class AutoNetwork(TransferNetwork):
    """A network that needs no reference, with a transfer network's ports.

    Its embedding is a constant one, so that all which judges and shows transfer networks takes it too: it answers
    the same under every reference.
    """

    def __init__(self) -> None:
        super().__init__()
        self.embedding_size = 1
        self.style_encoder = torch.nn.Identity()

    def embed(self, reference: Tensor) -> Tensor:
        """Return [N,1], ones, whatever the references [N,3,H,W] are."""
        return reference.new_ones(len(reference), 1)

    @abstractmethod
    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W], the same under every embedding."""

    def colour(self, lightness: Tensor) -> Tensor:
        """Return the ab [N,2,h,w] alone, as `predict` gives it under every embedding."""
        return self.predict(lightness, lightness.new_ones(len(lightness), 1)).ab


class UNetAutoNetwork(AutoNetwork):
    """U-Net from L* to ab (Isola et al., 2017).

    Args:
        widths: channels of the U-Net's levels, finest first.
        dropout: share dropped in the decoder while training: the noise of the conditional GAN.
    """

    def __init__(self, widths: tuple[int, ...], dropout: float = 0.5) -> None:
        super().__init__()
        self.size_multiple = 2 ** (len(widths) - 1)
        self.feature_channels = widths[-1]
        self.unet = UNetGenerator(1, 2, widths, dropout, context=True)

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; H and W are multiples of `size_multiple`."""
        answer, features = self.unet(lightness / 50.0 - 1.0)
        return Prediction(torch.tanh(answer.float()) * AB_RANGE, None, features, embedding)
