"""The README beside the graphs: what the model is, what it was trained on, how well it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.manifest import ModelIdentity
from export.parity import Parity
from train.evaluation.auto_report import auto_markdown
from train.evaluation.palette_report import markdown
from train.evaluation.repaint_report import repaint_markdown

_CARD = """\
# {title} {version}

{description}

| | |
| --- | --- |
| kind | {kind} |
{facts}
| licence | {licence} |
| recipe | `{recipe}`, {pictures:,} pictures seen |
| parity | graphs against PyTorch: at most {parity_error} over {parity_pictures} pictures at three sizes |

{ports} H and W are multiples of {size_multiple}. `weights.safetensors` holds the weights in half precision, to train on
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
`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and an embedding, and gives `ab` [1,2,H,W],
CIELAB."""
_AUTO_FACTS = """\
| parameters | {colorizer_parameters:.2f} M |
| working size | about {working_size_px} x {working_size_px} px of the photo |"""
_AUTO_PORTS = """\
`colorizer.onnx` takes `gray` [1,1,H,W], sRGB-encoded grey in 0..1, and gives `ab` [1,2,H,W],
CIELAB."""
_REPAINT_FACTS = """\
| parameters | {painter_parameters:.2f} M |
| working size | tiles of {working_size_px} x {working_size_px} px |"""
_REPAINT_PORTS = """\
`painter.onnx` takes `photo` [1,3,H,W] and gives `painted` [1,3,H,W], both sRGB in 0..1."""
_KINDS = {
    "palette": (_FACTS, _PORTS),
    "auto": (_AUTO_FACTS, _AUTO_PORTS),
    "repaint": (_REPAINT_FACTS, _REPAINT_PORTS),
}

# Tables of a recipe that an objective does not look at.
_UNUSED = {"palette": {"adversarial"}, "pix2pix": {"jitter", "loss"}, "cyclegan": {"loss"}}

_MEASURED = """\
Measured by `python -m train evaluate` on held-out pictures, the photo's lightness kept for every rival. Lower is
better but for PSNR and swap; colourfulness is best at 1. The Fréchet distance, of classifier features of the coloured
photos to those of the real ones, compares rivals on these pictures and nothing else.

"""

_MEASURED_PAINTER = """\
Measured by `python -m train evaluate` on held-out pictures. The Fréchet distance is that of classifier features to
those of the paintings of the group: the smaller, the more alike. It also feels what is shown, so that it never falls to
nought for photographs of other things, and it depends on how many pictures there are, so that it compares rows of this
table and nothing else. Grid: energy at periods of 2, 4 and 8 pixels against the neighbouring ones, about 1 without
artefacts.

"""


_AUTO_MEASURED = """\
Measured by `python -m train evaluate` on held-out pictures, the photo's lightness kept for every rival, the photo
seen at {working_size_px} px. Lower is better but for PSNR. Colourfulness is that of an answer divided by that of its
photograph, best at 1; of all together, that of all answers divided by that of all photographs, where the colourful ones
count more. Mean colour and average embedding are those of these very photographs, which no real rival could know.

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


def _measured(identity: ModelIdentity, scores: Mapping[str, Any]) -> str:
    if "repaint" in scores:
        return _MEASURED_PAINTER + repaint_markdown(scores)
    if "no_reference" in scores:
        return _AUTO_MEASURED.format(working_size_px=identity.working_size_px) + auto_markdown(scores)
    return _MEASURED + markdown(scores)


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
        facts: recipe, pictures, embedding_size, size_multiple, encoder_parameters and colorizer_parameters, or
            painter_parameters (millions), and settings, the recipe as nested dictionaries.
        scores: what `python -m train evaluate` wrote, may be empty.
        texts: what was written by hand.
    """
    known = {**identity.__dict__, **facts, "settings": _settings(facts["settings"])}
    kind_facts, kind_ports = _KINDS[identity.kind]
    painter = identity.kind == "repaint"
    text = _CARD.format(
        **known,
        facts=kind_facts.format(**known),
        ports=kind_ports.format(**known),
        parity_error=f"{parity.painted:.1e} of sRGB's 0..1" if painter else f"{parity.ab:.1e} ab",
        parity_pictures=parity.pictures,
        scores=_measured(identity, scores) if scores else "Not measured.\n",
        history=texts.history,
        failures=texts.failures,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
