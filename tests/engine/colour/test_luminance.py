"""Colours that sRGB cannot show keep their lightness."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour import luminance
from desktop.engine.colour.luminance import profile_luminance
from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures

# Y of linear Adobe RGB (1998), from its specification, section 4.3.5.3; of values encoded with 2.19921875.
ADOBE_WEIGHTS = np.array([0.29734, 0.62736, 0.07529])


def expected(rgb: NDArray[np.uint8 | np.uint16]) -> "np.typing.NDArray[np.float64]":
    return ((rgb / np.iinfo(rgb.dtype).max) ** 2.19921875) @ ADOBE_WEIGHTS


@pytest.mark.parametrize("dtype", [np.uint8, np.uint16])
def test_adobe_rgb_keeps_its_luminance_to_the_last_saturated_colour(
    dtype: type[np.uint8 | np.uint16],
) -> None:
    highest = np.iinfo(dtype).max
    rgb: NDArray[np.uint8 | np.uint16] = (
        np.random.default_rng(4).integers(0, highest, (20, 30, 3), endpoint=True).astype(dtype)
    )
    rgb[0, :3] = np.eye(3, dtype=dtype) * np.iinfo(dtype).max
    found = profile_luminance(pictures.wide_icc(), rgb.dtype)(rgb)
    assert np.abs(found - expected(rgb)).max() < 2e-4


def test_a_photograph_in_adobe_rgb_keeps_its_lightness(tmp_path: Path) -> None:
    rgb = pictures.colours()
    Image.fromarray(rgb).save(tmp_path / "wide.png", icc_profile=pictures.wide_icc())
    gray = read_photo(tmp_path / "wide.png").gray
    found = lightness(srgb_decode(gray.astype(np.float32) / np.float32(65535)))
    assert np.abs(found - lightness(expected(rgb).astype(np.float32))).max() < 0.05


def test_a_profile_that_is_no_sum_of_channels_goes_through_little_cms(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rgb = pictures.colours()
    by_tables = profile_luminance(pictures.wide_icc(), rgb.dtype)(rgb)
    monkeypatch.setattr(luminance, "ADDITIVE_WITHIN", -1)
    assert np.abs(profile_luminance(pictures.wide_icc(), rgb.dtype)(rgb) - by_tables).max() < 1e-5


@pytest.mark.parametrize("icc", [b"", b"nonsense" * 20, pictures.gray_icc(1.8), pictures.SRGB_ICC[:200]])
def test_a_profile_of_no_use_is_refused(icc: bytes) -> None:
    with pytest.raises(ValueError, match="profile"):
        profile_luminance(icc, np.dtype(np.uint8))


def test_srgb_itself_is_srgb(tmp_path: Path) -> None:
    rgb = pictures.colours()
    found = profile_luminance(pictures.SRGB_ICC, rgb.dtype)(rgb)
    plain = luminance.sum_of_tables(rgb, luminance.srgb_tables(True))
    assert np.abs(found - plain).max() < 2e-4
