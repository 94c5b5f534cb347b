"""The README beside the graphs: what the model is, what it was trained on, how well it does."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from export.kinds.registry import kind_named
from export.manifest import ModelIdentity
from export.parity import Parity

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

# Tables of a recipe that an objective does not look at.
_UNUSED = {"palette": {"adversarial"}, "pix2pix": {"jitter", "loss"}, "cyclegan": {"loss"}}


@dataclass(frozen=True)
class CardTexts:
    """The part of the card that has to be written by hand: how it came about, and where it fails (Markdown)."""

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
        facts: recipe, pictures, embedding_size, size_multiple, encoder_parameters and colorizer_parameters, or
            painter_parameters (millions), and settings, the recipe as nested dictionaries.
        scores: what `python -m train evaluate` wrote, may be empty.
        texts: what was written by hand.
    """
    known = {**identity.__dict__, **facts, "settings": _settings(facts["settings"])}
    kind = kind_named(identity.kind)
    text = _CARD.format(
        **known,
        facts=kind.card_facts.format(**known),
        ports=kind.card_ports.format(**known),
        parity_error=kind.describe_parity(parity),
        parity_pictures=parity.pictures,
        scores=kind.measured.format(**known) + kind.score_tables(scores) if scores else "Not measured.\n",
        history=texts.history,
        failures=texts.failures,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")
