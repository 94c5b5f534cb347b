"""The training loop: from a recipe and caches of pictures to a checkpoint and its curves."""

import math
import time
from collections.abc import Callable
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel
from tqdm import tqdm

from train.batches import Batch, Batcher, PictureStore, step_generator
from train.cache import PictureCache
from train.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from train.config import OptimConfig, Recipe, RecipeError
from train.curves import Curves
from train.distributed import Place, mean_over_processes
from train.losses import Objective, style_apart
from train.networks.factory import build_network
from train.networks.transfer import TransferNetwork
from train.precision import has_native_bf16
from train.weights import load_weights

CHECKPOINT_NAME = "checkpoint.pt"
_CURVE_EVERY_STEPS = 50


def learning_rate(config: OptimConfig, step: int) -> float:
    """Warm-up, plateau, then a cool-down of 1 - sqrt shape (Haegele et al., 2024).

    The plateau lets a run be lengthened or cut short by changing `pictures` and resuming.
    """
    warmup = max(1.0, config.warmup_pictures / config.batch)
    cooldown = max(1.0, config.cooldown * config.steps)
    remaining = max(0.0, config.steps - step)
    falling = 1.0 - math.sqrt(1.0 - min(1.0, remaining / cooldown))
    return config.learning_rate * min(1.0, (step + 1) / warmup) * falling


def is_style_turn(config: OptimConfig, step: int) -> bool:
    """Whether a step belongs to the style term alone: the last of every `alternate + 1`."""
    return config.alternate > 0 and step % (config.alternate + 1) == config.alternate


