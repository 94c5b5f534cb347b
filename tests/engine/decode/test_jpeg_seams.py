"""A wrong bit that makes the rest of a JPEG lighter or darker is found by the seam that it leaves."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.decode.jpeg_seams import has_seam
from desktop.engine.decode.reader import read_photo

HEIGHT_PX, WIDTH_PX = 320, 480


def scene(seed: int = 1) -> NDArray[np.float64]:
    """Something like a photograph: soft shapes and grain."""
    chance = np.random.default_rng(seed)
    small = Image.fromarray(chance.integers(60, 180, (10, 15), dtype=np.uint8))
    soft = np.asarray(small.resize((WIDTH_PX, HEIGHT_PX), Image.Resampling.BICUBIC)).astype(float)
    return soft + chance.normal(0, 3, soft.shape)


def eight_bits(values: NDArray[np.float64]) -> NDArray[np.uint8]:
    return np.rint(values).clip(0, 255).astype(np.uint8)


def with_step(unit_px: int, row: int, column: int, step: float) -> NDArray[np.float64]:
    values = scene()
    values[row * unit_px : (row + 1) * unit_px, column * unit_px :] += step
    values[(row + 1) * unit_px :] += step
    return values


@pytest.mark.parametrize("unit_px", [8, 16])
@pytest.mark.parametrize("step", [12, -20, 60])
def test_a_step_from_one_unit_on_is_found(unit_px: int, step: float) -> None:
    down, across = HEIGHT_PX // unit_px, WIDTH_PX // unit_px
    values = eight_bits(with_step(unit_px, down // 2, across // 3, step))
    assert has_seam(values, (unit_px, unit_px))
    assert has_seam(values.astype(np.uint16) * 257, (unit_px, unit_px))


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("unit_px", [8, 16])
def test_pictures_have_none(seed: int, unit_px: int) -> None:
    assert not has_seam(eight_bits(scene(seed)), (unit_px, unit_px))


def straight_edge(values: NDArray[np.float64]) -> None:
    values[160:] += 30


def frame(values: NDArray[np.float64]) -> None:
    values[:32] = values[:, :32] = values[-32:] = values[:, -32:] = 240


def slanted_horizon(values: NDArray[np.float64]) -> None:
    y, x = np.mgrid[0:HEIGHT_PX, 0:WIDTH_PX]
    values[y > 160 + x * 16 / WIDTH_PX] += 40


def bright_line(values: NDArray[np.float64]) -> None:
    values[160:168] += 30


def step_between_units(values: NDArray[np.float64]) -> None:
    values[164:172, 160:] += 30
    values[172:] += 30


@pytest.mark.parametrize("draw", [straight_edge, frame, slanted_horizon, bright_line, step_between_units])
def test_edges_of_a_picture_are_no_seams(draw) -> None:  # type: ignore[no-untyped-def]
    values = scene()
    draw(values)
    assert not has_seam(eight_bits(values), (8, 8))
    assert not has_seam(eight_bits(values), (16, 16))


def test_a_drawing_of_stairs_has_none() -> None:
    values = np.full((HEIGHT_PX, WIDTH_PX), 200.0)
    values[160:168, 160:] = values[168:] = 90
    assert not has_seam(eight_bits(values), (8, 8))


@pytest.mark.parametrize("kind", ["grey", "colour", "progressive"])
def test_a_jpeg_with_a_seam_counts_as_damaged(tmp_path: Path, kind: str) -> None:
    unit_px = 8 if kind == "grey" else 16
    path = tmp_path / "a.jpg"
    for step in (0, 24):  # a wrong bit of a mean leaves the same data as that picture has
        values = eight_bits(with_step(unit_px, 9, 12, step))
        image = Image.fromarray(
            values if kind == "grey" else np.dstack([values, values // 2 + 40, 255 - values // 3])
        )
        image.save(path, quality=85, subsampling=2, progressive=kind == "progressive")
        damage = read_photo(path).damage
        assert (damage is not None) == (step > 0)
        assert damage is None or damage.sound is None
