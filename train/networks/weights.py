"""Shipped weights: half precision, with the recipe they came from, to judge and to train on from."""

import json
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn

from train.core.config import Recipe, kept_recipe
from train.networks.base import TransferNetwork
from train.networks.checkpoint import load_checkpoint
from train.networks.factory import build_any_network, transferring
from train.networks.repaint import RepaintNetwork

WEIGHTS_NAME = "weights.safetensors"


def save_weights(path: Path, network: nn.Module, recipe: Recipe, step: int) -> None:
    """Write the network's weights in fp16 safetensors; recipe and step go into the header."""
    state = {name: value.detach().half().contiguous() for name, value in network.state_dict().items()}
    save_file(state, path, {"recipe": json.dumps(recipe.as_dict()), "step": str(step)})


def as_published(network: nn.Module) -> None:
    """Round the weights of a network, in place, to what `save_weights` keeps of them."""
    network.load_state_dict(
        {name: value.half().to(value.dtype) for name, value in network.state_dict().items()}
    )


def load_any_weights(source: Path) -> tuple[TransferNetwork | RepaintNetwork, Recipe, int]:
    """Load a network, ready for evaluation, from a checkpoint's average, a model folder, or a safetensors file.

    Returns:
        The network, its recipe, and the steps it was trained for.

    Raises:
        OSError: there is no such file.
    """
    if source.suffix == ".pt":
        checkpoint = load_checkpoint(source)
        recipe, step, state = checkpoint.recipe, checkpoint.step, checkpoint.ema
    else:
        file = source / WEIGHTS_NAME if source.is_dir() else source
        with safe_open(file, framework="pt") as content:
            header = content.metadata()
            state = {name: content.get_tensor(name).to(torch.float32) for name in content.keys()}  # noqa: SIM118
        recipe, step = kept_recipe(json.loads(header["recipe"])), int(header["step"])
    network = build_any_network(recipe.network)
    network.load_state_dict(state)
    return network.eval(), recipe, step


def load_weights(source: Path) -> tuple[TransferNetwork, Recipe, int]:
    """Load a network that predicts colours, as `load_any_weights` does.

    Raises:
        OSError: there is no such file.
        RecipeError: the network repaints whole pictures.
    """
    network, recipe, step = load_any_weights(source)
    return transferring(network), recipe, step
