"""The memory that a picture is said to take to open is what it takes, for each kind of decoder."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import TooLittleMemoryError
from desktop.engine.core.memory import MEMORY_VARIABLE
from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.reader import read_photo
from tests.support import patches

SIDE_PX = 1500  # 2.25 megapixels: well above what the process has at hand
MEASURE = """
import ctypes, gc, pathlib, re, sys
from desktop.engine.decode import formats, memory_need
from desktop.engine.decode.reader import read_photo

told = []
real = memory_need._pixel_bytes
memory_need._pixel_bytes = lambda file, image: told.append(real(file, image)) or told[-1]

def size(name):
    return int(re.search(name + r":\\s+(\\d+)", pathlib.Path("/proc/self/status").read_text())[1]) * 1024

for name in sys.argv[1:]:
    read_photo(pathlib.Path(name).with_name("small" + pathlib.Path(name).suffix))  # loads what the kind needs
    photo = None
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    pathlib.Path("/proc/self/clear_refs").write_text("5")
    before = size("VmRSS")
    photo = read_photo(name)
    print(told[-1], (size("VmHWM") - before) / photo.gray.size)
"""


FILE_BYTES = {"float.tif": 12, "lab.tif": 6}  # a pixel: of files that are read whole, which is counted apart
WORSE_ALIKE = {
    "rgb.jxl": 12,
    "exact.jxl": 12,
}  # a pixel: what files with the same header may take beyond these
THREAD_BYTES = 2 << 20  # stripes and the allocator's arena of one thread, which do not grow with the picture


def scene(side_px: int) -> NDArray[np.uint8]:
    """(side_px, side_px, 3), some noise over a ramp."""
    ramp = np.linspace(40, 200, side_px)[:, None, None]
    noise = np.random.default_rng(1).normal(0, 6, (side_px, side_px, 3))
    return np.clip(ramp + noise, 0, 255).astype(np.uint8)


def deep(values: NDArray[np.uint8]) -> NDArray[np.uint16]:
    return values.astype(np.uint16) * 257


Make = Callable[[NDArray[np.uint8]], bytes]
KINDS: dict[str, Make] = {
    "gray.jpg": lambda rgb: patches.by_pillow(rgb[..., 0], "JPEG"),
    "rgb.jpg": lambda rgb: patches.by_pillow(rgb, "JPEG"),
    "progressive.jpg": lambda rgb: patches.by_pillow(rgb, "JPEG", progressive=True),
    "cmyk.jpg": lambda rgb: patches.by_pillow(rgb, "JPEG", "CMYK"),
    "rgb.png": lambda rgb: patches.by_pillow(rgb, "PNG", compress_level=1),
    "palette.png": lambda rgb: patches.by_pillow(rgb, "PNG", "P"),
    "deep.png": lambda rgb: bytes(imagecodecs.png_encode(deep(rgb), level=1)),
    "rgb.webp": lambda rgb: patches.by_pillow(rgb, "WEBP", method=0),
    "rgb.gif": lambda rgb: patches.by_pillow(rgb, "GIF"),
    "rgb.avif": lambda rgb: patches.by_pillow(rgb, "AVIF", speed=10),
    "deep.avif": lambda rgb: bytes(imagecodecs.avif_encode(deep(rgb) >> 6, bitspersample=10, speed=10)),
    "rgb.heic": lambda rgb: patches.heif(rgb, "RGB"),
    "rgb.jp2": lambda rgb: patches.by_pillow(rgb, "JPEG2000"),
    "deep.jp2": lambda rgb: bytes(imagecodecs.jpeg2k_encode(deep(rgb), level=0, reversible=True)),
    "rgb.jxl": lambda rgb: bytes(imagecodecs.jpegxl_encode(rgb, distance=1, effort=1)),
    "exact.jxl": lambda rgb: bytes(imagecodecs.jpegxl_encode(rgb, lossless=True, effort=1)),
    "deep.jxl": lambda rgb: bytes(imagecodecs.jpegxl_encode(deep(rgb), lossless=True, effort=1)),
    "float.tif": lambda rgb: patches.tiff((rgb / 255).astype(np.float32)),
    "lab.tif": lambda rgb: patches.tiff(deep(rgb), photometric="cielab"),
    "deflate.tif": lambda rgb: patches.tiff(rgb, compression="zlib"),
    "deep.ppm": lambda rgb: patches.pnm(deep(rgb), b"P6", 65535),
    "deep.psd": lambda rgb: patches.psd(deep(rgb)),
}


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[float, float]]:
    """By kind: bytes a pixel as they are told, and as they were."""
    paths, small, large = [], scene(40), scene(SIDE_PX)
    for name, make in KINDS.items():
        folder = tmp_path_factory.mktemp("kind")
        (folder / f"small{Path(name).suffix}").write_bytes(make(small))
        (folder / name).write_bytes(make(large))
        paths.append(str(folder / name))
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, *paths],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    figures = [tuple(map(float, line.split())) for line in done.stdout.splitlines()]
    return {name: (told, was) for name, (told, was) in zip(KINDS, figures, strict=True)}


@pytest.mark.skipif(sys.platform != "linux", reason="the system's count of this process's memory")
@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_takes_what_it_is_said_to_take(measured: dict[str, tuple[float, float]], kind: str) -> None:
    told, was = measured[kind]
    threads = usable_cores() * THREAD_BYTES / SIDE_PX**2
    assert was <= told + FILE_BYTES.get(kind, 0) + threads
    assert told <= 4 * was + 4 + WORSE_ALIKE.get(kind, 0)


@pytest.mark.parametrize("size_px", [(30_000_000, 1), (1, 30_000_000), (10_000_000, 3)])
def test_very_long_rows_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size_px: tuple[int, int]
) -> None:
    path = tmp_path / "line.png"
    Image.new("L", size_px, 90).save(path, compress_level=1)
    monkeypatch.setenv(MEMORY_VARIABLE, "400")  # 13 times the grey, where a picture of usual shape takes 4
    with pytest.raises(TooLittleMemoryError, match="more than the limit of 400 MB"):
        read_photo(path)


def test_a_damaged_picture_counts_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "photo.png"
    Image.new("RGB", (3000, 2500), "gray").save(path, compress_level=0)
    content = bytearray(path.read_bytes())
    at = len(content) * 3 // 4
    content[at : at + 4] = b"noise"[:4]
    monkeypatch.setenv(MEMORY_VARIABLE, "110")  # 14 bytes a pixel: a sound one takes 10, this 18
    assert read_photo(path).damage is None
    path.write_bytes(content)
    with pytest.raises(TooLittleMemoryError, match="about 128 MB"):
        read_photo(path)
    monkeypatch.setenv(MEMORY_VARIABLE, "150")
    assert read_photo(path).damage is not None
