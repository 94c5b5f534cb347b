"""Small networks with a pretrained encoder of random weights, for the tests of both kinds."""

import torch
from torch import nn

from train.core.config import NetworkConfig
from train.networks.auto_pretrained import PretrainedAutoNetwork
from train.networks.factory import build_network
from train.networks.palette_pretrained import PretrainedPaletteNetwork
from train.networks.sliced_transport import DIRECTIONS, LEVELS

WIDTHS = (8, 8, 16, 16)
AUTO = NetworkConfig(kind="auto_pretrained", widths=WIDTHS, temperature=0.6, rarity=0.3)
PALETTE = NetworkConfig(
    kind="palette_pretrained",
    widths=WIDTHS,
    residual_widths=(8, 8, 16),
    style_widths=(8, 8),
    table_steps=4,
    slots=3,
    learned=5,
    temperature=0.6,
    rarity=0.3,
)
EMBEDDING = 2 * 4 + 2 * 3 + DIRECTIONS * LEVELS + 5


def stir(network: nn.Module) -> None:
    """As after some training: no head is zero."""
    random = torch.Generator().manual_seed(3)
    with torch.no_grad():
        for parameter in network.parameters():
            moved = parameter + torch.randn(parameter.shape, generator=random) * 0.05
            parameter.copy_(moved.half().float())


def small_auto() -> PretrainedAutoNetwork:
    torch.manual_seed(0)
    network = build_network(AUTO)
    assert isinstance(network, PretrainedAutoNetwork)
    return network.eval()


def small_palette() -> PretrainedPaletteNetwork:
    torch.manual_seed(0)
    network = build_network(PALETTE)
    assert isinstance(network, PretrainedPaletteNetwork)
    return network.eval()
