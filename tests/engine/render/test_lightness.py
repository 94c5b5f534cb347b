"""The photograph's own lightness is kept, and hue where chroma has to give way."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import compose
from tests.engine import pictures
from tests.support.lightness import MAX_LIGHTNESS_ERROR, flat_chroma, lightness_error, wavy_chroma


def all_hues(width: int, chroma: float) -> Chroma:
    turn = np.linspace(0, 2 * np.pi, width)[None]
    a, b = chroma * np.cos(turn), chroma * np.sin(turn)
    return flat_chroma(a.astype(np.float32), b.astype(np.float32))


@pytest.mark.parametrize("chroma", [5, 40, 150, 400])
def test_lightness_holds_at_every_grey_level_and_hue_in_8_bits(chroma: float) -> None:
    gray = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 720, axis=1)
    rgb = compose(Photo(None, gray), all_hues(720, chroma), Adjustments())
    assert rgb.dtype == np.uint8
    assert lightness_error(rgb, gray).max() < MAX_LIGHTNESS_ERROR


def test_lightness_holds_in_16_bits() -> None:
    gray = np.repeat(np.arange(65536, dtype=np.uint16)[:, None], 24, axis=1)
    rgb = compose(Photo(None, gray, bit_depth=16), all_hues(24, 150), Adjustments())
    assert rgb.dtype == np.uint16
    assert lightness_error(rgb, gray).max() < 0.01


@pytest.mark.parametrize("chroma", [5, 40, 120, 150])  # beyond 127 nothing is looked up
def test_lightness_of_a_colour_photograph_holds_in_its_8_bits(chroma: float) -> None:
    gray = np.repeat(np.arange(0, 65536, 97, dtype=np.uint16)[:, None], 360, axis=1)
    rgb = compose(Photo(None, gray, bit_depth=8), all_hues(360, chroma), Adjustments())
    assert rgb.dtype == np.uint8
    assert lightness_error(rgb, gray).max() < MAX_LIGHTNESS_ERROR


def test_lightness_holds_at_24_megapixels() -> None:
    gray = np.random.default_rng(7).integers(0, 256, (4000, 6000), dtype=np.uint8)
    rgb = compose(Photo(None, gray), wavy_chroma(), Adjustments(1.5))
    assert lightness_error(rgb[::40], gray[::40]).max() < MAX_LIGHTNESS_ERROR


def test_hue_holds_where_chroma_must_give_way() -> None:
    gray = np.repeat(np.arange(0, 65536, 64, dtype=np.uint16)[:, None], 720, axis=1)
    lab = srgb_to_lab(
        compose(Photo(None, gray, bit_depth=16), all_hues(720, 200), Adjustments()) / np.float32(65535)
    )
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    wanted = np.linspace(0, 2 * np.pi, 720)
    turned = np.angle(np.exp(1j * (np.arctan2(lab[..., 2], lab[..., 1]) - wanted)))
    assert (
        np.degrees(np.abs(turned[chroma > 2])).max() < 0.6
    )  # the promise is 1; nearer to grey nobody sees it
    assert chroma[300:900].min() > 10


def test_displayable_chroma_is_given_as_it_is() -> None:
    gray = np.full((8, 8), 128, dtype=np.uint8)
    chroma = flat_chroma(np.full((2, 2), 20.0), np.full((2, 2), -15.0))
    lab = srgb_to_lab(compose(Photo(None, gray), chroma, Adjustments()) / np.float32(255))
    assert lab[..., 1] == pytest.approx(20, abs=0.5)
    assert lab[..., 2] == pytest.approx(-15, abs=0.5)


@pytest.mark.parametrize("kind", ["RGB", "RGBA", "in Adobe RGB"])
def test_a_colour_photograph_keeps_its_lightness_in_every_mode(tmp_path: Path, kind: str) -> None:
    rgb = pictures.colours()
    alpha = np.tile(np.arange(rgb.shape[1], dtype=np.uint8), (rgb.shape[0], 1))
    icc = pictures.wide_icc() if kind == "in Adobe RGB" else b""
    saved = np.dstack([rgb, alpha]) if kind == "RGBA" else rgb
    Image.fromarray(saved).save(tmp_path / "photo.png", icc_profile=icc)
    photo = read_photo(tmp_path / "photo.png")
    result = compose(photo, wavy_chroma(), Adjustments())
    assert (photo.gray.dtype, result.dtype) == (np.uint16, np.uint8)
    assert lightness_error(result, photo.gray).max() < MAX_LIGHTNESS_ERROR
    if kind != "in Adobe RGB":
        unit = rgb / np.float32(255)
        change = srgb_to_lab(result / np.float32(255))[..., 0] - srgb_to_lab(unit)[..., 0]
        assert np.abs(change).max() < MAX_LIGHTNESS_ERROR


def test_a_screen_sized_result_has_the_shrunken_photographs_lightness(gray_values: NDArray[np.uint8]) -> None:
    photo = Photo(None, gray_values)
    rgb = compose(photo, wavy_chroma(), Adjustments(), size_px=(40, 30))
    assert rgb.shape == (30, 40, 3)
    assert lightness_error(rgb, photo.gray_at((40, 30))).max() < MAX_LIGHTNESS_ERROR
