"""Fixtures for the tests of the export: a tiny palette network, its weights, and its model folder."""

from pathlib import Path

import pytest
import torch
from PIL import Image
from skimage import data
from torch import nn

from export import pipeline
from tests.export.tiny_export import IDENTITY, TEXTS, stirred
from train.core.config import Recipe, recipe_from_dict
from train.networks.base import TransferNetwork
from train.networks.factory import build_network
from train.networks.weights import save_weights


@pytest.fixture(scope="module")
def recipe() -> Recipe:
    return recipe_from_dict({"name": "tiny", "network": {"widths": [8, 8, 8], "style_widths": [8, 8]}})


@pytest.fixture(scope="module")
def network(recipe: Recipe) -> TransferNetwork:
    torch.manual_seed(0)
    return stirred(build_network(recipe.network))


@pytest.fixture(scope="module")
def source(network: nn.Module, recipe: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("weights") / "weights.safetensors"
    save_weights(path, network, recipe, 3)
    return path


@pytest.fixture(scope="module")
def model_dir(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    pictures = [Image.fromarray(data.astronaut()), Image.fromarray(data.coffee())]
    parity = pipeline.export_model(source, folder, IDENTITY, TEXTS, {}, pictures)
    assert parity.pictures >= 4
    assert parity.ab <= 1e-3
    return folder
