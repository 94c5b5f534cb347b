"""Weights between those of a model and those of a run that began with them."""

from pathlib import Path

from train.core.config import RecipeError
from train.networks.weights import load_any_weights, save_weights


def average_weights(first: Path, second: Path, share: float, out: Path) -> None:
    """Write `(1 - share) * first + share * second` as safetensors (Wortsman et al., 2022, WiSE-FT).

    Both ends lie in one valley of the objective, so that the way between them trades what each is better at, and is
    often better than the trade would be by the chord.

    Args:
        first: model folder, safetensors file or checkpoint.
        second: the same, of a run that began with the weights of `first`; its recipe is kept, and the steps of both
            are added up.
        share: of the second, in 0..1.
        out: file to write.

    Raises:
        RecipeError: the networks differ, their steps are of other lengths, or the share is out of range.
    """
    if not 0.0 <= share <= 1.0:
        raise RecipeError(f"--share {share} is not between 0 and 1")
    before, before_recipe, before_step = load_any_weights(first)
    after, recipe, step = load_any_weights(second)
    if before_recipe.network != recipe.network:
        raise RecipeError(f"{first} and {second} are of different networks")
    if before_recipe.optim.batch != recipe.optim.batch:
        raise RecipeError(f"{first} and {second} were trained in batches of different lengths")
    state, later = before.state_dict(), after.state_dict()
    after.load_state_dict({name: value.lerp(later[name], share) for name, value in state.items()})
    save_weights(out, after, recipe, before_step + step)
