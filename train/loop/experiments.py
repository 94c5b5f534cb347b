"""Training by recipe: one, or all of `train/recipes/experiments` one after the other."""

from collections.abc import Sequence
from pathlib import Path

from train.core.config import Recipe
from train.core.recipe_files import RECIPES_DIR, load_recipe
from train.loop.train import CHECKPOINT_NAME
from train.networks.checkpoint import load_checkpoint

EXPERIMENTS = "experiments"


def train_recipe(
    recipe: Recipe, folder: Path, data_dir: Path, cache_dir: Path, weights: Path | None = None
) -> None:
    """Train a recipe in a folder, going on from what is there.

    Args:
        recipe: what to train.
        folder: folder of the run, made when missing.
        data_dir: folder of the pictures.
        cache_dir: folder of the decoded pictures.
        weights: model folder or checkpoint that a new run takes its weights from.
    """
    from train.core.distributed import leader_first, training_place
    from train.data.cache import open_cache
    from train.loop.samples import write_look
    from train.loop.train import Run
    from train.loop.validation import append_scores, open_validation

    folder.mkdir(parents=True, exist_ok=True)
    data = recipe.data
    with training_place() as place:
        with leader_first(place):
            photos = open_cache(data.photos, data_dir, cache_dir, data.cache_px, data.limit)
            # Where no reference is asked for, none is drawn.
            paintings = (
                open_cache(data.paintings, data_dir, cache_dir, data.cache_px, data.limit)
                if data.paintings
                else photos
            )
            validation = open_validation(data, data_dir, cache_dir, recipe.objective) if place.leads else None
        run = Run(recipe, folder, photos, paintings, place)
        if not run.resume() and weights:
            run.start_from(weights)

        def look(run: Run) -> None:
            network = run.averaged_network()
            if validation:
                append_scores(folder, run.step * recipe.optim.batch, validation.scores(network))
            write_look(network, photos, paintings, folder, run.step)

        run.train(look)


def is_finished(recipe: Recipe, folder: Path) -> bool:
    """Whether a folder's checkpoint has seen all pictures of the recipe."""
    path = folder / CHECKPOINT_NAME
    return path.exists() and load_checkpoint(path).step >= recipe.optim.steps


def train_experiments(
    out: Path, data_dir: Path, cache_dir: Path, overrides: Sequence[str] = ()
) -> list[Path]:
    """Train every experiment that is not finished yet; returns the folders of all, in the order of their names."""
    folders = []
    for path in sorted((RECIPES_DIR / EXPERIMENTS).glob("*.toml")):
        recipe = load_recipe(str(path), overrides)
        folder = out / path.stem
        if not is_finished(recipe, folder):
            print(f"{recipe.name}: {recipe.optim.pictures} pictures", flush=True)
            train_recipe(recipe, folder, data_dir, cache_dir)
        folders.append(folder)
    return folders
