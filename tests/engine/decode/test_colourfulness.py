"""Colours are told from a tint."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from skimage import data

from desktop.engine.decode.colourfulness import COLOURED, colourfulness, has_colours


def saved(path: Path, values: NDArray[np.uint8]) -> Path:
    Image.fromarray(values).save(path)
    return path


def sepia(gray: NDArray[np.uint8]) -> NDArray[np.uint8]:
    share = gray[..., None] / 255
    return (255 * share ** np.array([0.8, 1.0, 1.35])).astype(np.uint8)


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_grey_and_sepia_have_no_colours_and_a_colour_photograph_has(tmp_path: Path, suffix: str) -> None:
    camera = data.camera()
    assert colourfulness(saved(tmp_path / f"gray{suffix}", camera)) == 0
    assert colourfulness(saved(tmp_path / f"sepia{suffix}", sepia(camera))) < COLOURED / 2
    for name in ("astronaut", "coffee", "chelsea"):
        assert has_colours(saved(tmp_path / f"{name}{suffix}", getattr(data, name)()))
