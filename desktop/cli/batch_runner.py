"""Runs a batch and reports it, and leaves within half a second when it is cancelled."""

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing

from desktop.cli.batch_report import Report
from desktop.cli.look_preparation import notices
from desktop.engine.batch.events import Event
from desktop.engine.batch.runner import Batch
from desktop.engine.files.temporary_files import remove_own
from desktop.engine.render.pipeline import RenderRequest


def run_batch(
    batch: Batch,
    report: Report,
    looks: Sequence[RenderRequest],
    heard: Callable[[Event], object] = lambda _: None,
) -> None:
    """Report every event as it happens, and what the looks' devices have to say, each notice once.

    heard: is given every event, too. Ctrl+C comes out as KeyboardInterrupt.
    """
    told: set[str] = set()
    try:
        with closing(batch.run()) as events:
            report.note(notices(looks), told)
            for event in events:
                report.tell(event)
                heard(event)
                report.note(notices(looks), told)  # a device may fail in the middle of the work
    finally:
        report.clear()


def leave_lingering(batch: Batch, exit_code: int) -> None:
    """End the process, half-written files removed, if a thread of the batch is still at work.

    A decoder in the middle of a large picture cannot be cancelled, and Python would wait for it.
    """
    if not batch.lingering:
        return
    remove_own()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(exit_code)
