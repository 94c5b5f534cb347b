"""Adversarial losses, each for the two sides of the game: the generator's, and the discriminator's two halves."""

from typing import Literal, NamedTuple

import torch
from torch import Tensor
from torch.nn import functional

Form = Literal["least_squares", "hinge", "cross_entropy"]


class DiscriminatorLoss(NamedTuple):
    """What a discriminator minimises: its errors on real pictures, and on answers."""

    real: Tensor
    fake: Tensor

    @property
    def total(self) -> Tensor:
        """Half the sum, so that the discriminator learns no faster than the generator (Isola et al., 2017, 3.3)."""
        return 0.5 * (self.real + self.fake)


def generator_loss(form: Form, fake: Tensor) -> Tensor:
    """What the generator minimises, from the scores [N,1,h,w] that the discriminator gives its answers.

    `least_squares` (Mao et al., 2017, eq. 9 with b = c = 1, as Zhu et al., 2017 scale it): E[(D - 1)^2];
    `hinge` (Lim and Ye, 2017): -E[D]; `cross_entropy` (Goodfellow et al., 2014, its non-saturating form):
    -E[log sigmoid D].
    """
    fake = fake.float()
    if form == "least_squares":
        return (fake - 1.0).square().mean()
    if form == "hinge":
        return -fake.mean()
    return functional.softplus(-fake).mean()


def discriminator_loss(form: Form, real: Tensor, fake: Tensor) -> DiscriminatorLoss:
    """What a discriminator minimises, from its scores [N,1,h,w] of real pictures and of answers.

    `least_squares` (Mao et al., 2017, a = 0, b = 1): E[(D(real) - 1)^2] and E[D(fake)^2];
    `hinge`: E[max(0, 1 - D(real))] and E[max(0, 1 + D(fake))]; `cross_entropy`: -E[log sigmoid D(real)] and
    -E[log(1 - sigmoid D(fake))].
    """
    real, fake = real.float(), fake.float()
    if form == "least_squares":
        return DiscriminatorLoss((real - 1.0).square().mean(), fake.square().mean())
    if form == "hinge":
        return DiscriminatorLoss(torch.relu(1.0 - real).mean(), torch.relu(1.0 + fake).mean())
    return DiscriminatorLoss(functional.softplus(-real).mean(), functional.softplus(fake).mean())
