"""From a recipe's network settings to the network."""

from torch import nn

from train.core.config import NetworkConfig, RecipeError
from train.networks.auto import UNetAutoNetwork
from train.networks.auto_pretrained import PretrainedAutoNetwork
from train.networks.base import TransferNetwork
from train.networks.learned import LearnedStyleNetwork
from train.networks.palette import PaletteNetwork
from train.networks.palette_pretrained import PretrainedPaletteNetwork
from train.networks.repaint import RepaintNetwork
from train.networks.statistics_guess import CellHead, GuessNetwork


def build_any_network(config: NetworkConfig) -> TransferNetwork | RepaintNetwork:
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
    if config.kind == "auto":
        return UNetAutoNetwork(config.widths, config.dropout)
    if config.kind == "guess":
        cells = CellHead(config.widths[0], config.temperature, config.rarity) if config.cells else None
        return GuessNetwork(config.widths, config.table_steps, config.learned, config.dropout, cells)
    if config.kind == "auto_pretrained":
        return PretrainedAutoNetwork(
            config.widths, config.temperature, config.rarity, tune_encoder=config.tune_encoder
        )
    if config.kind == "palette_pretrained":
        return PretrainedPaletteNetwork(
            config.widths,
            config.residual_widths,
            config.style_widths,
            table_steps=config.table_steps,
            slots=config.slots,
            learned=config.learned,
            temperature=config.temperature,
            rarity=config.rarity,
            dropout=config.dropout,
            tune_natural=config.tune_natural,
        )
    if config.kind == "repaint":
        return RepaintNetwork(
            config.generator, config.widths, config.blocks, config.dropout, config.strokes_px
        )
    raise RecipeError(
        f"recipe: there is no network {config.kind!r}; "
        "there are auto, auto_pretrained, guess, learned, palette, palette_pretrained and repaint"
    )


def transferring(network: nn.Module) -> TransferNetwork:
    """Return the network where it predicts colours; raises RecipeError where it repaints whole pictures."""
    if not isinstance(network, TransferNetwork):
        raise RecipeError(
            "a repaint network predicts no colours for a photograph; choose another kind of network"
        )
    return network


def repainting(network: nn.Module) -> RepaintNetwork:
    """Return the network where it repaints whole pictures; raises RecipeError where it predicts colours."""
    if not isinstance(network, RepaintNetwork):
        raise RecipeError("this network predicts colours and repaints nothing; network.kind must be repaint")
    return network


def build_network(config: NetworkConfig) -> TransferNetwork:
    """Build a network that predicts colours; raises RecipeError for an unknown name and for `repaint`."""
    return transferring(build_any_network(config))
