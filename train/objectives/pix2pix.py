"""pix2pix: colours from the lightness by a conditional GAN (Isola et al., 2017).

G* = arg min_G max_D L_cGAN(G, D) + lambda L_L1(G)
"""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from train.adversarial import discriminator_loss, generator_loss
from train.batches import Batch
from train.cache import PictureCache
from train.config import Recipe
from train.distances import resize_to
from train.networks.auto import AB_RANGE
from train.networks.factory import build_network
from train.networks.patch_discriminator import PatchDiscriminator
from train.objectives.base import Trainer
from train.rebalancing import cell_of, colour_weights

GENERATOR, DISCRIMINATOR = "generator", "discriminator"


def l1_loss(ab: Tensor, truth: Tensor, weights: Tensor | None = None) -> Tensor:
    """L_L1 (Isola et al., 2017, eq. 3) in units of AB_RANGE; ab [N,2,H,W].

    Args:
        ab: the answer.
        truth: the photograph's own.
        weights: of the cells of `train.rebalancing`, by which each pixel's error counts; None: all alike.
    """
    errors = (ab.float() - truth).abs() / AB_RANGE
    return errors.mean() if weights is None else (errors * weights[cell_of(truth)]).mean()


class Pix2PixTrainer(Trainer):
    """Generator and PatchGAN in turns; the discriminator is shown the answer that the generator has just given."""

    def __init__(self, recipe: Recipe, photos: PictureCache) -> None:
        super().__init__(recipe, photos)
        self.network = build_network(recipe.network)
        self.discriminator = PatchDiscriminator(3, recipe.network.patch_width)
        weights = (
            colour_weights(photos, 1.0 - recipe.adversarial.rebalance)
            if recipe.adversarial.rebalance
            else None
        )
        self.register_buffer("weights", weights, persistent=False)
        self._answer = torch.empty(0)

    def owners(self) -> dict[str, Sequence[nn.Module]]:
        """Generator and discriminator."""
        return {GENERATOR: (self.network,), DISCRIMINATOR: (self.discriminator,)}

    def turns(self, _step: int) -> tuple[str, ...]:
        """Both in every step; without the GAN term, the generator alone."""
        return (GENERATOR, DISCRIMINATOR) if self.recipe.adversarial.gan else (GENERATOR,)

    def terms(self, turn: str, batch: Batch, _random: torch.Generator) -> dict[str, Tensor]:
        """Return `gan` and `l1` of the generator, or the discriminator's errors on truth and answer."""
        if turn == GENERATOR:
            return self._generator(batch)
        return self._discriminator(batch)

    def _judged(self, seen: Tensor, ab: Tensor) -> Tensor:
        scores: Tensor = self.discriminator(torch.cat((seen / 50.0 - 1.0, ab / AB_RANGE), dim=1))
        return scores

    def _generator(self, batch: Batch) -> dict[str, Tensor]:
        config = self.recipe.adversarial
        ab = resize_to(self.network(batch.seen, batch.reference).ab, batch.natural)
        self._answer = ab.detach()
        weights = self.weights if isinstance(self.weights, Tensor) else None
        terms = {"l1": l1_loss(ab, batch.natural[:, 1:], weights)}
        total = config.l1 * terms["l1"]
        if config.gan:
            terms["gan"] = generator_loss(config.form, self._judged(batch.seen, ab))
            total = total + config.gan * terms["gan"]
        return terms | {"total": total}

    def _discriminator(self, batch: Batch) -> dict[str, Tensor]:
        real = self._judged(batch.seen, batch.natural[:, 1:])
        loss = discriminator_loss(self.recipe.adversarial.form, real, self._judged(batch.seen, self._answer))
        return {
            "discriminator": loss.total.detach(),
            "discriminator_real": loss.real.detach(),
            "discriminator_fake": loss.fake.detach(),
            "total": loss.total,
        }
