"""The training loop: from a recipe and caches of pictures to a checkpoint and its curves."""

import math
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn.parallel import DistributedDataParallel
from tqdm import tqdm

from train.core.config import OptimConfig, Recipe, RecipeError
from train.core.distributed import Place, mean_over_processes
from train.core.precision import has_native_bf16
from train.data.batches import Batch, Batcher, PictureStore, step_generator
from train.data.cache import PictureCache
from train.loop.curves import Curves
from train.loop.warm_start import start_network
from train.networks.checkpoint import Checkpoint, load_checkpoint, save_checkpoint
from train.networks.factory import build_any_network
from train.objectives.base import Trainer
from train.objectives.registry import build_trainer

CHECKPOINT_NAME = "checkpoint.pt"
_CURVE_EVERY_STEPS = 50


def learning_rate(config: OptimConfig, step: int) -> float:
    """Warm-up, plateau, then a cool-down of 1 - sqrt shape (Haegele et al., 2024) or straight to zero.

    The plateau lets a run be lengthened or cut short by changing `pictures` and resuming.
    """
    warmup = max(1.0, config.warmup_pictures / config.batch)
    cooldown = max(1.0, config.cooldown * config.steps)
    left = min(1.0, max(0.0, config.steps - step) / cooldown)
    falling = left if config.decay == "linear" else 1.0 - math.sqrt(1.0 - left)
    return config.learning_rate * min(1.0, (step + 1) / warmup) * falling


def _optimizer(
    parameters: Sequence[nn.Parameter], tuned: Sequence[nn.Parameter], config: OptimConfig
) -> torch.optim.AdamW:
    apart = {id(parameter) for parameter in tuned}
    groups = [
        {
            "params": [p for p in parameters if (p.ndim > 1) == decays and (id(p) in apart) == slow],
            "weight_decay": config.weight_decay if decays else 0.0,
            "rate": config.encoder_rate if slow else 1.0,
        }
        for slow in (False, True)
        for decays in (True, False)
    ]
    groups = [group for group in groups if group["params"]]
    first, second = config.betas
    return torch.optim.AdamW(groups, lr=config.learning_rate, betas=(first, second))


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
        self.recipe, self.folder, self.photos, self.place = recipe, folder, photos, place
        torch.manual_seed(recipe.seed)
        trainer = build_trainer(recipe, photos)
        self.trainer: Trainer = trainer.to(place.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.trainer.bf16 = recipe.bf16 and has_native_bf16(place.device)
        self.network = self.trainer.network
        self.optimizers = {
            name: _optimizer(self.trainer.owned(name), self.trainer.tuned(), recipe.optim)
            for name in self.trainer.owners()
        }
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
        start_network(self.network, self.recipe.network, weights, self.photos)
        self.ema = {name: value.detach().clone() for name, value in self.network.state_dict().items()}

    def resume(self) -> bool:
        """Take up the folder's checkpoint; returns whether there was one.

        Raises:
            RecipeError: the checkpoint is of another network or of another objective.
        """
        if not self.checkpoint_path.exists():
            return False
        saved = load_checkpoint(self.checkpoint_path, self.place.device)
        if (
            not self.recipe.network.fits(saved.recipe.network)
            or saved.recipe.objective != self.recipe.objective
        ):
            raise RecipeError(f"{self.checkpoint_path} is of another network; choose another --out")
        self.trainer.load_state_dict(saved.trainer, strict=False)
        for name, optimizer in self.optimizers.items():
            if name in saved.optimizers:
                optimizer.load_state_dict(saved.optimizers[name])
        self.ema, self.step = saved.ema, saved.step
        return True

    def save(self) -> None:
        """Write the checkpoint (leading process only)."""
        if self.place.leads:
            state = Checkpoint(
                self.recipe,
                self.step,
                self.trainer.kept_state(),
                self.ema,
                {name: optimizer.state_dict() for name, optimizer in self.optimizers.items()},
            )
            save_checkpoint(self.checkpoint_path, state)

    def _take_step(self, module: nn.Module) -> dict[str, float]:
        batch = self.batcher.batch(self.step)
        # Dropout draws from the global generator, which a resume must find in the same place.
        torch.manual_seed(self.recipe.seed * 1_000_003 + self.step)
        random = step_generator(self.recipe.seed + 1, self.step)
        values: dict[str, float] = {}
        for turn in self.trainer.turns(self.step):
            values |= self._take_turn(module, turn, batch, random)
        _update_average(self.ema, self.network, self.recipe.optim.ema_decay, self.step)
        self.step += 1
        return values

    def _take_turn(
        self, module: nn.Module, turn: str, batch: Batch, random: torch.Generator
    ) -> dict[str, float]:
        optim, optimizer = self.recipe.optim, self.optimizers[turn]
        for group in optimizer.param_groups:
            group["lr"] = group.get("rate", 1.0) * learning_rate(optim, self.step)
        terms = module(batch, random, turn)
        optimizer.zero_grad(set_to_none=True)
        terms["total"].backward()
        norm = nn.utils.clip_grad_norm_(self.trainer.owned(turn), optim.clip_norm or math.inf)
        optimizer.step()
        values = {name: float(value.detach()) for name, value in terms.items()}
        if turn == next(iter(self.optimizers)):
            return values | {"gradient_norm": float(norm)}
        # Its total is another sum than that of the leading turn.
        del values["total"]
        return values

    def averaged_network(self) -> nn.Module:
        """Return a copy of the network with the averaged weights, on the CPU, where everything is judged."""
        network = build_any_network(self.recipe.network)
        network.load_state_dict(self.ema)
        return network.eval()

    def train(self, on_checkpoint: Callable[["Run"], None] | None = None) -> None:
        """Train to the end of the recipe, with checkpoints on the way.

        Args:
            on_checkpoint: called on the leading process after every checkpoint.
        """
        if self.recipe.compile:
            for part in self.trainer.compiled():
                part.compile()
        module: nn.Module = self.trainer.train()
        if self.place.world > 1:
            # What one turn trains the others leave alone; each process remembers its own answers.
            module = DistributedDataParallel(
                module, broadcast_buffers=False, find_unused_parameters=len(self.optimizers) > 1
            )
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
