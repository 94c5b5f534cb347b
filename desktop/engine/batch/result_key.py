"""The key of a result, by which the ledger tells whether a result is still that of its photograph."""

import hashlib
import json
from dataclasses import asdict

from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.edits.adjustments import NEUTRAL, Adjustments
from desktop.engine.edits.serialization import framing_to_json, region_to_json
from desktop.engine.render.pipeline import RenderRequest

# Adjustments that the first ledgers hashed. All later ones are left out where they are neutral; this stays as it is.
FIRST_ADJUSTMENTS = (
    *("amount", "colourfulness", "warmth", "tint", "shadows", "highlights", "hue"),
    *("pull", "pull_a", "pull_b"),
)


def result_key(request: RenderRequest, quality: int, options: OutputOptions | None = None) -> str:
    """Hash of all that makes a result from a photograph; equal for equal results.

    What is neutral is left out, so that ledgers of older versions of the program stay good.
    """
    edit, mixture = request.edit, request.edit.chosen_blend.mixture
    own, *others = request.used_models
    parts: list[object] = [own.sha256, list(mixture.embedding), _adjusted(edit.adjustments), quality]
    if options is not None and options != OutputOptions():
        parts.append(options.described)
    if edit.regions:
        parts.append([region_to_json(region) for region in edit.regions])
    if mixture.natural is not None:
        parts.append(mixture.natural.share)
    if edit.repaint is not None:
        parts.append(asdict(edit.repaint))
    if not edit.framing.is_whole:
        parts.append(framing_to_json(edit.framing))
    if edit.picture is not None:
        parts.append(["picture", framing_to_json(edit.picture)])
    if others:
        parts.append([model.sha256 for model in others])
    return hashlib.blake2b(json.dumps(parts).encode(), digest_size=16).hexdigest()


def _adjusted(adjustments: Adjustments) -> dict[str, float]:
    values = asdict(adjustments)
    return {
        name: value for name, value in values.items() if name in FIRST_ADJUSTMENTS or value != NEUTRAL[name]
    }
