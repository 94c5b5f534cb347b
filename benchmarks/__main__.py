"""python -m benchmarks: measure, and print the figures as Markdown."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.memory import measure_peak
from benchmarks.rivals import RIVALS
from benchmarks.scenes import make_painting, make_photo_file
from benchmarks.stages import PILLOW, measure
from benchmarks.table import markdown, with_ratios
from benchmarks.timing import median_s
from benchmarks.torch_rival import measure_torch
from benchmarks.waiting import measure_start, measure_waiting
from desktop.engine.core.errors import TintypeError
from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.reader import read_photo
from desktop.engine.imaging.bit_depth import to_8_bits
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.inference.model_registry import DEFAULT_MODEL, load_model
from desktop.engine.inference.providers import AUTO, PROVIDER_NAMES

SIZES_PX = {2: (1730, 1153), 12: (4240, 2832), 24: (6000, 4000), 48: (8484, 5656), 200: (17_320, 11_547)}
DEFAULT_SIZES = (2, 12, 24, 48)
RIVALS_UP_TO = 24  # megapixels: beyond, they only take longer and longer


def main(argv: Sequence[str] | None = None) -> int:
    """Measure every size in turn; returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        colorizer = Colorizer(load_model(arguments.model), arguments.provider)
    except TintypeError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return error.exit_code
    model = colorizer.model
    kind = "colour" if arguments.colour else "grey"
    print(f"{describe_machine()}; model {model.name} {model.version} on {colorizer.provider}; ", end="")
    print(f"median of {arguments.rounds} rounds, {kind} JPEG. Seconds, in brackets as a multiple of")
    print("Pillow's own decoding of the same file and encoding of the same result, in the same run, all with")
    print("memory at hand.\n")
    stages, waits = {}, {}
    with tempfile.TemporaryDirectory(prefix="tintype-benchmark-") as name:
        for megapixels in sorted(arguments.megapixels):
            path = make_photo_file(Path(name), SIZES_PX[megapixels], colour=arguments.colour)
            column = f"{megapixels} Mpx"
            stages[column] = _file_to_file(colorizer, path, Path(name), arguments, megapixels)
            waits[column] = _as_milliseconds(measure_waiting(colorizer, path, arguments.rounds))
    print(markdown(stages), end="\n\n")
    print("What a user waits for on a screen of 1920 x 1080, in milliseconds:\n")
    print(markdown(waits), end="\n\n")
    starts = measure_start(model, arguments.provider, arguments.rounds)
    print(markdown({"milliseconds": _as_milliseconds(starts)}))
    return 0


def _file_to_file(
    colorizer: Colorizer, path: Path, folder: Path, arguments: argparse.Namespace, megapixels: int
) -> dict[str, str]:
    """One column: stages, rivals, memory and the greatest change of lightness."""
    seconds, lightness_change = measure(colorizer, path, folder, arguments.rounds)
    unit_s = seconds[PILLOW]
    figures = with_ratios(seconds, unit_s)
    if megapixels <= RIVALS_UP_TO and not arguments.no_rivals:
        gray = to_8_bits(read_photo(path).gray)
        painting = make_painting()
        for name, rival in RIVALS.items():
            took_s = median_s(partial(rival, gray, painting), 1)
            figures |= with_ratios({f"{name}, in memory": took_s}, unit_s)
    if arguments.torch:
        multiple, cores = colorizer.model.size_multiple, usable_cores()
        took = measure_torch(colorizer.model.folder, path, multiple, cores)
        figures["PyTorch network at full size"] = (
            took if isinstance(took, str) else with_ratios({"": took}, unit_s)[""]
        )
    peak = measure_peak(arguments.model, arguments.provider, path, folder / "peak.jpg")
    pixels_mb = SIZES_PX[megapixels][0] * SIZES_PX[megapixels][1] * (2 if arguments.colour else 1) / 1e6
    figures["peak memory, MB"] = f"{peak.whole:.0f}"
    figures["of it beyond program and grey, MB"] = f"{peak.whole - peak.ready - pixels_mb:.0f}"
    figures["greatest change of L*"] = f"{lightness_change:.3f}"
    return figures


def _as_milliseconds(seconds: dict[str, float]) -> dict[str, str]:
    return {name: f"{value * 1000:.0f}" for name, value in seconds.items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "--megapixels",
        type=int,
        nargs="+",
        choices=sorted(SIZES_PX),
        default=DEFAULT_SIZES,
        metavar="N",
        help=f"of {', '.join(map(str, SIZES_PX))} (default {' '.join(map(str, DEFAULT_SIZES))})",
    )
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is shown (default 3)")
    parser.add_argument("--colour", action="store_true", help="colour photographs instead of grey ones")
    parser.add_argument("--no-rivals", action="store_true", help="leave the classic methods out")
    parser.add_argument(
        "--torch", action="store_true", help="also run the network in PyTorch at full size (12 GB of memory)"
    )
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--provider", choices=PROVIDER_NAMES, default=AUTO)
    return parser


if __name__ == "__main__":
    sys.exit(main())
