"""A LUT is fitted to one photograph's result and says how much of its colours a table can hold."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer, unit_gray
from desktop.engine.render.lut import fitted, lut_of
from tests.support.edits import edit_of, request_of

LOOK = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
RANDOM = np.random.default_rng(7)


def test_colours_that_follow_brightness_alone_are_held_whole() -> None:
    gray = RANDOM.random(20_000).astype(np.float32)
    ab = np.stack([30 * gray - 10, 20 * np.sin(4 * gray)], axis=1).astype(np.float32)
    lut = fitted(gray, ab)
    assert lut.share > 0.999
    told = srgb_to_lab(lut.colours(np.full((1, 3), 0.5, np.float32)))[0]
    assert told[1:] == pytest.approx([5, 20 * np.sin(2)], abs=0.3)


def test_colours_that_do_not_follow_brightness_are_lost_and_that_is_told() -> None:
    gray = RANDOM.random(20_000).astype(np.float32)
    by_brightness = np.stack([30 * gray, 30 * gray], axis=1)
    by_place = RANDOM.normal(size=(20_000, 2)) * by_brightness.std(axis=0)
    assert fitted(gray, by_place.astype(np.float32)).share < 0.01
    assert fitted(gray, (by_brightness + by_place).astype(np.float32)).share == pytest.approx(0.5, abs=0.02)
    assert fitted(gray, np.zeros((20_000, 2), np.float32)).share == 1


def test_greys_that_the_photograph_lacks_get_the_colours_of_their_neighbours() -> None:
    gray = (0.4 + 0.2 * RANDOM.random(5000)).astype(np.float32)
    lut = fitted(gray, np.full((5000, 2), 12, np.float32))
    assert np.abs(lut.ab - 12).max() < 0.5


def test_of_a_photograph_the_share_is_that_of_its_picture(colorizer: Colorizer) -> None:
    rows, columns = np.mgrid[0:300, 0:400]
    photo = Photo(None, (columns * 255 // 399).astype(np.uint8) ^ (rows // 40 % 2 * 7).astype(np.uint8))
    request = request_of(LOOK, colorizer)
    lut = lut_of(request, photo)
    result = request.composition(photo, bit_depth=16).whole() / np.float32(65535)
    gray = np.repeat(unit_gray(photo.gray)[..., None], 3, axis=2)
    true, told = (srgb_to_lab(values)[..., 1:].reshape(-1, 2) for values in (result, lut.colours(gray)))
    share = 1 - ((true - told) ** 2).sum() / ((true - true.mean(axis=0)) ** 2).sum()
    assert lut.share == pytest.approx(share, abs=0.02)
    assert lut.share > 0.9  # the tiny model goes by brightness


def test_nothing_is_lost_on_a_look_that_is_grey(colorizer: Colorizer) -> None:
    look = replace(LOOK, adjustments=replace(LOOK.adjustments, amount=0.0))
    lut = lut_of(request_of(look, colorizer), Photo(None, np.eye(90, dtype=np.uint8) * 200))
    assert lut.share == 1
    assert np.abs(lut.ab).max() < 0.1
