"""Edits of another model become edits of the one at hand, by the names of their presets, or stay as they are."""

from dataclasses import replace

import pytest

from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.migration import Migration, migrate
from desktop.engine.edits.natural import natural_preset
from desktop.engine.edits.preset import Preset
from desktop.engine.edits.stroke import Stroke
from desktop.engine.inference.model_kinds import STYLE_ENCODER
from desktop.engine.inference.model_registry import Model

OLD = Preset("Rust", "older", "cd" * 32, (9.0,) * 32, ("#102030",))
NATURAL = natural_preset("auto")


@pytest.fixture
def present(tiny_model: Model) -> dict[str, Preset]:
    """What the presets are now, by name."""
    sha256 = tiny_model.graphs[STYLE_ENCODER].sha256
    rust = Preset("Rust", tiny_model.name, sha256, (1.0,) * 32, ("#102030",))
    return {"Rust": rust, "Moss": replace(rust, name="Moss", embedding=(2.0,) * 32), "Stale": OLD}


def test_an_edit_of_this_model_is_left_alone(tiny_model: Model, present: dict[str, Preset]) -> None:
    edit = Edit(Blend.of(replace(present["Rust"], embedding=(5.0,) * 32)))
    assert migrate(edit, tiny_model, present.get) == Migration(edit)
    for other in (Edit(), Edit(Blend.of(NATURAL))):
        assert migrate(other, tiny_model, present.get) == Migration(other)


def test_presets_give_way_to_those_of_their_names(tiny_model: Model, present: dict[str, Preset]) -> None:
    blend = Blend((Corner(OLD, 0.25), Corner(replace(OLD, name="Moss"), 0.5), Corner(NATURAL, 0.25)))
    region = PaintedRegion((Stroke(((0.5, 0.5),), 0.1),), Blend.of(OLD), amount=0.5)
    found = migrate(Edit(blend, Adjustments(warmth=0.5), (region,)), tiny_model, present.get)
    corners = (Corner(present["Rust"], 0.25), Corner(present["Moss"], 0.5), Corner(NATURAL, 0.25))
    replacement = replace(region, blend=Blend.of(present["Rust"]))
    assert found == Migration(Edit(Blend(corners), Adjustments(warmth=0.5), (replacement,)), replaced=True)


def test_a_shift_means_nothing_to_another_encoder(tiny_model: Model, present: dict[str, Preset]) -> None:
    found = migrate(Edit(replace(Blend.of(OLD), shift=(0.5,) * 32)), tiny_model, present.get)
    assert found == Migration(Edit(Blend.of(present["Rust"])), replaced=True, unshifted=True)


@pytest.mark.parametrize("name", ["Gone", "Stale"])
def test_a_blend_with_one_without_an_heir_stays(
    tiny_model: Model, present: dict[str, Preset], name: str
) -> None:
    edit = Edit(Blend((Corner(OLD, 0.5), Corner(replace(OLD, name=name), 0.5)), (0.5,) * 32))
    assert migrate(edit, tiny_model, present.get) == Migration(edit)
