"""The objective of the colour-transfer networks: a weighted sum of named terms."""

import dataclasses
from collections.abc import Callable

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.backbones import SqueezeFeatures, load_lpips
from train.core.colour import lab_to_srgb, srgb_to_lab
from train.core.config import LossConfig
from train.core.distances import (
    contour_distance,
    contour_energy,
    even_angles,
    resize_to,
    sliced_wasserstein,
)
from train.data.batches import Batch
from train.networks.base import Prediction
from train.networks.colour_table import lightness_rank
from train.networks.sliced_transport import measure_quantiles, transport_to_quantiles

# Terms are computed on ab divided by this, which brings their usual values near one.
UNIT_AB = 10.0
# Standard deviation below which an entry of the embedding is held to be falling asleep.
_LATENT_SPREAD = 0.25
_PALETTE_SAMPLES = 1024
_PALETTE_DIRECTIONS = 8
# Of transport of the true colours, and how far one step of it may draw colours apart: what differs a little in the
# photograph, one cheek from the other, shall not take two hues of the painting.
_TRANSPORT_SWEEPS = 3
_TRANSPORT_STRETCH = 1.5


def style_apart(config: LossConfig) -> tuple[LossConfig, LossConfig]:
    """Divide an objective into all but the style term, and the style term alone."""
    alone = LossConfig(mse=0.0, palette=0.0, style=config.style)
    return dataclasses.replace(config, style=0.0), alone


class SemanticHead(nn.Module):
    """Predicts backbone features of the colour picture from the network's deepest features (training only).

    Knowledge distillation (Hinton et al., 2015): what a classifier sees in colour, the colorizer learns to see in
    grey.
    """

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.backbone = SqueezeFeatures()
        self.project = nn.Conv2d(channels, 512, 1)

    def forward(self, features: Tensor, rgb: Tensor) -> Tensor:
        """Cosine distance, mean over places and pictures: features [N,C,h,w], rgb [N,3,H,W] in 0..1."""
        with torch.no_grad():
            wanted = resize_to(self.backbone(rgb).float(), features)
        similarity = functional.cosine_similarity(self.project(features).float(), wanted, dim=1)
        return 1.0 - similarity.mean()


