"""The README beside the graphs: what the model is, what it was trained on, how well it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.manifest import ModelIdentity
from export.parity import Parity
from train.report import markdown

_CARD = """\
# {title} {version}

{description}

| | |
| --- | --- |
| kind | {kind} |
| parameters | style encoder {encoder_parameters:.2f} M, colorizer {colorizer_parameters:.2f} M |
| embedding | {embedding_size} numbers |
| working size | about {working_size_px} x {working_size_px} px of the photo, painting's short side {style_size_px} px |
| licence | {licence} |
| recipe | `{recipe}`, {pictures:,} pictures seen |
| parity | graphs against PyTorch: at most {parity_ab:.1e} ab over {parity_pictures} pictures at three sizes |

`style_encoder.onnx` takes `style` [1,3,H,W], sRGB in 0..1, and gives `embedding` [1,{embedding_size}].
`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and an embedding, and gives `ab` [1,2,H,W],
CIELAB. H and W are multiples of {size_multiple}. `weights.safetensors` holds the weights in half precision, to train on
from: `python -m train run {recipe} --init models/{name}`.

## Training data

{training_data}

## How it was trained

{history}

## Scores

Measured by `python -m train evaluate models/{name}` on held-out pictures at 256 px, the photo's lightness kept for
every rival.

{scores}
## Known failures

{failures}
"""


@dataclass(frozen=True)
class CardTexts:
    """What only a person can write of a model: how it came about, and where it fails (Markdown)."""

    history: str
    failures: str


def write_model_card(
    folder: Path,
    identity: ModelIdentity,
    parity: Parity,
    facts: Mapping[str, Any],
    scores: Mapping[str, Any],
    texts: CardTexts,
) -> None:
    """Write `README.md`.

    Args:
        folder: the model's folder.
        identity: name, version and sizes.
        parity: as measured on the graphs.
        facts: recipe, pictures, embedding_size, size_multiple, encoder_parameters and colorizer_parameters
            (millions).
        scores: the result of `train.evaluate.evaluate`, may be empty.
        texts: what was written by hand.
    """
    text = _CARD.format(
        **identity.__dict__,
        **facts,
        parity_ab=parity.ab,
        parity_pictures=parity.pictures,
        scores=markdown(dict(scores)) if scores else "Not measured.\n",
        history=texts.history,
        failures=texts.failures,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
