"""Borders of prints: found to a fraction of a per cent, and none where there is none."""

import numpy as np
import pytest
from numpy.typing import NDArray
from skimage import data

from desktop.engine.imaging.photo import Photo
from desktop.engine.imaging.print_border import PictureRectangle
from tests.support.prints import (
    PHOTOGRAPHS,
    Print,
    captioned,
    deckled,
    filmed,
    on_paper,
    photograph,
    turned,
)

CAPTION = (0.05, 0.05, 0.05, 0.2)
NEAR = 0.008  # of a side: the border is measured on a copy of some 512 px


def found(scan: NDArray[np.uint8]) -> PictureRectangle | None:
    return Photo(None, scan).picture


def on_mount(print_: Print, tone: int) -> Print:
    outer = on_paper(print_.scan, tone, (0.1,) * 4, noise=3)
    left, top = outer.box[:2]
    inner = print_.box
    return Print(outer.scan, (inner[0] + left, inner[1] + top, inner[2] + left, inner[3] + top))


def open_to_the_right(print_: Print) -> Print:
    return Print(np.ascontiguousarray(print_.scan[:, : int(print_.box[2])]), print_.box)


KINDS = {
    "white": lambda picture: on_paper(picture, 245),
    "narrow": lambda picture: on_paper(picture, 245, (0.02,) * 4),
    "cream": lambda picture: on_paper(picture, 215, noise=3),
    "black": lambda picture: on_paper(picture, 12),
    "yellowed unevenly": lambda picture: on_paper(picture, 235, (0.03, 0.08, 0.05, 0.2), shade=40),
    "caption": lambda picture: captioned(on_paper(picture, 240, CAPTION)),
    "askew": lambda picture: turned(on_paper(picture, 245), 1.0),
    "askew the other way": lambda picture: turned(on_paper(picture, 230), -0.6),
    "askew with a caption": lambda picture: turned(captioned(on_paper(picture, 235, CAPTION)), 1.0, lid=240),
    "far askew": lambda picture: turned(on_paper(picture, 245, (0.09,) * 4), 4.0),
    "far askew the other way, with a caption": lambda picture: turned(
        captioned(on_paper(picture, 240, (0.1, 0.1, 0.1, 0.2))), -2.6, lid=240
    ),
    "deckle edge": lambda picture: deckled(on_paper(picture, 235)),
    "album page": lambda picture: on_mount(on_paper(picture, 240), 90),
    "film": filmed,
    "film, inverted": lambda picture: filmed(picture, 235, 20),
    "cut off at one side": lambda picture: open_to_the_right(on_paper(picture, 245)),
}
DARK_AT_THE_EDGES = {("black", "coffee"), ("film", "camera"), ("film", "rocket")}  # left alone: in doubt


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PHOTOGRAPHS)
def test_the_picture_is_found_within_its_border(kind: str, name: str) -> None:
    print_ = KINDS[kind](photograph(name))
    picture = found(print_.scan)
    if (kind, name) in DARK_AT_THE_EDGES:
        assert picture is None
        return
    assert picture is not None
    assert picture.sides == pytest.approx(print_.shares(), abs=NEAR)
    assert picture.angle == pytest.approx(-print_.degrees, abs=0.25)


@pytest.mark.parametrize("name", [*PHOTOGRAPHS, "coins", "page", "clock", "text", "colorwheel"])
def test_photographs_without_border_have_none(name: str) -> None:
    assert found(photograph(name)) is None


def sky(height: int = 400, width: int = 600) -> NDArray[np.uint8]:
    """A bright sky over dark ground with an uneven skyline."""
    rows, columns = np.mgrid[0:height, 0:width]
    skyline = 0.6 * height + 12 * np.sin(columns / 30) + 9 * np.sin(columns / 7)
    noise = np.random.default_rng(3).normal(0, 2, (height, width))
    return np.clip(np.where(rows < skyline, 245, 60) + noise, 0, 255).astype(np.uint8)


def disc(ground: int, thing: int) -> NDArray[np.uint8]:
    """A round thing on a plain ground."""
    rows, columns = np.mgrid[-200:200, -300:300]
    noise = np.random.default_rng(4).normal(0, 1.5, rows.shape)
    return np.clip(np.where(np.hypot(rows, columns) < 150, thing, ground) + noise, 0, 255).astype(np.uint8)


def starry() -> NDArray[np.uint8]:
    """Night with some lights."""
    random = np.random.default_rng(5)
    night = random.normal(8, 2, (400, 600))
    for row, column in random.integers((30, 30), (370, 570), (120, 2)):
        night[row - 3 : row + 3, column - 3 : column + 3] = 230
    return np.clip(night, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    "scan",
    [sky(), sky()[::-1], sky().T, disc(250, 90), disc(5, 160), starry(), np.full((300, 400), 255, np.uint8)],
    ids=["sky", "snow", "wall", "on white", "on black", "night", "blank"],
)
def test_plain_grounds_are_no_borders(scan: NDArray[np.uint8]) -> None:
    assert found(np.ascontiguousarray(scan)) is None


def test_a_level_horizon_between_sky_and_snow_is_no_border() -> None:
    scan = np.full((400, 600), 250, np.uint8)
    scan[150:290] = photograph("camera", 600)[150:290, :600]
    scan[:150] = 180
    assert found(scan) is None


def test_sixteen_bits_and_slivers() -> None:
    print_ = on_paper(photograph("camera"), 245)
    deep = Photo(None, print_.scan.astype(np.uint16) * 257, 16)
    assert deep.picture is not None
    assert deep.picture.sides == pytest.approx(print_.shares(), abs=NEAR)
    for shape in ((1, 1), (1, 4000), (4000, 1), (9, 9), (30, 30)):
        assert Photo(None, np.full(shape, 200, np.uint8)).picture is None
    assert Photo(None, np.asarray(data.camera())).picture is None