class Objective(nn.Module):
    """Computes the terms whose weight is not zero; holds what they need (frozen backbones, training heads)."""

    def __init__(self, config: LossConfig, feature_channels: int) -> None:
        super().__init__()
        self.config = config
        self.lpips = load_lpips() if config.lpips else None
        self.semantic = SemanticHead(feature_channels) if config.semantic else None

    def forward(
        self,
        prediction: Prediction,
        batch: Batch,
        random: torch.Generator,
        embed: Callable[[Tensor], Tensor] | None = None,
    ) -> dict[str, Tensor]:
        """Return the unweighted terms by name; `total` is their weighted sum.

        `embed` is the network's own; the style term looks at the answer with it.
        """
        config, selfs = self.config, batch.self_pairs
        terms: dict[str, Tensor] = {}
        # Drawn whether used or not, so that a term switched off does not change the others' random numbers.
        angles = even_angles(_PALETTE_DIRECTIONS, float(torch.rand((), generator=random))).to(
            prediction.ab.device
        )
        # Rows whose true colours the answer is compared with.
        known = len(batch.target) if config.foreign_colour else selfs
        if config.mse and known:
            terms["mse"] = self._reconstruction(prediction, batch.target[:known])
        if self.lpips is not None and known:
            terms["lpips"] = self._perceptual(prediction, batch.target[:known])
        if selfs < len(batch.target):
            terms |= self._foreign(prediction, batch, angles, random)
        if config.contour:
            terms["contour"] = self._contour(prediction.ab[:selfs], batch)
        if self.semantic is not None:
            terms["semantic"] = self.semantic(prediction.features, lab_to_srgb(batch.natural))
        if config.latent:
            terms["latent"] = self._latent(prediction.embedding)
        if config.style and embed is not None and selfs < len(batch.target):
            terms["style"] = self._style(prediction, batch, embed)
        terms["total"] = torch.stack([getattr(config, name) * term for name, term in terms.items()]).sum()
        return terms

    def _foreign(
        self, prediction: Prediction, batch: Batch, angles: Tensor, random: torch.Generator
    ) -> dict[str, Tensor]:
        """Foreign pairs: what can be asked of an answer whose true colours nobody knows."""
        config, selfs = self.config, batch.self_pairs
        ab, target = prediction.ab[selfs:], batch.target[selfs:]
        terms: dict[str, Tensor] = {}
        if config.palette:
            terms["palette"] = self._palette(ab, batch.reference[selfs:], angles, random)
        if config.transported:
            terms["transported"] = self._transported(ab, target, batch.reference[selfs:])
        if config.bleeding:
            # No truth tells where a foreign palette may change: where the lightness does, and not in between.
            terms["bleeding"] = contour_energy(ab, resize_to(target[:, :1], ab)).mean()
        return terms

    @staticmethod
    def _reconstruction(prediction: Prediction, target: Tensor) -> Tensor:
        if prediction.rgb is not None:
            rgb = prediction.rgb[: len(target)]
            return functional.mse_loss(rgb, lab_to_srgb(target)) * UNIT_AB**2
        wanted = resize_to(target[:, 1:], prediction.ab)
        return functional.mse_loss(prediction.ab[: len(target)] / UNIT_AB, wanted / UNIT_AB)

    def _perceptual(self, prediction: Prediction, target: Tensor) -> Tensor:
        assert self.lpips is not None
        if prediction.rgb is not None:
            rgb = prediction.rgb[: len(target)]
        else:
            ab = resize_to(prediction.ab[: len(target)], target)
            rgb = lab_to_srgb(torch.cat((target[:, :1], ab), dim=1))
        distance: Tensor = self.lpips(rgb * 2.0 - 1.0, lab_to_srgb(target) * 2.0 - 1.0)
        return distance.mean()

    @staticmethod
    def _style(prediction: Prediction, batch: Batch, embed: Callable[[Tensor], Tensor]) -> Tensor:
        """Foreign pairs: MSE between the embeddings of the reference and of the answer.

        Both sides are trained, as in the published experiment: nothing but the other terms keeps the encoder from
        saying the same of every picture, which would make this term zero.
        """
        selfs = batch.self_pairs
        if prediction.rgb is not None:
            answer = srgb_to_lab(prediction.rgb[selfs:])
        else:
            lightness = batch.target[selfs:, :1]
            answer = torch.cat((lightness, resize_to(prediction.ab[selfs:], lightness)), dim=1)
        return functional.mse_loss(embed(answer), prediction.embedding[selfs:])

    @staticmethod
    def _latent(embedding: Tensor) -> Tensor:
        """Hinge on the spread of every entry over the batch (Bardes et al., 2022, VICReg, eq. 1).

        Several processes each see the spread of their own rows only.
        """
        spread = (embedding.float().var(dim=0) + 1e-6).sqrt()
        return (_LATENT_SPREAD - spread).clamp_min(0.0).mean() / _LATENT_SPREAD

    @staticmethod
    def _palette(ab: Tensor, reference: Tensor, angles: Tensor, random: torch.Generator) -> Tensor:
        painted = resize_to(reference[:, 1:], ab).flatten(2)
        flat = ab.flatten(2)
        places = torch.randint(flat.shape[2], (2, _PALETTE_SAMPLES), generator=random).to(ab.device)
        return sliced_wasserstein(flat[:, :, places[0]], painted[:, :, places[1]], angles).mean() / UNIT_AB

    @staticmethod
    def _transported(ab: Tensor, target: Tensor, reference: Tensor) -> Tensor:
        """Foreign pairs: the photo's true colours, moved into the painting's palette, as the answer to come near to.

        It is compared place by place, by the absolute error, which does not reward the mean of all that might be as
        the square does. Where the painting is the photo itself, these are its true colours, as self pairs ask for.
        """
        with torch.no_grad():
            true, painting = resize_to(target, ab), resize_to(reference, ab)
            true_ab, painting_ab = true[:, 1:].flatten(2), painting[:, 1:].flatten(2)
            true_rank, painting_rank = (lightness_rank(lab[:, :1]).flatten(2) for lab in (true, painting))
            wanted = transport_to_quantiles(
                true_ab,
                true_rank,
                measure_quantiles(painting_ab, painting_rank),
                _TRANSPORT_SWEEPS,
                _TRANSPORT_STRETCH,
            )
        return functional.l1_loss(ab.flatten(2) / UNIT_AB, wanted / UNIT_AB)

    @staticmethod
    def _contour(ab: Tensor, batch: Batch) -> Tensor:
        """Self pairs: the chroma gradients of the target, no more and no fewer."""
        wanted = resize_to(batch.target[: len(ab), 1:], ab)
        return contour_distance(ab, wanted)
