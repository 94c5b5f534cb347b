"""Presets are ranked by how near their palettes are to a photograph's natural colours."""

import time
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.colour.spaces import lab_to_srgb, srgb_to_hex
from desktop.engine.core import paths
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import Preset, read_preset
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.render.preset_ranking import NaturalColours, misfit, suiting_presets
from tests.support.timing import allowed_s, stopwatch

SKIN, SKY, LEAF, SOIL = (70.0, 15.0, 22.0), (75.0, -4.0, -22.0), (50.0, -16.0, 26.0), (30.0, 4.0, 7.0)


def chroma_of(*colours: tuple[float, float, float], side_px: int = 200) -> Chroma:
    """Natural colours in upright stripes of equal width, each of one CIELAB colour."""
    lab = np.array(colours, np.float32)[np.arange(side_px) * len(colours) // side_px]
    gray = lab_to_srgb(lab * np.array([1, 0, 0], np.float32))[:, 1]
    return Chroma.guided(
        np.tile(gray, (side_px, 1)).astype(np.float32),
        np.repeat(lab[:, 1:].T[:, None], side_px, axis=1).astype(np.float32),
    )


def hexes(*colours: tuple[float, float, float]) -> tuple[str, ...]:
    return tuple(srgb_to_hex(lab_to_srgb(np.array(colour, np.float32))) for colour in colours)


def preset(name: str, *colours: tuple[float, float, float], painter: str = "") -> Preset:
    return Preset(name, "palette", "0", (1.0,), hexes(*colours), painter=painter)


def names(presets: tuple[Preset, ...]) -> list[str]:
    return [preset.name for preset in presets]


@pytest.fixture
def landscape() -> NaturalColours:
    return NaturalColours.of(chroma_of(SKY, LEAF, SOIL))


@pytest.fixture
def portrait() -> NaturalColours:
    return NaturalColours.of(chroma_of(SKIN, SOIL, (20.0, 2.0, 3.0)))


def test_the_share_of_skin_is_measured(landscape: NaturalColours, portrait: NaturalColours) -> None:
    assert landscape.skin_share < 0.01
    assert portrait.skin_share == pytest.approx(1 / 3, abs=0.05)
    assert portrait.skin == pytest.approx(SKIN, abs=1.5)


def test_the_very_colours_fit_best_and_their_opposites_worst(landscape: NaturalColours) -> None:
    same = misfit(landscape, hexes(SKY, LEAF, SOIL))
    near = misfit(landscape, hexes((75, -8, -14), (50, -10, 20), (35, 12, 22)))
    opposite = misfit(landscape, hexes((75, 30, 40), (50, 50, -40), (35, 40, 20)))
    assert same < 1.5
    assert same < near < opposite


def test_a_palette_as_vivid_as_no_photograph_fits_less(landscape: NaturalColours) -> None:
    vivid = [(light, 3 * a, 3 * b) for light, a, b in (SKY, LEAF, SOIL)]
    assert misfit(landscape, hexes(SKY, LEAF, SOIL)) + 10 < misfit(landscape, hexes(*vivid))


def test_colours_that_the_photograph_has_nowhere_count_against_a_palette(landscape: NaturalColours) -> None:
    assert misfit(landscape, hexes(SKY, LEAF, SOIL)) < misfit(landscape, hexes(SKY, LEAF, SOIL, (55, 60, 40)))


def test_where_there_is_skin_a_palette_needs_a_colour_for_it(
    landscape: NaturalColours, portrait: NaturalColours
) -> None:
    with_skin, without = hexes(SKY, SKIN, SOIL), hexes(SKY, LEAF, SOIL)
    assert misfit(portrait, with_skin) + 10 < misfit(portrait, without)
    assert misfit(landscape, without) < misfit(landscape, with_skin)


def test_the_best_come_first_one_of_each_painter_and_natural_colours_are_none(
    portrait: NaturalColours,
) -> None:
    presets = [
        preset("Blue", (40, 10, -50), (60, 0, -40), painter="A"),
        preset("Face", SKIN, SOIL, (20, 2, 3), painter="B"),
        preset("Same painter", SKIN, SOIL, (22, 2, 3), painter="B"),
        preset("Mine", SKIN, SOIL),
        preset("Mine, too", SKIN, (30, 6, 10)),
        preset("No palette"),
        natural_preset("auto"),
    ]
    chosen = suiting_presets(portrait, presets, 4)
    assert sorted(names(chosen[:3])) == ["Face", "Mine", "Mine, too"]
    assert names(chosen[3:]) == ["Blue"]
    assert names(suiting_presets(portrait, presets, 2)) == names(chosen[:2])


def test_a_single_row_of_pixels_is_ranked_too() -> None:
    chroma = chroma_of(SKY, LEAF)
    thin = Chroma(chroma.ab[:, :1], chroma.coefficients[:, :1], chroma.guide[:1])
    assert suiting_presets(NaturalColours.of(thin), [preset("Sky", SKY)], 5)


@stopwatch
def test_all_that_are_shipped_are_ranked_in_a_tenth_of_a_second() -> None:
    presets = [read_preset(Path(path)) for path in sorted(paths.shipped_presets_dir().glob("*.tintype"))]
    chroma = chroma_of(SKIN, SOIL, SKY, side_px=512)
    start_s = time.perf_counter()
    chosen = suiting_presets(NaturalColours.of(chroma), presets, 5)
    elapsed_s = time.perf_counter() - start_s
    assert len({preset.painter for preset in chosen}) == 5
    assert elapsed_s < allowed_s(0.1)
