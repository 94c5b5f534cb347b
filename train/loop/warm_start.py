"""What a new run begins with: the weights of a like network, or a palette model's under its average embedding."""

from pathlib import Path

from torch import nn

from train.core.config import NetworkConfig, RecipeError
from train.data.cache import PictureCache
from train.evaluation.latents import average_embedding
from train.evaluation.sheets import pick, spread_out
from train.networks.auto_pretrained import PretrainedAutoNetwork
from train.networks.palette import PaletteNetwork
from train.networks.palette_pretrained import PretrainedPaletteNetwork
from train.networks.statistics_guess import GuessNetwork
from train.networks.weights import load_any_weights

_AVERAGED = 1024


def start_network(network: nn.Module, config: NetworkConfig, weights: Path, photos: PictureCache) -> None:
    """Give a network the weights of a model folder or of another run's checkpoint.

    A `guess` network also takes those of a palette network of the same widths, whose average embedding of photographs
    it then begins with, and those of a `guess` network that makes its colours in another way. A `palette_pretrained`
    network takes its natural colours from an `auto_pretrained` one.

    Args:
        network: built from `config`.
        config: which network it is.
        weights: where they lie.
        photos: the training photographs.

    Raises:
        RecipeError: the weights belong to a network of another shape.
    """
    other, recipe, _ = load_any_weights(weights)
    if config.fits(recipe.network):
        network.load_state_dict(other.state_dict())
        return
    if isinstance(network, PretrainedPaletteNetwork) and isinstance(other, PretrainedAutoNetwork):
        network.begin_as(other)
        return
    if not isinstance(network, GuessNetwork) or _shape(recipe.network) != _shape(config):
        raise RecipeError(f"{weights} is of another network: {recipe.network}")
    if isinstance(other, PaletteNetwork):
        some = pick(photos, spread_out(photos, _AVERAGED))
        network.begin_as(other, average_embedding(other, some, recipe.data.cache_px))
    elif isinstance(other, GuessNetwork):
        own = network.state_dict()
        network.load_state_dict(
            own | {name: value for name, value in other.state_dict().items() if name in own}
        )
    else:
        raise RecipeError(f"{weights} is of another network: {recipe.network}")


def _shape(config: NetworkConfig) -> tuple[tuple[int, ...], int, int]:
    return config.widths, config.table_steps, config.learned
