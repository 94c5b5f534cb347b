"""From a checkpoint to a model folder, made aside and put in place only when everything agrees."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image

from desktop.engine.inference.model_registry import CARD_NAME, MANIFEST_NAME
from export.kinds.registry import kind_of
from export.manifest import KindError, ModelIdentity, check_scores, write_manifest
from export.model_card import CardTexts, write_model_card
from export.parity import Parity
from train.networks.weights import WEIGHTS_NAME, as_published, load_any_weights, save_weights

KNOWN = (CARD_NAME, MANIFEST_NAME, WEIGHTS_NAME)


def export_model(
    source: Path,
    folder: Path,
    identity: ModelIdentity,
    texts: CardTexts,
    scores: Mapping[str, Any],
    pictures: Iterable[Image.Image],
) -> Parity:
    """Export the averaged weights of a checkpoint (or of an exported model) to `folder`, replacing what is there.

    Raises:
        ParityError: the graphs do not answer as PyTorch does.
        ScoresError: the scores are not of this model.
        KindError: the kind that people are told is not that of the network.
        FileExistsError: `folder` is there and holds other things than a model.
        In each case `folder` is left as it was.
    """
    check_replaceable(folder)
    network, recipe, step = load_any_weights(source)
    as_published(network)
    network = network.eval().float().cpu()
    kind = kind_of(network)
    if kind.name != identity.kind:
        raise KindError(
            f"{source} holds a network of kind {recipe.network.kind}, the card says {identity.kind}"
        )
    training = {"recipe": recipe.name, "pictures": step * recipe.optim.batch}
    check_scores(scores, identity.name, training)
    facts = {
        **training,
        "size_multiple": network.size_multiple,
        "settings": recipe.as_dict(),
        **kind.sizes(network),
    }
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        made = Path(aside) / folder.name
        made.mkdir()
        kind.export_graphs(network, made, identity.graph_properties())
        parity = kind.measure_parity(network, made, pictures)
        write_manifest(
            made,
            identity,
            embedding_size=facts["embedding_size"],
            embedding_parts=facts["embedding_parts"],
            size_multiple=network.size_multiple,
            training=training,
            scores=scores,
        )
        save_weights(made / WEIGHTS_NAME, network, recipe, step)
        write_model_card(made, identity, parity, facts, scores, texts)
        if folder.exists():
            shutil.rmtree(folder)
        made.replace(folder)
    return parity


def check_replaceable(folder: Path) -> None:
    """Raise FileExistsError where the folder holds what no export has put there, which would be lost."""
    if folder.exists() and not all(path.name in KNOWN or path.suffix == ".onnx" for path in folder.iterdir()):
        raise FileExistsError(f"{folder} holds other things than a model; export to another folder.")
