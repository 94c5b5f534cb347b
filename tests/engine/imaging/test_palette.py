"""Five colours of a painting."""

import numpy as np

from desktop.engine.colour.spaces import hex_to_srgb
from desktop.engine.imaging.palette import extract_palette, liveliest


def striped(shares: dict[tuple[int, int, int], int]) -> "np.typing.NDArray[np.uint8]":
    columns = [np.full((100, width, 3), colour, dtype=np.uint8) for colour, width in shares.items()]
    return np.concatenate(columns, axis=1)


def test_five_colours_come_back_by_descending_share() -> None:
    shares = {(230, 220, 190): 10, (20, 40, 90): 40, (180, 40, 30): 20, (60, 120, 50): 16, (10, 10, 10): 14}
    palette = extract_palette(striped(shares))
    ordered = sorted(shares, key=lambda colour: -shares[colour])
    for got, want in zip(palette, ordered, strict=True):
        assert np.abs(hex_to_srgb(got) * 255 - want).max() < 6


def test_a_small_bright_accent_has_its_colour() -> None:
    palette = extract_palette(striped({(120, 110, 100): 60, (100, 95, 90): 36, (250, 200, 0): 4}))
    assert min(np.abs(hex_to_srgb(colour) * 255 - (250, 200, 0)).max() for colour in palette) < 12


def test_the_same_painting_has_the_same_palette() -> None:
    painting = np.random.default_rng(13).integers(0, 256, (200, 300, 3), dtype=np.uint8)
    assert extract_palette(painting) == extract_palette(painting.copy())


def test_one_pixel_of_one_colour_is_enough() -> None:
    assert extract_palette(np.full((1, 1, 3), (18, 52, 86), dtype=np.uint8)) == ("#123456",) * 5


def test_the_liveliest_colour_stands_for_a_palette() -> None:
    assert liveliest(("#202020", "#a09080", "#c04020", "#8080a0")) == "#c04020"
    assert liveliest(()) == "#777777"
