"""All work ends within half a second of being cancelled, and leaves nothing behind."""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import Composition, compose
from tests.support.timing import allowed_s, stopwatch

HALF_A_SECOND = 0.5
pytestmark = stopwatch


def end_s(work: Callable[[CancelToken], object], after_s: float) -> float:
    """How long `work` goes on after it was cancelled; a machine that has done it by then is asked sooner."""
    for halvings in range(10):
        token, called_off_s = CancelToken(), [0.0]

        def call_off(token: CancelToken = token, called_off_s: list[float] = called_off_s) -> None:
            called_off_s[0] = time.perf_counter()
            token.cancel()

        timer = threading.Timer(after_s / 2**halvings, call_off)
        timer.start()
        try:
            work(token)
        except Cancelled:
            return time.perf_counter() - called_off_s[0]
        finally:
            timer.join()
    raise AssertionError("it does not listen")


@pytest.fixture(scope="module")
def large() -> Photo:
    return Photo(None, np.random.default_rng(3).integers(0, 256, (8000, 9000), dtype=np.uint8))


@pytest.fixture(scope="module")
def chroma() -> Chroma:
    ab = np.random.default_rng(4).normal(0, 30, (2, 64, 72)).astype(np.float32)
    return Chroma(ab, np.concatenate([ab, ab]), ab[0])


@pytest.mark.parametrize("bit_depth", [8, 16])
def test_composing_ends(large: Photo, chroma: Chroma, bit_depth: int) -> None:
    def work(token: CancelToken) -> None:
        compose(large, chroma, Adjustments(), bit_depth=bit_depth, cancel=token)

    assert end_s(work, 0.1) < allowed_s(HALF_A_SECOND)


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
def test_saving_ends_while_it_composes(large: Photo, chroma: Chroma, suffix: str, tmp_path: Path) -> None:
    composition = Composition(large, chroma, Adjustments())
    path = tmp_path / f"result{suffix}"
    assert end_s(lambda token: save_picture(composition, path, large, cancel=token), 0.2) < allowed_s(
        HALF_A_SECOND
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_reading_ends(large: Photo, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"large{suffix}"
    options: dict[str, Any] = {"compress_level": 1} if suffix == ".png" else {"quality": 90}
    Image.fromarray(large.gray).save(path, **options)
    assert end_s(lambda token: read_photo(path, cancel=token), 0.05) < allowed_s(HALF_A_SECOND)


def test_a_branch_is_called_off_by_itself_or_with_the_whole() -> None:
    whole = CancelToken()
    alone, other = whole.branch(), whole.branch()
    alone.cancel()
    assert (alone.cancelled, other.cancelled, whole.cancelled) == (True, False, False)
    whole.cancel()
    assert other.cancelled
    assert whole.branch().cancelled
