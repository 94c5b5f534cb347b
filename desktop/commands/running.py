"""Runs a batch to its end, or to Ctrl+C, and reports it."""

import os
import sys
import time
from contextlib import closing
from typing import NoReturn

from desktop.commands.output import say_error
from desktop.commands.report import Report
from desktop.engine.batch import Batch
from desktop.engine.errors import Cancelled
from desktop.engine.leftovers import remove_own


def run_batch(batch: Batch, report: Report) -> float:
    """Report every event; returns how long it took, in seconds. Ctrl+C leaves within half a second."""
    start_s = time.monotonic()
    try:
        with closing(batch.run()) as events:
            for event in events:
                report.tell(event)
    except KeyboardInterrupt:
        report.clear()
        if batch.lingering:
            say_error("Cancelled.")
            leave(Cancelled.exit_code)
        raise
    return time.monotonic() - start_s


def leave(exit_code: int) -> NoReturn:
    """End the process at once: a decoder in the middle of a large picture cannot be called off."""
    remove_own()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(exit_code)
