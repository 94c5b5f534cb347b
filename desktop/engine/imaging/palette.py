"""Extracts five colours that stand for a painting in a gallery."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import hex_to_ab, lab_to_srgb, srgb_to_hex, srgb_to_lab
from desktop.engine.core.arrays import Floats

PALETTE_SIZE = 5
SIDE_PX = 96
ROUNDS = 20


def extract_palette(painting: NDArray[np.uint8], size: int = PALETTE_SIZE) -> tuple[str, ...]:
    """`size` colours "#rrggbb" of a painting (H, W, 3) sRGB, by descending share.

    k-means in CIELAB on a thumbnail, where distances are about what an eye sees. Seeds are the farthest
    points (Gonzalez 1985), so that a small bright accent gets its colour and the result needs no chance.
    """
    image = Image.fromarray(painting)
    image.thumbnail((SIDE_PX, SIDE_PX), Image.Resampling.BOX)
    points = srgb_to_lab(np.asarray(image.convert("RGB"), dtype=np.float32) / np.float32(255)).reshape(-1, 3)
    centres = _farthest_points(points, size)
    for _ in range(ROUNDS):
        nearest = _nearest(points, centres)
        moved = np.stack(
            [points[nearest == i].mean(axis=0) if np.any(nearest == i) else centres[i] for i in range(size)]
        )
        if np.allclose(moved, centres, atol=0.01):
            break
        centres = moved
    shares = np.bincount(_nearest(points, centres), minlength=size)
    ordered = centres[np.argsort(-shares, kind="stable")]
    return tuple(srgb_to_hex(colour) for colour in lab_to_srgb(ordered))


def liveliest(palette: Sequence[str]) -> str:
    """The most colourful "#rrggbb" of a palette; middle grey of an empty one."""
    return max(palette, key=lambda colour: math.hypot(*hex_to_ab(colour)), default="#777777")


def _farthest_points(points: Floats, count: int) -> Floats:
    centres = [points.mean(axis=0)]
    for _ in range(count - 1):
        distance = np.min([np.sum((points - centre) ** 2, axis=1) for centre in centres], axis=0)
        # The very farthest is often a stray pixel; the 99th percentile stands for something.
        rank = np.argsort(distance, kind="stable")[int(0.99 * (len(points) - 1))]
        centres.append(points[rank])
    return np.stack(centres)


def _nearest(points: Floats, centres: Floats) -> NDArray[np.intp]:
    squared = np.sum((points[:, None, :] - centres[None, :, :]) ** 2, axis=2)
    nearest: NDArray[np.intp] = np.argmin(squared, axis=1)
    return nearest
