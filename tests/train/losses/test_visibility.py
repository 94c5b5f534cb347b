"""New detail counts where it can be seen."""

import pytest
import torch

from train.losses.visibility import visible_detail

_EVEN = torch.zeros(1, 3, 24, 24)


def _checks(strength: float) -> torch.Tensor:
    """Checks of one pixel, grey."""
    signs = torch.tensor([[1.0, -1.0], [-1.0, 1.0]]).repeat(12, 12)
    return (strength * signs).expand(1, 3, 24, 24)


def test_on_an_even_ground_detail_counts_in_units_of_the_threshold() -> None:
    # Of 49 checks, the mean keeps one.
    detail = 0.1 * (1 - 1 / 49)
    assert float(visible_detail(_EVEN + _checks(0.1), _EVEN)) == pytest.approx((detail / 0.02) ** 2, rel=1e-4)


def test_detail_hides_in_detail() -> None:
    ground = _checks(0.3)
    open_ground = visible_detail(_EVEN + _checks(0.1), _EVEN)
    assert float(visible_detail(ground + _checks(0.1), ground)) < 0.05 * float(open_ground)


def test_to_lose_all_detail_counts_for_less_than_one() -> None:
    assert 0.5 < float(visible_detail(_EVEN, _checks(0.3))) < 1.0


def test_tone_is_no_detail_but_colour_is() -> None:
    ground = _checks(0.3)
    assert float(visible_detail(ground + 0.2, ground)) == pytest.approx(0.0, abs=1e-9)
    red = torch.tensor([0.587, -0.299, 0.0]).view(1, 3, 1, 1) * _checks(0.2)
    assert float(visible_detail(_EVEN + red, _EVEN)) > 1.0


def test_teeth_on_a_rim_are_seen_and_a_firmer_rim_is_not() -> None:
    rim = torch.tanh((torch.arange(24.0) - 11.5) / 2).expand(1, 3, 24, 24)
    near = torch.exp(-(((torch.arange(24.0) - 11.5) / 2) ** 2)).expand(1, 3, 24, 24)
    teeth = 0.1 * near * torch.tensor([1.0, 1.0, -1.0, -1.0]).repeat(6).view(1, 1, 24, 1)
    firmer = 0.1 * near * (torch.arange(24.0) - 11.5).sign()
    assert float(visible_detail(rim + teeth, rim)) > 5 * float(visible_detail(rim + firmer, rim))


def test_it_teaches_the_answer_alone() -> None:
    answer, picture = _checks(0.1).clone().requires_grad_(), _checks(0.2).clone().requires_grad_()
    visible_detail(answer, picture).backward()
    assert answer.grad is not None
    assert float(answer.grad.abs().max()) > 0
