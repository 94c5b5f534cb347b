"""Colour profiles are honoured, or left out with a note where they do not fit."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.colour.icc_profiles import is_srgb
from desktop.engine.colour.spaces import lightness, srgb_encode
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures
from tests.support.lightness import colour_lightness, gray_lightness


def test_a_grey_profile_is_honoured(tmp_path: Path) -> None:
    Image.fromarray(pictures.ramp()).save(tmp_path / "photo.png", icc_profile=pictures.gray_icc(1.8))
    gamma = 1.80078125  # 1.8 as a profile can hold it
    expected = srgb_encode((pictures.ramp() / 255).astype(np.float32) ** np.float32(gamma)) * 65535
    photo = read_photo(tmp_path / "photo.png")
    assert (photo.gray.dtype, photo.bit_depth) == (np.uint16, 8)
    assert np.abs(photo.gray - expected).max() < 65535 / 255 / 4


def test_a_colour_profile_is_honoured(tmp_path: Path) -> None:
    values = np.zeros((4, 8, 3), dtype=np.uint8)
    values[:, :4], values[:, 4:] = (128, 128, 128), (60, 200, 60)
    Image.fromarray(values).save(tmp_path / "wide.png", icc_profile=pictures.wide_icc())
    photo = read_photo(tmp_path / "wide.png")
    gray = gray_lightness(photo.gray)
    mid = lightness(np.array([(128 / 255) ** 2.2]))
    assert gray[0, 0] == pytest.approx(float(mid[0]), abs=0.2)
    assert abs(gray[0, 6] - colour_lightness(values)[0, 6]) > 0.3  # not what plain sRGB would say


def test_an_srgb_profile_changes_nothing(tmp_path: Path) -> None:
    Image.fromarray(pictures.colours()).save(tmp_path / "tagged.png", icc_profile=pictures.SRGB_ICC)
    Image.fromarray(pictures.colours()).save(tmp_path / "plain.png")
    tagged = read_photo(tmp_path / "tagged.png")
    assert np.array_equal(tagged.gray, read_photo(tmp_path / "plain.png").gray)
    assert "sRGB" in tagged.metadata.icc_description


def test_grey_with_a_colour_profile_means_what_that_says_of_neutral_colours(tmp_path: Path) -> None:
    Image.fromarray(pictures.ramp()).save(tmp_path / "srgb.jpg", icc_profile=pictures.SRGB_ICC, quality=98)
    photo = read_photo(tmp_path / "srgb.jpg")
    assert (photo.gray.dtype, photo.notices) == (np.uint8, ())
    Image.fromarray(pictures.ramp()).save(tmp_path / "wide.png", icc_profile=pictures.wide_icc())
    photo = read_photo(tmp_path / "wide.png")
    expected = srgb_encode((pictures.ramp() / 255).astype(np.float32) ** np.float32(2.19921875)) * 65535
    assert np.abs(photo.gray - expected).max() < 65535 / 255 / 4
    assert photo.notices == ()


@pytest.mark.parametrize(
    ("icc", "expected"),
    [
        (pictures.SRGB_ICC, True),
        (pictures.plain_rgb_icc(gamma=1.0), False),
        (pictures.wide_icc(), False),
        (pictures.gray_icc(2.2), False),
        (pictures.SRGB_ICC[:200], False),
        (b"", False),
    ],
)
def test_srgb_is_told_by_what_a_profile_does(icc: bytes, expected: bool) -> None:
    assert is_srgb(icc) is expected


@pytest.mark.parametrize("icc", [b"nonsense", pictures.gray_icc(1.8), pictures.SRGB_ICC[:200]])
def test_a_profile_that_does_not_fit_is_left_out_and_that_is_told(tmp_path: Path, icc: bytes) -> None:
    Image.fromarray(pictures.colours()).save(tmp_path / "photo.png", icc_profile=icc)
    photo = read_photo(tmp_path / "photo.png")
    assert np.abs(gray_lightness(photo.gray) - colour_lightness(pictures.colours())).max() < 0.01
    assert len(photo.notices) == 1
    assert "profile was left out" in photo.notices[0]
    assert read_painting(tmp_path / "photo.png").notices == photo.notices
