"""Checkpoints: everything a run needs to go on as if it had never stopped, written whole or not at all."""

import os
from pathlib import Path
from typing import Any, NamedTuple

import torch
from torch import Tensor

from train.core.config import Recipe, kept_recipe


class Checkpoint(NamedTuple):
    """State of a run after `step` steps.

    Attributes:
        recipe: as it was when the checkpoint was written.
        step: steps taken.
        trainer: state dict of the network and of what is trained or remembered beside it.
        ema: state dict of the network's averaged weights.
        optimizers: each optimiser's own state, by its name.
    """

    recipe: Recipe
    step: int
    trainer: dict[str, Tensor]
    ema: dict[str, Tensor]
    optimizers: dict[str, dict[str, Any]]


def save_checkpoint(path: Path, checkpoint: Checkpoint) -> None:
    """Write to a temporary name, flush to the disk, rename: a kill at any moment leaves a whole checkpoint."""
    temporary = path.with_suffix(".tmp")
    content = checkpoint._asdict() | {"recipe": checkpoint.recipe.as_dict()}
    with temporary.open("wb") as file:
        torch.save(content, file)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def load_checkpoint(path: Path, device: torch.device | str = "cpu") -> Checkpoint:
    """Read a checkpoint; only tensors and plain values are unpickled."""
    content = torch.load(path, map_location=device, weights_only=True)
    if "optimizer" in content:
        # Written before a run could have any number of optimisers.
        elder = {"colour": content.pop("optimizer"), "style": content.pop("style_optimizer", None)}
        content["optimizers"] = {name: state for name, state in elder.items() if state is not None}
    return Checkpoint(**(content | {"recipe": kept_recipe(content["recipe"])}))
