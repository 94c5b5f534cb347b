"""What is shown of a photograph: pixels moved without loss, or straightened; regions stay on their things."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch.destinations import Destination, Placement
from desktop.engine.batch.events import Finished
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.output_options import Layout, OutputOptions
from desktop.engine.batch.result_key import result_key
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.saving import save_result
from desktop.engine.batch.sources import Source
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.framing import Framing
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.before_after import MIN_GAP_PX
from desktop.engine.render.frame_map import frame_map
from desktop.engine.render.framed import framed
from desktop.engine.render.lut import lut_of
from desktop.engine.render.regions import mask_guide, region_mask
from desktop.engine.store.look_xmp import look_from_json, look_to_json, read_look
from tests.support.edits import edit_of, request_of

RUST = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))


@pytest.fixture
def photo() -> Photo:
    """A smooth picture, by which places are known."""
    rows, columns = np.mgrid[0:400, 0:600]
    gray = 90 + 60 * np.sin(rows / 40) + 60 * np.cos(columns / 55)
    return Photo(None, np.rint(np.clip(gray, 0, 255)).astype(np.uint8))


@pytest.mark.parametrize("deep", [False, True])
def test_turns_and_crops_move_pixels_and_change_none(photo: Photo, deep: bool) -> None:
    if deep:
        photo = replace(photo, gray=photo.gray.astype(np.uint16) * 257, bit_depth=16)
    photo = replace(photo, alpha=photo.gray // 2)
    assert framed(photo, Framing()) is photo
    right = framed(photo, Framing(1))
    assert np.array_equal(right.gray, np.rot90(photo.gray, -1))
    part = framed(photo, Framing(0, 0.0, 0.25, 0.5, 0.75, 1.0))
    assert np.array_equal(part.gray, photo.gray[200:400, 150:450])
    assert part.alpha is not None
    assert photo.alpha is not None
    assert np.array_equal(part.alpha, photo.alpha[200:400, 150:450])
    assert framed(photo, Framing(0, 0.0, 0.25, 0.5, 0.75, 1.0)) is part, "the last one is kept"


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize(("turns", "angle"), [(0, 3.0), (1, -12.0), (2, 45.0), (3, -0.4)])
def test_a_straightened_pixel_is_that_of_its_place(
    photo: Photo, turns: int, angle: float, deep: bool
) -> None:
    peak = 65535 if deep else 255
    if deep:
        photo = replace(photo, gray=photo.gray.astype(np.uint16) * 257, bit_depth=16)
    framing = Framing(turns, angle).fitted((600, 400))
    shown = framed(photo, framing)
    assert (shown.width_px, shown.height_px) == framing.size_px((600, 400))
    assert shown.gray.dtype == photo.gray.dtype
    for x, y in ((10, 10), (shown.width_px // 2, shown.height_px // 3), (shown.width_px - 9, 20)):
        column, row = framing.to_photo((x + 0.5, y + 0.5), (600, 400))
        there = int(photo.gray[min(int(row), 399), min(int(column), 599)])
        assert abs(int(shown.gray[y, x]) - there) < 0.02 * peak


def test_what_is_straightened_wide_is_seamless(photo: Photo) -> None:
    rows, columns = np.mgrid[0:500, 0:3000]
    wide = Photo(None, np.rint(100 + 50 * np.sin(rows / 60) + 50 * np.sin(columns / 90)).astype(np.uint8))
    steps = np.abs(np.diff(framed(wide, Framing(angle=2.0)).gray.astype(int), axis=1))
    assert steps.max() <= 3


def test_colours_lightness_and_regions_stay_with_their_things(photo: Photo, colorizer: Colorizer) -> None:
    strokes = (Stroke(((0.5, 0.4), (0.6, 0.4)), 0.08),)
    region = PaintedRegion(strokes, colour=(30.0, -40.0))
    framing = Framing(1, 8.0, 0.2, 0.1, 0.9, 0.8)
    edit = replace(RUST, regions=(region,), framing=framing)
    whole, shown = mask_guide(photo), mask_guide(framed(photo, framing))
    mask = region_mask(shown, region, frame_map(photo, framing))
    frame = frame_map(photo, framing)
    assert frame is not None
    far = 0.0
    for y, x in ((0.3, 0.4), (0.5, 0.5), (0.45, 0.6), (0.7, 0.3)):
        column, row = frame.whole((x, y))
        assert frame.shown([(column, row)])[0] == pytest.approx((x, y))
        own = region_mask(whole, region)[int(row * whole.shape[0]), int(column * whole.shape[1])]
        far = max(far, abs(float(own - mask[int(y * shown.shape[0]), int(x * shown.shape[1])])))
    assert far < 0.15
    assert mask.max() > 0.9
    result = request_of(edit, colorizer).composition(photo)
    width, height = framing.size_px((600, 400))
    assert result.shape == (height, width)
    small = request_of(edit, colorizer).composition(photo, size_px=(width // 2, height // 2)).whole()
    large = result.whole()[: height // 2 * 2, : width // 2 * 2]
    halved = large.reshape(height // 2, 2, width // 2, 2, 3).mean(axis=(1, 3))
    assert np.abs(small - halved).mean() < 2


def test_a_result_is_cropped_and_tells_how(colorizer: Colorizer, photo: Photo, tmp_path: Path) -> None:
    source, output = tmp_path / "photo.png", tmp_path / "out.png"
    Image.fromarray(photo.gray).save(source)
    edit = replace(RUST, framing=Framing(1, 0.0, 0.0, 0.0, 0.5, 0.5))
    save_result(request_of(edit, colorizer), read_photo(source), output)
    with Image.open(output) as made:
        assert made.size == (200, 300)
    look = read_look(output)
    assert look.edit.framing == edit.framing
    assert look_to_json(look)["format"] == 3
    assert look_from_json(look_to_json(look)) == look
    assert result_key(request_of(edit, colorizer), 90) != result_key(request_of(RUST, colorizer), 90)


def test_an_edit_without_framing_is_as_it_was(colorizer: Colorizer, photo: Photo) -> None:
    plain = request_of(RUST, colorizer).composition(photo).whole()
    whole = request_of(Edit(RUST.blend, framing=Framing(0, 0.0, 0.0, 0.0, 1.0, 1.0)), colorizer)
    assert np.array_equal(whole.composition(photo).whole(), plain)


def test_a_lut_is_that_of_the_part(colorizer: Colorizer, photo: Photo) -> None:
    edit = replace(RUST, framing=Framing(1, 5.0, 0.1, 0.1, 0.7, 0.9))
    lut = lut_of(request_of(edit, colorizer), photo)
    part = lut_of(request_of(RUST, colorizer), framed(photo, edit.framing))
    assert np.abs(lut.ab - part.ab).max() < 0.01


def test_before_and_after_show_the_same_part_and_other_looks_theirs(
    colorizer: Colorizer, photo: Photo, tmp_path: Path
) -> None:
    source = tmp_path / "photo.png"
    Image.fromarray(photo.gray).save(source)
    part = replace(RUST, framing=Framing(0, 0.0, 0.0, 0.0, 0.5, 0.5))
    whole = edit_of("Sea", (-0.4, 0.1, 0.3, *([0.0] * 29)))
    options = OutputOptions(layout=Layout.SIDE_BY_SIDE, long_side_px=150)
    (tmp_path / "out").mkdir()
    placement = Placement(Destination(folder=tmp_path / "out", options=options), Originals())
    looks = [request_of(edit, colorizer) for edit in (part, whole)]
    sizes = {
        event.preset: (event.result.width_px, event.result.height_px)
        for event in Batch([Source(source)], looks, placement).run()
        if isinstance(event, Finished)
    }
    assert sizes == {"Rust": (2 * 150 + MIN_GAP_PX, 100), "Sea": (2 * 150 + MIN_GAP_PX, 100)}
    before = pixels_of(tmp_path / "out" / "photo_rust.png")[:, :150]
    shrunk = framed(photo, part.framing).gray_at((150, 100)).astype(int)
    assert np.abs(before.mean(axis=2) - shrunk).max() <= 2


def pixels_of(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """(H, W, 3) of a file."""
    with Image.open(path) as image:
        return np.asarray(image).astype(np.int64)


def test_turned_photographs_are_kept_within_a_budget_those_asked_for_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    photos = [Photo(path=None, gray=np.full((40, 60), number, np.uint8)) for number in range(3)]
    monkeypatch.setattr("desktop.engine.render.framed.KEPT_BYTES", 2 * photos[0].held_bytes)
    on_end = Framing(turns=1)
    shown = [framed(photo, on_end) for photo in photos[:2]]
    assert framed(photos[0], on_end) is shown[0]
    framed(photos[2], on_end)
    assert framed(photos[0], on_end) is shown[0]
    assert framed(photos[1], on_end) is not shown[1]


def test_a_turned_photograph_is_kept_while_it_is_shown_however_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.engine.render.framed.KEPT_BYTES", 1)
    photo = Photo(path=None, gray=np.zeros((40, 60), np.uint8))
    assert framed(photo, Framing(turns=1)) is framed(photo, Framing(turns=1))
