"""The base class of objectives: what the loop asks of each."""

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn

from train.core.config import Recipe
from train.data.batches import Batch
from train.data.cache import PictureCache


@contextmanager
def _frozen(parameters: Sequence[nn.Parameter]) -> Iterator[None]:
    for parameter in parameters:
        parameter.requires_grad_(False)
    try:
        yield
    finally:
        for parameter in parameters:
            parameter.requires_grad_(True)


class Trainer(nn.Module, ABC):
    """The network and all that is trained beside it as one module, so that one wrapper shares all gradients.

    A step is a row of turns. In each turn one optimiser takes down the `total` of that turn's terms, for the
    parameters that are its own; the others stand still.

    Args:
        recipe: what to train.
        photos: the training photographs, for what an objective has to know of them beforehand.
    """

    network: nn.Module
    """What is averaged, judged and shipped."""
    remembered: tuple[str, ...] = ()
    """Submodules whose buffers belong to the state of a run."""

    def __init__(self, recipe: Recipe, photos: PictureCache) -> None:
        super().__init__()
        del photos
        self.recipe = recipe
        self.bf16 = recipe.bf16

    @abstractmethod
    def owners(self) -> dict[str, Sequence[nn.Module]]:
        """Return the modules that each optimiser trains, by its name; the leading optimiser comes first."""

    @abstractmethod
    def turns(self, step: int, /) -> tuple[str, ...]:
        """Return the optimisers that work in a step, in their order."""

    @abstractmethod
    def terms(self, turn: str, batch: Batch, random: torch.Generator, /) -> dict[str, Tensor]:
        """Return the named terms of a turn; `total` is what its optimiser minimises."""

    def compiled(self) -> Sequence[nn.Module]:
        """Return the modules that are worth compiling."""
        return (self.network,)

    def tuned(self) -> Sequence[nn.Parameter]:
        """Return the parameters that were trained elsewhere before and learn at `optim.encoder_rate`."""
        return ()

    def owned(self, optimizer: str) -> list[nn.Parameter]:
        """Return the parameters that an optimiser trains."""
        own = {id(parameter) for module in self.owners()[optimizer] for parameter in module.parameters()}
        return [value for value in self.parameters() if id(value) in own and value.requires_grad]

    def forward(self, batch: Batch, random: torch.Generator, turn: str) -> dict[str, Tensor]:
        """Return the terms of a turn, where gradients reach the parameters of that turn alone."""
        own = {id(parameter) for parameter in self.owned(turn)}
        others = [value for value in self.parameters() if value.requires_grad and id(value) not in own]
        kind = batch.target.device.type
        with _frozen(others), torch.autocast(kind, torch.bfloat16, enabled=self.bf16):
            return self.terms(turn, batch, random)

    def kept_state(self) -> dict[str, Tensor]:
        """Return the state that a resume needs: the network whole, of the rest what is trained or remembered.

        Also what is frozen in the network, since it may have come from another run; the backbones that objectives look
        through are read anew.
        """
        kept = {f"network.{name}" for name in self.network.state_dict()}
        kept |= {name for name, parameter in self.named_parameters() if parameter.requires_grad}
        kept |= {name for name, _ in self.named_buffers() if name.partition(".")[0] in self.remembered}
        return {name: value for name, value in self.state_dict().items() if name in kept}
