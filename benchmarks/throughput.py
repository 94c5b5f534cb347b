"""python -m benchmarks.throughput: a folder of photographs by the command line, beside what the cores allow.

The bound is the seconds that one photograph takes on one core, from file to file, divided by the cores.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image

from benchmarks.machine import describe_machine
from benchmarks.scenes import make_photo_file
from benchmarks.table import markdown
from desktop.engine.batch.saving import save_result
from desktop.engine.core.parallel import sharing_cores, usable_cores
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.blend import Blend
from desktop.engine.edits.edit import Edit
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import load_model
from desktop.engine.inference.started_models import StartedModels
from desktop.engine.render.pipeline import RenderRequest
from desktop.engine.store.preset_library import PresetLibrary

SIZE_PX = (4240, 2832)
ALONE = 8  # photographs that tell how long one takes on one core
FEW = 4  # that share of the photographs goes first, so that starting the program does not count
COLORIZE = """
import sys
from benchmarks.machine import peak_memory_mb
from desktop.cli.main import main
code = main(sys.argv[1:])
print(peak_memory_mb())
sys.exit(code)
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Make photographs, colour them, print the figures; returns the exit code."""
    arguments = _parser().parse_args(argv)
    with tempfile.TemporaryDirectory(prefix="tintype-throughput-") as name:
        folder = Path(name)
        make_photo_files(folder / "few", SIZE_PX, arguments.pictures // FEW)
        make_photo_files(folder / "all", SIZE_PX, arguments.pictures)
        preset = PresetLibrary().all()[0].name if arguments.preset is None else arguments.preset
        alone_s = seconds_on_one_core(folder / "all", folder / "alone.jpg", preset)
        few_s, few_mb = colorize_folder(folder / "few", folder / "few-out", preset)
        all_s, all_mb = colorize_folder(folder / "all", folder / "all-out", preset)
    pictures = arguments.pictures - arguments.pictures // FEW
    reached, bound = pictures / (all_s - few_s), usable_cores() / alone_s
    print(f"{describe_machine()}; {arguments.pictures} grey JPEG of {SIZE_PX[0]} x {SIZE_PX[1]} px.\n")
    figures = {
        "one on one core, s": f"{alone_s:.3f}",
        "bound, pictures a second": f"{bound:.2f}",
        "reached, pictures a second": f"{reached:.2f}",
        "reached / bound": f"{reached / bound:.2f}",
        f"peak memory of {arguments.pictures // FEW}, MB": f"{few_mb:.0f}",
        f"peak memory of {arguments.pictures}, MB": f"{all_mb:.0f}",
    }
    print(markdown({"tintype colorize": figures}))
    return 0


def make_photo_files(folder: Path, size_px: tuple[int, int], count: int) -> None:
    """`count` JPEG photographs in a new folder, no two the same."""
    folder.mkdir()
    first = make_photo_file(folder, size_px)
    values = np.asarray(Image.open(first))
    for number in range(1, count):
        shifted = np.roll(values, (number * 37, number * 91), axis=(0, 1))
        Image.fromarray(shifted).save(folder / f"{number}.jpg", quality=92)


def seconds_on_one_core(folder: Path, output: Path, preset: str) -> float:
    """Median seconds from file to file when nothing runs side by side."""
    chosen = PresetLibrary().get(preset)
    times_s = []
    with sharing_cores(usable_cores()):
        colorizer = Colorizer(load_model(chosen.model), threads=1)
        request = RenderRequest(Edit(Blend.of(chosen)), StartedModels(colorizer))
        for path in islice(folder.iterdir(), ALONE + 1):
            start_s = time.perf_counter()
            save_result(request, read_photo(path), output)
            times_s.append(time.perf_counter() - start_s)
    return statistics.median(times_s[1:])  # the first also fills tables


def colorize_folder(folder: Path, output: Path, preset: str) -> tuple[float, float]:
    """Seconds and MB at its peak of `tintype colorize` on a folder; raises CalledProcessError if that fails."""
    command = [
        sys.executable,
        "-c",
        COLORIZE,
        "colorize",
        str(folder),
        "-r",
        "-q",
        "-o",
        str(output),
        "--preset",
        preset,
    ]
    output.mkdir()
    start_s = time.perf_counter()
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return time.perf_counter() - start_s, float(printed.split()[-1])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.throughput", description=__doc__)
    parser.add_argument("--pictures", type=int, default=400, help="at least 8 (default 400)")
    parser.add_argument("--preset", help="a preset's name (default: the first)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
