"""A header that claims far more than the data can be is told at once; large pictures of few data are read."""

import os
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import pytest

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.core.memory import MEMORY_VARIABLE
from desktop.engine.decode import plain_data
from desktop.engine.decode.reader import read_photo
from tests.support import patches
from tests.support.damaged_files import put
from tests.support.lying_headers import TOLD_AT_ONCE, bmp_of_runs, encoded, jxl, psd, webp
from tests.support.memory_bound import at_most

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="a bound on this process's memory")
LITTLE_BYTES = 200 << 20
RESERVED_BYTES = 3 << 30  # most of it never used
SIDE_PX = 5000
WHITE = np.full((SIDE_PX, SIDE_PX), 255, np.uint8)


@LINUX
@pytest.mark.parametrize("name", TOLD_AT_ONCE)
def test_a_header_that_claims_far_more_than_its_data_is_told_in_little_memory(
    tmp_path: Path, name: str
) -> None:
    path = put(tmp_path, TOLD_AT_ONCE[name], Path(name).suffix)
    most = (
        RESERVED_BYTES if path.suffix == ".webp" else LITTLE_BYTES
    )  # Pillow reserves two pictures to open it
    with at_most(most), pytest.raises(DamagedPictureError, match="far too few for 1"):
        read_photo(path)


PEAK = """
import resource, sys
from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.reader import read_photo
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    read_photo(sys.argv[1])
except DamagedPictureError:
    print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) << 10)
"""


@LINUX
@pytest.mark.parametrize(("content", "suffix"), [(webp(lossless=True), ".webp"), (jxl(), ".jxl")])
def test_one_whose_format_sets_no_bound_takes_little_memory_too(
    tmp_path: Path, content: bytes, suffix: str
) -> None:
    command = [sys.executable, "-c", PEAK, str(put(tmp_path, content, suffix))]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[3]), MEMORY_VARIABLE: "100000"}
    found = subprocess.run(command, env=environment, text=True, capture_output=True, check=True)
    assert int(found.stdout) < LITTLE_BYTES


@LINUX
@pytest.mark.parametrize("section", [0, 1, 2])
def test_a_section_of_a_psd_that_claims_to_end_behind_the_file_takes_no_memory(
    tmp_path: Path, section: int
) -> None:
    content = bytearray(psd(8, 20, bytes(2 + 3 * 20 * 20)))
    content[26 + 4 * section : 30 + 4 * section] = struct.pack(">I", (1 << 32) - 2)
    path = put(tmp_path, bytes(content), ".psd")
    with at_most(LITTLE_BYTES), pytest.raises(DamagedPictureError, match="breaks off"):
        read_photo(path)


def _packed_psd() -> bytes:
    runs, rest = divmod(SIDE_PX, 128)
    row = bytes([129, 255]) * runs + bytes([257 - rest, 255])
    return psd(8, SIDE_PX, b"\0\1" + struct.pack(">H", len(row)) * SIDE_PX + row * SIDE_PX, channels=1)


def _bmp() -> bytes:
    runs, rest = divmod(SIDE_PX, 255)
    return bmp_of_runs(
        (bytes([255, 255]) * runs + bytes([rest, 255]) + bytes(2)) * SIDE_PX + b"\0\1", SIDE_PX
    )


FLAT: dict[str, Callable[[], bytes]] = {
    ".gif": lambda: bytes(encoded("GIF", WHITE)),
    ".bmp": _bmp,
    ".tga": lambda: bytes(encoded("TGA", WHITE, compression="tga_rle")),
    ".psd": _packed_psd,
    ".png": lambda: bytes(encoded("PNG", WHITE)),
    ".tif": lambda: bytes(encoded("TIFF", WHITE, compression="tiff_lzw")),
    ".webp": lambda: bytes(encoded("WEBP", np.dstack([WHITE] * 3))),
    ".lossless.webp": lambda: bytes(encoded("WEBP", np.dstack([WHITE] * 3), lossless=True)),
    ".jp2": lambda: bytes(encoded("JPEG2000", WHITE)),
    ".tiles.jp2": lambda: bytes(encoded("JPEG2000", WHITE, tile_size=(256, 256))),
    ".jxl": lambda: bytes(imagecodecs.jpegxl_encode(WHITE)),
    ".avif": lambda: bytes(encoded("AVIF", WHITE, speed=10)),
    ".heic": lambda: patches.heif(np.dstack([WHITE] * 3), "RGB"),
}


@pytest.mark.parametrize("suffix", FLAT)
def test_a_large_white_picture_of_few_data_is_read(tmp_path: Path, suffix: str) -> None:
    photo = read_photo(put(tmp_path, FLAT[suffix](), suffix))
    assert photo.gray.shape == WHITE.shape
    assert photo.damage is None
    if suffix != ".bmp":  # in whose palette the last one is yellow
        assert photo.gray.min() >= np.iinfo(photo.gray.dtype).max * 0.99


def test_a_large_lossless_webp_of_few_data_keeps_its_transparency(tmp_path: Path) -> None:
    values = np.full((600, 700, 4), 255, np.uint8)
    values[:300, :, :3], values[:, 350:, 3] = 40, 128
    photo = read_photo(put(tmp_path, bytes(encoded("WEBP", values, lossless=True)), ".webp"))
    assert np.array_equal(photo.gray, values[..., 0])
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha, values[..., 3])
    opaque = np.ascontiguousarray(np.where([[[0, 0, 0, 1]]], np.uint8(255), values))
    assert read_photo(put(tmp_path, bytes(encoded("WEBP", opaque, lossless=True)), ".webp")).alpha is None


@pytest.mark.parametrize("half", [False, True])
def test_runs_of_a_bmp_are_counted_as_they_are_written(tmp_path: Path, *, half: bool) -> None:
    """Values as they are, of which a pair looks like the order to end, before rows that are one order each."""
    side = 2000
    literal = b"\0\5\1\0\1\0\1\0" if not half else b"\0\5\0\1\0\0"
    skip = b"\0\2\0" + bytes([255])
    runs, rest = divmod(side, 250)
    row = bytes([250, 2]) * runs + (bytes([rest, 2]) if rest else b"") + bytes(2)
    data = literal + bytes(2) + skip * 3 + row * (side - 1 - 3 * 255) + b"\0\1"
    photo = read_photo(put(tmp_path, bmp_of_runs(data, side, half=half), ".bmp"))
    assert photo.gray.shape == (side, side)
    assert photo.damage is None


def test_packets_of_a_tga_are_counted_as_they_are_written(tmp_path: Path) -> None:
    """A row as it is, which looks like many short runs, and all others in runs, which make the picture."""
    values = np.full((2000, 2000), 7, np.uint8)
    values[-1] = np.tile([0x80, 0], 1000)  # the first in the file
    content = bytes(encoded("TGA", values, compression="tga_rle"))
    assert len(content) < values.size * plain_data.UNSUSPICIOUS
    photo = read_photo(put(tmp_path, content, ".tga"))
    assert photo.damage is None
    assert np.array_equal(photo.gray, values)
