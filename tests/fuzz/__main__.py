"""python -m tests.fuzz: gives damaged files of every kind to their readers; only the program's own errors may come out.

Every input follows from its number, so that `--first N --inputs 1` repeats one.
"""

import argparse
import faulthandler
import sys
import tempfile
import time
import warnings
from collections import Counter
from pathlib import Path

from tests.fuzz.trial import Trial

REPORT_EVERY = 1000


def main() -> int:
    """Try the inputs one after the other; returns 0, or 1 when a fault was not one of ours."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, metavar="N", help="default 20000")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first input")
    arguments = parser.parse_args()
    faulthandler.enable()  # a decoder that crashes says where
    warnings.simplefilter("ignore")  # what libraries mutter about spoiled files
    start_s = time.perf_counter()
    outcomes: Counter[str] = Counter()
    failures = 0
    with tempfile.TemporaryDirectory(prefix="tintype-fuzz-") as folder:
        trial = Trial(Path(folder))
        for number in range(arguments.first, arguments.first + arguments.inputs):
            try:
                outcomes[trial.run(number)] += 1
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                failures += 1
                print(f"input {number} ({trial.subject}): {type(error).__name__}: {error}"[:300], flush=True)
            if number % REPORT_EVERY == REPORT_EVERY - 1:
                print(f"{number + 1} inputs, {failures} failures", file=sys.stderr, flush=True)
    for outcome, count in outcomes.most_common():
        print(f"{count:7} {outcome}")
    print(f"{arguments.inputs} inputs in {time.perf_counter() - start_s:.0f} s, {failures} failures")
    return min(failures, 1)


if __name__ == "__main__":
    sys.exit(main())
