"""The texture of a group."""

import pytest
import torch

from train.core.texture import GroupTexture, as_gray, gram


def _noise(count: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(count, 4, 20, 30, generator=torch.Generator().manual_seed(seed))


def test_correlations_are_covariances_of_the_channels() -> None:
    features = _noise(2)
    expected = torch.stack([torch.cov(part.flatten(1), correction=0) for part in features])
    assert torch.allclose(gram(features), expected, atol=1e-5)
    assert torch.allclose(gram(features + 3), expected, atol=1e-4)


def test_where_a_texture_lies_does_not_count_and_how_strong_it_is_does() -> None:
    texture, features = GroupTexture([4]), _noise(1)
    texture.remember([features])
    places = torch.randperm(600, generator=torch.Generator().manual_seed(1))
    elsewhere = features.flatten(2)[:, :, places].view_as(features)
    assert float(texture.distance([elsewhere])) < 1e-9
    # Twice as strong is four times in a covariance: |4 - 1|^2.
    assert float(texture.distance([2 * features])) == pytest.approx(9.0, rel=1e-4)
    assert float(texture.distance([0 * features])) == pytest.approx(1.0)


def test_the_average_is_of_all_that_was_shown_and_slow_to_forget() -> None:
    texture, one, other = GroupTexture([4]), _noise(1), 3 * _noise(1, 2)
    texture.remember([one])
    texture.remember([other])
    middle = (gram(one) + gram(other))[0] / 2
    assert torch.allclose(texture.get_buffer("layer0"), middle, atol=1e-5)
    for _ in range(200):
        texture.remember([one])
    before = texture.get_buffer("layer0").clone()
    texture.remember([other])
    assert torch.allclose(texture.get_buffer("layer0"), 0.99 * before + 0.01 * gram(other)[0], atol=1e-5)


def test_every_picture_and_layer_is_pulled_alike() -> None:
    texture, wanted = GroupTexture([4, 4]), _noise(1)
    texture.remember([wanted, 10 * wanted])
    own = torch.zeros(2, 4, 20, 30)
    assert float(texture.distance([own, own])) == pytest.approx(1.0)
    own[0] = wanted[0]
    assert float(texture.distance([own, 10 * own])) == pytest.approx(0.5, rel=1e-4)


def test_colours_are_taken_out() -> None:
    rgb = torch.rand(1, 3, 2, 2)
    gray = as_gray(rgb)
    assert gray.shape == rgb.shape
    assert torch.equal(gray[:, 0], gray[:, 2])
    expected = 0.299 * rgb[0, 0, 1, 1] + 0.587 * rgb[0, 1, 1, 1] + 0.114 * rgb[0, 2, 1, 1]
    assert float(gray[0, 1, 1, 1]) == pytest.approx(float(expected))
