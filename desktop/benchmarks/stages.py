"""The stages of a photograph's way, each timed alone, and the ways that a person waits for, timed as a whole."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from desktop.engine.colorizer import Colorizer, unit_gray
from desktop.engine.colour import lightness, srgb_decode, srgb_to_lab
from desktop.engine.compose import Adjustments, compose
from desktop.engine.jobs import colorize_file
from desktop.engine.look import Look
from desktop.engine.photo import Photo, RgbArray
from desktop.engine.reading import read_photo
from desktop.engine.resize import fit_within, working_size
from desktop.engine.upsample import guided_coefficients
from desktop.engine.writing import save_picture

SCREEN_PX = (1920, 1080)
SAMPLED_ROWS = 64
SEED = 21


def measure(colorizer: Colorizer, path: Path, folder: Path, rounds: int) -> dict[str, float]:
    """Seconds by stage for the photograph in `path`, and the greatest |Delta L*| of the result.

    Every round predicts with an embedding of its own, so that no cache helps where it would not in life.
    """
    rng = np.random.default_rng(SEED)

    def fresh() -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return rng.normal(0, 0.3, colorizer.model.embedding_size).astype(np.float32)

    photo = read_photo(path)
    screen_px = fit_within(photo.width_px, photo.height_px, SCREEN_PX)
    chroma = colorizer.predict(photo, fresh())
    small = unit_gray(
        photo.gray_at(working_size(photo.width_px, photo.height_px, colorizer.model.working_size_px))
    )
    rgb = compose(photo, chroma, Adjustments())
    look = Look(colorizer.model.name, "benchmark", tuple(map(float, fresh())))

    def preset_change() -> None:
        compose(photo, colorizer.predict(photo, fresh()), Adjustments(), size_px=screen_px, bit_depth=8)

    def whole_save() -> None:
        look_now = Look(look.model, look.preset, tuple(map(float, fresh())))
        colorize_file(colorizer, path, folder / "result.jpg", look_now)

    stages: dict[str, Callable[[], object]] = {
        "read": lambda: read_photo(path),
        "network": lambda: colorizer.predict(photo, fresh()),
        "guided filter": lambda: guided_coefficients(small, chroma.ab),
        "compose at full size": lambda: compose(photo, chroma, Adjustments()),
        "write JPEG": lambda: save_picture(rgb, folder / "result.jpg", photo),
        "preset change on screen (1920 x 1080)": preset_change,
        "slider move on screen": lambda: compose(
            photo, chroma, Adjustments(0.7), size_px=screen_px, bit_depth=8
        ),
        "whole save, file to file": whole_save,
    }
    seconds = {name: _median_s(stage, rounds) for name, stage in stages.items()}
    seconds["network"] -= seconds["guided filter"]  # `predict` is the network and then the filter
    return {**seconds, "greatest change of L*": lightness_error(rgb, photo)}


def lightness_error(rgb: RgbArray, photo: Photo) -> float:
    """Greatest |Delta L*| between result and photograph, over rows spread evenly over the picture."""
    step = max(1, photo.height_px // SAMPLED_ROWS)
    got = srgb_to_lab(unit_gray(rgb[::step]))[..., 0]
    want = lightness(srgb_decode(unit_gray(photo.gray[::step])))
    return float(np.abs(got - want).max())


def _median_s(stage: Callable[[], object], rounds: int) -> float:
    stage()  # once unmeasured: tables and caches of the first time are not the rule
    times_s = []
    for _ in range(rounds):
        start_s = time.perf_counter()
        stage()
        times_s.append(time.perf_counter() - start_s)
    return statistics.median(times_s)
