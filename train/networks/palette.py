"""The palette network: a readable colour table as base, learned numbers and an AdaIN U-Net for the rest."""

import torch
from torch import Tensor
from torch.nn import functional

from train.networks.base import Prediction, TransferNetwork
from train.networks.colour_table import apply_table, lightness_rank, measure_table
from train.networks.style_encoder import StyleEncoder
from train.networks.unet import AdaINUNet

# Half of a usual painting's ab spread: brings table entries to the scale of the learned numbers.
TABLE_UNIT_AB = 20.0
# The scale of the ab channels inside the networks; the colour cones of sRGB end near 100.
INPUT_UNIT_AB = 50.0


class PaletteNetwork(TransferNetwork):
    """Predicts CIELAB ab and leaves the lightness alone.

    The embedding is `2 * table_steps` numbers that are the reference's mean ab at equal steps of lightness rank
    (divided by TABLE_UNIT_AB), then `learned` numbers in -1..1 from the style encoder. The colorizer lays the table
    down as its base and adds the U-Net's answer, computed at half the photo's resolution after space-to-depth.

    Args:
        widths: channels of the U-Net's levels, finest first.
        style_widths: channels of the style encoder.
        table_steps: steps of lightness rank in the table; 0 leaves it out.
        learned: learned numbers of the embedding.
        dropout: share of channels dropped in the decoder while training.
    """

    def __init__(
        self,
        widths: tuple[int, ...],
        style_widths: tuple[int, ...],
        table_steps: int = 8,
        learned: int = 16,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.table_steps = table_steps
        self.embedding_size = 2 * table_steps + learned
        self.size_multiple = 2 ** len(widths)
        self.feature_channels = widths[-1]
        # Four lightness samples a place, lightness rank, and the base ab.
        self.style_encoder = StyleEncoder(16, style_widths, learned)
        self.unet = AdaINUNet(7, 2, widths, self.embedding_size, dropout)

    def embed(self, reference: Tensor) -> Tensor:
        """Map references [N,3,H,W], CIELAB, to embeddings [N,E]."""
        with torch.autocast(reference.device.type, enabled=False):
            reference = reference.float()
            rank = lightness_rank(functional.avg_pool2d(reference[:, :1], 2))
            reduced_ab = functional.avg_pool2d(reference[:, 1:], 2)
            scaled = torch.cat((reference[:, :1] / 50.0 - 1.0, reference[:, 1:] / INPUT_UNIT_AB), dim=1)
            pieces = [functional.pixel_unshuffle(scaled, 2), rank * 2.0 - 1.0]
            if self.table_steps:
                table = measure_table(rank, reduced_ab, self.table_steps)
                # What the table leaves unsaid is what the learned numbers are for.
                unexplained = reduced_ab - apply_table(table, rank)
            else:
                table = reduced_ab.new_zeros(reduced_ab.shape[0], 0, 2)
                unexplained = reduced_ab
            pieces.append(unexplained / INPUT_UNIT_AB)
            # One more channel keeps the count a multiple of eight, which the fast convolutions want.
            pieces.append(torch.ones_like(rank))
        learned = torch.tanh(self.style_encoder(torch.cat(pieces, dim=1)))
        return torch.cat((table.flatten(1) / TABLE_UNIT_AB, learned.float()), dim=1)

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; the ab of the prediction has half their height and width."""
        with torch.autocast(lightness.device.type, enabled=False):
            rank = lightness_rank(functional.avg_pool2d(lightness.float(), 2))
            samples = functional.pixel_unshuffle(lightness.float() / 50.0 - 1.0, 2)
            base = self._base(rank, embedding.float())
            photo = torch.cat((samples, rank * 2.0 - 1.0, base / INPUT_UNIT_AB), dim=1)
        residual, features = self.unet(photo, embedding)
        ab = base + residual.float() * INPUT_UNIT_AB
        return Prediction(ab, None, features, embedding)

    def _base(self, rank: Tensor, embedding: Tensor) -> Tensor:
        if not self.table_steps:
            return torch.zeros_like(rank).expand(-1, 2, -1, -1)
        table = embedding[:, : 2 * self.table_steps].reshape(-1, self.table_steps, 2) * TABLE_UNIT_AB
        return apply_table(table, rank)
