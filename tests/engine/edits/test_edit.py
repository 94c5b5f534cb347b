"""Presets are mixed by weight, and an edit survives being written down."""

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from desktop.engine.core.errors import DamagedEditError, NewerEditError, PresetModelMismatchError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.mixture import Mixture, Natural
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.serialization import edit_to_json, read_edit
from desktop.engine.inference.colorizer import Colorizer

SHA256 = "ab" * 32
OPHELIA = Preset("Ophelia", "palette", SHA256, (0.1, -1.0, 3.0), ("#102030",), painter="Millais")
NIGHT = Preset("The Starry Night", "palette", SHA256.upper(), (0.5, 1.0, -3.0), ("#aabbcc",))
NATURAL = natural_preset("auto")
MIXED = Blend((Corner(OPHELIA, 0.25), Corner(NIGHT, 0.75)))


def test_a_plain_preset_is_itself_to_the_last_bit() -> None:
    blend = Blend.of(OPHELIA)
    assert blend.is_plain
    assert blend.name == "Ophelia"
    assert np.array_equal(blend.vector, OPHELIA.vector)


def test_a_blend_is_the_weighted_mean_and_is_named_by_share() -> None:
    assert MIXED.embedding == pytest.approx((0.4, 0.5, -1.5))
    assert MIXED.name == "The Starry Night + Ophelia"
    assert MIXED.preset == NIGHT
    assert not MIXED.is_plain


def test_a_corner_without_weight_keeps_its_place_but_not_its_name() -> None:
    blend = Blend((Corner(OPHELIA, 1.0), Corner(NIGHT, 0.0)))
    assert blend.presets == (OPHELIA, NIGHT)
    assert blend.name == "Ophelia"
    assert np.array_equal(blend.vector, OPHELIA.vector)


def test_a_shift_is_added_to_the_mix() -> None:
    assert replace(MIXED, shift=(1.0, 0.0, -0.5)).embedding == pytest.approx((1.4, 0.5, -2.0))


