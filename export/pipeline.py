"""From a checkpoint to a model folder, made aside and put in place only when everything agrees."""

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PIL import Image
from torch import nn

from export.manifest import KindError, ModelIdentity, check_scores, write_manifest
from export.model_card import CardTexts, write_model_card
from export.onnx_export import export_graphs
from export.parity import Parity, measure_parity
from train.networks.auto import AutoNetwork
from train.weights import WEIGHTS_NAME, load_weights, save_weights


def _millions(module: nn.Module) -> float:
    return sum(parameter.numel() for parameter in module.parameters()) / 1e6


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
        RecipeError: the network repaints whole pictures, which has no graphs yet.
        In each case `folder` is left as it was.
    """
    network, recipe, step = load_weights(source)
    if isinstance(network, AutoNetwork) != (identity.kind == "auto"):
        raise KindError(
            f"{source} holds a network of kind {recipe.network.kind}, the card says {identity.kind}"
        )
    training = {"recipe": recipe.name, "pictures": step * recipe.optim.batch}
    check_scores(scores, identity.name, training)
    style_encoder = _millions(network.style_encoder)
    facts = {
        **training,
        "embedding_size": network.embedding_size,
        "size_multiple": network.size_multiple,
        "encoder_parameters": style_encoder,
        "colorizer_parameters": _millions(network) - style_encoder,
        "settings": recipe.as_dict(),
    }
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        made = Path(aside) / folder.name
        made.mkdir()
        export_graphs(network, made, identity.graph_properties())
        parity = measure_parity(network, made, pictures)
        write_manifest(
            made,
            identity,
            embedding_size=network.embedding_size,
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
