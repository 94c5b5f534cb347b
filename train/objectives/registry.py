"""From a recipe to its objective."""

from train.core.config import Recipe
from train.data.cache import PictureCache
from train.objectives.base import Trainer
from train.objectives.cyclegan import CycleGANTrainer
from train.objectives.palette import PaletteTrainer
from train.objectives.pix2pix import Pix2PixTrainer

_TRAINERS: dict[str, type[Trainer]] = {
    "palette": PaletteTrainer,
    "pix2pix": Pix2PixTrainer,
    "cyclegan": CycleGANTrainer,
}


def build_trainer(recipe: Recipe, photos: PictureCache) -> Trainer:
    """Build the networks and the objective that a recipe names."""
    return _TRAINERS[recipe.objective](recipe, photos)
