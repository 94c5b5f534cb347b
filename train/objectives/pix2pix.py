"""pix2pix: colours from the lightness by a conditional GAN (Isola et al., 2017).

G* = arg min_G max_D L_cGAN(G, D) + lambda L_L1(G)
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn

from train.core.backbones import imagenet_efficientnet_lite0
from train.core.colour import lab_to_srgb
from train.core.config import Recipe
from train.core.distances import contour_distance, resize_to
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.data.colour_rebalancing import cell_of, colour_weights, gamut_cells, soft_cells
from train.losses.adversarial import discriminator_loss, generator_loss
from train.losses.palette import SemanticHead
from train.networks.auto import AB_RANGE
from train.networks.auto_pretrained import PretrainedAutoNetwork
from train.networks.factory import build_network
from train.networks.patch_discriminator import PatchDiscriminator
from train.networks.statistics_guess import GuessNetwork
from train.objectives.base import Trainer

_CONTOUR_SCALES = 3
GENERATOR, DISCRIMINATOR = "generator", "discriminator"


def l1_loss(ab: Tensor, truth: Tensor, weights: Tensor | None = None) -> Tensor:
    """L_L1 (Isola et al., 2017, eq. 3) in units of AB_RANGE; ab [N,2,H,W].

    Args:
        ab: the answer.
        truth: the photograph's own.
        weights: of the cells of `train.data.colour_rebalancing`, by which each pixel's error counts; None: all alike.
    """
    errors = (ab.float() - truth).abs() / AB_RANGE
    return errors.mean() if weights is None else (errors * weights[cell_of(truth)]).mean()


def _cross_entropy(logits: Tensor, indices: Tensor, shares: Tensor) -> Tensor:
    """Cross-entropy [N,1,H,W] of logits [N,Q,H,W] with the shares [N,4,H,W] of the cells of these indices."""
    chosen = torch.log_softmax(logits.float(), dim=1).gather(1, indices)
    return -(shares * chosen).sum(dim=1, keepdim=True)


def class_loss(
    logits: Tensor,
    truth: Tensor,
    weights: Tensor | None = None,
    cross_entropy: Callable[[Tensor, Tensor, Tensor], Tensor] = _cross_entropy,
) -> Tensor:
    """L_cl (Zhang et al., 2016, eq. 2): cross-entropy of the cells that a pixel's true colour is divided among.

    Args:
        logits: [N,Q,H,W], of the cells that hold colours of sRGB.
        truth: ab [N,2,H,W].
        weights: of the cells of the flat table, by which each pixel counts; None: all alike.
        cross_entropy: the plain one, or the same compiled.
    """
    errors = cross_entropy(logits, *soft_cells(truth))
    return errors.mean() if weights is None else (errors * weights[cell_of(truth)]).mean()


class Pix2PixTrainer(Trainer):
    """Generator and PatchGAN in turns; the discriminator is shown the answer that the generator has just given."""

    def __init__(self, recipe: Recipe, photos: PictureCache) -> None:
        super().__init__(recipe, photos)
        self.network = build_network(recipe.network)
        self.discriminator = PatchDiscriminator(3, recipe.network.patch_width)
        self.semantic = SemanticHead(self.network.feature_channels) if recipe.adversarial.semantic else None
        if isinstance(self.network, PretrainedAutoNetwork):
            self.network.encoder.load_imagenet(imagenet_efficientnet_lite0())
        if isinstance(self.network, (GuessNetwork, PretrainedAutoNetwork)) and self.network.cells is not None:
            # What a rare colour's preference is made of, once the network answers.
            self.network.cells.weights.copy_(colour_weights(photos, 0.5)[gamut_cells()])
        weights = (
            colour_weights(photos, 1.0 - recipe.adversarial.rebalance)
            if recipe.adversarial.rebalance
            else None
        )
        self.register_buffer("weights", weights, persistent=False)
        # Compiled, the softmax over all cells takes a third of the time.
        self._cross_entropy = torch.compile(_cross_entropy) if recipe.compile else _cross_entropy
        self._answer = torch.empty(0)

    def owners(self) -> dict[str, Sequence[nn.Module]]:
        """Generator, with what it is taught by, and discriminator."""
        generator = (self.network,) if self.semantic is None else (self.network, self.semantic)
        return {GENERATOR: generator, DISCRIMINATOR: (self.discriminator,)}

    def turns(self, _step: int) -> tuple[str, ...]:
        """Both in every step; without the GAN term, the generator alone."""
        return (GENERATOR, DISCRIMINATOR) if self.recipe.adversarial.gan else (GENERATOR,)

    def compiled(self) -> Sequence[nn.Module]:
        """Return generator and discriminator."""
        return self.network, self.discriminator

    def tuned(self) -> Sequence[nn.Parameter]:
        """Return the parameters of an encoder that ImageNet has trained before."""
        network = self.network
        return list(network.encoder.parameters()) if isinstance(network, PretrainedAutoNetwork) else ()

    def terms(self, turn: str, batch: Batch, _random: torch.Generator) -> dict[str, Tensor]:
        """Return the terms of the generator, or the discriminator's errors on truth and answer."""
        if turn == GENERATOR:
            return self._generator(batch)
        return self._discriminator(batch)

    def _judged(self, seen: Tensor, ab: Tensor) -> Tensor:
        lightness = resize_to(seen, ab)
        scores: Tensor = self.discriminator(torch.cat((lightness / 50.0 - 1.0, ab / AB_RANGE), dim=1))
        return scores

    def _generator(self, batch: Batch) -> dict[str, Tensor]:
        config = self.recipe.adversarial
        answer = self.network(batch.seen, batch.reference)
        ab = answer.ab
        self._answer = ab.detach()
        weights = self.weights if isinstance(self.weights, Tensor) else None
        truth = resize_to(batch.natural[:, 1:], ab)
        terms: dict[str, Tensor] = {}
        total = ab.new_zeros(())
        if config.l1:
            terms["l1"] = l1_loss(ab, truth, weights)
            total = total + config.l1 * terms["l1"]
        if config.classes and answer.logits is not None:
            terms["classes"] = class_loss(answer.logits, truth, weights, self._cross_entropy)
            total = total + config.classes * terms["classes"]
        if config.contour:
            terms["contour"] = contour_distance(ab.float(), truth, _CONTOUR_SCALES)
            total = total + config.contour * terms["contour"]
        if config.gan:
            terms["gan"] = generator_loss(config.form, self._judged(batch.seen, ab))
            total = total + config.gan * terms["gan"]
        if self.semantic is not None:
            terms["semantic"] = self.semantic(answer.features, lab_to_srgb(batch.natural))
            total = total + config.semantic * terms["semantic"]
        return terms | {"total": total}

    def _discriminator(self, batch: Batch) -> dict[str, Tensor]:
        # A network that answers at half the size must not be told from the truth by its sharpness alone.
        real = self._judged(batch.seen, resize_to(batch.natural[:, 1:], self._answer))
        loss = discriminator_loss(self.recipe.adversarial.form, real, self._judged(batch.seen, self._answer))
        return {
            "discriminator": loss.total.detach(),
            "discriminator_real": loss.real.detach(),
            "discriminator_fake": loss.fake.detach(),
            "total": loss.total,
        }
