"""Prints with a border: the border gets no colour, and the picture those that it would have without one."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.batch.result_key import result_key
from desktop.engine.batch.saving import save_result
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.look import Look
from desktop.engine.edits.repaint import Repaint
from desktop.engine.edits.serialization import edit_from_json, edit_to_json
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import read_manifest
from desktop.engine.inference.painter import Painter
from desktop.engine.render.composition import Region
from desktop.engine.render.framed import framed
from desktop.engine.render.lut import lut_of
from desktop.engine.render.picture import found_picture, pictured
from desktop.engine.store.look_xmp import look_from_json, look_to_json, read_look
from tests.support.edits import edit_of, request_of
from tests.support.prints import in_oval, on_paper, photograph, within_oval

RUST = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
RIM_PX = 10  # of a picture of 600 px, in which the colour may begin


@pytest.fixture
def picture() -> Photo:
    return Photo(None, photograph("camera", 600))


@pytest.fixture
def scan() -> Photo:
    """The picture on paper: 600 px within 48 px on each side."""
    return Photo(None, on_paper(photograph("camera", 600), 235, (0.08,) * 4).scan)


def coloured(edit: Edit, photo: Photo, colorizer: Colorizer) -> NDArray[np.int64]:
    return request_of(edit, colorizer).composition(photo, bit_depth=8).whole().astype(np.int64)


def colour(rgb: NDArray[np.int64]) -> NDArray[np.int64]:
    """How far each pixel is from grey."""
    return rgb.max(axis=-1) - rgb.min(axis=-1)


def outside(shape: tuple[int, ...], width: int = 48) -> NDArray[np.bool_]:
    mask = np.ones(shape[:2], np.bool_)
    mask[width:-width, width:-width] = False
    return mask


def test_the_border_stays_grey_and_the_picture_has_the_colours_of_a_picture_alone(
    colorizer: Colorizer, picture: Photo, scan: Photo
) -> None:
    result = coloured(RUST, scan, colorizer)
    border = outside(result.shape)
    assert colour(result)[border].max() == 0
    assert np.abs(result[border] - scan.gray[border][:, None]).max() <= 1
    alone = coloured(RUST, picture, colorizer)
    inner = slice(RIM_PX, -RIM_PX)
    difference = np.abs(result[48:-48, 48:-48][inner, inner] - alone[inner, inner])
    assert difference.mean() < 0.2, "the box that was found is a pixel smaller than the picture"
    assert difference.max() <= 10
    assert colour(result)[60:-60, 60:-60].mean() > 10


def test_photographs_without_border_are_as_they_were(colorizer: Colorizer, picture: Photo) -> None:
    assert pictured(picture, Framing()) is None
    whole = coloured(replace(RUST, picture=Framing()), picture, colorizer)
    assert np.array_equal(coloured(RUST, picture, colorizer), whole)
    assert result_key(request_of(RUST, colorizer), 90) != result_key(
        request_of(replace(RUST, picture=Framing()), colorizer), 90
    )


def test_without_border_by_choice_all_is_coloured(colorizer: Colorizer, scan: Photo) -> None:
    result = coloured(replace(RUST, picture=Framing()), scan, colorizer)
    assert colour(result)[outside(result.shape)].mean() > 3


def test_a_picture_that_was_drawn_by_hand_is_met(colorizer: Colorizer, scan: Photo) -> None:
    edit = replace(RUST, picture=Framing(0, 0.0, 0.5, 0.25, 1.0, 0.75))
    has_colour = colour(coloured(edit, scan, colorizer)) > 3
    height, width = scan.gray.shape
    rows, columns = slice(height // 4, height * 3 // 4), slice(width // 2, width)
    assert has_colour[rows, columns].mean() > 0.9
    has_colour[rows, columns] = False
    assert not has_colour.any()


@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_turned_and_straightened_prints_have_the_same_border(
    colorizer: Colorizer, scan: Photo, turns: int
) -> None:
    upright = colour(coloured(RUST, scan, colorizer)) > 3
    turned = colour(coloured(replace(RUST, framing=Framing(turns)), scan, colorizer)) > 3
    assert np.mean(turned != np.rot90(upright, -turns)) < 0.01
    straightened = replace(RUST, framing=Framing(turns, 3.0))
    shown = framed(Photo(None, upright.astype(np.uint8) * 255), straightened.framing).gray > 127
    assert np.mean((colour(coloured(straightened, scan, colorizer)) > 3) != shown) < 0.03


def test_a_crop_inside_of_the_picture_shows_no_border(colorizer: Colorizer, scan: Photo) -> None:
    inside = Framing(0, 0.0, 0.2, 0.2, 0.8, 0.8)
    assert pictured(scan, inside) is None
    paper = Framing(0, 0.0, 0.0, 0.0, 0.05, 1.0)
    assert colour(coloured(replace(RUST, framing=paper), scan, colorizer)).max() == 0
    half = Framing(0, 0.0, 0.0, 0.0, 0.5, 0.5)
    result = colour(coloured(replace(RUST, framing=half), scan, colorizer))
    assert result[:46].max() == result[:, :46].max() == 0
    assert result[60:, 60:].mean() > 10


def test_any_part_and_size_are_those_of_the_whole(colorizer: Colorizer, scan: Photo) -> None:
    request = request_of(RUST, colorizer)
    whole = request.composition(scan).whole()
    part = request.composition(scan, region=Region(31, 17, 300, 200)).whole()
    assert np.array_equal(part, whole[17:217, 31:331])
    small = request.composition(scan, size_px=(174, 174)).whole().astype(np.int64)
    assert colour(small)[outside(small.shape, 12)].max() == 0


def test_regions_colour_the_border_where_they_are_painted(colorizer: Colorizer, scan: Photo) -> None:
    stroke = Stroke(((0.02, 0.1), (0.02, 0.9)), 0.02, 0.2, erase=False)
    edit = replace(RUST, regions=(PaintedRegion((stroke,), colour=(40.0, 10.0)),))
    result = colour(coloured(edit, scan, colorizer))
    assert result[100:-100, 8:20].mean() > 5
    assert result[:, -30:].max() <= 1
    assert result[80:-80, 80:-80].mean() > 10


def test_a_border_is_not_painted_over(tiny_painter_dir: Path, colorizer: Colorizer, scan: Photo) -> None:
    painter = Painter(read_manifest(tiny_painter_dir), "cpu")
    edit = replace(RUST, repaint=Repaint(painter.model.name, 0.5, 1.0))
    result = request_of(edit, colorizer, painter=painter).composition(scan, bit_depth=8).whole()
    border = outside(result.shape)
    assert np.abs(result[border].astype(int) - scan.gray[border][:, None]).max() <= 1
    assert np.abs(result[60:-60, 60:-60].astype(int).mean(axis=2) - scan.gray[60:-60, 60:-60]).max() > 5


def test_a_border_has_no_say_in_a_lut(colorizer: Colorizer, picture: Photo, scan: Photo) -> None:
    request = request_of(RUST, colorizer)
    alone, print_ = lut_of(request, picture), lut_of(request, scan)
    assert np.abs(alone.ab[2:-4] - print_.ab[2:-4]).max() < 2
    assert print_.share == pytest.approx(alone.share, abs=0.05)


def test_a_border_is_kept_in_edits_and_looks_and_not_carried_to_others(
    colorizer: Colorizer, scan: Photo, tmp_path: Path
) -> None:
    edit = replace(RUST, picture=Framing(0, -0.5, 0.1, 0.1, 0.9, 0.8))
    assert edit_from_json(edit_to_json(edit)) == edit
    assert "picture" not in edit_to_json(RUST), "older versions of the program read all other edits"
    look = Look(edit, (("palette", "ab" * 32),))
    assert look_to_json(look)["format"] == 4
    assert look_from_json(look_to_json(look)).edit.picture == edit.picture
    result = save_result(request_of(edit, colorizer), scan, tmp_path / "result.png")
    assert read_look(result).edit.picture == edit.picture
    with Image.open(result) as image:
        assert image.size == (scan.width_px, scan.height_px)
    assert edit.carried().picture is None
    with pytest.raises(ValueError, match="not turned"):
        replace(edit, picture=Framing(1))


def test_where_a_picture_lies_is_looked_for_once(scan: Photo, picture: Photo) -> None:
    first = scan.picture
    assert first is not None
    assert scan.picture is first
    assert found_picture(picture) == Framing()
    assert found_picture(scan).left == pytest.approx(first.left)
    part, again = pictured(scan, Framing()), pictured(scan, Framing())
    assert part is not None
    assert again is not None
    assert part.photo is again.photo, "its small copies are kept"


def test_beyond_an_oval_there_is_no_colour_however_the_mount_is_shown(colorizer: Colorizer) -> None:
    print_ = in_oval(photograph("camera", 600), 225)
    photo = Photo(None, print_.scan)
    height, width = print_.scan.shape
    for turns in range(4):
        edit = replace(RUST, framing=Framing(turns))
        result = np.rot90(colour(coloured(edit, photo, colorizer)), turns)
        beyond = ~within_oval((height, width), print_.box, 1.01)
        assert result[beyond].max() == 0
        assert result[within_oval((height, width), print_.box, 0.95)].mean() > 10
    left, top, right, bottom = print_.shares()
    inner = Framing(0, 0.0, left + 0.15, top + 0.15, right - 0.15, bottom - 0.15)
    assert pictured(photo, inner) is None, "of what lies within the oval all is picture"


def test_an_oval_by_hand_is_askew_and_each_part_of_it_equals_that_of_the_whole(colorizer: Colorizer) -> None:
    photo = Photo(None, photograph("camera", 600))
    edit = replace(RUST, picture=Framing(0, 8.0, 0.2, 0.15, 0.8, 0.9, oval=True))
    composition = request_of(edit, colorizer).composition(photo, bit_depth=8)
    whole = composition.whole()
    part = request_of(edit, colorizer).composition(photo, bit_depth=8, region=Region(100, 60, 400, 270))
    assert np.array_equal(part.whole(), whole[60:330, 100:500])
    colourful = colour(whole.astype(np.int64)) > 3
    upright = within_oval(colourful.shape, (120, 90, 480, 540), 1.0)
    assert colourful[~within_oval(colourful.shape, (120, 90, 480, 540), 1.15)].sum() == 0
    assert (colourful & ~upright).sum() > 100, "it leans to one side"


def test_the_network_sees_nothing_of_the_mount() -> None:
    prints = [in_oval(photograph("camera", 600), tone, noise=0) for tone in (14, 225)]
    picture = Framing(0, 0.0, *prints[0].shares(), oval=True)
    found = [pictured(Photo(None, print_.scan), Framing(), picture) for print_ in prints]
    dark, light = (one.photo.gray.astype(int) for one in found if one is not None)
    assert dark.shape == light.shape
    assert np.abs(dark - light).mean() < 0.5
    corner = light[:20, :20]
    assert corner.std() > 0, "what is beyond the oval is the picture mirrored"
    assert np.abs(corner - 225).min() > 5


def test_an_oval_is_kept_in_edits_and_looks(colorizer: Colorizer) -> None:
    edit = replace(RUST, picture=Framing(0, -2.0, 0.1, 0.1, 0.9, 0.8, oval=True))
    assert edit_from_json(edit_to_json(edit)) == edit
    look = request_of(edit, colorizer).look
    data = look_to_json(look)
    assert data["format"] == 5
    assert look_from_json(data).edit.picture == edit.picture
    square = replace(edit, picture=Framing(0, -2.0, 0.1, 0.1, 0.9, 0.8))
    assert "oval" not in edit_to_json(square)["picture"], "older versions of the program read it"
    assert result_key(request_of(edit, colorizer), 90) != result_key(request_of(square, colorizer), 90)
    with pytest.raises(ValueError, match="rectangle"):
        replace(edit, framing=Framing(oval=True))
