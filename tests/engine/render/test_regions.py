"""Regions have their own colours, up to the photograph's edges and not beyond, and travel with edit and look."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.cli.main import main
from desktop.engine.batch.result_key import result_key
from desktop.engine.batch.saving import save_result
from desktop.engine.colour.spaces import hex_to_ab, srgb_to_lab
from desktop.engine.core.errors import DamagedEditError, PresetModelMismatchError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.preset import Preset, make_preset
from desktop.engine.edits.serialization import edit_from_json, edit_to_json, read_edit
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.composition import compose
from desktop.engine.render.regions import chroma_of, left_to_compose, mask_guide, one_colour, region_mask
from desktop.engine.store.look_xmp import look_from_json, look_to_json, read_look
from tests.support.edits import edit_of, request_of

LEFT_HALF = tuple(Stroke(((x, 0.0), (x, 1.0)), 0.14, 0.3) for x in (0.02, 0.12, 0.22, 0.32, 0.42, 0.44))


@pytest.fixture
def photo() -> Photo:
    """Dark to the left, bright to the right; far larger than the grid of masks."""
    grain = np.random.default_rng(2).normal(0, 2.0, (1400, 2100))
    values = np.where(np.arange(2100) < 1050, 90, 170) + grain
    return Photo(None, np.clip(np.rint(values), 0, 255).astype(np.uint8))


@pytest.fixture
def red(colorizer: Colorizer) -> Preset:
    return make_preset(colorizer, np.full((40, 40, 3), (220, 40, 30), np.uint8), "Red")


@pytest.fixture
def blue(colorizer: Colorizer) -> Preset:
    return make_preset(colorizer, np.full((40, 40, 3), (30, 60, 220), np.uint8), "Blue")


def coloured(
    colorizer: Colorizer,
    photo: Photo,
    preset: Preset,
    adjustments: Adjustments,
    regions: tuple[PaintedRegion, ...] = (),
) -> Chroma:
    """The photograph's chroma under a preset."""
    return chroma_of(lambda _model: colorizer, photo, Blend.of(preset).mixture, adjustments, regions)


def chroma_map(
    colorizer: Colorizer,
    photo: Photo,
    preset: Preset,
    regions: tuple[PaintedRegion, ...],
    amount: float = 1.0,
) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """(H, W, 2) a*, b* of the full-size result."""
    adjustments = Adjustments(amount=amount)
    chroma = coloured(colorizer, photo, preset, adjustments, regions)
    rgb = compose(photo, chroma, left_to_compose(adjustments, regions))
    return srgb_to_lab(rgb.astype(np.float32) / 255)[..., 1:]


def test_a_region_has_its_own_colours_up_to_the_edge_without_a_halo(
    colorizer: Colorizer, photo: Photo, red: Preset, blue: Preset
) -> None:
    region = PaintedRegion(LEFT_HALF, Blend.of(red))
    mixed = chroma_map(colorizer, photo, blue, (region,))
    all_red, all_blue = (chroma_map(colorizer, photo, preset, ()) for preset in (red, blue))
    rows = slice(300, 1100)
    apart = np.abs(all_red[rows] - all_blue[rows]).sum(axis=-1).mean()
    for columns, expected in ((slice(200, 1042), all_red), (slice(1058, 1900), all_blue)):
        off = np.abs(mixed[rows, columns] - expected[rows, columns]).sum(axis=-1)
        assert off.mean() < 0.05 * apart
        assert np.percentile(off.mean(axis=0), 99) < 0.2 * apart  # nor any column beside the edge


def test_grey_photograph_with_one_coloured_region(colorizer: Colorizer, photo: Photo, red: Preset) -> None:
    mixed = chroma_map(colorizer, photo, red, (PaintedRegion(LEFT_HALF),), amount=0.0)
    assert np.abs(mixed[300:1100, 1200:]).mean() < 0.5
    assert np.abs(mixed[300:1100, 200:900]).mean() > 3.0


def test_amount_of_a_region_is_its_own(colorizer: Colorizer, photo: Photo, red: Preset) -> None:
    half = chroma_map(colorizer, photo, red, (PaintedRegion(LEFT_HALF, amount=0.5),))
    whole = chroma_map(colorizer, photo, red, ())
    inside, outside = np.s_[300:1100, 200:900], np.s_[300:1100, 1200:1900]
    assert np.abs(half[inside]).mean() == pytest.approx(0.5 * np.abs(whole[inside]).mean(), rel=0.1)
    assert np.abs(half[outside] - whole[outside]).mean() < 0.5


def test_inverted_and_hidden_regions(colorizer: Colorizer, photo: Photo, red: Preset, blue: Preset) -> None:
    guide, region = mask_guide(photo), PaintedRegion(LEFT_HALF, Blend.of(red))
    assert guide.shape == (341, 512)
    inverted = replace(region, inverted=True)
    assert np.array_equal(region_mask(guide, inverted), 1 - region_mask(guide, region))
    everything = PaintedRegion(inverted=True)
    assert region_mask(guide, everything).min() == 1.0
    hidden = replace(region, visible=False)
    plain = coloured(colorizer, photo, blue, Adjustments(amount=0.7))
    assert coloured(colorizer, photo, blue, Adjustments(amount=0.7), (hidden,)) is plain
    assert left_to_compose(Adjustments(amount=0.7), (hidden,)).amount == 0.7


def test_asked_again_nothing_is_mixed_anew(
    colorizer: Colorizer, photo: Photo, red: Preset, blue: Preset
) -> None:
    regions = (PaintedRegion(LEFT_HALF, Blend.of(red)),)
    first = coloured(colorizer, photo, blue, Adjustments(), regions)
    assert coloured(colorizer, photo, blue, Adjustments(), regions) is first


