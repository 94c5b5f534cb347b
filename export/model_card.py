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
{facts}
| licence | {licence} |
| recipe | `{recipe}`, {pictures:,} pictures seen |
| parity | graphs against PyTorch: at most {parity_ab:.1e} ab over {parity_pictures} pictures at three sizes |

{ports}
CIELAB. H and W are multiples of {size_multiple}. `weights.safetensors` holds the weights in half precision, to train on
from: `python -m train run {recipe} --init models/{name}`.

## Training data

{training_data}

## How it was trained

{history}

The settings kept with the weights; what is not named is zero or off.

{settings}

## Scores

{scores}
## Known failures

{failures}
"""

_FACTS = """\
| parameters | style encoder {encoder_parameters:.2f} M, colorizer {colorizer_parameters:.2f} M |
| embedding | {embedding_size} numbers |
| working size | about {working_size_px} x {working_size_px} px of the photo, \
painting's short side {style_size_px} px |"""
_PORTS = """\
`style_encoder.onnx` takes `style` [1,3,H,W], sRGB in 0..1, and gives `embedding` [1,{embedding_size}].
`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and an embedding, and gives `ab` [1,2,H,W],"""
_AUTO_FACTS = """\
| parameters | {colorizer_parameters:.2f} M |
| working size | about {working_size_px} x {working_size_px} px of the photo |"""
_AUTO_PORTS = "`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and gives `ab` [1,2,H,W],"

# Tables of a recipe that an objective does not look at.
_UNUSED = {"palette": {"adversarial"}, "pix2pix": {"jitter", "loss"}, "cyclegan": {"jitter", "loss"}}

_MEASURED = """\
Measured by `python -m train evaluate` on held-out pictures, the photo's lightness kept for every rival. Lower is
better but for PSNR and swap; colourfulness is best at 1. The Fréchet distance, of classifier features of the coloured
photos to those of the real ones, compares rivals on these pictures and nothing else.

"""


@dataclass(frozen=True)
class CardTexts:
    """What only a person can write of a model: how it came about, and where it fails (Markdown)."""

    history: str
    failures: str


def _settings(recipe: Mapping[str, Any]) -> str:
    """List the tables of a recipe, without what is zero or off."""
    lines = []
    for title, table in recipe.items():
        if isinstance(table, Mapping) and title not in _UNUSED[recipe["objective"]]:
            named = [f"{key} {value}" for key, value in table.items() if value]
            # A table whose share is zero is never used.
            if named and table.get("share", True):
                lines.append(f"* `{title}`: " + "; ".join(named))
    return "\n".join(lines)


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
            (millions), and settings, the recipe as nested dictionaries.
        scores: the result of `train.evaluate.evaluate`, may be empty.
        texts: what was written by hand.
    """
    known = {**identity.__dict__, **facts, "settings": _settings(facts["settings"])}
    auto = identity.kind == "auto"
    text = _CARD.format(
        **known,
        facts=(_AUTO_FACTS if auto else _FACTS).format(**known),
        ports=(_AUTO_PORTS if auto else _PORTS).format(**known),
        parity_ab=parity.ab,
        parity_pictures=parity.pictures,
        scores=_MEASURED + markdown(scores) if scores else "Not measured.\n",
        history=texts.history,
        failures=texts.failures,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
