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
from train.networks.base import TransferNetwork
from train.networks.repaint import RepaintNetwork
from train.networks.weights import WEIGHTS_NAME, as_published, load_any_weights, save_weights


def _millions(module: nn.Module) -> float:
    return sum(parameter.numel() for parameter in module.parameters()) / 1e6


def _kind(network: nn.Module) -> str:
    if isinstance(network, RepaintNetwork):
        return "repaint"
    return "auto" if isinstance(network, AutoNetwork) else "palette"


def _parts(network: TransferNetwork | RepaintNetwork) -> dict[str, Any]:
    """Return the numbers of an embedding, 0 without one, and the millions of parameters of what becomes a graph."""
    if isinstance(network, RepaintNetwork):
        return {"embedding_size": 0, "painter_parameters": _millions(network.to_painting)}
    style_encoder = _millions(network.style_encoder)
    return {
        "embedding_size": network.embedding_size,
        "encoder_parameters": style_encoder,
        "colorizer_parameters": _millions(network) - style_encoder,
    }


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
        In each case `folder` is left as it was.
    """
    network, recipe, step = load_any_weights(source)
    as_published(network)
    if _kind(network) != identity.kind:
        raise KindError(
            f"{source} holds a network of kind {recipe.network.kind}, the card says {identity.kind}"
        )
    training = {"recipe": recipe.name, "pictures": step * recipe.optim.batch}
    check_scores(scores, identity.name, training)
    facts = {
        **training,
        "size_multiple": network.size_multiple,
        "settings": recipe.as_dict(),
        **_parts(network),
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
            embedding_size=facts["embedding_size"],
            embedding_parts=() if isinstance(network, RepaintNetwork) else network.embedding_parts,
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
