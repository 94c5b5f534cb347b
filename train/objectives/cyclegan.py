"""CycleGAN: photograph to painting and back, without pairs (Zhu et al., 2017).

    L(G, F, D_X, D_Y) = L_GAN(G, D_Y, X, Y) + L_GAN(F, D_X, Y, X) + lambda L_cyc(G, F)

X are photographs, Y paintings; G paints, F takes a painting back to a photograph.
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from train.core.colour import lab_to_srgb
from train.core.config import NetworkConfig, Recipe, RecipeError
from train.core.texture import GroupTexture, as_gray
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.data.colour_jitter import apply_jitter, draw_jitter
from train.data.image_pool import PicturePool
from train.losses.adversarial import discriminator_loss, generator_loss
from train.losses.visibility import visible_detail
from train.networks.factory import build_any_network, repainting
from train.networks.feature_discriminator import CHANNELS, FeatureDiscriminator
from train.networks.patch_discriminator import PatchDiscriminator
from train.networks.repaint import RepaintNetwork
from train.objectives.base import Trainer

GENERATORS, PAINTINGS, PHOTOS = "generators", "discriminator_paintings", "discriminator_photos"
Map = Callable[[Tensor], Tensor]


def cycle_loss(there: Map, back: Map, pictures: Tensor, slack: float = 0.0) -> tuple[Tensor, Tensor]:
    """One half of L_cyc (Zhu et al., 2017, eq. 2): the mean |back(there(x)) - x|.

    Args:
        there, back: the two generators.
        pictures: x.
        slack: errors e below it count e^2 / (2 slack), larger ones |e| - slack / 2 (Huber, 1964). The kink of |e| at
            nought would hold two generators fast that start as each other's inverse.

    Returns:
        The loss, and there(x) to go on with.
    """
    answer = there(pictures)
    return functional.smooth_l1_loss(back(answer), pictures, beta=slack), answer


def identity_loss(there: Map, already: Tensor) -> Tensor:
    """One half of L_identity (Zhu et al., 2017, section 5.2): the mean |G(y) - y| of pictures already there."""
    return functional.l1_loss(there(already), already)


def _discriminator(config: NetworkConfig) -> nn.Module:
    if config.critic == "features":
        return FeatureDiscriminator(config.patch_width)
    return PatchDiscriminator(3, config.patch_width)


class CycleGANTrainer(Trainer):
    """Both generators in one turn, then each discriminator in its own; three optimisers."""

    network: RepaintNetwork
    remembered = ("pools", "texture")

    def __init__(self, recipe: Recipe, photos: PictureCache) -> None:
        super().__init__(recipe, photos)
        self.network = repainting(build_any_network(recipe.network))
        pool = recipe.adversarial.pool
        self.discriminators = nn.ModuleDict(
            {name: _discriminator(recipe.network) for name in (PAINTINGS, PHOTOS)}
        )
        self.pools = nn.ModuleDict(
            {name: PicturePool(pool, 3, recipe.data.crop_px) for name in (PAINTINGS, PHOTOS)}
        )
        self.texture = GroupTexture(CHANNELS)
        self._answers: dict[str, Tensor] = {}

    def owners(self) -> dict[str, Sequence[nn.Module]]:
        """The generators share one optimiser; each discriminator has its own."""
        return {
            GENERATORS: (self.network,),
            PAINTINGS: (self.discriminators[PAINTINGS],),
            PHOTOS: (self.discriminators[PHOTOS],),
        }

    def turns(self, _step: int) -> tuple[str, ...]:
        """All in every step."""
        return GENERATORS, PAINTINGS, PHOTOS

    def compiled(self) -> Sequence[nn.Module]:
        """Return the generators, which are called one by one."""
        return self.network.to_painting, self.network.to_photo

    def terms(self, turn: str, batch: Batch, random: torch.Generator) -> dict[str, Tensor]:
        """Return the generators' terms, or one discriminator's errors on true pictures and on answers of its pool."""
        true = {PHOTOS: lab_to_srgb(batch.natural) * 2 - 1, PAINTINGS: lab_to_srgb(batch.reference) * 2 - 1}
        if turn == GENERATORS:
            jitter = draw_jitter(self.recipe.jitter, len(batch.natural), random).to(batch.natural.device)
            # Odd colours are painted too, but none of them is held up as a true photograph.
            odd = lab_to_srgb(apply_jitter(batch.natural, jitter)) * 2 - 1
            return self._generators(odd, true[PAINTINGS])
        return self._discriminator(turn, true[turn], random)

    def _generators(self, photos: Tensor, paintings: Tensor) -> dict[str, Tensor]:
        config, paint, photograph = self.recipe.adversarial, self.network.to_painting, self.network.to_photo
        terms: dict[str, Tensor] = {}
        terms["cycle_photos"], painted = cycle_loss(paint, photograph, photos, config.slack)
        terms["cycle_paintings"], photographed = cycle_loss(photograph, paint, paintings, config.slack)
        self._answers = {PAINTINGS: painted.detach(), PHOTOS: photographed.detach()}
        terms["gan_paintings"] = generator_loss(config.form, self.discriminators[PAINTINGS](painted))
        terms["gan_photos"] = generator_loss(config.form, self.discriminators[PHOTOS](photographed))
        total = config.gan * (terms["gan_paintings"] + terms["gan_photos"])
        total = total + config.cycle * (terms["cycle_photos"] + terms["cycle_paintings"])
        if config.identity:
            terms["identity_paintings"] = identity_loss(paint, paintings)
            terms["identity_photos"] = identity_loss(photograph, photos)
            total = total + config.identity * (terms["identity_paintings"] + terms["identity_photos"])
        if config.texture:
            terms["texture"] = self._texture(painted, paintings)
            total = total + config.texture * terms["texture"]
        if config.calm:
            terms["calm"] = visible_detail(painted, photos)
            total = total + config.calm * terms["calm"]
        return terms | {"total": total}

    def _texture(self, painted: Tensor, paintings: Tensor) -> Tensor:
        """The texture loss on grey pictures: colours are left to the discriminator of paintings."""
        judge = self.discriminators[PAINTINGS]
        if not isinstance(judge, FeatureDiscriminator):
            raise RecipeError("recipe: adversarial.texture asks for network.critic = features")
        with torch.no_grad():
            self.texture.remember(judge.see(as_gray(paintings)))
        return self.texture.distance(judge.see(as_gray(painted)))

    def _discriminator(self, name: str, true: Tensor, random: torch.Generator) -> dict[str, Tensor]:
        pool, judge = self.pools[name], self.discriminators[name]
        assert isinstance(pool, PicturePool)
        answers = pool.exchange(self._answers[name], random)
        loss = discriminator_loss(self.recipe.adversarial.form, judge(true), judge(answers))
        return {
            name: loss.total.detach(),
            f"{name}_real": loss.real.detach(),
            f"{name}_fake": loss.fake.detach(),
            "total": loss.total,
        }
