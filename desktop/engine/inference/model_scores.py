"""The scores of a model as its manifest has them: nested, by test and measure."""

from collections.abc import Mapping
from typing import Any


def flat_scores(scores: Mapping[str, Any]) -> dict[str, Any]:
    """The same in one dictionary, under dotted names such as `no_reference.psnr_db`."""
    found: dict[str, Any] = {}
    for name, value in scores.items():
        if isinstance(value, Mapping):
            found |= {f"{name}.{below}": part for below, part in flat_scores(value).items()}
        else:
            found[name] = value
    return found
