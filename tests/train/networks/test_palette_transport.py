"""What of a painting's answer is transported, how far, and what the U-Net has in it."""

from collections.abc import Callable
from typing import Any

import pytest
from torch import Tensor, nn

from tests.train.networks.small_pretrained import small_palette
from train.networks import palette_pretrained
from train.networks.auto_pretrained import PretrainedAutoNetwork, photo_channels
from train.networks.colour_table import lightness_rank
from train.networks.palette import INPUT_UNIT_AB
from train.networks.palette_pretrained import PretrainedPaletteNetwork
from train.networks.sliced_transport import measure_quantiles


def _points(lab: Tensor) -> tuple[Tensor, Tensor]:
    """ab [N,2,P] and lightness rank [N,1,P] at a quarter of the size."""
    ab = nn.functional.avg_pool2d(lab[:, 1:], 4)
    return ab.flatten(2), lightness_rank(nn.functional.avg_pool2d(lab[:, :1], 4)).flatten(2)


def test_a_last_sweep_gives_the_answer_the_paintings_spread(lab: Tensor) -> None:
    network = small_palette().requires_grad_(False)
    painting = lab.flip(0).clone()
    painting[:, 1:] *= 1.5
    quantiles = measure_quantiles(*_points(painting))

    def distance() -> float:
        ab = network(lab[:, :1], painting).ab
        _, rank = photo_channels(lab[:, :1])
        return float((measure_quantiles(ab.flatten(2), rank.flatten(2)) - quantiles).abs().mean())

    swept = distance()
    network.train()  # the U-Net's answer alone
    assert swept < 0.7 * distance()


def _adding(a: float) -> PretrainedPaletteNetwork:
    """A network whose U-Net takes the transported colours, and adds so many units of a*."""
    network = small_palette().requires_grad_(False)
    bias = network.unet.head.bias
    assert bias is not None
    bias[0], bias[2] = a / INPUT_UNIT_AB, 20.0
    return network


def test_what_is_nearly_of_one_colour_does_not_take_all_colours_of_a_painting(
    lab: Tensor, monkeypatch: pytest.MonkeyPatch
) -> None:
    painting = lab.flip(0).clone()
    painting[:, 1:] *= 1.5
    monkeypatch.setattr(PretrainedAutoNetwork, "guess", _faintly_coloured(PretrainedAutoNetwork.guess))

    def spread() -> float:
        return float(_adding(0.0)(lab[:, :1], painting).ab.std(dim=(2, 3)).mean())

    bounded = spread()
    for name in ("_STRETCH", "_LAST_STRETCH"):
        monkeypatch.setattr(palette_pretrained, name, None)
    assert bounded < 0.8 * spread()


def _faintly_coloured(guess: Callable[..., tuple[Tensor, Tensor, Tensor]]) -> Callable[..., Any]:
    """`guess` whose natural colours hardly differ."""

    def faint(*arguments: Any) -> tuple[Tensor, Tensor, Tensor]:
        features, natural, decided = guess(*arguments)
        return features, natural * 0.1, decided

    return faint
