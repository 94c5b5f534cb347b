"""A small scene encoded in some format, and ways to damage the file."""

import io
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIZE = (330, 250)


WAYS: list[dict[str, Any]] = [
    {},
    {"progressive": True},
    {"restart_marker_blocks": 3},
    {"restart_marker_rows": 1},
    {"progressive": True, "restart_marker_rows": 1},
]


def scene(channels: int = 1) -> NDArray[np.uint8]:
    """Edges, texture and noise, as of a photograph; (250, 330) or (250, 330, 3)."""
    rows, columns = np.mgrid[0 : SIZE[1], 0 : SIZE[0]]
    gray = 120 + 60 * np.sin(rows / 17) * np.cos(columns / 23) + 25 * (rows // 40 % 2)
    noise = np.random.default_rng(3).normal(0, 6, (*gray.shape, 3))
    colours = np.clip(gray[..., None] + noise + [10, 0, -10], 0, 255).astype(np.uint8)
    return colours if channels == 3 else colours[..., 0]


def encoded(kind: str, channels: int = 1, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.fromarray(scene(channels)).save(file, kind, **options)
    return file.getvalue()


def put(folder: Path, content: bytes, suffix: str = ".jpg") -> Path:
    path = folder / f"photo{suffix}"
    path.write_bytes(content)
    return path
