"""The manifest beside the graphs: what the model is, and the hashes without which the program loads nothing."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from export.onnx_export import OPSET
from train.evaluation.repaint import ALEX, PHOTOGRAPHS, SQUEEZE

MANIFEST_FORMAT = 1


@dataclass(frozen=True)
class ModelIdentity:
    """What users read of a model.

    working_size_px: the network sees about working_size_px**2 pixels of a photo; a painter, tiles of that side.
    style_size_px: greatest short side of a painting given to the style encoder; 0 without one.
    """

    name: str
    version: str
    title: str
    kind: str
    description: str
    training_data: str
    working_size_px: int
    style_size_px: int = 0
    licence: str = "MIT"

    def graph_properties(self) -> dict[str, str]:
        """What the graphs repeat in their metadata_props."""
        return {key: str(value) for key, value in self.known().items()}

    def known(self) -> dict[str, Any]:
        """The fields of the manifest: without the size of paintings for a model that takes none."""
        return {key: value for key, value in asdict(self).items() if value}


def _graph_entry(path: Path) -> dict[str, Any]:
    content = path.read_bytes()
    return {"file": path.name, "sha256": hashlib.sha256(content).hexdigest(), "size_bytes": len(content)}


class KindError(ValueError):
    """A card that names another kind of model than the network is."""


class ScoresError(ValueError):
    """Scores that are not those of the model that is exported; the message says what they are of."""


def check_scores(result: Mapping[str, Any], name: str, training: Mapping[str, Any]) -> None:
    """Make sure that `result`, as `python -m train evaluate` wrote it, has a row of the model `name`.

    Args:
        result: may be empty.
        name: of the model.
        training: `recipe` and `pictures` of the weights that are exported.

    Raises:
        ScoresError: there is no such row, or it is of another recipe or another number of pictures seen.
    """
    if not result:
        return
    if name not in result["models"]:
        known = ", ".join(result["models"]) or "baselines"
        raise ScoresError(f"the scores are of {known}, not of {name}; evaluate {name}=CHECKPOINT")
    for fact, value in training.items():
        found = result["models"][name].get(fact, value)
        if found != value:
            raise ScoresError(f"the scores are of a {name} with {fact} = {found}, the weights have {value}")


def own_scores(result: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The part of the model `name` in what `python -m train evaluate` wrote, and what its strongest rival reached.

    {} of {}.
    """
    if not result:
        return {}
    if "repaint" in result:
        photographs = result["repaint"][PHOTOGRAPHS]
        untouched = {
            f"{key}_of_photographs": photographs[key] for key in (SQUEEZE, ALEX) if key in photographs
        }
        return {"pictures": result["pictures"], "repaint": result["repaint"][name] | untouched}
    if "no_reference" in result:
        scores = result["no_reference"]
        # What the numbers mean shows beside those of the untouched grey.
        beside = {"psnr_db_of_grey": scores["untouched grey"]["psnr_db"]}
        return {"pictures": result["pictures"], "no_reference": scores[name] | beside}
    rebuilt, painted, model = result["self_reference"], result["painting_reference"], result["models"][name]
    return {
        "pictures": result["pictures"],
        "self_reference": rebuilt[name] | {"ab_mse_of_rank_table": rebuilt["rank table"]["ab_mse"]},
        "painting_reference": painted[name],
        "latent": model["latent"] | {"blends_monotone": model["blends"]["monotone"]},
    }


def write_manifest(
    folder: Path,
    identity: ModelIdentity,
    *,
    embedding_size: int,
    embedding_parts: Sequence[int] = (),
    size_multiple: int,
    training: Mapping[str, Any],
    scores: Mapping[str, Any],
) -> None:
    """Write `model.json` for the graphs that lie in `folder`.

    Args:
        folder: holds the graphs already; a model without reference has no style encoder.
        identity: name, version and sizes.
        embedding_size: numbers of an embedding; 0 without one.
        embedding_parts: how many numbers of each kind follow one another in it; empty where all are of one kind.
        size_multiple: height and width given to the graphs are multiples of this.
        training: recipe and pictures seen.
        scores: what `python -m train evaluate` wrote, with a row of this model's name, or empty.
    """
    content = {
        "format": MANIFEST_FORMAT,
        **identity.known(),
        **({"embedding_size": embedding_size} if embedding_size else {}),
        **({"embedding_parts": list(embedding_parts)} if embedding_parts else {}),
        "size_multiple": size_multiple,
        "opset": OPSET,
        "graphs": {path.stem: _graph_entry(path) for path in sorted(folder.glob("*.onnx"))},
        "training": dict(training),
        "scores": own_scores(scores, identity.name),
    }
    text = json.dumps(content, indent=2, ensure_ascii=False) + "\n"
    (folder / "model.json").write_text(text, encoding="utf-8")
