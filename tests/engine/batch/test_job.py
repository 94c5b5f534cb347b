"""From file to file."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import job
from desktop.engine.batch.job import colorize_file
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, PictureNotFoundError, TooLittleMemoryError
from desktop.engine.edits.look import Look
from desktop.engine.inference.colorizer import Colorizer
from tests.engine import pictures

LOOK = Look("palette", "Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))


def test_a_photograph_becomes_a_coloured_one(colorizer: Colorizer, photo_file: Path, tmp_path: Path) -> None:
    result = colorize_file(colorizer, photo_file, tmp_path / "out.png", LOOK)
    assert (result.width_px, result.height_px, result.output) == (120, 90, tmp_path / "out.png")
    assert set(result.elapsed_s) == {"read", "predict", "compose", "write"}
    with Image.open(result.output) as image:
        rgb = np.asarray(image).astype(int)
    assert rgb.shape == (90, 120, 3)
    assert (rgb[..., 0] - rgb[..., 2]).mean() > 30  # reddish, as the embedding says


@pytest.mark.parametrize(("suffix", "mode"), [(".png", np.uint16), (".jpg", np.uint8)])
def test_depth_is_the_photographs_where_the_format_has_it(
    colorizer: Colorizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, mode: type
) -> None:
    source = pictures.deep_png(tmp_path / "deep.png", pictures.deep_ramp())
    seen: list[np.dtype[np.generic]] = []
    real = job.save_picture
    monkeypatch.setattr(
        job, "save_picture", lambda rgb, *a, **k: (seen.append(rgb.dtype), real(rgb, *a, **k))
    )
    colorize_file(colorizer, source, tmp_path / f"out{suffix}", LOOK)
    assert seen == [np.dtype(mode)]


def test_a_fault_or_calling_off_leaves_no_file(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    with pytest.raises(PictureNotFoundError):
        colorize_file(colorizer, tmp_path / "nowhere.png", tmp_path / "out.png", LOOK)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        colorize_file(colorizer, photo_file, tmp_path / "out.png", LOOK, cancel=token)
    assert set(tmp_path.iterdir()) == before


def test_too_little_memory_is_told_of(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(job, "composition", fail)
    with pytest.raises(TooLittleMemoryError, match="make it smaller"):
        colorize_file(colorizer, photo_file, tmp_path / "out.png", LOOK)
