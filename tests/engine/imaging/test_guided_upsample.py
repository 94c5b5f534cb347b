"""Chroma brought up to full size: exact where it must be, and better than without the photograph's edges."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
import skimage.data
from PIL import Image

from desktop.engine.colour.spaces import SRGB_TO_XYZ, srgb_decode, srgb_encode, srgb_to_lab
from desktop.engine.core.arrays import Floats
from desktop.engine.imaging.guided_upsample import (
    LONG_PX,
    Axis,
    Enlarged,
    box_mean,
    guided_coefficients,
    linear_samples,
)


def enlarged(coefficients: Floats, size_px: tuple[int, int]) -> Floats:
    out = np.empty((4, size_px[1], size_px[0]), dtype=np.float32)
    Enlarged(coefficients, size_px).walk().take(slice(0, size_px[1]), out)
    return out


def upsampled(coefficients: Floats, guide: Floats) -> Floats:
    planes = enlarged(coefficients, (guide.shape[1], guide.shape[0]))
    return planes[:2] * guide + planes[2:]


def resized(plane: Floats, size_px: tuple[int, int], how: Image.Resampling) -> Floats:
    return np.asarray(Image.fromarray(plane).resize(size_px, how))


def test_the_box_mean_is_the_mean_over_what_lies_within_the_picture() -> None:
    values = np.random.default_rng(3).random((7, 9))
    mean = box_mean(values, 2)
    for y, x in [(0, 0), (3, 4), (6, 8), (1, 7)]:
        window = values[max(y - 2, 0) : y + 3, max(x - 2, 0) : x + 3]
        assert mean[y, x] == pytest.approx(window.mean())


def test_chroma_that_is_linear_in_grey_comes_back_along_full_size_edges() -> None:
    guide = np.zeros((64, 64), dtype=np.float32)
    guide[:, 37:] = 0.8
    small = resized(guide, (16, 16), Image.Resampling.BOX)
    ab = np.stack([30 * small - 10, -40 * small + 5])
    planes = guided_coefficients(small, ab, epsilon=1e-9)
    result = upsampled(planes, guide)
    near_edge = np.s_[:, :, 34:42]
    assert (
        np.abs(result - np.stack([30 * guide - 10, -40 * guide + 5]))[near_edge].max() < 1
    )  # of a step of 32


def test_at_working_size_the_chroma_is_the_networks_own() -> None:
    rng = np.random.default_rng(4)
    guide = rng.random((20, 30), dtype=np.float32)
    ab = rng.normal(0, 30, (2, 20, 30)).astype(np.float32)
    assert upsampled(guided_coefficients(guide, ab), guide) == pytest.approx(ab, abs=1e-3)


def test_the_photographs_edges_make_real_colours_come_back_better() -> None:
    rgb = skimage.data.astronaut().astype(np.float32) / 255
    ab = np.moveaxis(srgb_to_lab(rgb)[..., 1:], -1, 0)
    guide = srgb_encode(srgb_decode(rgb) @ SRGB_TO_XYZ[1].astype(np.float32))
    small_guide = resized(guide, (128, 128), Image.Resampling.BICUBIC)
    small_ab = np.stack([resized(plane, (128, 128), Image.Resampling.BOX) for plane in ab])
    plain = np.stack([resized(plane, (512, 512), Image.Resampling.BILINEAR) for plane in small_ab])
    guided = upsampled(guided_coefficients(small_guide, small_ab), guide)
    assert np.mean((guided - ab) ** 2) < 0.95 * np.mean((plain - ab) ** 2)


@pytest.mark.parametrize(("source", "target"), [(4, 9), (9, 4), (1, 5), (5, 1), (6, 6)])
def test_samples_lie_where_pixel_centres_do(source: int, target: int) -> None:
    left, right, weight = linear_samples(source, target)
    values = np.arange(source, dtype=np.float64)
    centres = (np.arange(target) + 0.5) * source / target - 0.5
    mixed = values[left] * (1 - weight) + values[right] * weight
    assert mixed == pytest.approx(np.clip(centres, 0, source - 1), abs=1e-6)


def test_enlarging_agrees_with_pillow_inside() -> None:
    planes = np.random.default_rng(6).random((4, 6, 8), dtype=np.float32)
    mine = enlarged(planes, (40, 30))
    theirs = np.stack([resized(plane, (40, 30), Image.Resampling.BILINEAR) for plane in planes])
    assert mine[:, 3:-3, 3:-3] == pytest.approx(theirs[:, 3:-3, 3:-3], abs=1e-4)


def test_rows_are_the_same_in_whatever_order_and_by_whomever_they_are_taken() -> None:
    coefficients = np.random.default_rng(5).normal(0, 9, (4, 20, 30)).astype(np.float32)
    enlarged = Enlarged(coefficients, (70, 90))
    whole = np.empty((4, 90, 70), dtype=np.float32)
    enlarged.walk().take(slice(0, 90), whole)

    def taken(top: int) -> Floats:
        rows = np.empty((4, 3, 70), dtype=np.float32)
        enlarged.walk().take(slice(top, top + 3), rows)
        return rows

    tops = np.random.default_rng(6).permutation(np.repeat(np.arange(0, 90, 3), 8)).tolist()
    with ThreadPoolExecutor(4) as pool:
        for top, rows in zip(tops, pool.map(taken, tops), strict=True):
            assert np.array_equal(rows, whole[:, top : top + 3])


@pytest.mark.parametrize("wanted", [slice(None), slice(70_000, 200_000), slice(150_000, 150_010)])
def test_places_along_a_long_axis_are_the_same_to_the_last_bit(wanted: slice) -> None:
    target = 2 * LONG_PX
    axis = Axis(300, target, 0.1, 0.8)
    all_of_it, part = linear_samples(300, target, 0.1, 0.8), axis.part(wanted)
    for index in range(len(all_of_it)):
        expected = all_of_it[index][wanted]
        assert np.array_equal(part.samples()[index], expected)
        assert np.array_equal(part.samples(slice(2, 7))[index], expected[2:7])
