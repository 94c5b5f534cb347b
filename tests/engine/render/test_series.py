"""Painted regions lie on the same thing in another photograph of a series, and are left out where there is none."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.edits.edit import PaintedRegion
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.resize import fit_within
from desktop.engine.render.framed import framed
from desktop.engine.render.series import SIDE_PX, Series
from tests.support.prints import photograph

SIZE = (600, 450)
CUP = (420.0, 250.0)  # in the photograph of 900 x 600 px


def taken(left: int, top: int, zoom: float = 1.0, *, light: int = 0, grain: float = 0.0) -> NDArray[np.uint8]:
    """A photograph of a series, of 600 x 450 px: the camera has moved, come nearer, the light has changed."""
    box = (left, top, left + SIZE[0] / zoom, top + SIZE[1] / zoom)
    image = Image.fromarray(photograph("coffee", 900)).resize(SIZE, Image.Resampling.BICUBIC, box)
    noise = np.random.default_rng(3).normal(light, grain, (SIZE[1], SIZE[0]))
    return np.clip(np.asarray(image) + noise, 0, 255).astype(np.uint8)


def cup_in(left: int, top: int, zoom: float = 1.0) -> tuple[float, float]:
    return (CUP[0] - left) * zoom / SIZE[0], (CUP[1] - top) * zoom / SIZE[1]


def series_of(values: NDArray[np.uint8]) -> Series:
    image = Image.fromarray(values)
    image.thumbnail((SIDE_PX, SIDE_PX), Image.Resampling.LANCZOS)
    return Series(np.asarray(image))


FIRST = taken(100, 50)
REGION = PaintedRegion((Stroke((cup_in(100, 50), (0.55, 0.5)), 0.08),), colour=(20.0, 40.0))


@pytest.mark.parametrize(
    ("left", "top", "zoom", "light"),
    [(160, 90, 1.0, 0), (40, 20, 1.0, 12), (200, 100, 1.12, 0), (60, 30, 0.89, -10), (150, 60, 1.26, 0)],
)
def test_a_region_goes_with_its_thing(left: int, top: int, zoom: float, light: int) -> None:
    other = Photo(None, taken(left, top, zoom, light=light, grain=4))
    (moved,) = series_of(FIRST).on(other, [REGION])
    assert moved.strokes[0].points[0] == pytest.approx(cup_in(left, top, zoom), abs=0.025)
    assert moved.strokes[0].radius == pytest.approx(0.08 * zoom, rel=0.15)
    assert moved.colour == REGION.colour


def test_in_the_same_photograph_it_stays_to_the_last_digit() -> None:
    assert series_of(FIRST).on(Photo(None, FIRST), [REGION]) == (REGION,)
    everything = PaintedRegion(inverted=True, colour=(1.0, 2.0))
    assert series_of(FIRST).on(Photo(None, photograph("chelsea", 600)), [everything]) == (everything,)


@pytest.mark.parametrize("name", ["chelsea", "rocket", "astronaut", "moon", "brick"])
def test_where_the_thing_is_not_it_is_left_out(name: str) -> None:
    assert series_of(FIRST).on(Photo(None, photograph(name, 600)), [REGION]) == ()
    assert series_of(FIRST).on(Photo(None, np.full((400, 600), 90, np.uint8)), [REGION]) == ()
    assert series_of(FIRST).on(Photo(None, np.full((3, 5), 90, np.uint8)), [REGION]) == ()


FRAMINGS = {
    "cropped": Framing(left=0.3, top=0.2, right=0.95, bottom=0.9),
    "turned": Framing(turns=1),
    "upside down and cropped": Framing(turns=2, left=0.05, top=0.1, right=0.8, bottom=0.9),
    "turned back": Framing(turns=3, left=0.1, right=0.9),
    "straightened": Framing(angle=6.0),
    "straightened, turned and cropped": Framing(turns=1, angle=-9.0, left=0.1, top=0.2, right=0.9, bottom=0.95),
}  # fmt: skip


def result_of(photo: Photo, framing: Framing) -> NDArray[np.uint8]:
    """A thumbnail of the photograph's result under `framing`."""
    shown = framed(photo, framing)
    size_px = fit_within(shown.width_px, shown.height_px, (SIDE_PX, SIDE_PX))
    return to_8_bits(shown.gray_at(size_px))


@pytest.mark.parametrize("framing", FRAMINGS.values(), ids=FRAMINGS)
def test_a_region_of_a_cropped_or_turned_result_goes_with_its_thing(framing: Framing) -> None:
    series = Series.of_result(result_of(Photo(None, FIRST), framing), framing)
    for left, top, zoom in ((160, 90, 1.0), (40, 20, 1.12)):
        (moved,) = series.on(Photo(None, taken(left, top, zoom, grain=4)), [REGION])
        assert moved.strokes[0].points[0] == pytest.approx(cup_in(left, top, zoom), abs=0.025)
        assert moved.strokes[0].radius == pytest.approx(0.08 * zoom, rel=0.15)
    assert series.on(Photo(None, photograph("chelsea", 600)), [REGION]) == ()


def test_what_was_cropped_off_cannot_be_found() -> None:
    framing = Framing(right=0.4)
    series = Series.of_result(result_of(Photo(None, FIRST), framing), framing)
    assert series.on(Photo(None, FIRST), [REGION]) == ()
