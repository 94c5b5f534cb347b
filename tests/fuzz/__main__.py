"""python -m tests.fuzz: gives damaged files of every kind to their readers; only the program's own errors may come out.

Every input follows from its number, so that `--first N --inputs 1` repeats one. They are tried in a process of their
own (`tests.fuzz.worker`), which the system ends where one takes far too much; the next one then begins another.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REPORT_EVERY = 1000
ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Try the inputs one after the other; returns 0, or 1 when a fault was not one of ours."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000, metavar="N", help="default 20000")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="number of the first input")
    arguments = parser.parse_args()
    start_s = time.perf_counter()
    outcomes: Counter[str] = Counter()
    failures = 0
    for line in tried(arguments.first, arguments.inputs):
        number = line["number"]
        if "fault" in line:
            failures += 1
            print(f"input {number} ({line['subject']}): {line['fault']}", flush=True)
        else:
            outcomes[line["outcome"]] += 1
        if number % REPORT_EVERY == REPORT_EVERY - 1:
            print(f"{number + 1} inputs, {failures} failures", file=sys.stderr, flush=True)
    for outcome, count in outcomes.most_common():
        print(f"{count:7} {outcome}")
    print(f"{arguments.inputs} inputs in {time.perf_counter() - start_s:.0f} s, {failures} failures")
    return min(failures, 1)


def tried(first: int, count: int) -> Iterator[dict[str, Any]]:
    """What each input gave, by their numbers; of one that ended the process, how."""
    end = first + count
    while first < end:
        with subprocess.Popen(
            [sys.executable, "-m", "tests.fuzz.worker", str(first), str(end - first)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
        ) as worker:
            assert worker.stdout is not None
            for text in worker.stdout:
                yield json.loads(text)
                first += 1
        if first < end:
            yield {"number": first, "subject": "?", "fault": f"ended its process ({worker.returncode})"}
            first += 1


if __name__ == "__main__":
    sys.exit(main())
