"""What a photograph remembers about itself."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.imaging import photo as module
from desktop.engine.imaging.photo import Photo, content_key
from desktop.engine.imaging.resize import block_means, fit_within, resize_gray, working_size
from tests.engine import pictures


def test_equal_pictures_have_equal_keys_and_others_not(gray_values: NDArray[np.uint8]) -> None:
    changed = gray_values.copy()
    changed[5, 5] ^= 1
    assert content_key(gray_values) == content_key(gray_values.copy())
    others: list[NDArray[np.uint8 | np.uint16]] = [
        changed,
        gray_values.T,
        gray_values.reshape(120, 90),
        gray_values.astype(np.uint16),
    ]
    assert len({content_key(other) for other in [gray_values, *others]}) == 5


def test_full_size_is_the_picture_itself(gray_values: NDArray[np.uint8]) -> None:
    photo = Photo(None, gray_values)
    assert photo.gray_at(None) is gray_values
    assert photo.gray_at((120, 90)) is gray_values


def test_a_size_is_made_once_and_the_last_ones_are_kept_within_a_budget(
    gray_values: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[tuple[int, int]] = []

    def counted(gray: NDArray[np.uint8], size_px: tuple[int, int]) -> object:
        made.append(size_px)
        return resize_gray(gray, size_px)

    monkeypatch.setattr(module, "resize_gray", counted)
    monkeypatch.setattr(module, "SCALED_COPIES_BYTES", 60 * 45 + 100)
    photo = Photo(None, gray_values)
    assert photo.gray_at((60, 45)) is photo.gray_at((60, 45))
    assert made == [(60, 45)]
    for width in (1, 20):
        photo.gray_at((width, 5))
    photo.gray_at((60, 45))
    assert made.count((60, 45)) == 2


@pytest.mark.parametrize("deep", [False, True])
def test_shrinking_keeps_type_and_mean(deep: bool) -> None:
    gray = pictures.deep_ramp(640, 480) // 4 if deep else pictures.ramp(640, 480) // 2
    small = resize_gray(gray, (40, 30))
    assert small.dtype == gray.dtype
    assert small.shape == (30, 40)
    assert small.mean() == pytest.approx(gray.mean(), rel=0.02)


def test_the_working_size_has_the_area_asked_for_in_the_photographs_aspect() -> None:
    assert working_size(6000, 4000, 256) == (314, 209)
    assert working_size(100, 100, 256) == (256, 256)
    assert working_size(20_000, 100, 256) == (3620, 18)
    assert working_size(1_000_000, 1, 256) == (4096, 1)


def test_a_photograph_fits_a_screen_without_growing() -> None:
    assert fit_within(6000, 4000, (1920, 1080)) == (1620, 1080)
    assert fit_within(300, 200, (1920, 1080)) == (300, 200)
    assert fit_within(20_000, 1, (1920, 1080)) == (1920, 1)


@pytest.mark.parametrize("shape", [(12, 20), (13, 22), (3, 50)])
def test_blocks_are_averaged_also_where_the_border_cuts_them(shape: tuple[int, int]) -> None:
    gray = np.random.default_rng(3).integers(0, 65536, shape, dtype=np.uint16)
    means = block_means(gray, 4)
    assert means.dtype == np.uint16
    for row in range(means.shape[0]):
        for column in range(means.shape[1]):
            block = gray[4 * row : 4 * row + 4, 4 * column : 4 * column + 4]
            assert abs(means[row, column] - block.mean()) <= 0.5


def test_deep_pictures_shrink_as_well_by_blocks_as_without() -> None:
    smooth = np.add.outer(np.linspace(0, 30_000, 401), np.linspace(0, 30_000, 603)).astype(np.uint16)
    small = resize_gray(smooth, (60, 40)).astype(int)
    exact = np.asarray(Image.fromarray(smooth).resize((60, 40), Image.Resampling.BICUBIC)).astype(int)
    assert np.abs(small - exact).max() < 130  # of 65535: half a step of 8 bits


@pytest.mark.parametrize("deep", [False, True])
def test_a_screen_is_shown_8_bits(gray_values: NDArray[np.uint8], deep: bool) -> None:
    gray = gray_values.astype(np.uint16) * 257 if deep else gray_values
    photo = Photo(None, gray)
    assert np.array_equal(photo.shown_at(None), gray_values)
    shown = photo.shown_at((60, 45))
    assert shown.dtype == np.uint8
    assert np.array_equal(shown, resize_gray(gray_values, (60, 45)))
    assert photo.shown_at((60, 45)) is shown


@pytest.mark.parametrize("size", [(1_000_000, 1), (1, 1_000_000), (60_000, 20)])
def test_of_a_narrow_picture_the_network_sees_no_more_than_of_others(size: tuple[int, int]) -> None:
    width, height = working_size(*size, 256)
    assert (-(-width // 16) * 16) * (-(-height // 16) * 16) <= 1.5 * 256 * 256
