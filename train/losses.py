"""The objective of the colour-transfer networks: a weighted sum of named terms."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.backbones import SqueezeFeatures, load_lpips
from train.batches import Batch
from train.colour import lab_to_srgb
from train.config import LossConfig
from train.distances import contour_energy, differences, even_angles, resize_to, sliced_wasserstein
from train.networks.transfer import Prediction

# Terms are computed on ab divided by this, which brings their usual values near one.
UNIT_AB = 10.0
# Standard deviation below which an entry of the embedding is held to be falling asleep.
_LATENT_SPREAD = 0.25
_PALETTE_SAMPLES = 1024
_PALETTE_DIRECTIONS = 8


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

    def forward(self, prediction: Prediction, batch: Batch, random: torch.Generator) -> dict[str, Tensor]:
        """Return the unweighted terms by name; `total` is their weighted sum."""
        config, selfs = self.config, batch.self_pairs
        terms: dict[str, Tensor] = {}
        # Drawn whether used or not, so that a term switched off does not change the others' random numbers.
        angles = even_angles(_PALETTE_DIRECTIONS, float(torch.rand((), generator=random))).to(
            prediction.ab.device
        )
        if config.mse:
            terms["mse"] = self._reconstruction(prediction, batch)
        if self.lpips is not None:
            terms["lpips"] = self._perceptual(prediction, batch)
        if config.palette and selfs < len(batch.target):
            terms["palette"] = self._palette(prediction.ab[selfs:], batch.reference[selfs:], angles, random)
        if config.contour:
            terms["contour"] = self._contour(prediction.ab[:selfs], batch)
        if config.bleeding and selfs < len(batch.target):
            # No truth tells where a foreign palette may change: where the lightness does, and not in between.
            lightness = resize_to(batch.target[selfs:, :1], prediction.ab)
            terms["bleeding"] = contour_energy(prediction.ab[selfs:], lightness).mean()
        if self.semantic is not None:
            terms["semantic"] = self.semantic(prediction.features, lab_to_srgb(batch.natural))
        if config.latent:
            terms["latent"] = self._latent(prediction.embedding)
        terms["total"] = torch.stack([getattr(config, name) * term for name, term in terms.items()]).sum()
        return terms

    def _reconstruction(self, prediction: Prediction, batch: Batch) -> Tensor:
        selfs = batch.self_pairs
        if prediction.rgb is not None:
            return functional.mse_loss(prediction.rgb[:selfs], lab_to_srgb(batch.target[:selfs])) * UNIT_AB**2
        wanted = resize_to(batch.target[:selfs, 1:], prediction.ab)
        return functional.mse_loss(prediction.ab[:selfs] / UNIT_AB, wanted / UNIT_AB)

    def _perceptual(self, prediction: Prediction, batch: Batch) -> Tensor:
        assert self.lpips is not None
        target = batch.target[: batch.self_pairs]
        rgb = prediction.rgb
        if rgb is None:
            ab = resize_to(prediction.ab[: batch.self_pairs], target)
            rgb = lab_to_srgb(torch.cat((target[:, :1], ab), dim=1))
        distance: Tensor = self.lpips(rgb[: batch.self_pairs] * 2.0 - 1.0, lab_to_srgb(target) * 2.0 - 1.0)
        return distance.mean()

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
    def _contour(ab: Tensor, batch: Batch) -> Tensor:
        """Self pairs: the chroma gradients of the target, no more and no fewer."""
        wanted = resize_to(batch.target[: len(ab), 1:], ab)
        pairs = zip(differences(ab), differences(wanted), strict=True)
        return torch.stack([functional.l1_loss(own, true) for own, true in pairs]).sum()
