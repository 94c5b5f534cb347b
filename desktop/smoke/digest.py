"""What the smoke test's picture must look like: a coarse digest of it, kept with the model that made it."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.paths import resources_dir
from desktop.engine.inference.model_registry import Model

COLUMNS, ROWS = 8, 6  # blocks of the digest
TOLERANCE = (
    1.0  # levels of 255; devices and systems round differently, but never this much over a whole block
)

Digest = NDArray[np.float64]


def digest_of(pixels: NDArray[np.uint8]) -> Digest:
    """Mean colours (ROWS, COLUMNS, 3) in 0..255 of blocks of a picture (H, W, 3); what fills no block is cut off."""
    height, width = pixels.shape[0] // ROWS, pixels.shape[1] // COLUMNS
    blocks = pixels[: ROWS * height, : COLUMNS * width].reshape(ROWS, height, COLUMNS, width, 3)
    means: Digest = blocks.mean(axis=(1, 3))
    return means


def expected_of(model: Model) -> Digest | None:
    """The digest that was recorded for this very model; None for one without a recorded digest."""
    recorded = _recorded().get(model.sha256)
    return None if recorded is None else np.array(recorded, np.float64).reshape(ROWS, COLUMNS, 3)


def difference(one: Digest, other: Digest) -> float:
    """Greatest difference between two digests, in levels of 255."""
    return float(np.abs(one - other).max())


def record(model: Model, digest: Digest) -> Path:
    """Keep the digest as what this model must make from now on; returns the file."""
    entries = {**_recorded(), model.sha256: np.round(digest, 1).reshape(-1, 3).tolist()}
    path = _path()
    lines = [f'"{sha256}": {json.dumps(values)}' for sha256, values in sorted(entries.items())]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return path


def _recorded() -> dict[str, list[list[float]]]:
    """The digests by the hash of the model, for the picture that the smoke test makes."""
    path = _path()
    if not path.is_file():
        return {}
    entries: dict[str, list[list[float]]] = json.loads(path.read_text("utf-8"))
    return entries


def _path() -> Path:
    return resources_dir() / "smoke.json"
