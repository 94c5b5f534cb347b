"""From a recipe's network settings to the network."""

from train.config import NetworkConfig, RecipeError
from train.networks.learned import LearnedStyleNetwork
from train.networks.palette import PaletteNetwork
from train.networks.transfer import TransferNetwork


def build_network(config: NetworkConfig) -> TransferNetwork:
    """Build the network named by `config.kind`; raises RecipeError for an unknown name."""
    if config.kind == "palette":
        return PaletteNetwork(
            config.widths, config.style_widths, config.table_steps, config.learned, config.dropout
        )
    if config.kind == "learned":
        return LearnedStyleNetwork(
            config.widths,
            config.style_widths,
            config.learned,
            config.dropout,
            lab=config.lab,
            squash=config.squash,
        )
    raise RecipeError(f"recipe: there is no network {config.kind!r}; there are learned and palette")
