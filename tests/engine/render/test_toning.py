"""The adjustments of colour do what their formulas say, and never more."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_encode
from desktop.engine.core.arrays import Floats
from desktop.engine.edits.adjustments import NEUTRAL, RANGES, Adjustments
from desktop.engine.imaging.guided_upsample import Chroma, guided_coefficients
from desktop.engine.render.toning import PULL_MEAN, TINT, WARMEST, midtones, pulled, toned, toned_ab

COLOURS = [name for name in RANGES if name != "amount"]


def sample(seed: int = 5, size: float = 60.0) -> Chroma:
    """Chroma of many hues over every grey, 24 x 32."""
    rng = np.random.default_rng(seed)
    guide = np.linspace(0, 1, 24 * 32, dtype=np.float32).reshape(24, 32)
    ab = rng.uniform(-size, size, (2, 24, 32)).astype(np.float32)
    return Chroma.guided(guide, ab)


def one(a: float, b: float, light: float = 50.0) -> Chroma:
    """A single colour of L*, a*, b* on 3 x 3 pixels."""
    y = ((light + 16) / 116) ** 3 if light > 8 else light * 27 / 24389
    guide = np.full((3, 3), srgb_encode(np.array(y)), np.float32)
    ab = np.broadcast_to(np.array([a, b], np.float32)[:, None, None], (2, 3, 3)).copy()
    return Chroma.guided(guide, ab)


def after(chroma: Chroma, **turned: float) -> Floats:
    """a*, b* of the first pixel after adjustments."""
    ab: Floats = toned(chroma, Adjustments(**turned)).ab[:, 0, 0]
    return ab


def size(ab: Floats) -> Floats:
    length: Floats = np.hypot(ab[0], ab[1])
    return length


@pytest.mark.parametrize(
    "neutral",
    [Adjustments(), Adjustments(amount=0.3), Adjustments(pull_a=40, pull_b=-20), Adjustments(**NEUTRAL)],
)
def test_without_adjustments_it_is_the_very_same_chroma(neutral: Adjustments) -> None:
    chroma = sample()
    assert toned(chroma, neutral) is chroma


def test_the_last_ones_are_kept_whatever_the_amount() -> None:
    chroma = sample()
    first = toned(chroma, Adjustments(warmth=0.5))
    assert toned(chroma, Adjustments(warmth=0.5, amount=0.2)) is first
    assert toned(sample(), Adjustments(warmth=0.5)) is not first
    assert np.array_equal(toned(sample(), Adjustments(warmth=0.5)).ab, first.ab)


def test_coefficients_follow_the_adjusted_chroma() -> None:
    chroma = sample()
    result = toned(chroma, Adjustments(colourfulness=0.6))
    assert np.array_equal(result.coefficients, guided_coefficients(chroma.guide, result.ab))
    assert result.guide is chroma.guide


@pytest.mark.parametrize(("name", "shift"), [("warmth", WARMEST), ("tint", (TINT, 0.0))])
def test_warmth_and_tint_shift_midtones_and_leave_black_and_white(
    name: str, shift: tuple[float, float]
) -> None:
    for strength in (-1.0, 0.5, 1.0):
        moved = after(one(5, -7, light=50), **{name: strength}) - (5, -7)
        assert moved == pytest.approx(np.multiply(strength, shift), abs=0.01)
        for light in (0, 100):
            assert after(one(5, -7, light), **{name: strength}) == pytest.approx((5, -7), abs=0.01)
    weight = midtones(lightness(srgb_decode(np.linspace(0, 1, 99, dtype=np.float32))))
    assert np.all(np.diff(np.sign(np.diff(weight))) <= 0)  # up, then down: one summit


@pytest.mark.parametrize(("chroma", "more", "less"), [(3, 2.0, 0.0), (30, 1.5, 0.5), (90, 1.1, 0.9)])
def test_colourfulness_protects_vivid_colours(chroma: float, more: float, less: float) -> None:
    colour = one(chroma * 0.6, chroma * 0.8)
    assert size(after(colour, colourfulness=1)) / chroma == pytest.approx(more, abs=0.02)
    assert size(after(colour, colourfulness=-1)) / chroma == pytest.approx(less, abs=0.02)


@pytest.mark.parametrize("colourfulness", [-1.0, -0.4, 0.4, 1.0])
def test_what_was_more_colourful_stays_more_colourful(colourfulness: float) -> None:
    chromas = np.linspace(0, 140, 300, dtype=np.float32)[None]
    chroma = Chroma.guided(np.full_like(chromas, 0.5), np.stack([chromas * 0, chromas]))
    result = size(toned(chroma, Adjustments(colourfulness=colourfulness)).ab)
    assert np.all(np.diff(result) > 0)


@pytest.mark.parametrize(
    ("light", "shadows", "highlights"), [(0, 2.0, 1.0), (25, 1.5, 1.0), (50, 1.0, 1.0), (75, 1.0, 1.5)]
)
def test_shadows_and_highlights_reach_their_ends_only(
    light: float, shadows: float, highlights: float
) -> None:
    colour = one(20, 10, light)
    assert after(colour, shadows=1) == pytest.approx(np.multiply(shadows, (20, 10)), rel=0.01)
    assert after(colour, highlights=1) == pytest.approx(np.multiply(highlights, (20, 10)), rel=0.01)
    assert after(colour, shadows=-1) == pytest.approx(np.multiply(2 - shadows, (20, 10)), rel=0.01)


def test_hue_turns_from_red_to_yellow_and_keeps_chroma() -> None:
    assert after(one(40, 0), hue=90) == pytest.approx((0, 40), abs=1e-4)
    assert after(one(40, 0), hue=-180) == pytest.approx(after(one(40, 0), hue=180), abs=1e-4)
    chroma = sample()
    assert size(toned(chroma, Adjustments(hue=73)).ab) == pytest.approx(size(chroma.ab), rel=1e-4)


def test_pull_reaches_near_hues_most_and_never_overshoots() -> None:
    target = np.array([40, 30], np.float32)
    near, across = np.array([20, 15]), np.array([-15, 20])  # of the same hue; a right angle away
    ab = np.stack([near, across], axis=1)[:, None].astype(np.float32)
    middle = np.zeros((1, 2), np.float32)  # no midtones: hue alone decides
    result = pulled(ab, middle, target, 1.0)
    assert result[:, 0, 1] == pytest.approx(across)
    share = (result[:, 0, 0] - near) / (target - near)
    assert share == pytest.approx(0.8 * 625 / (625 + 36), rel=1e-3)


def test_pull_brings_the_mean_nearer_the_stronger_it_is() -> None:
    chroma, target = sample(size=25), np.array([-30, 45])
    middle = midtones(lightness(srgb_decode(chroma.guide)))

    def distance(pull: float) -> float:
        ab = toned_ab(chroma, Adjustments(pull=pull, pull_a=-30, pull_b=45))
        return float(np.hypot(*(np.average(ab, axis=(1, 2), weights=np.stack([middle] * 2)) - target)))

    distances = [distance(pull) for pull in np.linspace(0.001, 1, 12)]
    assert np.all(np.diff(distances) < 0)
    assert distances[-1] < 0.6 * distances[0]


def test_grey_stays_grey_but_for_what_shifts() -> None:
    grey = one(0, 0)
    assert not np.any(after(grey, colourfulness=1, shadows=1, highlights=1, hue=120))
    assert np.any(after(grey, pull=1, pull_a=20))


adjusted = st.fixed_dictionaries({name: st.floats(*RANGES[name]) for name in COLOURS})


@given(adjusted, st.sampled_from([0.0, 1.0, 60.0, 150.0]))
@settings(max_examples=150, deadline=None)
def test_every_setting_gives_bounded_numbers(turned: dict[str, float], largest: float) -> None:
    chroma = sample(size=largest)
    ab = toned_ab(chroma, Adjustments(**turned))
    assert ab.dtype == np.float32
    assert ab.shape == chroma.ab.shape
    assert np.all(np.isfinite(ab))
    reach = max(float(size(chroma.ab).max()), np.hypot(turned["pull_a"], turned["pull_b"]))
    # The pull shifts by at most PULL_MEAN of twice the reach; colourfulness and the ends at most double.
    assert (
        float(size(ab).max())
        <= 4 * (1 + 2 * PULL_MEAN) * reach + np.hypot(TINT + WARMEST[0], WARMEST[1]) + 1e-2
    )


@given(st.sampled_from(COLOURS), st.floats(-1, 1), st.floats(-1, 1))
@settings(max_examples=100, deadline=None)
def test_a_little_more_changes_a_little(name: str, start: float, direction: float) -> None:
    least, most = RANGES[name]
    value = least + (most - least) * (start + 1) / 2
    near = float(np.clip(value + 1e-4 * (most - least) * np.sign(direction), least, most))
    rest = {"pull": 0.7, "pull_a": 20.0, "pull_b": 10.0}
    chroma = sample()
    first, second = (toned_ab(chroma, Adjustments(**(rest | {name: x}))) for x in (value, near))
    assert np.abs(first - second).max() < 0.1


@pytest.mark.parametrize("name", RANGES)
def test_what_is_out_of_range_is_refused_by_name(name: str) -> None:
    least, most = RANGES[name]
    for value in (least - 0.01, most + 0.01, float("nan")):
        with pytest.raises(ValueError, match=f"The {name} must be from"):
            Adjustments(**{name: value})
    for value in (least, most):
        assert getattr(Adjustments(**{name: value}), name) == value
