"""Each adversarial loss against its equation."""

import math

import pytest
import torch

from train.losses.adversarial import Form, discriminator_loss, generator_loss

REAL = torch.tensor([1.5, 0.25]).view(2, 1, 1, 1)
FAKE = torch.tensor([-2.0, 0.5]).view(2, 1, 1, 1)


def _log_sigmoid(score: float) -> float:
    return -math.log(1.0 + math.exp(-score))


@pytest.mark.parametrize(
    ("form", "generator", "real", "fake"),
    [
        ("least_squares", (9.0 + 0.25) / 2, (0.25 + 0.5625) / 2, (4.0 + 0.25) / 2),
        ("hinge", (2.0 - 0.5) / 2, (0.0 + 0.75) / 2, (0.0 + 1.5) / 2),
        (
            "cross_entropy",
            -(_log_sigmoid(-2.0) + _log_sigmoid(0.5)) / 2,
            -(_log_sigmoid(1.5) + _log_sigmoid(0.25)) / 2,
            -(_log_sigmoid(2.0) + _log_sigmoid(-0.5)) / 2,
        ),
    ],
)
def test_both_sides_follow_their_equations(form: Form, generator: float, real: float, fake: float) -> None:
    assert float(generator_loss(form, FAKE)) == pytest.approx(generator)
    loss = discriminator_loss(form, REAL, FAKE)
    assert (float(loss.real), float(loss.fake)) == (pytest.approx(real), pytest.approx(fake))
    assert float(loss.total) == pytest.approx((real + fake) / 2)


@pytest.mark.parametrize("form", ["least_squares", "hinge", "cross_entropy"])
def test_the_sides_pull_the_score_of_an_answer_apart(form: Form) -> None:
    score = torch.zeros(1, 1, 1, 1, requires_grad=True)
    (generator_pull,) = torch.autograd.grad(generator_loss(form, score), score)
    shifted = score + 0.5
    (discriminator_pull,) = torch.autograd.grad(discriminator_loss(form, REAL, shifted).fake, score)
    assert generator_pull.item() < 0 < discriminator_pull.item()
