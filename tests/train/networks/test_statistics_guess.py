"""The network that guesses its embedding, and the colours that are made of a distribution."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from train.core.config import NetworkConfig, Recipe, RecipeError
from train.data.cache import PictureCache
from train.data.colour_rebalancing import gamut_centres
from train.evaluation.latents import average_embedding, embeddings_of
from train.loop.warm_start import start_network
from train.networks.factory import build_network
from train.networks.palette import PaletteNetwork
from train.networks.statistics_guess import CellHead, GuessNetwork
from train.networks.weights import save_weights

WIDTHS = (8, 8, 16)
PALETTE = NetworkConfig(widths=WIDTHS, style_widths=(8, 8), learned=4)
GUESS = NetworkConfig(kind="guess", widths=WIDTHS, learned=4)
CELLS = NetworkConfig(kind="guess", widths=WIDTHS, learned=4, cells=True, temperature=1.0)


def _stirred(network: torch.nn.Module) -> None:
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_((parameter + torch.randn_like(parameter) * 0.1).half().float())


@pytest.fixture
def palette(tmp_path: Path) -> tuple[PaletteNetwork, Path]:
    torch.manual_seed(0)
    network = build_network(PALETTE)
    assert isinstance(network, PaletteNetwork)
    _stirred(network)
    path = tmp_path / "palette.safetensors"
    save_weights(path, network, Recipe(network=PALETTE), 1)
    return network.eval(), path


def _started(config: NetworkConfig, weights: Path, photos: PictureCache) -> GuessNetwork:
    network = build_network(config)
    assert isinstance(network, GuessNetwork)
    start_network(network, config, weights, photos)
    return network.eval()


def _lightness() -> Tensor:
    return torch.rand(3, 1, 32, 48, generator=torch.Generator().manual_seed(1)) * 100


def test_it_begins_as_the_palette_model_under_the_average_embedding(
    palette: tuple[PaletteNetwork, Path], pictures: PictureCache
) -> None:
    network = _started(GUESS, palette[1], pictures)
    average = average_embedding(palette[0], pictures, 144)
    assert torch.allclose(network.average, embeddings_of(palette[0], pictures, 144).mean(dim=0), atol=1e-5)
    with torch.no_grad():
        expected = palette[0].predict(_lightness(), average.expand(3, -1)).ab
        own = network.colour(_lightness())
    assert expected.std() > 1
    assert torch.allclose(own, expected, atol=1e-3)


def test_what_it_guesses_is_of_the_photo_at_hand(
    palette: tuple[PaletteNetwork, Path], pictures: PictureCache
) -> None:
    network = _started(GUESS, palette[1], pictures)
    before = network.colour(_lightness()).detach()
    _stirred(network.guess)
    with torch.no_grad():
        after = network.colour(_lightness())
        alone = network.colour(_lightness()[1:2])
    assert (after - before).abs().mean() > 0.1
    assert torch.allclose(alone, after[1:2], atol=1e-3)


def test_a_distribution_begins_where_the_one_colour_was(
    palette: tuple[PaletteNetwork, Path], pictures: PictureCache, tmp_path: Path
) -> None:
    network = _started(GUESS, palette[1], pictures)
    path = tmp_path / "guess.safetensors"
    save_weights(path, network, Recipe(network=GUESS), 1)
    with torch.no_grad():
        expected, own = (start.colour(_lightness()) for start in (network, _started(CELLS, path, pictures)))
    # Beyond what sRGB can show there are no cells; within, the mean of the distribution is that colour.
    near = torch.linalg.vector_norm(expected, dim=1) < 20
    assert near.any()
    difference = torch.linalg.vector_norm(expected - own, dim=1)[near]
    assert float(difference.max()) < 5


def test_another_shape_is_refused(palette: tuple[PaletteNetwork, Path], pictures: PictureCache) -> None:
    config = NetworkConfig(kind="guess", widths=(8, 8, 8), learned=4)
    with pytest.raises(RecipeError, match="another network"):
        start_network(build_network(config), config, palette[1], pictures)
    unet = NetworkConfig(kind="auto", widths=WIDTHS)
    with pytest.raises(RecipeError, match="another network"):
        start_network(build_network(unet), unet, palette[1], pictures)


def _two_colours(head: CellHead, first: tuple[float, float], second: tuple[float, float]) -> Tensor:
    """Logits of a distribution that has 60 % at one cell and 40 % at another."""
    logits = torch.full((1, len(head.centres), 1, 1), -30.0)
    for place, share in ((first, 0.6), (second, 0.4)):
        (cell,) = (head.centres == torch.tensor(place)).all(dim=1).nonzero().flatten().tolist()
        logits[0, cell] = float(np.log(share))
    return logits


def test_temperature_leads_from_the_mean_to_the_likeliest_colour() -> None:
    grey, blue = (0.0, 0.0), (0.0, -40.0)
    of_blue = []
    for temperature in (1.0, 0.38, 0.05):
        head = CellHead(4, temperature, 0.0)
        of_blue.append(float(head.colour(_two_colours(head, grey, blue))[0, 1, 0, 0]) / -40)
    assert of_blue[0] == pytest.approx(0.4, abs=1e-4)
    ratio = (0.6 / 0.4) ** (1 / 0.38)
    assert of_blue[1] == pytest.approx(1 / (1 + ratio), abs=1e-4)
    assert of_blue[2] < 0.01


def test_rare_colours_are_preferred_by_the_power_of_their_weight() -> None:
    head = CellHead(4, 1.0, 0.5)
    logits = _two_colours(head, (0.0, 0.0), (0.0, -40.0))
    with torch.no_grad():
        head.weights[(head.centres == torch.tensor((0.0, -40.0))).all(dim=1)] = 9.0
    share = float(head.colour(logits)[0, 1, 0, 0]) / -40
    assert share == pytest.approx(3 * 0.4 / (3 * 0.4 + 0.6), abs=1e-4)


def test_the_centres_are_those_of_srgb() -> None:
    centres = gamut_centres()
    assert centres.shape == (261, 2)
    assert [0.0, 0.0] in centres.tolist()
    assert centres.abs().max() <= 110
