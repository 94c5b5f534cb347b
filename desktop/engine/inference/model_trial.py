"""Tries a model out in a process of its own, with bounds on memory and seconds, that can be cancelled.

A graph from elsewhere may ask for all memory, never end, or crash the runtime; none of that may happen to the program
that the user works with. The process is this program again (`TRY_OPTION`, see `desktop/__main__.py`), so that it
also exists in a built program, which has no Python beside it. It answers with one line of JSON on standard output.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import (
    DamagedModelError,
    ModelKindError,
    ModelNotFoundError,
    ModelRunError,
    TintypeError,
    TooLittleMemoryError,
)
from desktop.engine.core.reasons import PARSE_ERRORS
from desktop.engine.inference.model_registry import Model
from desktop.engine.inference.model_runs import run_once

TRY_OPTION = "--try-model"
SECONDS = 60
BASE_BYTES = 2_000_000_000  # address space of the runtime and of a run
TIMES_OF_GRAPHS = 4  # a graph is in memory as a file, as it is read, and as the runtime arranges it
MAX_ANSWER_BYTES = 10_000
POLL_S = 0.05
FAULTS = {
    fault.exit_code: fault
    for fault in (DamagedModelError, ModelKindError, ModelNotFoundError, ModelRunError, TooLittleMemoryError)
}


def try_out(model: Model, token: CancelToken, seconds: float = SECONDS) -> None:
    """Run every graph of a model once, elsewhere.

    Raises what is wrong with it (one of FAULTS), `ModelRunError` where it takes too long or crashes, `Cancelled`, or
    OSError where no process can be started.
    """
    deadline_s = time.monotonic() + seconds
    with subprocess.Popen(
        [*_this_program(), TRY_OPTION, str(model.folder.absolute()), str(_memory_bytes(model)), str(seconds)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=_program_folder(),
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        try:
            while process.poll() is None:
                token.raise_if_cancelled()
                if time.monotonic() > deadline_s:
                    raise _took_too_long(model, seconds)
                token.wait(POLL_S)
            assert process.stdout is not None
            answer = process.stdout.read(MAX_ANSWER_BYTES)
        finally:
            process.kill()
    _judge(model, answer)


def answer_trial(folder: str, memory_bytes: str, seconds: str) -> int:
    """What the other process does: try the model in `folder` within these bounds, and print what is wrong with it."""
    from desktop.engine.core.memory_limit import limit_own_memory
    from desktop.engine.inference.model_registry import read_manifest

    _end_after(float(seconds))
    limit_own_memory(int(memory_bytes))
    answer: dict[str, object] = {"exit_code": 0}
    try:
        run_once(read_manifest(Path(folder)))
    except TintypeError as error:
        answer = {"exit_code": error.exit_code, "message": str(error)}
    except MemoryError:
        answer = {"exit_code": TooLittleMemoryError.exit_code, "message": ""}
    print(json.dumps(answer))
    return 0


def _end_after(seconds: float) -> None:
    """End this process by then, also when the process that started it has ended. Windows has no such clock."""
    import signal

    if sys.platform != "win32":
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _judge(model: Model, answer: bytes) -> None:
    """Raise what the other process said; nothing where the model is sound."""
    try:
        said = json.loads(answer.splitlines()[-1])
        code, message = said["exit_code"], str(said.get("message", ""))
    except (*PARSE_ERRORS, IndexError) as error:
        raise ModelRunError(f'Model "{model.name}" crashed when it was tried; it cannot be used.') from error
    if code == TooLittleMemoryError.exit_code or (code and not message):
        raise ModelRunError(
            f'Model "{model.name}" takes more than {_memory_bytes(model) // 1_000_000} MB of memory; it cannot be used.'
        )
    if code:
        raise FAULTS.get(code, DamagedModelError)(message)


def _took_too_long(model: Model, seconds: float) -> ModelRunError:
    return ModelRunError(f'Model "{model.name}" does not end within {seconds:g} seconds; it cannot be used.')


def _memory_bytes(model: Model) -> int:
    return BASE_BYTES + TIMES_OF_GRAPHS * sum(graph.size_bytes for graph in model.graphs.values())


def _this_program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]


def _program_folder() -> Path:
    """Where Python finds `desktop`; never the current folder, which may hold another module of that name."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).resolve().parents[3]
