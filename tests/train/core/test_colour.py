"""Colour arithmetic against scikit-image's."""

import numpy as np
import pytest
import torch
from skimage import color

from train.core.colour import gray_to_lightness, lab_to_srgb, lightness_to_gray, srgb_to_lab


@pytest.fixture
def rgb() -> torch.Tensor:
    return torch.rand(2, 3, 16, 16, generator=torch.Generator().manual_seed(1))


def test_lab_agrees_with_scikit_image(rgb: torch.Tensor) -> None:
    expected = color.rgb2lab(rgb.permute(0, 2, 3, 1).numpy())
    assert np.abs(srgb_to_lab(rgb).permute(0, 2, 3, 1).numpy() - expected).max() < 0.02


def test_lab_round_trip(rgb: torch.Tensor) -> None:
    assert (lab_to_srgb(srgb_to_lab(rgb)) - rgb).abs().max() < 1e-4


def test_gray_is_neutral_and_has_the_lightness_of_its_lab() -> None:
    gray = torch.linspace(0, 1, 256).view(1, 1, 16, 16)
    lab = srgb_to_lab(gray.expand(-1, 3, -1, -1))
    assert lab[:, 1:].abs().max() < 1e-3
    assert (lab[:, :1] - gray_to_lightness(gray)).abs().max() < 1e-3
    assert (lightness_to_gray(gray_to_lightness(gray)) - gray).abs().max() < 1e-4


def test_gradients_are_finite_at_black_and_white() -> None:
    rgb = torch.tensor([0.0, 1.0]).view(1, 1, 1, 2).repeat(1, 3, 1, 1).requires_grad_()
    lab_to_srgb(srgb_to_lab(rgb)).sum().backward()
    assert rgb.grad is not None
    assert torch.isfinite(rgb.grad).all()
