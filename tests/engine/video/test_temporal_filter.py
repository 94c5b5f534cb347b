"""Chroma stays where lightness does, follows where something moves, and begins anew at a cut."""

import numpy as np
import pytest

from desktop.engine.core.arrays import Floats
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.video.temporal_filter import TemporalFilter, is_cut

RANDOM = np.random.default_rng(4)


def scene(seed: int = 0) -> Floats:
    coarse = np.random.default_rng(seed).random((9, 16)).astype(np.float32)
    return np.kron(coarse, np.ones((16, 16), np.float32))


def chroma(guide: Floats, ab: Floats | float) -> Chroma:
    return Chroma.guided(guide, np.broadcast_to(np.float32(ab), (2, *guide.shape)).astype(np.float32))


def noise(guide: Floats) -> Floats:
    return RANDOM.normal(scale=5, size=(2, *guide.shape)).astype(np.float32)


def test_what_flickers_on_a_still_scene_is_steadied_and_its_mean_is_kept() -> None:
    steady, guide = TemporalFilter(), scene()
    seen = [steady.step(chroma(guide, 20 + noise(guide))).ab for _ in range(40)]
    changes = np.abs(np.diff(np.stack(seen[10:]), axis=0)).mean()
    assert changes < 5 * 1.2 * 0.15  # of differences of noise as it comes: 5 times 2 / sqrt(pi) = 5.6
    assert np.mean(seen[-1]) == pytest.approx(20, abs=0.5)


def test_where_something_has_moved_the_new_chroma_counts() -> None:
    steady, guide = TemporalFilter(), scene()
    steady.step(chroma(guide, 20.0))
    after = guide.copy()
    after[40:80, 60:120] = np.where(after[40:80, 60:120] > 0.5, 0.1, 0.9)
    ab = steady.step(chroma(after, -20.0)).ab
    assert ab[:, 50:70, 70:110] == pytest.approx(-20, abs=0.5)
    assert ab[:, :30] == pytest.approx(16, abs=0.5)


def test_a_cut_begins_anew() -> None:
    steady = TemporalFilter()
    steady.step(chroma(scene(1), 20.0))
    assert steady.step(chroma(scene(2), -20.0)).ab == pytest.approx(-20)


def test_cuts_are_told_from_moves_noise_and_fades() -> None:
    one = scene(1)
    assert is_cut(one, scene(2))
    assert is_cut(one, one[:, :128])
    assert is_cut(np.zeros_like(one), np.ones_like(one))
    assert not is_cut(one, np.roll(one, (3, 4), (0, 1)))
    assert not is_cut(one, np.clip(one + noise(one)[0] / 100, 0, 1))
    assert not is_cut(one, one * np.float32(0.8))
    assert not is_cut(np.zeros_like(one), np.full_like(one, 0.02))
    assert not is_cut(one[:5, :5], one[:5, :5])


def test_chroma_is_carried_on_unless_too_much_has_changed() -> None:
    steady, guide = TemporalFilter(), scene(1)
    assert steady.carried(guide) is None  # the first
    steady.step(chroma(guide, 20.0))
    carried = steady.carried(guide + np.float32(0.005))
    assert carried is not None
    assert carried.ab == pytest.approx(20)
    assert steady.carried(scene(2)) is None
    assert steady.carried(np.clip(guide * np.float32(0.8), 0, 1)) is None
