"""From a recipe's network settings to the network."""

from train.config import NetworkConfig, RecipeError
from train.networks.palette import PaletteNetwork
from train.networks.scarce_rgb import ScarceRGBNetwork
from train.networks.transfer import TransferNetwork


def build_network(config: NetworkConfig) -> TransferNetwork:
    """Build the network named by `config.kind`; raises RecipeError for an unknown name."""
    if config.kind == "palette":
        return PaletteNetwork(
            config.widths, config.style_widths, config.table_steps, config.learned, config.dropout
        )
    if config.kind == "scarce_rgb":
        return ScarceRGBNetwork(config.widths, config.style_widths, config.learned, config.dropout)
    raise RecipeError(f"recipe: there is no network {config.kind!r}; there are palette and scarce_rgb")
