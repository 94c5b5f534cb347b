"""The published starved network: RGB out, a quarter of the usual width, a latent of 32, dropout."""

import torch
from torch import Tensor

from train.colour import lab_to_srgb, lightness_to_gray, srgb_to_lab
from train.networks.style_encoder import StyleEncoder
from train.networks.transfer import Prediction, TransferNetwork
from train.networks.unet import AdaINUNet


class ScarceRGBNetwork(TransferNetwork):
    """AdaIN U-Net from grey to sRGB at full resolution, its embedding learned alone.

    Args:
        widths: channels of the U-Net's levels, finest first.
        style_widths: channels of the style encoder.
        learned: length of the embedding.
        dropout: share of channels dropped in the decoder while training.
    """

    def __init__(
        self, widths: tuple[int, ...], style_widths: tuple[int, ...], learned: int = 32, dropout: float = 0.2
    ) -> None:
        super().__init__()
        self.embedding_size = learned
        self.size_multiple = 2 ** (len(widths) - 1)
        self.feature_channels = widths[-1]
        self.style_encoder = StyleEncoder(3, style_widths, learned, spread=False)
        self.unet = AdaINUNet(1, 3, widths, learned, dropout)

    def embed(self, reference: Tensor) -> Tensor:
        """Map references [N,3,H,W], CIELAB, to embeddings [N,E]."""
        embedding: Tensor = self.style_encoder(lab_to_srgb(reference) * 2.0 - 1.0)
        return embedding.float()

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; the ab of the prediction is that of the predicted sRGB."""
        gray = lightness_to_gray(lightness)
        answer, features = self.unet(gray * 2.0 - 1.0, embedding)
        rgb = torch.sigmoid(answer.float())
        return Prediction(srgb_to_lab(rgb)[:, 1:], rgb, features, embedding)
