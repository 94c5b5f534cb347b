"""The parts of the commands `evaluate` and `gallery` that are for painters."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from train.core.config import Recipe
from train.data.cache import PictureCache, open_cache
from train.evaluation.judging_options import write_scores
from train.evaluation.perception import Perception
from train.evaluation.repaint import ALEX, SQUEEZE, evaluate_repaint
from train.evaluation.repaint_report import repaint_markdown
from train.evaluation.sheets import one_by_source, painted_sheet, pick, spread_out
from train.networks.factory import repainting
from train.networks.repaint import RepaintNetwork
from train.networks.weights import load_any_weights

_ACROSS = 2
Loaded = tuple[RepaintNetwork, Recipe, int]


def load_painters(models: Mapping[str, Path]) -> dict[str, Loaded]:
    """Load models of kind `repaint`; {} when there is none.

    Raises:
        OSError: there is no such file.
        RecipeError: only some are painters, and nothing compares these with the others.
    """
    loaded = {name: load_any_weights(source) for name, source in models.items()}
    if not any(isinstance(network, RepaintNetwork) for network, _, _ in loaded.values()):
        return {}
    return {name: (repainting(network), recipe, step) for name, (network, recipe, step) in loaded.items()}


def _open(arguments: argparse.Namespace, sources: tuple[str, ...], size_px: int) -> PictureCache:
    return open_cache(sources, arguments.data, arguments.cache, size_px, getattr(arguments, "limit", 0))


def _perceptions(arguments: argparse.Namespace) -> dict[str, Perception]:
    """The backbones of the distances: that of the goal, and one that no painter was trained with."""
    if arguments.no_lpips:
        return {}
    found: dict[str, Perception] = {}
    for name, net in ((SQUEEZE, "squeeze"), (ALEX, "alex")):
        try:
            found[name] = Perception(net)
        except OSError as error:
            print(
                f"a Fréchet distance is left out, since its {net} backbone cannot be loaded ({error}); "
                "TINTYPE_BACKBONES names a folder that holds it",
                file=sys.stderr,
            )
    return found


def evaluate_painters(arguments: argparse.Namespace, loaded: Mapping[str, Loaded]) -> None:
    """Score painters of one group of paintings; what is not named comes from the recipe of the first.

    That is: the held-out paintings of its group, and the size at which it saw pictures while it trained, because
    paintings have brushwork at their own size only.
    """
    _, recipe, _ = next(iter(loaded.values()))
    size_px = arguments.size_px or recipe.data.cache_px
    group = (arguments.paintings,) if arguments.paintings else recipe.data.validation_paintings
    photos = _open(arguments, (arguments.photos,), size_px)
    networks = {name: network for name, (network, _, _) in loaded.items()}
    result = evaluate_repaint(networks, photos, _open(arguments, group, size_px), _perceptions(arguments))
    result["pictures"] |= {"size_px": size_px, "group": list(group)}
    for name, (_, own, step) in loaded.items():
        result["models"][name] |= {"recipe": own.name, "pictures": step * own.optim.batch}
    text = repaint_markdown(result)
    print(text)
    if arguments.out:
        write_scores(arguments.out, result, text)


def gallery_of_painter(arguments: argparse.Namespace, painter: Loaded) -> None:
    """Lay photographs out beside what a painter makes of them, and what is left of them on the way back."""
    network, recipe, _ = painter
    photos = _open(arguments, (arguments.photos,), arguments.size_px or recipe.data.cache_px)
    rows = one_by_source if arguments.by_collection else spread_out
    sheet = painted_sheet(network, pick(photos, rows(photos, arguments.rows)), _ACROSS)
    out: Path = arguments.out
    out.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(out)
