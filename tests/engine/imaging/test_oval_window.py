"""Oval windows of mounts: found to a fraction of a per cent, and none where there is none."""

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.imaging.photo import Photo
from tests.support.prints import PHOTOGRAPHS, Print, captioned, in_oval, on_paper, photograph, within_oval

NEAR = 0.012  # of a side: next to the edge there is shadow

KINDS = {
    "cream": lambda picture: in_oval(picture, 225),
    "white": lambda picture: in_oval(picture, 250),
    "black": lambda picture: in_oval(picture, 14),
    "yellowed unevenly": lambda picture: in_oval(picture, 235, shade=25),
    "lying": lambda picture: in_oval(picture, 235, (265, 190)),
    "with the photographer's name": lambda picture: captioned(
        in_oval(picture, 235), "Atelier Rosa Rot, Dresden"
    ),
    "on a scanner's lid": lambda picture: on_lid(in_oval(picture, 215)),
}


def on_lid(print_: Print) -> Print:
    outer = on_paper(print_.scan, 252, (0.1,) * 4)
    left, top = outer.box[:2]
    inner = print_.box
    return Print(outer.scan, (inner[0] + left, inner[1] + top, inner[2] + left, inner[3] + top))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", PHOTOGRAPHS)
def test_the_picture_is_found_in_its_oval(kind: str, name: str) -> None:
    print_ = KINDS[kind](photograph(name))
    picture = Photo(None, print_.scan).picture
    assert picture is not None
    assert picture.oval
    assert picture.angle == 0
    assert picture.sides == pytest.approx(print_.shares(), abs=NEAR)


def filled(radii: tuple[int, int], at: tuple[float, float] = (0.5, 0.5)) -> NDArray[np.uint8]:
    """A thing with a light and a dark half on a plain ground."""
    x, y = 600 * at[0], 800 * at[1]
    within = within_oval((800, 600), (x - radii[0], y - radii[1], x + radii[0], y + radii[1]))
    shade = np.where(np.arange(600) < x, 60, 140)[None, :]
    noise = np.random.default_rng(4).normal(0, 1.5, within.shape)
    return np.clip(np.where(within, shade, 240) + noise, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(
    "scan",
    [filled((200, 205)), filled((200, 280), (0.36, 0.5)), filled((60, 90)), np.rot90(filled((150, 350)))],
    ids=["ball", "beside the middle", "small", "long"],
)
def test_round_things_are_no_windows(scan: NDArray[np.uint8]) -> None:
    assert Photo(None, np.ascontiguousarray(scan)).picture is None
    assert Photo(None, filled((200, 280))).picture is not None, "but for their shape and place they would be"


def test_pointed_and_square_windows_are_no_ovals() -> None:
    rows, columns = np.mgrid[0:800, 0:600]
    lozenge = np.abs(columns - 300) / 210 + np.abs(rows - 400) / 290 <= 1
    for within in (lozenge, (np.abs(columns - 300) < 210) & (np.abs(rows - 400) < 290)):
        found = Photo(None, np.where(within, 90, 235).astype(np.uint8)).picture
        assert found is None or not found.oval
