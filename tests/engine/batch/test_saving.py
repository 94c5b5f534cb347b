"""One photograph's result, made and saved; every way of saving gives the same."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch import saving
from desktop.engine.batch.saving import save_result
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    Cancelled,
    OutputFormatError,
    SaveOverOriginalError,
    TooLittleMemoryError,
)
from desktop.engine.decode.reader import read_photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.pipeline import RenderRequest
from tests.engine import pictures
from tests.support.edits import edit_of, request_of

LOOK = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))


def test_a_photograph_becomes_a_coloured_one(colorizer: Colorizer, photo_file: Path, tmp_path: Path) -> None:
    result = save_result(request_of(LOOK, colorizer), read_photo(photo_file), tmp_path / "out.png")
    assert result == tmp_path / "out.png"
    with Image.open(result) as image:
        rgb = np.asarray(image).astype(int)
    assert rgb.shape == (90, 120, 3)
    assert (rgb[..., 0] - rgb[..., 2]).mean() > 30  # reddish, as the embedding says


@pytest.mark.parametrize(("suffix", "mode"), [(".png", np.uint16), (".jpg", np.uint8)])
def test_depth_is_the_photographs_where_the_format_has_it(
    colorizer: Colorizer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str, mode: type
) -> None:
    source = pictures.deep_png(tmp_path / "deep.png", pictures.deep_ramp())
    seen: list[np.dtype[np.generic]] = []
    real = saving.save_picture
    monkeypatch.setattr(
        saving, "save_picture", lambda rgb, *a, **k: (seen.append(rgb.dtype), real(rgb, *a, **k))
    )
    save_result(request_of(LOOK, colorizer), read_photo(source), tmp_path / f"out{suffix}")
    assert seen == [np.dtype(mode)]


def test_a_fault_or_calling_off_leaves_no_file(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path
) -> None:
    before = set(tmp_path.iterdir())
    prepared, photo = request_of(LOOK, colorizer), read_photo(photo_file)
    with pytest.raises(OutputFormatError):
        save_result(prepared, photo, tmp_path / "out.xyz")
    with pytest.raises(SaveOverOriginalError):
        save_result(prepared, photo, photo_file)
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        save_result(prepared, photo, tmp_path / "out.png", cancel=token)
    assert set(tmp_path.iterdir()) == before


def test_too_little_memory_is_told_of(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(RenderRequest, "composition", fail)
    with pytest.raises(TooLittleMemoryError, match="make it smaller"):
        save_result(request_of(LOOK, colorizer), read_photo(photo_file), tmp_path / "out.png")
