"""The shipped models colour films steadily: where the light stays, the colours change no more than true ones do."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.grayscale import gray_from_rgb
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.preset_library import PresetLibrary
from desktop.engine.video.colouring import FrameColourist
from tests.support.edits import edit_of, request_of
from tests.support.films import moving_crops

MOVES = {"astronaut": (2, 1), "coffee": (3, 0), "chelsea": (1, 2), "rocket": (2, 0)}
UNCHANGED_L = 0.5


def flicker(frames: Sequence[NDArray[np.uint8]]) -> float:
    """Mean change of a* and b* from frame to frame, over all places whose L* does not change."""
    labs = [srgb_to_lab(frame.astype(np.float32) / np.float32(255)) for frame in frames]
    changes = []
    for one, other in pairwise(labs):
        same = np.abs(one[..., 0] - other[..., 0]) < UNCHANGED_L
        changes.append(np.linalg.norm((one - other)[..., 1:], axis=-1)[same])
    return float(np.concatenate(changes).mean())


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("model", ["auto", "palette"])
def test_a_film_flickers_no_more_than_true_colours(model: str, name: str) -> None:
    preset = PresetLibrary().get("Water Lilies")
    edit = edit_of("", preset.embedding if model == "palette" else (), model=model)
    colourist = FrameColourist(request_of(edit, Colorizer(load_model(model), "cpu")), OutputOptions())
    true = moving_crops(name, 8, step=MOVES[name])
    made = [colourist.compose(colourist.tint(to_8_bits(gray_from_rgb(frame)))) for frame in true]
    assert flicker(made) <= 1.2 * flicker(true)
    colourful = [
        np.linalg.norm(srgb_to_lab(frame / np.float32(255))[..., 1:], axis=-1).mean() for frame in made
    ]
    assert min(colourful) > 3  # a grey film does not flicker either
