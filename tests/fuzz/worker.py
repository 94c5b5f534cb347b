"""python -m tests.fuzz.worker FIRST COUNT: tries inputs one by one, under limits that the system keeps.

It writes one line of JSON for each input. An input that hangs, crashes or takes far too much ends this process without
its line, so that `tests.fuzz` knows which it was.
"""

import contextlib
import faulthandler
import json
import math
import re
import sys
import tempfile
import time
import warnings
from pathlib import Path

from tests.fuzz.trial import MAX_BYTES, MAX_S, STATUS, Trial

GRACE_S = 2  # beyond MAX_S: the system counts whole seconds, and `Trial` measures the rest
GRACE_BYTES = 1 << 30  # beyond MAX_BYTES: of address space, of which threads take more than they use
MAX_WALL_S = 120.0  # for what waits and takes no processor's time, on a machine that has other work to do


def main() -> int:
    """Try `COUNT` inputs from `FIRST` on; returns 0 whatever they gave."""
    first, count = map(int, sys.argv[1:])
    faulthandler.enable()  # a decoder that crashes says where
    warnings.simplefilter("ignore")  # what libraries mutter about spoiled files
    with tempfile.TemporaryDirectory(prefix="tintype-fuzz-") as folder:
        trial = Trial(Path(folder))
        for number in range(first, first + count):
            faulthandler.dump_traceback_later(MAX_WALL_S, exit=True)
            _limit()
            line: dict[str, object] = {"number": number}
            try:
                line["outcome"] = trial.run(number)
            except Exception as error:  # noqa: BLE001 - this is what is looked for
                line["fault"] = f"{type(error).__name__}: {error}"[:300]
            print(json.dumps(line | {"subject": trial.subject}), flush=True)
    faulthandler.cancel_dump_traceback_later()
    return 0


def _limit() -> None:
    """Have the system end this process, or refuse it memory, where the next input takes far too much."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError):  # a lower limit holds already
        most_s = math.ceil(time.process_time() + MAX_S) + GRACE_S
        resource.setrlimit(resource.RLIMIT_CPU, (most_s, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        found = re.search(r"VmData:\s+(\d+) kB", STATUS.read_text("ascii")) if STATUS.exists() else None
        if found is not None:
            most_bytes = (int(found[1]) << 10) + MAX_BYTES + GRACE_BYTES
            resource.setrlimit(
                resource.RLIMIT_DATA, (most_bytes, resource.getrlimit(resource.RLIMIT_DATA)[1])
            )


if __name__ == "__main__":
    sys.exit(main())
