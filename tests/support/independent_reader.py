"""L* of patches as other programs read them: libvips, or ImageMagick for what libvips has no reader of its own for.

`python -m tests.support.independent_reader` prints the table that the tests keep for where neither is installed.
"""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.engine.colour.spaces import SRGB_TO_XYZ
from tests.support.patches import KINDS, SIDE_PX

VALUES = Path(__file__).with_name("independent_lightness.json")
# libvips takes inks by a profile of its own, and reads these formats by ImageMagick itself.
BY_MAGICK = (
    *("CMYK", "TGA", "PSD", "BMP", "gAMA", "signed", "TIFF 32", "reduced page first"),
    *("JPEG 2000 4", "YCbCr planes", "TIFF 16 YCbCr"),
)
PAGES = {"TIFF 8 reduced page first.tif": 1}  # of ImageMagick, which takes pages by their place
WHITE_OF_VIPS = (0.9504, 1.0, 1.0889)  # to which it stretches the XYZ of profiles
WHITE_OF_PROFILES = (0.9642, 1.0, 0.8249)  # D50, as ICC.1:2022 has it
# XYZ of D50, which profiles know, to that of D65 by Bradford's transform (Lindbloom's table).
FROM_D50 = np.array(
    [
        [0.9555766, -0.0230393, 0.0631636],
        [-0.0282895, 1.0099416, 0.0210077],
        [0.0122982, -0.0204830, 1.3299098],
    ]
)


def is_installed() -> bool:
    """Whether both programs are."""
    return shutil.which("vips") is not None and _magick() is not None


def lightness_of(path: Path, name: str) -> list[float]:
    """L* at the centre of each patch; raises CalledProcessError where the program cannot read the file."""
    return _by_magick(path, name) if any(part in name for part in BY_MAGICK) else _by_vips(path)


def _by_vips(path: Path) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        lab, table = Path(folder, "lab.v"), Path(folder, "L.csv")
        has_profile = "icc-profile-data" in _run(["vipsheader", "-a", str(path)])
        if has_profile:
            _run(
                [
                    "vips",
                    "icc_import",
                    str(path),
                    str(lab),
                    "--embedded",
                    "--pcs",
                    "xyz",
                    "--intent",
                    "relative",
                ]
            )
            return _lightness(_xyz(lab, folder) @ FROM_D50[1])
        _run(["vips", "colourspace", str(path), str(lab), "lab"])
        _run(["vips", "extract_band", str(lab), str(table), "0"])
        return _centres(np.loadtxt(table, ndmin=2))


def _xyz(image: Path, folder: str) -> NDArray[np.float64]:
    """(patches, 3) of a picture in libvips' own format, white as 1."""
    bands = []
    for band in range(3):
        table = Path(folder, f"{band}.csv")
        _run(["vips", "extract_band", str(image), str(table), str(band)])
        bands.append(np.loadtxt(table, ndmin=2)[SIDE_PX // 2, SIDE_PX // 2 :: SIDE_PX])
    return np.stack(bands, axis=-1) / 100 / WHITE_OF_VIPS * WHITE_OF_PROFILES


def _by_magick(path: Path, name: str) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "a.rgb")
        _run(
            [
                _magick() or "",
                f"{path}[{PAGES.get(name, 0)}]",
                "-colorspace",
                "sRGB",
                "-depth",
                "16",
                "-endian",
                "MSB",
                str(raw),
            ]
        )
        rgb = np.fromfile(raw, ">u2").reshape(SIDE_PX, -1, 3) / 65535
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return _lightness(linear[SIDE_PX // 2, SIDE_PX // 2 :: SIDE_PX] @ SRGB_TO_XYZ[1])


def _lightness(luminance: NDArray[np.float64]) -> list[float]:
    """L* of Y (CIE 15:2004)."""
    light = np.where(luminance > 216 / 24389, 116 * np.cbrt(luminance) - 16, luminance * 24389 / 27)
    return [round(float(value), 2) for value in light]


def _centres(light: NDArray[np.float64]) -> list[float]:
    return [round(float(value), 2) for value in light[SIDE_PX // 2, SIDE_PX // 2 :: SIDE_PX]]


def _magick() -> str | None:
    """ImageMagick's program, not one that only bears its name."""
    for name in ("magick", "convert-im6.q16", "convert"):
        found = shutil.which(name)
        if found is not None and "Version: ImageMagick" in _run([found, "-version"]):
            return found
    return None


def _run(command: list[str]) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def main() -> None:
    """Print the table, and what a program could not read."""
    table: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, make in KINDS.items():
            path = Path(folder, f"a{Path(name).suffix}")
            path.write_bytes(make())
            try:
                table[name] = lightness_of(path, name)
            except subprocess.CalledProcessError as error:
                print(f"{name}: {error.stderr.strip()}")
    VALUES.write_text(json.dumps(table, indent=0).replace(",\n", ", ").replace("], ", "],\n") + "\n", "utf-8")


if __name__ == "__main__":
    main()
