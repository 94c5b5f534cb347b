"""The manifest beside the graphs: what the model is, and the hashes without which the program loads nothing."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from export.onnx_export import COLORIZER_FILE, OPSET, STYLE_ENCODER_FILE

MANIFEST_FORMAT = 1


@dataclass(frozen=True)
class ModelIdentity:
    """What a person reads of a model.

    working_size_px: the network sees about working_size_px**2 pixels of a photo.
    style_size_px: greatest short side of a painting given to the style encoder.
    """

    name: str
    version: str
    title: str
    kind: str
    description: str
    training_data: str
    working_size_px: int
    style_size_px: int
    licence: str = "MIT"

    def graph_properties(self) -> dict[str, str]:
        """What the graphs repeat in their metadata_props."""
        return {key: str(value) for key, value in asdict(self).items()}


def _graph_entry(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"file": path.name, "sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content)}


def own_scores(result: Mapping[str, Any]) -> dict[str, Any]:
    """The model's part of what `train.evaluate.evaluate` returned, and its strongest rival's error; {} of {}."""
    if not result:
        return {}
    rebuilt, painted = result["self_reference"], result["painting_reference"]
    return {
        "pictures": result["pictures"],
        "self_reference": rebuilt["model"] | {"ab_mse_of_rank_table": rebuilt["rank table"]["ab_mse"]},
        "painting_reference": painted["model"],
        "latent": result["latent"],
    }


def write_manifest(
    folder: Path,
    identity: ModelIdentity,
    *,
    embedding_size: int,
    size_multiple: int,
    training: Mapping[str, Any],
    scores: Mapping[str, Any],
) -> None:
    """Write `model.json` for the graphs that lie in `folder`.

    Args:
        folder: holds both graphs already.
        identity: name, version and sizes.
        embedding_size: numbers of an embedding.
        size_multiple: height and width given to the graphs are multiples of this.
        training: recipe and pictures seen.
        scores: the result of `train.evaluate.evaluate`, may be empty.
    """
    content = {
        "format": MANIFEST_FORMAT,
        **asdict(identity),
        "embedding_size": embedding_size,
        "size_multiple": size_multiple,
        "opset": OPSET,
        "graphs": {
            Path(file).stem: _graph_entry(folder / file) for file in (STYLE_ENCODER_FILE, COLORIZER_FILE)
        },
        "training": dict(training),
        "scores": own_scores(scores),
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    (folder / "model.json").write_text(text, encoding="utf-8")
