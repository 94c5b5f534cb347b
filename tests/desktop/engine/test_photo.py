"""What a photograph remembers about itself."""

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine import photo as module
from desktop.engine.photo import Photo, content_key
from desktop.engine.resize import fit_within, resize_gray, working_size
from tests.desktop.engine import pictures


def test_equal_pictures_have_equal_keys_and_others_not(gray_values: NDArray[np.uint8]) -> None:
    changed = gray_values.copy()
    changed[5, 5] ^= 1
    assert content_key(gray_values) == content_key(gray_values.copy())
    others = [changed, gray_values.T, gray_values.reshape(120, 90), gray_values.astype(np.uint16)]
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
    assert working_size(1_000_000, 1, 256) == (256_000, 1)


def test_a_photograph_fits_a_screen_without_growing() -> None:
    assert fit_within(6000, 4000, (1920, 1080)) == (1620, 1080)
    assert fit_within(300, 200, (1920, 1080)) == (300, 200)
    assert fit_within(20_000, 1, (1920, 1080)) == (1920, 1)
