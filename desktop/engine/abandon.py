"""For work that does not listen: a codec inside a large picture cannot be called off, but nobody need wait for it."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextvars import copy_context
from typing import TypeVar

from desktop.engine.cancel import CancelToken

Result = TypeVar("Result")

POLL_S = 0.05


def unless_cancelled(work: Callable[[], Result], cancel: CancelToken | None) -> Result:
    """What `work` gives or raises, or `Cancelled` as soon as `cancel` is called.

    Work that was begun then goes on by itself to its end, and what it gives is dropped: it must change nothing.
    """
    if cancel is None:
        return work()
    cancel.raise_if_cancelled()
    done: Future[Result] = Future()
    context = copy_context()

    def run() -> None:
        try:
            done.set_result(context.run(work))
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            done.set_exception(error)

    # Not a pool's: the program's end would wait for those.
    threading.Thread(target=run, name="unless-cancelled", daemon=True).start()
    while not wait((done,), timeout=POLL_S).done:
        cancel.raise_if_cancelled()
    return done.result()