def test_a_colour_for_a_place_keeps_to_its_edges_and_to_the_photographs_lightness(
    colorizer: Colorizer, red: Preset
) -> None:
    """A green coat in front of a bright wall: the dab reaches over the wall, the colour does not."""
    grain = np.random.default_rng(2).normal(0, 2, (300, 400))
    gray = np.clip(np.where(np.arange(400) < 200, 90, 190) + grain, 0, 255)
    photo = Photo(None, np.rint(gray).astype(np.uint8))
    green = hex_to_ab("#3f7a3a")
    region = PaintedRegion((Stroke(((0.4, 0.5),), 0.2),), colour=green)
    request = request_of(Edit(Blend.of(red), regions=(region,)), colorizer)
    result, plain = (
        srgb_to_lab(request_of(edit, colorizer).composition(photo).whole() / np.float32(255))
        for edit in (request.edit, replace(request.edit, regions=()))
    )
    coat, wall = np.s_[130:170, 150:190], np.s_[130:170, 212:240]
    assert np.abs(result[coat][..., 1:].mean(axis=(0, 1)) - green).max() < 3
    assert np.abs(result[wall] - plain[wall]).mean() < 2
    assert np.abs(result[..., 0] - plain[..., 0]).max() < 0.5
    half = replace(region, amount=0.5)
    paler = request_of(replace(request.edit, regions=(half,)), colorizer).composition(photo).whole()
    shown = srgb_to_lab(paler / np.float32(255))[coat][..., 1:].mean(axis=(0, 1))
    assert np.abs(shown - np.array(green) / 2).max() < 3


def test_a_colour_leaves_paper_and_ink_neutral() -> None:
    guide = np.array([[0.0, 0.5, 1.0]], np.float32)
    black, middle, white = one_colour(guide, (40.0, -20.0))[:, 0].T
    assert middle == pytest.approx((40.0, -20.0))
    assert not black.any()
    assert white == pytest.approx((0, 0), abs=1e-3)


@pytest.mark.parametrize("colour", [[1], "green", [500, 0], [1, None], [1, 2, 3]])
def test_a_colour_that_makes_no_sense_is_told(red: Preset, colour: object) -> None:
    data = edit_to_json(Edit(Blend.of(red), regions=(PaintedRegion(LEFT_HALF, colour=(1.0, 2.0)),)))
    data["regions"][0]["colour"] = colour
    with pytest.raises(DamagedEditError):
        read_edit(data)


def test_a_region_has_presets_or_a_colour(red: Preset) -> None:
    with pytest.raises(ValueError, match="not both"):
        PaintedRegion(LEFT_HALF, Blend.of(red), colour=(1.0, 2.0))
    edit = Edit(Blend.of(red), regions=(PaintedRegion(LEFT_HALF, colour=(1.0, 2.0)),))
    chosen = edit.with_region_preset(0, red).regions[0]
    assert (chosen.blend, chosen.colour) == (Blend.of(red), None)


def test_region_of_another_model_is_refused(colorizer: Colorizer, photo: Photo, red: Preset) -> None:
    foreign = replace(red, encoder_sha256="0" * 64)
    with pytest.raises(PresetModelMismatchError):
        coloured(colorizer, photo, red, Adjustments(), (PaintedRegion(LEFT_HALF, Blend.of(foreign)),))


def test_edit_and_look_keep_regions(colorizer: Colorizer, red: Preset) -> None:
    regions = (
        PaintedRegion(LEFT_HALF, Blend.of(red), 0.4, inverted=True, visible=False),
        PaintedRegion((Stroke(((0.12345, 1 / 3),), 0.05, 0.0, erase=True),)),
        PaintedRegion(LEFT_HALF, colour=(-31.25, 12.5)),
    )
    edit = Edit(Blend.of(red), regions=regions)
    assert edit_from_json(json.loads(json.dumps(edit_to_json(edit)))) == edit
    look = request_of(replace(edit_of("Red", red.embedding), regions=regions), colorizer).look
    assert look_from_json(json.loads(json.dumps(look_to_json(look)))) == look
    assert "regions" not in look_to_json(replace(look, edit=replace(look.edit, regions=())))


@pytest.mark.parametrize(
    ("field", "value"),
    [("points", [1]), ("points", "far"), ("radius", -1), ("erase", 1), ("feather", None)],
)
def test_strokes_that_make_no_sense_are_told(red: Preset, field: str, value: object) -> None:
    data = edit_to_json(Edit(Blend.of(red), regions=(PaintedRegion(LEFT_HALF),)))
    data["regions"][0]["strokes"][0][field] = value
    with pytest.raises(DamagedEditError):
        read_edit(data)


def test_a_result_tells_its_regions_and_like_repeats_them(
    colorizer: Colorizer, photo: Photo, red: Preset, blue: Preset, tmp_path: Path
) -> None:
    source = tmp_path / "photo.png"
    Image.fromarray(photo.gray).save(source)
    regions = (PaintedRegion(LEFT_HALF, Blend.of(red)), PaintedRegion(LEFT_HALF[:1], colour=(-40.0, 20.0)))
    look = Edit(Blend.of(blue), regions=regions)
    first = tmp_path / "first.png"
    save_result(request_of(look, colorizer), read_photo(source), first)
    assert read_look(first).edit.regions == regions
    second = tmp_path / "second.png"
    assert main(["colorize", str(source), "--like", str(first), "-o", str(second)]) == 0
    with Image.open(first) as one, Image.open(second) as other:
        assert np.array_equal(np.asarray(one), np.asarray(other))
    keys = {result_key(request_of(replace(look, regions=each), colorizer), 90) for each in (regions, ())}
    assert len(keys) == 2
