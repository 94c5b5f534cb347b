"""Framing: parts, quarter turns and straightening, and where places lie."""

import itertools

import pytest

from desktop.engine.core.errors import DamagedEditError, NewerEditError
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.serialization import edit_from_json, edit_to_json, read_edit

PHOTO_PX = (600, 400)
CASES = [
    Framing(),
    Framing(1),
    Framing(3, left=0.1, top=0.2, right=0.7, bottom=0.9),
    Framing(2, -7.5, 0.2, 0.1, 0.6, 0.8),
    Framing(1, 30.0),
]


@pytest.mark.parametrize("framing", CASES)
def test_places_go_there_and_back(framing: Framing) -> None:
    for place in itertools.product((0.0, 150.0, 600.0), (0.0, 333.0)):
        shown = framing.from_photo(place, PHOTO_PX)
        assert framing.to_photo(shown, PHOTO_PX) == pytest.approx(place, abs=1e-9)


def test_a_quarter_turn_goes_clockwise() -> None:
    assert Framing(1).size_px(PHOTO_PX) == (400, 600)
    assert Framing(1).from_photo((0, 0), PHOTO_PX) == (
        400,
        0,
    )  # what was above to the left is above to the right
    assert Framing(3).from_photo((0, 0), PHOTO_PX) == (0, 600)
    assert Framing(2).from_photo((0, 0), PHOTO_PX) == (600, 400)


def test_straightening_turns_clockwise_around_the_middle() -> None:
    whole = Framing(angle=10)
    middle = whole.from_photo((300, 200), PHOTO_PX)
    right = whole.from_photo((400, 200), PHOTO_PX)
    assert middle == pytest.approx((300, 200))
    assert right[0] > middle[0]
    assert right[1] > middle[1]  # y points down


@pytest.mark.parametrize("angle", [-45.0, -8.0, 0.5, 3.0, 20.0, 45.0])
@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("part", [(0, 0, 1, 1), (0, 0, 0.5, 0.5), (0.8, 0.7, 1, 1), (0.3, 0.4, 0.6, 0.7)])
def test_a_fitted_part_is_all_photograph(
    turns: int, angle: float, part: tuple[float, float, float, float]
) -> None:
    framing = Framing(turns, angle, *part).fitted(PHOTO_PX)
    left, top, right, bottom = framing.box(PHOTO_PX)
    for corner in itertools.product((0, right - left), (0, bottom - top)):
        x, y = framing.to_photo(corner, PHOTO_PX)
        assert -1e-6 <= x <= PHOTO_PX[0] + 1e-6
        assert -1e-6 <= y <= PHOTO_PX[1] + 1e-6
    again = framing.fitted(PHOTO_PX)
    assert again.box(PHOTO_PX) == pytest.approx(framing.box(PHOTO_PX), abs=1e-3)


def test_a_part_that_the_photograph_fills_stays() -> None:
    framing = Framing(0, 5.0, 0.3, 0.3, 0.7, 0.7)
    assert framing.fitted(PHOTO_PX) == framing


def test_of_a_sliver_nothing_is_straightened() -> None:
    assert Framing(angle=20).fitted((1_000_000, 1)).size_px((1_000_000, 1)) == (1_000_000, 1)


def test_turning_keeps_what_is_shown() -> None:
    framing = Framing(0, 4.0, 0.1, 0.2, 0.5, 0.9)
    turned = framing.turned(1)
    assert turned.turned(3).box(PHOTO_PX) == pytest.approx(framing.box(PHOTO_PX))
    for place in ((300, 200), (100, 350)):
        x, y = framing.from_photo(place, PHOTO_PX)
        height = framing.box(PHOTO_PX)[3] - framing.box(PHOTO_PX)[1]
        assert turned.from_photo(place, PHOTO_PX) == pytest.approx((height - y, x))


def test_an_edit_keeps_its_framing() -> None:
    edit = Edit(framing=Framing(3, -1.25, 0.1, 0.2, 0.7, 0.9))
    assert edit_from_json(edit_to_json(edit)) == edit
    assert "framing" not in edit_to_json(Edit())
    assert edit.carried().framing.is_whole  # another photograph has other borders


@pytest.mark.parametrize(
    ("field", "value"),
    [("turns", 4), ("turns", 0.5), ("angle", 60), ("left", 0.9), ("right", 2), ("skew", 1)],
)
def test_a_framing_that_makes_no_sense_is_told(field: str, value: float) -> None:
    data = edit_to_json(Edit(framing=Framing(1, 2.0, 0.0, 0.0, 0.5, 0.5)))
    data["framing"][field] = value
    with pytest.raises((DamagedEditError, NewerEditError)):
        read_edit(data)
