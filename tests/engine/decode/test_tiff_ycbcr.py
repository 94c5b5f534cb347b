"""YCbCr with subsampled chroma in a TIFF that is no JPEG."""

import struct
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.formats import decode

WIDTH, HEIGHT, STRIP_ROWS = 67, 45, 16
USUAL = (0, 255, 128, 255, 128, 255)
VIDEO = (16, 235, 128, 240, 128, 240)


def colours() -> NDArray[np.uint8]:
    """Chroma that is the same for all pixels of a unit of 4 x 4."""
    rng = np.random.default_rng(1)
    chroma = np.kron(rng.integers(90, 166, (12, 17, 2)), np.ones((4, 4, 1)))[:HEIGHT, :WIDTH]
    light = rng.integers(60, 190, (HEIGHT, WIDTH, 1))
    return np.dstack([light, chroma]).astype(np.uint8)


def packed(values: NDArray[np.uint8], across: int, down: int) -> bytes:
    """A strip or tile, filled up to whole units by its edges."""
    rows, columns = values.shape[:2]
    values = np.pad(values, ((0, -rows % down), (0, -columns % across), (0, 0)), mode="edge")
    units = values.reshape(len(values) // down, down, -1, across, 3).swapaxes(1, 2)
    light = units[..., 0].reshape(*units.shape[:2], -1)
    return np.concatenate([light, units[:, :, 0, 0, 1:]], axis=2).tobytes()


def tiff(
    values: NDArray[np.uint8],
    sampling: tuple[int, int],
    *,
    compression: int = 1,
    references: tuple[int, ...] = USUAL,
    tile: int = 0,
) -> bytes:
    """The file; compression: 1 none, 5 LZW. tile: side, 0 for strips."""
    if tile:
        places = [(y, x) for y in range(0, HEIGHT, tile) for x in range(0, WIDTH, tile)]
        parts = []
        for y, x in places:
            part = values[y : y + tile, x : x + tile]
            missing = ((0, tile - part.shape[0]), (0, tile - part.shape[1]), (0, 0))
            parts.append(packed(np.pad(part, missing, mode="edge"), *sampling))
    else:
        parts = [packed(values[y : y + STRIP_ROWS], *sampling) for y in range(0, HEIGHT, STRIP_ROWS)]
    if compression == 5:
        parts = [bytes(imagecodecs.lzw_encode(part)) for part in parts]
    head_bytes = len(_head(sampling, compression, references, tile, parts, 0))
    return _head(sampling, compression, references, tile, parts, head_bytes) + b"".join(parts)


def _head(
    sampling: tuple[int, int],
    compression: int,
    references: tuple[int, ...],
    tile: int,
    parts: list[bytes],
    data_at: int,
) -> bytes:
    """Header and directory; the parts lie behind, from `data_at`."""
    lengths = [len(part) for part in parts]
    offsets = np.cumsum([data_at, *lengths]).tolist()[:-1]
    tags: list[tuple[int, int, Any]] = [
        (256, 3, [WIDTH]),
        (257, 3, [HEIGHT]),
        (258, 3, [8, 8, 8]),
        (259, 3, [compression]),
        (262, 3, [6]),
        (277, 3, [3]),
        (530, 3, sampling),
        (532, 5, [number for value in references for number in (value, 1)]),
    ]
    if tile:
        tags += [(322, 3, [tile]), (323, 3, [tile]), (324, 4, offsets), (325, 4, lengths)]
    else:
        tags += [(273, 4, offsets), (278, 3, [STRIP_ROWS]), (279, 4, lengths)]
    at = 8 + 2 + 12 * len(tags) + 4
    directory, beyond = struct.pack("<H", len(tags)), b""
    for code, kind, numbers in sorted(tags):
        body = struct.pack(f"<{len(numbers)}{'H' if kind == 3 else 'I'}", *numbers)
        count = len(numbers) // (2 if kind == 5 else 1)
        place = body.ljust(4, b"\0") if len(body) <= 4 else struct.pack("<I", at + len(beyond))
        beyond += b"" if len(body) <= 4 else body
        directory += struct.pack("<HHI", code, kind, count) + place
    return b"II*\0" + struct.pack("<I", 8) + directory + bytes(4) + beyond


def read(folder: Path, content: bytes) -> tuple[NDArray[Any], Any]:
    path = folder / "a.tif"
    path.write_bytes(content)
    decoded = decode(path, 1_000_000)
    return decoded.samples, decoded.damage


@pytest.mark.parametrize("tile", [0, 32])
@pytest.mark.parametrize("compression", [1, 5])
@pytest.mark.parametrize("sampling", [(2, 2), (2, 1), (1, 2), (4, 1), (4, 2), (4, 4)])
def test_colours_are_those_that_were_written(
    tmp_path: Path, sampling: tuple[int, int], compression: int, tile: int
) -> None:
    values = colours()
    found, damage = read(tmp_path, tiff(values, sampling, compression=compression, tile=tile))
    expected = np.asarray(Image.fromarray(values, "YCbCr").convert("RGB"))
    assert np.array_equal(found, expected)
    assert damage is None


def test_black_and_white_are_where_the_file_tells(tmp_path: Path) -> None:
    values = np.full((HEIGHT, WIDTH, 3), 128, np.uint8)
    values[:, :20, 0], values[:, 20:, 0] = 16, 235
    found, _ = read(tmp_path, tiff(values, (2, 2), references=VIDEO))
    assert np.all(found[:, :20] == 0)
    assert np.all(found[:, 20:] == 255)


@pytest.mark.parametrize("compression", [1, 5])
def test_of_a_file_that_breaks_off_the_upper_part_is_read(tmp_path: Path, compression: int) -> None:
    values = colours()
    whole, _ = read(tmp_path, tiff(values, (2, 2), compression=compression))
    content = tiff(values, (2, 2), compression=compression)
    found, damage = read(tmp_path, content[: len(content) * 2 // 3])
    assert 0.3 < damage.sound < 0.9
    assert np.array_equal(found[:STRIP_ROWS], whole[:STRIP_ROWS])
    assert np.all(found[-1] == 128)


def test_of_a_file_without_pixels_nothing_is_claimed(tmp_path: Path) -> None:
    head_bytes = len(_head((2, 2), 1, USUAL, 0, [b""] * 3, 0))
    with pytest.raises(DamagedPictureError):
        read(tmp_path, tiff(colours(), (2, 2))[:head_bytes])
