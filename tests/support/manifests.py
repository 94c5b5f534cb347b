"""Manifests of models, changed as a test needs them."""

import json
from pathlib import Path


def change_manifest(folder: Path, **changes: object) -> None:
    path = folder / "model.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def graph(**changes: object) -> dict[str, object]:
    return {"file": "a.onnx", "sha256": "ab" * 32, "size_bytes": 10} | changes