class Trainer(nn.Module):
    """The network and its objective as one module, so that one wrapper shares the gradients of both."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.bf16 = recipe.bf16
        self.network: TransferNetwork = build_network(recipe.network)
        together, alone = style_apart(recipe.loss) if recipe.optim.alternate else (recipe.loss, None)
        self.objective = Objective(together, self.network.feature_channels)
        self.style_objective = Objective(alone, self.network.feature_channels) if alone else None

    def forward(self, batch: Batch, random: torch.Generator, style_turn: bool = False) -> dict[str, Tensor]:
        """Return the terms of the objective on a batch; on a style turn, those of the style objective."""
        objective = self.style_objective if style_turn else self.objective
        assert objective is not None
        with torch.autocast(batch.target.device.type, torch.bfloat16, enabled=self.bf16):
            prediction = self.network(batch.seen, batch.reference)
            terms: dict[str, Tensor] = objective(prediction, batch, random, self.network.embed)
        return terms

    def trained_state(self) -> dict[str, Tensor]:
        """State without the frozen backbones."""
        trained = {name for name, parameter in self.named_parameters() if parameter.requires_grad}
        return {name: value for name, value in self.state_dict().items() if name in trained}


def _optimizer(trainer: Trainer, config: OptimConfig) -> torch.optim.AdamW:
    trained = [parameter for parameter in trainer.parameters() if parameter.requires_grad]
    groups = [
        {"params": [p for p in trained if p.ndim > 1], "weight_decay": config.weight_decay},
        {"params": [p for p in trained if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=config.learning_rate, betas=(0.9, 0.99))


@torch.no_grad()
def _update_average(ema: dict[str, Tensor], network: nn.Module, decay: float, step: int) -> None:
    # Early on a long memory would hold the random start.
    decay = min(decay, (1.0 + step) / (10.0 + step))
    state = network.state_dict()
    averaged = list(ema.values())
    torch._foreach_lerp_(averaged, [state[name].detach() for name in ema], 1.0 - decay)


class Run:
    """One training run: set up or resumed in a folder, then driven step by step."""

    def __init__(
        self, recipe: Recipe, folder: Path, photos: PictureCache, paintings: PictureCache, place: Place
    ) -> None:
        self.recipe, self.folder, self.place = recipe, folder, place
        torch.manual_seed(recipe.seed)
        self.trainer = Trainer(recipe).to(place.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.trainer.bf16 = recipe.bf16 and has_native_bf16(place.device)
        self.network = self.trainer.network
        self.optimizer = _optimizer(self.trainer, recipe.optim)
        self.style_optimizer = _optimizer(self.trainer, recipe.optim) if recipe.optim.alternate else None
        self.ema = {name: value.detach().clone() for name, value in self.network.state_dict().items()}
        self.step = 0
        store = PictureStore(photos.pixels, place.device)
        self.batcher = Batcher(
            recipe, store, PictureStore(paintings.pixels, place.device), place.rank, place.world
        )

    @property
    def checkpoint_path(self) -> Path:
        """Where the run's state is kept."""
        return self.folder / CHECKPOINT_NAME

    def start_from(self, weights: Path) -> None:
        """Take the network's weights, and nothing else, from a model folder or another run's checkpoint.

        Raises:
            RecipeError: the weights belong to a network of another shape.
        """
        network, recipe, _ = load_weights(weights)
        if recipe.network != self.recipe.network:
            raise RecipeError(f"{weights} is of another network: {recipe.network}")
        self.network.load_state_dict(network.state_dict())
        self.ema = {name: value.detach().clone() for name, value in self.network.state_dict().items()}

    def resume(self) -> bool:
        """Take up the folder's checkpoint; returns whether there was one.

        Raises:
            RecipeError: the checkpoint is of another network.
        """
        if not self.checkpoint_path.exists():
            return False
        saved = load_checkpoint(self.checkpoint_path, self.place.device)
        if saved.recipe.network != self.recipe.network:
            raise RecipeError(f"{self.checkpoint_path} is of another network; choose another --out")
        self.trainer.load_state_dict(saved.trainer, strict=False)
        self.optimizer.load_state_dict(saved.optimizer)
        if self.style_optimizer is not None and saved.style_optimizer is not None:
            self.style_optimizer.load_state_dict(saved.style_optimizer)
        self.ema, self.step = saved.ema, saved.step
        return True

    def save(self) -> None:
        """Write the checkpoint (leading process only)."""
        if self.place.leads:
            state = Checkpoint(
                self.recipe,
                self.step,
                self.trainer.trained_state(),
                self.ema,
                self.optimizer.state_dict(),
                self.style_optimizer.state_dict() if self.style_optimizer else None,
            )
            save_checkpoint(self.checkpoint_path, state)

    def _take_step(self, module: nn.Module) -> dict[str, float]:
        optim = self.recipe.optim
        batch = self.batcher.batch(self.step)
        style_turn = is_style_turn(optim, self.step)
        optimizer = self.style_optimizer if style_turn else self.optimizer
        assert optimizer is not None
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(optim, self.step)
        # Dropout draws from the global generator, which a resume must find in the same place.
        torch.manual_seed(self.recipe.seed * 1_000_003 + self.step)
        terms = module(batch, step_generator(self.recipe.seed + 1, self.step), style_turn)
        optimizer.zero_grad(set_to_none=True)
        terms["total"].backward()
        norm = nn.utils.clip_grad_norm_(module.parameters(), optim.clip_norm)
        optimizer.step()
        _update_average(self.ema, self.network, optim.ema_decay, self.step)
        self.step += 1
        if style_turn:
            # Its total is another sum than that of the other steps.
            return {"style": float(terms["style"].detach())}
        return {name: float(value.detach()) for name, value in terms.items()} | {"gradient_norm": float(norm)}

    def averaged_network(self) -> TransferNetwork:
        """Return a copy of the network with the averaged weights, on the CPU, where everything is judged."""
        network = build_network(self.recipe.network)
        network.load_state_dict(self.ema)
        return network.eval()

    def train(self, on_checkpoint: Callable[["Run"], None] | None = None) -> None:
        """Train to the end of the recipe, with checkpoints on the way.

        Args:
            on_checkpoint: called on the leading process after every checkpoint.
        """
        if self.recipe.compile:
            self.network.compile()
        module: nn.Module = self.trainer.train()
        if self.place.world > 1:
            module = DistributedDataParallel(module)
        batch, steps = self.recipe.optim.batch, self.recipe.optim.steps
        curves = Curves(self.folder, self.step, batch) if self.place.leads else None
        saved_at = time.monotonic()
        bar = tqdm(total=steps * batch, initial=self.step * batch, unit=" pictures", disable=curves is None)
        while self.step < steps:
            values = mean_over_processes(self._take_step(module), self.place)
            bar.update(batch)
            if curves is not None:
                curves.add(values)
                if self.step % _CURVE_EVERY_STEPS == 0 or self.step == steps:
                    row = curves.write(
                        self.step, {"learning_rate": learning_rate(self.recipe.optim, self.step - 1)}
                    )
                    bar.set_postfix(total=f"{row['total']:.3f}", refresh=False)
            if time.monotonic() - saved_at > self.recipe.checkpoint_every_s or self.step == steps:
                self.save()
                if on_checkpoint is not None and self.place.leads:
                    on_checkpoint(self)
                saved_at = time.monotonic()
        bar.close()
