"""The shipped models colour films quickly enough, and steadily: where the light stays, colours change no more than
true ones do. `python3 run.py test tests/shipped/test_shipped_films.py -rP` prints the figures of the README.
"""

import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.imaging.grayscale import gray_from_rgb
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import load_model
from desktop.engine.store.preset_library import PresetLibrary
from desktop.engine.video.colouring import FrameColourist
from tests.support.command_line import run
from tests.support.edits import edit_of, request_of
from tests.support.films import moving_crops, write_film
from tests.support.timing import allowed_s, stopwatch

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
    ratio = flicker(made) / flicker(true)
    print(f"{model}, {name}: flicker {ratio:.2f} times that of the true colours")
    assert ratio <= 1.2
    colourful = [
        np.linalg.norm(srgb_to_lab(frame / np.float32(255))[..., 1:], axis=-1).mean() for frame in made
    ]
    assert min(colourful) > 3  # a grey film does not flicker either


@stopwatch
def test_two_cores_colour_ten_frames_of_720p_a_second(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = np.asarray(Image.fromarray(data.coffee()).convert("L").resize((1920, 1280)))
    grain = np.random.default_rng(1)
    count = 50
    frames = (
        np.clip(
            wide[10 + 5 * number :][:720, 20 + 8 * number :][:, :1280] + grain.normal(0, 3, (720, 1280)),
            0,
            255,
        )
        for number in range(count)
    )
    film = write_film(tmp_path / "film.mp4", (frame.astype(np.uint8) for frame in frames))
    start_s = time.process_time()
    code, _, messages = run(capsys, "colorize", film, "--model", "auto", "-o", tmp_path / "coloured.mp4")
    assert code == 0, messages
    # What all threads compute, encoding included, for however many cores the test has: two may take 0.1 s each.
    each_s = (time.process_time() - start_s) / count
    print(
        f"a frame of 720p takes {each_s:.3f} s of the processor's time: {2 / each_s:.0f} a second on two cores"
    )
    assert each_s <= allowed_s(0.2)