@pytest.mark.parametrize(
    ("corners", "shift", "words"),
    [
        ((), (), "1 to 4"),
        ((Corner(OPHELIA, 0.2),) * 5, (), "1 to 4"),
        ((Corner(OPHELIA, 0.5),), (), "sum to 1"),
        ((Corner(OPHELIA, 0.5), Corner(replace(NIGHT, model="auto"), 0.5)), (), "different models"),
        ((Corner(OPHELIA, 0.5), Corner(replace(NIGHT, embedding=(1.0,)), 0.5)), (), "different sizes"),
        ((Corner(OPHELIA),), (1.0, 2.0), "different sizes"),
        ((Corner(OPHELIA),), (1.0, 2.0, float("nan")), "finite"),
        ((Corner(NATURAL),), (1.0,), "no numbers to shift"),
        ((Corner(NATURAL, 0.5), Corner(natural_preset("other"), 0.5)), (), "once at most"),
    ],
)
def test_what_cannot_be_mixed(corners: tuple[Corner, ...], shift: tuple[float, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        Blend(corners, shift)


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan")])
def test_a_weight_is_a_share(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        Corner(OPHELIA, weight)


def test_a_blend_belongs_to_its_presets_model(colorizer: Colorizer) -> None:
    with pytest.raises(PresetModelMismatchError):
        MIXED.check_models(lambda _model: colorizer)


def test_natural_colours_are_mixed_with_what_the_others_make_together() -> None:
    blend = Blend((Corner(OPHELIA, 0.2), Corner(NATURAL, 0.5), Corner(NIGHT, 0.3)), (0.0, 0.5, 0.0))
    assert blend.name == "Natural colours + The Starry Night + Ophelia"
    assert blend.embedding == pytest.approx((0.34, 0.7, -0.6))
    assert blend.mixture == Mixture("palette", blend.embedding, Natural("auto", 0.5))
    assert blend.mixture.models == ("palette", "auto")
    assert blend.painted_preset == NIGHT


@pytest.mark.parametrize("corners", [(Corner(NATURAL),), (Corner(OPHELIA, 0.0), Corner(NATURAL, 1.0))])
def test_natural_colours_alone_take_no_other_model(corners: tuple[Corner, ...]) -> None:
    assert Blend(corners).mixture == Mixture("auto", ())
    assert Blend(corners).name == "Natural colours"
    assert Blend((Corner(NATURAL),)).painted_preset is None


def test_natural_colours_without_a_share_take_no_model() -> None:
    blend = Blend((Corner(OPHELIA, 1.0), Corner(NATURAL, 0.0)))
    assert blend.mixture == Blend.of(OPHELIA).mixture
    assert np.array_equal(blend.vector, OPHELIA.vector)


def test_natural_colours_need_their_own_model(colorizer: Colorizer) -> None:
    with pytest.raises(PresetModelMismatchError, match='need the model "auto"'):
        Blend.of(NATURAL).check_models(lambda _model: colorizer)


def test_renaming_a_preset_renames_it_in_the_blend() -> None:
    renamed = replace(OPHELIA, name="Mine")
    assert Edit(MIXED).renamed("Ophelia", renamed).blend == Blend(
        (Corner(renamed, 0.25), Corner(NIGHT, 0.75))
    )
    assert Edit().renamed("Ophelia", renamed) == Edit()
    regions = (PaintedRegion(blend=Blend.of(OPHELIA)), PaintedRegion())
    assert Edit(regions=regions).renamed("Ophelia", renamed).regions == (
        PaintedRegion(blend=Blend.of(renamed)),
        PaintedRegion(),
    )


@pytest.mark.parametrize(
    "edit",
    [
        Edit(),
        Edit(Blend.of(OPHELIA), Adjustments(amount=0.7)),
        Edit(replace(MIXED, shift=(0.1, 0.2, 1 / 3))),
        Edit(Blend((Corner(OPHELIA, 0.25), Corner(NATURAL, 0.75)))),
        Edit(Blend.of(NATURAL), regions=(PaintedRegion(blend=Blend.of(NATURAL)),)),
    ],
)
def test_an_edit_is_read_back_as_it_was(edit: Edit) -> None:
    assert read_edit(json.loads(json.dumps(edit_to_json(edit)))) == edit


def change(data: dict[str, Any], place: str, value: object) -> dict[str, Any]:
    *way, last = [int(step) if step.isdigit() else step for step in place.split(".")]
    inner: Any = data
    for step in way:
        inner = inner[step]
    inner[last] = value
    return data


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("blend", 3, "fields"),
        ("blend.corners", {}, "not a list"),
        ("blend.corners", [], "1 to 4"),
        ("blend.corners.0.weight", "much", "not a number"),
        ("blend.corners.0.weight", True, "not a number"),
        ("blend.corners.0.weight", 0.9, "sum to 1"),
        ("blend.corners.0.preset", None, "wrong kind"),
        ("blend.shift", [1e400], "not a number"),
        ("adjustments", [], "fields"),
        ("adjustments.amount", 9, "amount"),
    ],
)
def test_what_makes_no_sense_is_refused_in_one_line(place: str, value: object, words: str) -> None:
    with pytest.raises(DamagedEditError, match=words) as caught:
        read_edit(change(edit_to_json(Edit(MIXED)), place, value))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("sparkle", 1),
        ("blend.glue", "uhu"),
        ("adjustments.sparkle", 0.1),
        ("blend.corners.0.preset.format", 2),
    ],
)
def test_what_only_a_newer_program_knows_is_told_as_such(place: str, value: object) -> None:
    with pytest.raises(NewerEditError, match="newer version"):
        read_edit(change(edit_to_json(Edit(MIXED)), place, value))


@pytest.mark.parametrize("data", [None, [], "x", 7, {}])
def test_what_is_no_edit_at_all(data: object) -> None:
    with pytest.raises(DamagedEditError):
        read_edit(data)
