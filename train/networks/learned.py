"""The network of the published study and its relatives: an AdaIN U-Net whose whole embedding is learned."""

import torch
from torch import Tensor, nn

from train.core.colour import lab_to_srgb, lightness_to_gray, srgb_to_lab
from train.networks.base import Prediction, TransferNetwork
from train.networks.palette import INPUT_UNIT_AB
from train.networks.style_encoder import StyleEncoder
from train.networks.unet import AdaINUNet


class LearnedStyleNetwork(TransferNetwork):
    """AdaIN U-Net at full resolution, from grey to sRGB or from lightness to ab.

    Without learned numbers it is the U-Net alone: the embedding is then a constant one, which lets AdaIN learn a
    scale and a shift a channel and can tell it nothing.

    Args:
        widths: channels of the U-Net's levels, finest first.
        style_widths: channels of the style encoder.
        learned: length of the embedding; 0 for the U-Net alone.
        dropout: share of channels dropped in the decoder while training.
        lab: answer in CIELAB ab, the lightness being the photo's, rather than in sRGB.
        squash: bring the embedding into 0..1 by a sigmoid.
    """

    def __init__(
        self,
        widths: tuple[int, ...],
        style_widths: tuple[int, ...],
        learned: int = 32,
        dropout: float = 0.2,
        *,
        lab: bool = False,
        squash: bool = False,
    ) -> None:
        super().__init__()
        self.lab, self.squash = lab, squash
        self.embedding_size = learned or 1
        self.size_multiple = 2 ** (len(widths) - 1)
        self.feature_channels = widths[-1]
        self.learned = learned
        self.style_encoder: nn.Module = (
            StyleEncoder(3, style_widths, learned, spread=False) if learned else nn.Identity()
        )
        self.unet = AdaINUNet(1, 2 if lab else 3, widths, self.embedding_size, dropout)

    def embed(self, reference: Tensor) -> Tensor:
        """Map references [N,3,H,W], CIELAB, to embeddings [N,E]."""
        if not self.learned:
            return reference.new_ones(len(reference), 1)
        if self.lab:
            lightness, ab = reference[:, :1] / 50.0 - 1.0, reference[:, 1:] / INPUT_UNIT_AB
            picture = torch.cat((lightness, ab), dim=1)
        else:
            picture = lab_to_srgb(reference) * 2.0 - 1.0
        embedding: Tensor = self.style_encoder(picture).float()
        return torch.sigmoid(embedding) if self.squash else embedding

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; from sRGB, the ab of the prediction is that of the answer."""
        if self.lab:
            answer, features = self.unet(lightness / 50.0 - 1.0, embedding)
            return Prediction(answer.float() * INPUT_UNIT_AB, None, features, embedding)
        gray = lightness_to_gray(lightness)
        answer, features = self.unet(gray * 2.0 - 1.0, embedding)
        rgb = torch.sigmoid(answer.float())
        return Prediction(srgb_to_lab(rgb)[:, 1:], rgb, features, embedding)
