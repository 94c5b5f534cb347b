"""What the exported models of the tests are: their names and cards, and networks with weights that ship unchanged."""

import dataclasses
from typing import TypeVar

import torch
from torch import nn

from export.manifest import ModelIdentity
from export.model_card import CardTexts

AnyNetwork = TypeVar("AnyNetwork", bound=nn.Module)

IDENTITY = ModelIdentity(
    name="tiny",
    version="0.1",
    title="Tiny",
    kind="palette",
    description="A network for tests.",
    training_data="None.",
    working_size_px=64,
    style_size_px=48,
)
AUTO_IDENTITY = dataclasses.replace(IDENTITY, name="guess", title="Guess", kind="auto", style_size_px=64)
REPAINT_IDENTITY = dataclasses.replace(IDENTITY, name="brush", title="Brush", kind="repaint", style_size_px=0)

TEXTS = CardTexts(history="In no time.", failures="* It knows nothing.")


def stirred(network: AnyNetwork) -> AnyNetwork:
    """The network in evaluation mode, with random numbers added to weights that would else be all alike.

    The weights are representable in half precision, so that what is shipped is exactly these.
    """
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.copy_((parameter + torch.randn_like(parameter) * 0.05).half().float())
    return network.eval()
