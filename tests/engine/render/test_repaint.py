"""A photograph painted over: at the brush's scale, its own detail back by degrees, any part the whole's."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.batch.result_key import result_key
from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats, RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, ModelNotFoundError
from desktop.engine.core.reasons import PARSE_ERRORS
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.edits.preset import Preset, make_preset
from desktop.engine.edits.repaint import Repaint
from desktop.engine.edits.serialization import edit_from_json, edit_to_json
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import read_manifest
from desktop.engine.inference.painter import Painter
from desktop.engine.render.composition import Region, compose
from desktop.engine.render.repaint import canvas_size
from desktop.engine.store.look_xmp import look_from_json, look_to_json
from tests.support.edits import edit_of, request_of
from tests.support.timing import allowed_s, stopwatch


@pytest.fixture
def photo() -> Photo:
    """Soft shapes, and detail far finer than any brush."""
    rows, columns = np.mgrid[0:600, 0:800]
    soft = 120 + 60 * np.sin(rows / 90) * np.cos(columns / 120)
    fine = 18 * ((rows // 3 + columns // 3) % 2)
    return Photo(None, np.rint(soft + fine).astype(np.uint8))


@pytest.fixture
def painter(tiny_painter_dir: Path) -> Painter:
    return Painter(read_manifest(tiny_painter_dir), "cpu")


@pytest.fixture
def rust(colorizer: Colorizer) -> Preset:
    return make_preset(colorizer, np.full((40, 40, 3), (190, 90, 50), np.uint8), "Rust")


@pytest.fixture
def look(rust: Preset, painter: Painter) -> Edit:
    return Edit(Blend.of(rust), repaint=Repaint(painter.model.name, 0.25))


def with_paint(look: Edit, **changes: float) -> Edit:
    assert look.repaint is not None
    return replace(look, repaint=replace(look.repaint, **changes))  # type: ignore[arg-type]  # numbers alone


def light_of(rgb: RgbArray) -> Floats:
    """L* of every pixel of a result."""
    return srgb_to_lab(rgb.astype(np.float32) / np.iinfo(rgb.dtype).max)[..., 0]


def test_the_brush_tells_at_what_size_the_painter_sees_the_photograph(photo: Photo) -> None:
    assert canvas_size(photo, 64, 1.0) == (74, 55)
    assert canvas_size(photo, 64, 0.25) == (296, 222)
    assert canvas_size(photo, 256, 0.1) == (800, 600)  # never larger than it is
    large = Photo(None, np.broadcast_to(np.uint8(0), (6000, 8000)))
    assert canvas_size(large, 256, 0.1) == (1848, 1386)


def test_paint_alone_has_none_of_the_photographs_detail_and_no_paint_has_all_of_it(
    photo: Photo, look: Edit, colorizer: Colorizer, painter: Painter
) -> None:
    own = lightness(srgb_decode(photo.gray / np.float32(255)))
    fine = own - own.mean()
    finest = fine[1:-1, 1:-1] - (fine[:-2, 1:-1] + fine[2:, 1:-1] + fine[1:-1, :-2] + fine[1:-1, 2:]) / 4

    def detail(paint: float) -> float:
        """How much of the finest detail of the photograph the result has."""
        prepared = request_of(with_paint(look, paint=paint), colorizer, painter=painter)
        light = light_of(prepared.composition(photo).whole())
        high = (
            light[1:-1, 1:-1] - (light[:-2, 1:-1] + light[2:, 1:-1] + light[1:-1, :-2] + light[1:-1, 2:]) / 4
        )
        return float((high * finest).sum() / (finest * finest).sum())

    shares = [detail(paint) for paint in (1.0, 0.5, 0.0)]
    assert abs(shares[0]) < 0.05
    assert shares[1] == pytest.approx(0.5, abs=0.05)
    assert shares[2] == pytest.approx(1.0, abs=0.05)


def test_colours_and_broad_light_are_the_painters(
    photo: Photo, look: Edit, colorizer: Colorizer, painter: Painter
) -> None:
    prepared = request_of(look, colorizer, painter=painter)
    painted = prepared.composition(photo).whole().astype(int)
    plain = (
        request_of(replace(look, repaint=None), colorizer, painter=painter)
        .composition(photo)
        .whole()
        .astype(int)
    )
    # The tiny painter makes 0.95, 0.8 and 0.6 of red, green and blue, and a tenth of the tile's mean more.
    expected = (plain.mean(axis=(0, 1)) + 0.1 * plain.mean()) * np.array([0.95, 0.8, 0.6])
    np.testing.assert_allclose(painted.mean(axis=(0, 1)), expected, atol=4)


@pytest.mark.parametrize("deep", [False, True])
def test_every_part_is_the_wholes_to_the_last_bit(
    photo: Photo, look: Edit, colorizer: Colorizer, painter: Painter, deep: bool
) -> None:
    if deep:
        photo = replace(photo, gray=photo.gray.astype(np.uint16) * 257, bit_depth=16)
    prepared = request_of(with_paint(look, paint=0.7), colorizer, painter=painter)
    whole = prepared.composition(photo)
    pixels = whole.whole(threads=1, stripe_pixels=10_000)
    assert pixels.dtype == (np.uint16 if deep else np.uint8)
    assert np.array_equal(pixels, whole.whole(threads=2, stripe_pixels=77_777))
    region = Region(300, 200, 150, 100)
    part = prepared.composition(photo, region=region).whole()
    assert np.array_equal(part, pixels[region.slices()])


def test_a_small_result_is_the_large_one_seen_from_afar(
    photo: Photo, look: Edit, colorizer: Colorizer, painter: Painter
) -> None:
    prepared = request_of(look, colorizer, painter=painter)
    small = prepared.composition(photo, size_px=(200, 150), bit_depth=8).whole().astype(int)
    large = prepared.composition(photo, bit_depth=8).whole()
    shrunk = large.reshape(150, 4, 200, 4, 3).mean(axis=(1, 3))
    assert np.abs(small - shrunk).mean() < 2


def test_another_amount_of_paint_does_not_run_the_network_again(
    photo: Photo, look: Edit, colorizer: Colorizer, painter: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs, real = [], painter.paint

    def paint(tile: Floats, cancel: CancelToken | None = None) -> Floats:
        runs.append(tile.shape)
        return real(tile, cancel)

    monkeypatch.setattr(painter, "paint", paint)
    photo = Photo(None, photo.gray[::-1])  # which no other test has had painted
    prepared = request_of(look, colorizer, painter=painter)
    prepared.composition(photo)
    first = len(runs)
    assert first > 1
    for paint_share in (0.2, 0.9):
        request_of(with_paint(look, paint=paint_share), colorizer, painter=painter).composition(photo)
    prepared.composition(photo, size_px=(100, 75))
    assert len(runs) == first
    request_of(with_paint(look, brush=0.5), colorizer, painter=painter).composition(photo)
    assert len(runs) > first


def test_a_tiny_photograph_is_painted_too(look: Edit, colorizer: Colorizer, painter: Painter) -> None:
    photo = Photo(None, np.full((3, 2), 100, np.uint8))
    prepared = request_of(with_paint(look, paint=0.5), colorizer, painter=painter)
    assert prepared.composition(photo).whole().shape == (3, 2, 3)


@stopwatch
def test_painting_is_called_off_within_half_a_second(
    look: Edit, colorizer: Colorizer, painter: Painter, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = Photo(None, np.random.default_rng(2).integers(0, 256, (3000, 4000), dtype=np.uint8))
    token, called_off_s = CancelToken(), []
    real = painter.paint

    def paint(tile: Floats, cancel: CancelToken | None = None) -> Floats:
        called_off_s.append(time.perf_counter())
        token.cancel()
        return real(tile, cancel)

    monkeypatch.setattr(painter, "paint", paint)
    prepared = request_of(with_paint(look, brush=0.1), colorizer, painter=painter)
    with pytest.raises(Cancelled):
        prepared.composition(photo, cancel=token)
    assert time.perf_counter() - called_off_s[0] < allowed_s(0.5)
    assert len(called_off_s) == 1


def test_a_painter_that_is_not_at_hand_is_told(photo: Photo, look: Edit, colorizer: Colorizer) -> None:
    with pytest.raises(ModelNotFoundError, match="paints over"):
        request_of(look, colorizer).composition(photo)


def test_edit_and_look_keep_the_paint(
    rust: Preset, look: Edit, colorizer: Colorizer, painter: Painter
) -> None:
    edit = Edit(Blend.of(rust), repaint=look.repaint)
    assert edit_from_json(edit_to_json(edit)) == edit
    assert edit.carried().repaint == look.repaint
    assert "repaint" not in edit_to_json(replace(edit, repaint=None))
    prepared = request_of(look, colorizer, painter=painter)
    written = prepared.look
    data = look_to_json(written)
    assert data["format"] == 2
    told = replace(edit_of("Rust", rust.embedding), repaint=look.repaint)
    assert look_from_json(data) == replace(written, edit=told)
    assert dict(written.models)[painter.model.name] == painter.model.sha256
    written.check_model(painter.model)
    keys = {
        result_key(replace(prepared, edit=each), 90)
        for each in (
            look,
            with_paint(look, brush=0.5),
            with_paint(look, paint=0.5),
            replace(look, repaint=None),
        )
    }
    assert len(keys) == 4


@pytest.mark.parametrize(
    ("field", "value"), [("brush", 0.01), ("brush", "x"), ("paint", 2), ("painter", ""), ("grain", 1)]
)
def test_paint_that_makes_no_sense_is_told(rust: Preset, look: Edit, field: str, value: object) -> None:
    data = edit_to_json(Edit(Blend.of(rust), repaint=look.repaint))
    data["repaint"][field] = value
    with pytest.raises(PARSE_ERRORS):
        edit_from_json(data)


def test_without_paint_nothing_is_different(
    photo: Photo, look: Edit, colorizer: Colorizer, rust: Preset
) -> None:
    plain = replace(look, repaint=None)
    result = request_of(plain, colorizer).composition(photo).whole()
    chroma = colorizer.predict(photo, rust.vector)
    assert np.array_equal(result, compose(photo, chroma, Adjustments()))
