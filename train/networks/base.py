"""What every colour-transfer network offers to training, evaluation and export."""

from abc import ABC, abstractmethod
from typing import NamedTuple

from torch import Tensor, nn


class Prediction(NamedTuple):
    """A network's answer for a batch.

    Attributes:
        ab: [N,2,h,w], CIELAB; h and w are those of the photo, a half or a quarter of them.
        rgb: [N,3,H,W], sRGB in 0..1, for networks that answer in RGB; None otherwise.
        features: the deepest features [N,C,h',w'], for objectives that look at what the network understands.
        embedding: [N,E], the embedding that was used.
        logits: [N,Q,h,w], of networks that answer by a distribution over the cells of `colour_rebalancing`.
    """

    ab: Tensor
    rgb: Tensor | None
    features: Tensor
    embedding: Tensor
    logits: Tensor | None = None


class TransferNetwork(nn.Module, ABC):
    """A style encoder and a colorizer trained together."""

    style_encoder: nn.Module
    embedding_size: int
    embedding_parts: tuple[int, ...] = ()
    """How many numbers of each kind follow one another in the embedding; empty where all are of one kind."""
    size_multiple: int
    feature_channels: int
    style_multiple: int = 2
    """References have a height and a width that are multiples of it."""

    @abstractmethod
    def embed(self, reference: Tensor) -> Tensor:
        """Map references [N,3,H,W], CIELAB, to embeddings [N,E]; H and W are multiples of `style_multiple`."""

    @abstractmethod
    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W] in 0..100; H and W are multiples of `size_multiple`."""

    def forward(self, lightness: Tensor, reference: Tensor) -> Prediction:
        """Colour every photo with the embedding of the reference of the same row."""
        return self.predict(lightness, self.embed(reference))
