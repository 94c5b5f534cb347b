"""Natural colours below those of a painting, mixed small, and whole again at the ends."""

from pathlib import Path

import numpy as np
import pytest

from desktop.engine.batch.result_key import result_key
from desktop.engine.core.errors import ModelNotFoundError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.edits.blend import Blend, Corner
from desktop.engine.edits.edit import Edit, PaintedRegion
from desktop.engine.edits.mixture import Mixture, Natural
from desktop.engine.edits.natural import natural_model, natural_preset
from desktop.engine.edits.preset import Preset, make_preset
from desktop.engine.edits.stroke import Stroke
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import load_model, read_manifest
from desktop.engine.render.composition import compose
from desktop.engine.render.prediction import on_grid, predicted
from desktop.engine.render.regions import chroma_of
from tests.support.edits import request_of
from tests.support.tiny_models import write_auto


@pytest.fixture
def photo() -> Photo:
    rows, columns = np.mgrid[0:300, 0:400]
    return Photo(None, ((columns / 2 + 40 * np.sin(rows / 17)) % 256).astype(np.uint8))


@pytest.fixture
def natural(tiny_auto_dir: Path) -> Colorizer:
    return Colorizer(read_manifest(tiny_auto_dir), "cpu")


@pytest.fixture
def red(colorizer: Colorizer) -> Preset:
    return make_preset(colorizer, np.full((40, 40, 3), (220, 40, 30), np.uint8), "Red")


class Both:
    """Both tiny models by name; `asked` tells which were wanted."""

    def __init__(self, colorizer: Colorizer, natural: Colorizer) -> None:
        self._known, self.asked = {"palette": colorizer, natural.model.name: natural}, set[str]()

    def __call__(self, model: str) -> Colorizer:
        self.asked.add(model)
        return self._known[model]


def test_the_mixture_is_the_weighted_mean_of_both(
    photo: Photo, colorizer: Colorizer, natural: Colorizer, red: Preset
) -> None:
    both = Both(colorizer, natural)
    painted = predicted(both, photo, Mixture("palette", red.embedding))
    alone = predicted(both, photo, Mixture("auto", ()))
    mixture = Mixture("palette", red.embedding, Natural("auto", 0.25))
    mixed = predicted(both, photo, mixture)
    np.testing.assert_allclose(mixed.ab, 0.75 * painted.ab + 0.25 * alone.ab, atol=1e-4)
    assert np.abs(alone.ab - painted.ab).mean() > 5
    assert predicted(both, photo, mixture) is mixed


def test_what_has_no_share_is_not_run(
    photo: Photo, colorizer: Colorizer, natural: Colorizer, red: Preset
) -> None:
    for weight, model in ((1.0, "palette"), (0.0, "auto")):
        both = Both(colorizer, natural)
        blend = Blend((Corner(red, weight), Corner(natural_preset("auto"), 1 - weight)))
        chroma_of(both, photo, blend.mixture, Adjustments())
        assert both.asked == {model}


def test_models_of_different_working_sizes_meet_on_the_paintings_grid(
    photo: Photo, colorizer: Colorizer, tmp_path: Path, red: Preset
) -> None:
    fine = Colorizer(read_manifest(write_auto(tmp_path / "auto", working_size_px=128)), "cpu")
    both = Both(colorizer, fine)
    painted = predicted(both, photo, Mixture("palette", red.embedding))
    mixed = predicted(both, photo, Mixture("palette", red.embedding, Natural("auto", 0.5)))
    assert mixed.ab.shape == painted.ab.shape
    below = on_grid(predicted(both, photo, Mixture("auto", ())), painted.guide)
    np.testing.assert_allclose(mixed.ab, (painted.ab + below) / 2, atol=1e-4)
    # The tiny model's colours are linear in the grey, so that the grid does not matter to them.
    expected = np.stack([60 * painted.guide - 20, 50 - 80 * painted.guide])
    assert np.abs(below - expected).mean() < 1


def test_a_region_of_natural_colours_in_a_photograph_of_a_paintings(
    photo: Photo, colorizer: Colorizer, natural: Colorizer, red: Preset
) -> None:
    both = Both(colorizer, natural)
    left = tuple(Stroke(((x, 0.0), (x, 1.0)), 0.12) for x in (0.05, 0.15, 0.25, 0.35))
    region = PaintedRegion(left, Blend.of(natural_preset("auto")))
    look = Edit(Blend.of(red), regions=(region,))
    assert look.colour_models == ("palette", "auto")
    prepared = request_of(look, colorizer, natural)
    mixed = prepared.chroma(photo)
    plain, other = (
        compose(photo, predicted(both, photo, blend.mixture), Adjustments()).astype(int)
        for blend in (Blend.of(red), Blend.of(natural_preset("auto")))
    )
    result = compose(photo, mixed, Adjustments()).astype(int)
    inside, outside = np.s_[60:240, 40:120], np.s_[60:240, 300:380]
    assert np.abs(result[inside] - other[inside]).mean() < 4 < np.abs(result[inside] - plain[inside]).mean()
    assert np.abs(result[outside] - plain[outside]).mean() < 4


def test_every_part_of_a_mixture_makes_another_key(
    colorizer: Colorizer, natural: Colorizer, red: Preset
) -> None:
    plain = Edit(Blend.of(red))
    half, less = (
        Edit(Blend((Corner(red, 1 - share), Corner(natural_preset("auto"), share)))) for share in (0.5, 0.25)
    )
    looks = [
        request_of(plain, colorizer),
        *(request_of(look, colorizer, natural) for look in (half, less)),
    ]
    assert len({result_key(prepared, 90) for prepared in looks}) == 3


def test_the_model_of_natural_colours_is_that_called_so_or_the_first(
    tiny_model_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("desktop.engine.core.paths.shipped_dir", lambda: tmp_path)
    with pytest.raises(ModelNotFoundError, match="install one"):
        natural_model()
    write_auto(tiny_model_dir.parent / "alpine")
    assert natural_model().name == "alpine"
    write_auto(tiny_model_dir.parent / "auto")
    assert natural_model() == load_model("auto")
    assert natural_model("alpine").name == "alpine"
