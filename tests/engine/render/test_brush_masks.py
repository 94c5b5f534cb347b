"""Brush strokes become masks that keep to the photograph's edges, the same ones every time."""

import numpy as np
import pytest

from desktop.engine.core.arrays import Floats
from desktop.engine.edits.stroke import Stroke
from desktop.engine.render.brush_masks import MaskPainter, dabs_along, painted, refined


@pytest.fixture
def two_tone() -> Floats:
    """Dark to the left, bright to the right, with grain."""
    grain = np.random.default_rng(1).normal(0, 0.01, (120, 200))
    return np.clip(np.where(np.arange(200) < 100, 0.3, 0.7) + grain, 0, 1).astype(np.float32)


def along_the_edge(**brush: float | bool) -> Stroke:
    """A stroke in the dark half whose brush reaches far into the bright one."""
    values = {"radius": 0.1, "feather": 0.5, "erase": False, **brush}
    return Stroke(tuple((0.47, y / 10) for y in range(2, 9)), **values)  # type: ignore[arg-type]


def test_a_stroke_beside_an_edge_stays_on_its_side(two_tone: Floats) -> None:
    mask = refined(two_tone, painted(two_tone, (along_the_edge(),)))
    inside, beyond = mask[40:80, 90:98], mask[40:80, 102:115]
    assert inside.min() > 0.85
    assert beyond.max() < 0.1
    assert mask[:, :60].max() < 0.02


def test_what_is_erased_is_gone_and_the_rest_stays(two_tone: Floats) -> None:
    stroke = along_the_edge()
    eraser = Stroke(((0.47, 0.5),), 0.06, 0.0, erase=True)
    mask = painted(two_tone, (stroke, eraser))
    assert mask[60, 94] == 0.0
    assert mask[35, 94] == painted(two_tone, (stroke,))[35, 94] > 0.9
    assert painted(two_tone, (stroke, eraser, stroke))[60, 94] > 0.9


def test_a_growing_stroke_is_painted_as_the_finished_one(two_tone: Floats) -> None:
    stroke = along_the_edge()
    painter, done = MaskPainter(two_tone), 0
    for count in range(1, len(stroke.points) + 1):
        part = Stroke(stroke.points[:count], stroke.radius, stroke.feather)
        done = painter.paint(part, done=done)
    assert np.array_equal(painter.mask, painted(two_tone, (stroke,)))


def test_strokes_made_one_by_one_equal_those_made_at_once(two_tone: Floats) -> None:
    strokes = (along_the_edge(), along_the_edge(erase=True, radius=0.04), along_the_edge(feather=0.0))
    one_by_one = [painted(two_tone, strokes[:count]) for count in (1, 2, 3)][-1]
    painter = MaskPainter(two_tone)
    for stroke in strokes:
        painter.paint(stroke)
    assert np.array_equal(one_by_one, painter.mask)


def test_feather_makes_the_border_soft() -> None:
    flat = np.full((100, 100), 0.5, np.float32)
    hard, soft = (painted(flat, (Stroke(((0.5, 0.5),), 0.3, feather),)) for feather in (0.0, 1.0))
    between = [np.count_nonzero((mask > 0.05) & (mask < 0.95)) for mask in (hard, soft)]
    assert between[1] > 5 * between[0]
    assert hard[50, 50] == 1.0
    assert soft[50, 50] > 0.99


def test_strokes_may_lead_out_of_the_photograph(two_tone: Floats) -> None:
    mask = painted(two_tone, (Stroke(((-0.5, 0.5), (1.5, 0.5)), 0.05),))
    assert np.delete(mask[60], np.s_[97:103]).min() > 0.9  # the border between the halves is neither's
    assert mask[:40].max() == 0.0
    assert painted(two_tone, (Stroke(((-0.9, -0.9),), 0.01),)).max() == 0.0


def test_dabs_lie_at_equal_distances_round_corners() -> None:
    places = list(dabs_along([(0, 0), (3, 0), (3, 4)], 2))
    assert places == [(0, 0), (2, 0), (3, 1), (3, 3)]
    assert list(dabs_along([(1, 1)], 2)) == [(1, 1)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": ()},
        {"points": ((0.5, 9.0),)},
        {"points": ((float("nan"), 0.5),)},
        {"radius": 0.0},
        {"radius": 1.5},
        {"feather": -0.1},
        {"points": ((0.0, 0.0), (1.0, 0.0)) * 50, "radius": 0.001},
    ],
)
def test_strokes_without_sense_are_refused(wrong: dict[str, object]) -> None:
    values: dict[str, object] = {"points": ((0.5, 0.5),), "radius": 0.1, **wrong}
    with pytest.raises(ValueError, match=r"stroke|brush"):
        Stroke(**values)  # type: ignore[arg-type]
