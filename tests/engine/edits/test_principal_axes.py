"""The main axes of a collection are those it was made with, and are named by what they do."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.engine.colour.spaces import lab_to_srgb, srgb_to_hex
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.principal_axes import BINS, MIN_PRESETS, Trait, survey, traits_of
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.preset_library import PresetLibrary

MEAN = np.array([1.0, -2.0, 0.5, 0.0])
WARM = np.array([0.6, 0.0, 0.8, 0.0])
OTHER = np.array([0.0, -1.0, 0.0, 0.0])


def preset(embedding: np.ndarray, palette: tuple[str, ...]) -> Preset:
    return Preset("x", "palette", "0", tuple(embedding.tolist()), palette)


def flat(b: float, light: float = 50.0) -> tuple[str, ...]:
    """A palette of one colour."""
    return (srgb_to_hex(lab_to_srgb(np.array([light, 0, b], np.float32))),) * 5


def collection(turned: float = 1.0) -> list[Preset]:
    """Along WARM (the wider) palettes get warmer; along OTHER, which is independent, nothing changes."""
    return [
        preset(MEAN + turned * (3 * first * WARM + second * OTHER), flat(10 * first))
        for first in (-2, -1, 0, 1, 2)
        for second in (-1, 0, 1)
    ]


@pytest.mark.parametrize("turned", [1.0, -1.0])
def test_axes_are_found_named_and_point_one_way(turned: float) -> None:
    found = survey(collection(turned))
    assert found is not None
    assert found.mean == pytest.approx(MEAN)
    first, second = found.axes
    assert first.direction == pytest.approx(turned * WARM)  # towards warm, whichever way that lies
    assert first.trait is Trait.WARMTH
    assert first.correlation > 0.99
    assert second.direction == pytest.approx(-OTHER)  # without a name its largest entry is positive
    assert (second.trait, second.correlation) == (None, 0.0)
    assert first.share == pytest.approx(270 / 280)
    assert first.least == pytest.approx(-6 - 0.25 * 12)
    assert first.most == pytest.approx(6 + 0.25 * 12)


def test_moving_along_an_axis_leaves_the_others() -> None:
    found = survey(collection())
    assert found is not None
    start = np.add(MEAN, (0.1, 0.2, 0.3, 0.4)).tolist()
    moved = found.moved(found.axes[0], start, 4.5)
    assert found.place(found.axes[0], moved) == pytest.approx(4.5)
    assert found.place(found.axes[1], moved) == pytest.approx(found.place(found.axes[1], start))
    assert np.subtract(moved, start) == pytest.approx((4.5 - found.place(found.axes[0], start)) * WARM)


def test_kinds_of_numbers_count_alike_whatever_their_units() -> None:
    """Two numbers go with warmth; a third, which goes with nothing, is told in a unit a hundred times smaller."""
    loud = np.array([0.0, 100.0, 0.0, 0.0])
    presets = [
        preset(MEAN + first * WARM + second * loud, flat(10 * first))
        for first in (-2, -1, 0, 1, 2)
        for second in (-1, 0, 1)
    ]
    unweighed, weighed = survey(presets), survey(presets, (1, 1, 2))
    assert unweighed is not None
    assert weighed is not None
    assert unweighed.axes[0].trait is None
    first = weighed.axes[0]
    assert (first.trait, first.correlation > 0.99) == (Trait.WARMTH, True)
    moved = weighed.moved(first, MEAN.tolist(), 1.0)
    assert weighed.place(first, moved) == pytest.approx(1.0)
    assert np.subtract(moved, MEAN)[2] / np.subtract(moved, MEAN)[0] == pytest.approx(0.8 / 0.6)
    assert weighed.place(weighed.axes[1], moved) == pytest.approx(0, abs=1e-9)


def test_the_spread_counts_every_preset() -> None:
    found = survey(collection())
    assert found is not None
    for spread, numbers in zip(found.spreads, np.array([p.embedding for p in collection()]).T, strict=True):
        assert len(spread.counts) == BINS
        assert sum(spread.counts) == len(collection())
        assert spread.least < numbers.min() <= numbers.max() < spread.most


@pytest.mark.parametrize(
    ("palette", "trait", "value"),
    [
        (flat(30), Trait.WARMTH, 30),
        (flat(30), Trait.COLOURFULNESS, 30),
        (flat(30), Trait.VARIETY, 0),
        (flat(-10, light=70), Trait.LIGHTNESS, 70),
        ((*flat(-20, 30)[:2], *flat(0)[:1], *flat(20, 80)[:2]), Trait.WARM_LIGHTS, 40),
        ((*flat(-20, 30)[:2], *flat(20, 80)[:2]), Trait.VARIETY, 20),
    ],
)
def test_traits_of_palettes(palette: tuple[str, ...], trait: Trait, value: float) -> None:
    assert traits_of(palette)[trait] == pytest.approx(value, abs=1)


def test_of_too_few_or_equal_presets_nothing_is_made_up() -> None:
    assert survey(collection()[: MIN_PRESETS - 1]) is None
    same = survey([collection()[0]] * MIN_PRESETS)
    assert same is not None
    assert same.axes == ()
    bare = survey([replace(preset, palette=()) for preset in collection()])
    assert bare is not None
    assert [axis.trait for axis in bare.axes] == [None, None]


def test_shipped_presets_run_from_cold_to_warm_first() -> None:
    found = survey(PresetLibrary().all(), load_model().embedding_parts)
    assert found is not None
    assert len(found.axes) == 6
    assert found.axes[0].trait is Trait.WARMTH
    assert found.axes[0].correlation > 0.8
    assert np.allclose(np.array([axis.gauge for axis in found.axes]) @ found.axes[0].direction, np.eye(6)[0])
    named = [axis.trait for axis in found.axes if axis.trait]
    assert len(set(named)) == len(named)
