"""Fixtures for the tests of the networks."""

import pytest
import torch
from torch import Tensor, nn

from train.core.colour import srgb_to_lab
from train.data.cache import PictureCache


@pytest.fixture(scope="module")
def lab(pictures: PictureCache) -> Tensor:
    pixels = torch.from_numpy(pictures.pixels[:3].copy()).permute(0, 3, 1, 2).float() / 255
    return srgb_to_lab(nn.functional.interpolate(pixels, size=(64, 96), mode="bilinear"))
