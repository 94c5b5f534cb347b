"""Measures what users wait for at the screen: another preset, a slider, a closer look, the start."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.stages import embeddings
from benchmarks.timing import median_s
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.resize import fit_within
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import Model
from desktop.engine.render.composition import RGBX, Region, compose

SCREEN_PX = (1920, 1080)
SEED = 22  # other embeddings than those the stages left in the cache
WINDOW_CODE = """
from desktop.ui.main_window.application import make_application, make_window
application = make_application([])
window = make_window([])
application.processEvents()
"""


def measure_waiting(colorizer: Colorizer, path: Path, rounds: int) -> dict[str, float]:
    """Seconds until a screen of 1920 x 1080 shows the photograph in `path` anew."""
    photo, fresh = read_photo(path), embeddings(colorizer, SEED)
    screen_px = fit_within(photo.width_px, photo.height_px, SCREEN_PX)
    embedding = fresh()
    chroma = colorizer.predict(photo, embedding)
    width, height = min(SCREEN_PX[0], photo.width_px), min(SCREEN_PX[1], photo.height_px)
    middle = Region((photo.width_px - width) // 2, (photo.height_px - height) // 2, width, height)
    amounts = iter([number % 1000 / 1000 for number in range(1, 1_000_000)])
    waits: dict[str, Callable[[], object]] = {
        "another preset, with the network": lambda: compose(
            photo,
            colorizer.predict(photo, fresh()),
            Adjustments(),
            size_px=screen_px,
            bit_depth=8,
            channels=RGBX,
        ),
        "another preset, cached": lambda: compose(
            photo,
            colorizer.predict(photo, embedding),
            Adjustments(),
            size_px=screen_px,
            bit_depth=8,
            channels=RGBX,
        ),
        "slider move": lambda: compose(
            photo, chroma, Adjustments(next(amounts)), size_px=screen_px, bit_depth=8, channels=RGBX
        ),
        "closer look at 1:1": lambda: compose(
            photo, chroma, Adjustments(), region=middle, bit_depth=8, channels=RGBX
        ),
    }
    return {name: median_s(wait, rounds) for name, wait in waits.items()}


def measure_start(model: Model, provider: str, rounds: int) -> dict[str, float]:
    """Seconds until the program is there: in processes of their own, and the networks in this one."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)

    starts: dict[str, Callable[[], object]] = {
        "start of the command line": lambda: run("-m", "desktop", "--version"),
        "start of the window": lambda: run("-c", WINDOW_CODE),
        "networks loaded and tried": lambda: Colorizer(model, provider).start_style_encoder(),
    }
    return {name: median_s(start, rounds) for name, start in starts.items()}
