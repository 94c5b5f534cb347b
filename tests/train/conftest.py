"""Small pictures, small recipes: enough to run every part of the training in seconds."""

from pathlib import Path

import numpy as np
import pytest
import torch
from skimage import data, transform

from train.core.config import Recipe, recipe_from_dict
from train.data.cache import PictureCache

CACHE_PX = 48


@pytest.fixture(autouse=True)
def no_network() -> None:
    """Sockets are allowed here, unlike in the program: processes of one training talk over this machine's own."""


def _pictures() -> list[np.ndarray]:
    coloured = [data.astronaut(), data.coffee(), data.chelsea(), data.rocket()]
    resized = [transform.resize(picture, (CACHE_PX, CACHE_PX), anti_aliasing=True) for picture in coloured]
    return [(picture * 255).round().astype(np.uint8) for picture in resized]


@pytest.fixture(scope="session")
def pictures() -> PictureCache:
    pixels = np.stack(_pictures() * 4)
    return PictureCache(pixels, ["skimage"] * len(pixels))


@pytest.fixture
def recipe() -> Recipe:
    return recipe_from_dict(
        {
            "name": "tiny",
            "bf16": False,
            "compile": False,
            "network": {"widths": [8, 8, 8], "style_widths": [8, 8], "learned": 4},
            "data": {"cache_px": CACHE_PX, "crop_px": 32},
            "loss": {"contour": 0.05},
            "optim": {"pictures": 48, "self_pairs": 4, "foreign_pairs": 4, "warmup_pictures": 8},
        }
    )


@pytest.fixture
def random_backbones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of backbones with random weights, in the files and under the names of the real ones."""
    from train.core import backbones

    models = backbones._import("torchvision.models")
    torch.manual_seed(0)
    for net, network in (("squeeze", models.squeezenet1_1()), ("alex", models.alexnet())):
        state = {f"features.{name}": value for name, value in network.features.state_dict().items()}
        torch.save(state, tmp_path / backbones._WEIGHT_FILES[net])
    monkeypatch.setenv(backbones.WEIGHTS_VARIABLE, str(tmp_path))
    return tmp_path
