"""The palette network on a frozen encoder: natural colours moved into the painting's palette, and slots for things."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.colour import lightness_to_gray
from train.networks.auto_pretrained import PretrainedAutoNetwork, photo_channels
from train.networks.base import Prediction, TransferNetwork
from train.networks.colour_table import apply_table, lightness_rank, measure_table
from train.networks.feature_decoder import SIZE_MULTIPLE, STRIDE
from train.networks.palette import INPUT_UNIT_AB, TABLE_UNIT_AB
from train.networks.sliced_transport import (
    DIRECTIONS,
    LEVELS,
    measure_quantiles,
    transport_to_quantiles,
)
from train.networks.slots import SemanticSlots, apply_slots, measure_slots
from train.networks.style_encoder import StyleEncoder
from train.networks.unet import AdaINUNet

# Transported colours, the tables' colours; natural colours are an input, never an answer.
_BASES = 2
# Sweeps of transport over all directions, and how far one step of them may draw colours apart, as a multiple of their
# distance: a plain wall stays plain. First from natural colours, which differ as things do, to the painting's.
_SWEEPS = 3
_STRETCH = 1.2
# Last, over what the U-Net mixes: a pale mean of what might be.
_LAST_SWEEPS = 1
_LAST_STRETCH = 2.0
# What a new network takes of a slot's mean, before a sigmoid: an eighth, enough to learn from.
_FIRST_COMMON = -2.0


class PretrainedPaletteNetwork(TransferNetwork):
    """Predicts ab at a quarter of the photograph's size from two bases and an AdaIN U-Net.

    The embedding, all of it divided by TABLE_UNIT_AB but for the learned numbers:

    * `2 * table_steps`: the painting's mean ab at equal steps of lightness rank;
    * `2 * slots`: what that table leaves of ab, averaged over each semantic slot;
    * `DIRECTIONS * LEVELS`: quantiles of (a*, b*, rank) along fixed directions;
    * `learned` numbers in -1..1 of the style encoder.

    One base is the natural colours of a `PretrainedAutoNetwork`, transported to the quantiles; the other is the two
    tables. Transport draws what is nearly neutral out to a painting of strong colours, and with it every small change
    of the guess along a plain wall. Before it, the natural colours are therefore settled: drawn towards what the
    places of a semantic slot have in common, by a share that the decoder says of every place. And no step draws
    colours apart to much more than their distance: what differs in the answer differs in the guess.

    The U-Net says place by place how to mix the bases, and what to add. While it is trained, that is the answer: it
    is asked for true colours alone, the photograph's own or those transported into the painting's palette, never for
    the palette itself. Asked for that without knowing what belongs where, it would lay it out over the photograph by
    place, left and right of one face. What is asked for so is a mean of what might be, and paler than the
    painting; afterwards one more sweep of transport gives it the painting's spread.

    Args:
        widths: of the natural colours' decoder, at strides 4 to 32.
        residual_widths: of the U-Net's levels, from stride 4.
        style_widths: of the style encoder.
        table_steps, slots, learned: numbers of the embedding, see above.
        temperature, rarity: of the natural colours.
        dropout: share of channels dropped in the U-Net's decoder while training.
        tune_natural: train the decoder of the natural colours on, through the transport; its encoder stays frozen.
    """

    def __init__(
        self,
        widths: tuple[int, ...],
        residual_widths: tuple[int, ...],
        style_widths: tuple[int, ...],
        *,
        table_steps: int,
        slots: int,
        learned: int,
        temperature: float,
        rarity: float,
        dropout: float = 0.0,
        tune_natural: bool = False,
    ) -> None:
        super().__init__()
        self.embedding_parts = (2 * table_steps, 2 * slots, DIRECTIONS * LEVELS, learned)
        self.embedding_size = sum(self.embedding_parts)
        self.size_multiple = self.style_multiple = SIZE_MULTIPLE
        self.feature_channels = residual_widths[-1]
        self.natural = PretrainedAutoNetwork(widths, temperature, rarity).requires_grad_(False)
        if tune_natural:
            for part in (self.natural.decoder, self.natural.head, self.natural.cells):
                part.requires_grad_(True)
        self.slots = SemanticSlots(slots)
        self.style_encoder = StyleEncoder(16, style_widths, learned)
        # Decoder features, rank, how decided the natural colours are, and the colours of guess and bases.
        inputs = widths[0] + 2 + 2 * (2 + _BASES)
        self.unet = AdaINUNet(
            inputs, 2 + _BASES, residual_widths, self.embedding_size, dropout, photo_path=False
        )
        # What to add to the natural colours, and how much of a slot's mean to take.
        self.settling = nn.Conv2d(widths[0], 3, 1)
        assert self.settling.bias is not None
        nn.init.zeros_(self.settling.weight)
        nn.init.zeros_(self.settling.bias)
        nn.init.constant_(self.settling.bias[2:], _FIRST_COMMON)

    def embed(self, reference: Tensor) -> Tensor:
        """Map references [N,3,H,W], CIELAB, to embeddings [N,E]; H and W are multiples of 32."""
        with torch.autocast(reference.device.type, enabled=False):
            reference = reference.float()
            photo, rank = photo_channels(reference[:, :1])
            ab = functional.avg_pool2d(reference[:, 1:], STRIDE)
            table = measure_table(rank, ab, self.embedding_parts[0] // 2)
            residual = ab - apply_table(table, rank)
            quantiles = measure_quantiles(ab.flatten(2), rank.flatten(2))
            gray = lightness_to_gray(reference[:, :1])
            half = functional.avg_pool2d(reference, 2)
            half_rank = lightness_rank(half[:, :1])
            unexplained = half[:, 1:] - apply_table(table, half_rank)
            pieces = (
                functional.pixel_unshuffle(_scaled(reference), 2),
                half_rank * 2.0 - 1.0,
                unexplained / INPUT_UNIT_AB,
                torch.ones_like(half_rank),
            )
        shares = self.slots(photo, self.natural.encoder(gray))
        learned = torch.tanh(self.style_encoder(torch.cat(pieces, dim=1)))
        with torch.autocast(reference.device.type, enabled=False):
            slots = measure_slots(shares, functional.avg_pool2d(residual, 2))
            measured = torch.cat((table.flatten(1), slots.flatten(1), quantiles.flatten(1)), dim=1)
            return torch.cat((measured / TABLE_UNIT_AB, learned.float()), dim=1)

    def predict(self, lightness: Tensor, embedding: Tensor) -> Prediction:
        """Colour photos given as L* [N,1,H,W]; the ab of the prediction has a quarter of their height and width."""
        with torch.autocast(lightness.device.type, enabled=False):
            lightness = lightness.float()
            photo, rank = photo_channels(lightness)
            gray = lightness_to_gray(lightness)
            table, slots, quantiles, _ = torch.split(embedding.float(), list(self.embedding_parts), dim=1)
        with torch.no_grad():
            seen = self.natural.encoder(gray)
        features, natural, decided = self.natural.guess(photo, seen)
        shares = self.slots(photo, seen)
        correction = self.settling(features)
        with torch.autocast(lightness.device.type, enabled=False):
            by_rank = apply_table(table.reshape(-1, self.embedding_parts[0] // 2, 2) * TABLE_UNIT_AB, rank)
            coarse = apply_slots(slots.reshape(-1, self.embedding_parts[1] // 2, 2) * TABLE_UNIT_AB, shares)
            things = functional.interpolate(coarse, scale_factor=2.0, mode="bilinear", align_corners=False)
            levels = quantiles.reshape(-1, DIRECTIONS, LEVELS) * TABLE_UNIT_AB
            natural = settle(natural.float(), shares, correction.float())
            moved = _transported(natural, rank, levels, _SWEEPS, _STRETCH)
            bases = torch.stack((moved, by_rank + things), dim=1)
            colours = torch.cat((natural, by_rank, moved, by_rank + things), dim=1) / INPUT_UNIT_AB
            told = torch.cat((rank * 2.0 - 1.0, decided, colours), dim=1)
        answer, deepest = self.unet(torch.cat((features, told), dim=1), embedding)
        with torch.autocast(lightness.device.type, enabled=False):
            residual, mix = torch.split(answer.float(), [2, _BASES], dim=1)
            ab = (torch.softmax(mix, dim=1)[:, :, None] * bases).sum(dim=1) + residual * INPUT_UNIT_AB
            if not self.training:
                ab = _transported(ab, rank, levels, _LAST_SWEEPS, _LAST_STRETCH)
        return Prediction(ab, None, deepest, embedding)

    def begin_as(self, natural: nn.Module) -> None:
        """Take the natural colours of a trained network of the same widths."""
        self.natural.load_state_dict(natural.state_dict())


def _transported(ab: Tensor, rank: Tensor, levels: Tensor, sweeps: int, stretch: float) -> Tensor:
    """Planes ab [N,2,h,w] moved to quantiles, see `transport_to_quantiles`."""
    return transport_to_quantiles(ab.flatten(2), rank.flatten(2), levels, sweeps, stretch).view_as(ab)


def settle(natural: Tensor, shares: Tensor, correction: Tensor) -> Tensor:
    """Draw ab [N,2,h,w] towards its mean in each slot, shares [N,K,h/2,w/2], and add to it.

    Args:
        correction: what to add, in units of INPUT_UNIT_AB, and the share of the mean before a sigmoid, [N,3,h,w].
    """
    added, logit = torch.split(correction, [2, 1], dim=1)
    means = measure_slots(shares, functional.avg_pool2d(natural, 2))
    common = functional.interpolate(
        apply_slots(means, shares), scale_factor=2.0, mode="bilinear", align_corners=False
    )
    return torch.lerp(natural, common, torch.sigmoid(logit)) + added * INPUT_UNIT_AB


def _scaled(lab: Tensor) -> Tensor:
    return torch.cat((lab[:, :1] / 50.0 - 1.0, lab[:, 1:] / INPUT_UNIT_AB), dim=1)
