"""The Fréchet distance of two sets of features."""

import math

import numpy as np
import pytest

from train.evaluation.frechet import frechet_distance


def test_gaussians_along_the_axes_have_the_distance_of_the_formula() -> None:
    random = np.random.default_rng(0)
    features = random.standard_normal((200, 3))
    # Whitened, so that the samples' own moments are those of the formula.
    features -= features.mean(axis=0)
    features = features @ np.linalg.inv(np.linalg.cholesky(np.cov(features.T))).T
    moved = features * [1.0, 2.0, 3.0] + [5.0, 0.0, 0.0]
    assert frechet_distance(features, moved) == pytest.approx(25.0 + 0.0 + 1.0 + 4.0)


def test_few_pictures_for_many_dimensions_do_no_harm() -> None:
    random = np.random.default_rng(0)
    features, others = random.random((2, 20, 64), dtype=np.float32)
    assert frechet_distance(features, features) == pytest.approx(0.0, abs=1e-6)
    assert frechet_distance(features, others) == pytest.approx(frechet_distance(others, features), rel=1e-6)
    assert frechet_distance(features, others) > 0.1
    assert math.isnan(frechet_distance(features[:1], others))
