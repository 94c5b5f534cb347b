"""The palette objective: a photograph in a reference's colours, by the weighted sum of `train.losses`."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from train.core.config import OptimConfig, Recipe
from train.data.batches import Batch
from train.data.cache import PictureCache
from train.losses.palette import Objective, style_apart
from train.networks.factory import build_network
from train.networks.palette_pretrained import PretrainedPaletteNetwork
from train.objectives.base import Trainer

COLOUR, STYLE = "colour", "style"


def is_style_turn(config: OptimConfig, step: int) -> bool:
    """Whether a step belongs to the style term alone: the last of every `alternate + 1`."""
    return config.alternate > 0 and step % (config.alternate + 1) == config.alternate


class PaletteTrainer(Trainer):
    """The network and its objective; the style term may take turns with the rest, with an optimiser of its own."""

    def __init__(self, recipe: Recipe, photos: PictureCache) -> None:
        super().__init__(recipe, photos)
        self.network = build_network(recipe.network)
        together, alone = style_apart(recipe.loss) if recipe.optim.alternate else (recipe.loss, None)
        self.objective = Objective(together, self.network.feature_channels)
        self.style_objective = Objective(alone, self.network.feature_channels) if alone else None

    def owners(self) -> dict[str, Sequence[nn.Module]]:
        """Both optimisers train everything."""
        return {COLOUR: (self,), STYLE: (self,)} if self.style_objective else {COLOUR: (self,)}

    def turns(self, step: int) -> tuple[str, ...]:
        """Return the one turn of a step."""
        return (STYLE,) if is_style_turn(self.recipe.optim, step) else (COLOUR,)

    def tuned(self) -> Sequence[nn.Parameter]:
        """Return the parameters of natural colours that a run of their own has trained before."""
        network = self.network
        return list(network.natural.parameters()) if isinstance(network, PretrainedPaletteNetwork) else ()

    def terms(self, turn: str, batch: Batch, random: torch.Generator) -> dict[str, Tensor]:
        """Return the terms of the objective on a batch; on a style turn, those of the style objective."""
        objective = self.style_objective if turn == STYLE else self.objective
        assert objective is not None
        prediction = self.network(batch.seen, batch.reference)
        terms: dict[str, Tensor] = objective(prediction, batch, random, self.network.embed)
        return terms
