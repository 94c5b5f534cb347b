"""python -m desktop.benchmarks: measure, and print the figures as Markdown."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from desktop.benchmarks.machine import describe_machine, peak_memory_mb
from desktop.benchmarks.scenes import make_photo_file
from desktop.benchmarks.stages import measure
from desktop.benchmarks.table import markdown
from desktop.engine.colorizer import Colorizer
from desktop.engine.errors import TintypeError
from desktop.engine.models import DEFAULT_MODEL, load_model
from desktop.engine.providers import AUTO, PROVIDER_NAMES

SIZES_PX = {2: (1730, 1153), 12: (4240, 2832), 24: (6000, 4000)}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure every size in turn; returns the exit code."""
    arguments = _parser().parse_args(argv)
    try:
        colorizer = Colorizer(load_model(arguments.model), arguments.provider)
    except TintypeError as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return error.exit_code
    results = {}
    with tempfile.TemporaryDirectory(prefix="tintype-benchmark-") as folder:
        for megapixels in arguments.megapixels:
            path = make_photo_file(Path(folder), SIZES_PX[megapixels], colour=arguments.colour)
            results[f"{megapixels} Mpx"] = measure(colorizer, path, Path(folder), arguments.rounds)
    model = colorizer.model
    print(f"{describe_machine()}; model {model.name} {model.version} on {colorizer.provider}; ", end="")
    print(
        f"median of {arguments.rounds} rounds, times in seconds, {'colour' if arguments.colour else 'grey'} JPEG."
    )
    print()
    print(markdown(results))
    print()
    print(f"Peak memory of the whole run: {peak_memory_mb():.0f} MB.")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m desktop.benchmarks", description=__doc__)
    parser.add_argument(
        "--megapixels", type=int, nargs="+", choices=sorted(SIZES_PX), default=sorted(SIZES_PX), metavar="N"
    )
    parser.add_argument("--rounds", type=int, default=3, help="of which the median is shown (default 3)")
    parser.add_argument(
        "--colour", action="store_true", help="measure on colour photographs instead of grey ones"
    )
    parser.add_argument("--model", default=DEFAULT_MODEL)
    parser.add_argument("--provider", choices=PROVIDER_NAMES, default=AUTO)
    return parser


if __name__ == "__main__":
    sys.exit(main())
