"""Very narrow pictures take little memory beside their grey, from file to file."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

BESIDE_GRAY_BYTES = 100 << 20
COLORIZE = """
import resource, sys
from desktop.cli.main import main
assert main(["colorize", sys.argv[1], "--preset", "Water Lilies", "-o", sys.argv[2]]) == 0
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10)
"""


def peak_bytes(photo: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", COLORIZE, str(photo), str(photo.with_name("result.png"))],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        text=True,
        capture_output=True,
        check=True,
    )
    return int(done.stdout.splitlines()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="what the system tells of a process's memory")
@pytest.mark.parametrize("size_px", [(3, 10_000_000), (10_000_000, 3), (1, 1_000_000), (1_000_000, 1)])
def test_a_narrow_picture_takes_little_beside_its_grey(tmp_path: Path, size_px: tuple[int, int]) -> None:
    values = np.random.default_rng(1).integers(60, 200, (100, 100), dtype=np.uint8)
    small, narrow = tmp_path / "small.png", tmp_path / "narrow.png"
    Image.fromarray(values).save(small)
    Image.fromarray(values).resize(size_px, Image.Resampling.NEAREST).save(narrow, compress_level=1)
    gray_bytes = size_px[0] * size_px[1]
    usual = peak_bytes(small)
    small.with_name("result.png").unlink()
    assert peak_bytes(narrow) - usual - gray_bytes < BESIDE_GRAY_BYTES
