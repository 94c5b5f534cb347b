"""Colour arithmetic against published values and against itself, there and back."""

import numpy as np
import pytest

from desktop.engine.colour.spaces import (
    hex_to_srgb,
    lab_f,
    lab_f_inverse,
    lab_to_srgb,
    lightness,
    srgb_decode,
    srgb_encode,
    srgb_to_hex,
    srgb_to_lab,
)


@pytest.mark.parametrize(
    ("srgb", "lab"),
    [
        ((1, 1, 1), (100, 0, 0)),
        ((0, 0, 0), (0, 0, 0)),
        ((1, 0, 0), (53.24, 80.09, 67.20)),
        ((0, 1, 0), (87.73, -86.18, 83.18)),
        ((0, 0, 1), (32.30, 79.19, -107.86)),
    ],
)
def test_lab_of_the_primaries(srgb: tuple[float, ...], lab: tuple[float, ...]) -> None:
    assert srgb_to_lab(np.array(srgb, dtype=np.float32)) == pytest.approx(lab, abs=0.02)


def test_srgb_to_lab_and_back() -> None:
    srgb = np.random.default_rng(1).random((500, 3), dtype=np.float32)
    assert np.abs(lab_to_srgb(srgb_to_lab(srgb)) - srgb).max() < 1e-4


def test_encoding_undoes_decoding_at_all_16_bit_levels() -> None:
    levels = (np.arange(65536) / 65535).astype(np.float32)
    assert np.abs(srgb_encode(srgb_decode(levels)) - levels).max() < 1e-6


def test_f_and_its_inverse_meet_on_both_branches() -> None:
    ratio = np.concatenate([np.linspace(0, 0.02, 200), np.linspace(0.02, 1, 200)]).astype(np.float32)
    assert np.abs(lab_f_inverse(lab_f(ratio)) - ratio).max() < 1e-6


def test_grey_has_no_chroma_at_any_level() -> None:
    gray = np.repeat((np.arange(256) / 255).astype(np.float32)[:, None], 3, axis=1)
    assert np.abs(srgb_to_lab(gray)[:, 1:]).max() < 1e-4


def test_middle_grey_is_half_as_light_as_white() -> None:
    assert lightness(np.array([0.184187]))[0] == pytest.approx(50, abs=0.01)


def test_hex_there_and_back() -> None:
    assert srgb_to_hex(hex_to_srgb("#2a4b7c")) == "#2a4b7c"
    assert srgb_to_hex(np.array([-0.2, 0.5, 1.3], dtype=np.float32)) == "#0080ff"


@pytest.mark.parametrize("text", ["#12", "", "#1234567", "#gggggg"])
def test_what_is_no_hex_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"colour|base 16"):
        hex_to_srgb(text)
