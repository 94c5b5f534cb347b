"""The gamut's table against the gamut itself."""

import numpy as np
import pytest

from desktop.engine.colour.gamut import HUES, diamond, gamut_scale, is_displayable
from desktop.engine.colour.spaces import srgb_decode


def test_the_diamond_is_one_around_and_meets_itself() -> None:
    a, b = diamond(np.linspace(0, HUES, 333, dtype=np.float32))
    assert np.abs(a) + np.abs(b) == pytest.approx(1, abs=1e-6)
    assert (a[0], b[0]) == (a[-1], b[-1]) == (1, 0)
    quarter = diamond(np.array([HUES / 4], np.float32))
    assert (quarter[0][0], quarter[1][0]) == (0, 1)


@pytest.mark.parametrize("levels", [256, 1024])
def test_scaled_colours_lie_on_the_edge_of_the_gamut(levels: int) -> None:
    rng = np.random.default_rng(2)
    level = rng.integers(levels // 50, levels - levels // 50, 20_000)
    turn = rng.uniform(0, 2 * np.pi, level.size)
    a, b = (200 * np.cos(turn)).astype(np.float32), (200 * np.sin(turn)).astype(np.float32)
    luminance = srgb_decode((level / (levels - 1)).astype(np.float32))
    scale = gamut_scale(a, b, level, levels)
    inside = is_displayable(luminance, a * scale * 0.99, b * scale * 0.99)
    outside = ~is_displayable(luminance, a * scale * 1.05, b * scale * 1.05)
    assert inside.mean() > 0.998  # the rest: hair-thin tips near yellow, where `compose` helps
    assert outside.mean() > 0.98


def test_displayable_colours_stay_as_they_are() -> None:
    level = np.arange(40, 200)
    a, b = np.full(level.size, 5, dtype=np.float32), np.full(level.size, -8, dtype=np.float32)
    assert np.all(gamut_scale(a, b, level, 256) == 1)


def test_grey_needs_no_scaling_even_at_black_and_white() -> None:
    none = np.zeros(256, dtype=np.float32)
    assert np.all(gamut_scale(none, none, np.arange(256), 256) == 1)


@pytest.mark.parametrize("level", [0, 255])
def test_black_and_white_take_no_colour(level: int) -> None:
    scale = gamut_scale(np.array([60], np.float32), np.array([-40], np.float32), np.array([level]), 256)
    assert scale[0] * 100 < 0.05
