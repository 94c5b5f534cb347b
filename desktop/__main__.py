"""Where the program starts: a command goes to the command line, anything else opens the window."""

import gc
import io
import os
import re
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

gc.disable()  # what is imported stays; to look through it for garbage again and again would cost 0.03 s

from desktop.cli import main as command_line  # noqa: E402
from desktop.cli.console import say_error  # noqa: E402
from desktop.engine.core.errors import Cancelled  # noqa: E402
from desktop.engine.inference import model_trial  # noqa: E402

gc.enable()

SMOKE_OPTION = "--smoke"  # a built program proves itself; not for people, so not in the help
EXIT_NO_DISPLAY = 3
STANDARD_ERROR = 2
LOCAL_DISPLAY = re.compile(r"(?:unix)?:(\d+)(?:\.\d+)?")  # an X server on this computer, by its number
X_SOCKETS, UNIX_SOCKETS = Path("/tmp/.X11-unix"), Path("/proc/net/unix")
NO_DISPLAY = 'There is no display to open a window on; "tintype colorize --help" tells how to do without.'


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (the process's own by default); returns the exit code."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if argv is None:
        gc.freeze()  # nor is it looked through later, of which the end of the process alone would take 0.06 s
    _make_streams_safe()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # libraries' advice to programmers; `python -W` still shows it
    if arguments == [SMOKE_OPTION]:
        from desktop.smoke import run

        return run.run()
    if arguments[:1] == [model_trial.TRY_OPTION] and len(arguments) == 4:
        return model_trial.answer_trial(*arguments[1:])
    if command_line.is_for_command_line(arguments):
        if argv is None:
            _silence_libraries()
        return command_line.main(arguments)
    if not _has_display():
        say_error(NO_DISPLAY)
        return EXIT_NO_DISPLAY
    try:
        gc.disable()  # as above
        from desktop.ui.main_window import application  # Qt takes half a second, and may not be there

        if argv is None:
            gc.freeze()
        gc.enable()
        return application.main(arguments)
    except KeyboardInterrupt:  # before there was a window to close
        return Cancelled.exit_code


def _has_display() -> bool:
    """Say whether Qt can open a window: without a display it would end the process with a core dump."""
    if not sys.platform.startswith("linux"):
        return True
    if any(os.environ.get(name) for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return True
    display = os.environ.get("DISPLAY", "")
    local = LOCAL_DISPLAY.fullmatch(display)
    return bool(display) if local is None else _is_there(X_SOCKETS / f"X{local[1]}")


def _is_there(address: Path) -> bool:
    """Whether there is a socket of that name, in the file system or in the system's list of those without a file."""
    try:
        return address.exists() or f"@{address}" in UNIX_SOCKETS.read_text("utf-8", errors="replace").split()
    except OSError:
        return True  # nobody tells


def _make_streams_safe() -> None:
    """Give a program without a console somewhere to print, and let no unprintable file name end it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # Windows, started from the desktop
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123 - open for good
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _silence_libraries() -> None:
    """Keep what C libraries print about pictures off the terminal: the program tells of it in its own words.

    They write to file descriptor 2 itself; Python's own standard error goes on to where that led.
    """
    if not isinstance(sys.stderr, io.TextIOWrapper) or sys.stderr.fileno() != STANDARD_ERROR:
        return
    sys.stderr.flush()
    kept = os.fdopen(os.dup(STANDARD_ERROR), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, STANDARD_ERROR)
    os.close(nowhere)
    sys.stderr = io.TextIOWrapper(
        kept, encoding=sys.stderr.encoding, errors="replace", line_buffering=True, write_through=True
    )


if __name__ == "__main__":
    sys.exit(main())
