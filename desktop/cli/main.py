"""The command line: finds the command, runs it, and turns every fault into one line and an exit code."""

import argparse
import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from desktop import __version__
from desktop.cli.commands import colorize, devices, lut, models, preset, sheet, watch
from desktop.cli.console import say_error
from desktop.engine.core import paths
from desktop.engine.core.errors import Cancelled, TintypeError
from desktop.engine.core.reasons import cause_of, with_cause
from desktop.engine.files.atomic import write_whole

COMMANDS = {
    "colorize": colorize,
    "sheet": sheet,
    "watch": watch,
    "lut": lut,
    "preset": preset,
    "models": models,
    "devices": devices,
}
EXIT_UNEXPECTED = 70
EXIT_READER_GONE = 141  # what a shell reports of a program that wrote to a closed pipe
EPILOG = (
    "Without a command the window opens, with the photograph that is named if there is one. "
    "Exit codes: 0 all went well; 1 several photographs failed for different reasons; 2 wrong arguments; "
    "3 no display for the window; 4 some photographs are damaged; "
    "10 to 99 one kind of fault, each its own; 130 cancelled."
)


class Parser(argparse.ArgumentParser):
    """Arguments whose faults are told like every other: in one line."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and where help is, then exit with 2."""
        say_error(f"{message} (see {self.prog} --help)")
        sys.exit(2)


def is_for_command_line(arguments: Sequence[str]) -> bool:
    """Whether these arguments are a command or an option, not just a photograph for the window."""
    return bool(arguments) and (arguments[0] in COMMANDS or arguments[0].startswith("-"))


def main(argv: Sequence[str]) -> int:
    """Run a command; returns its exit code. Nothing but the parser's own exits leaves as an exception."""
    try:
        arguments = make_parser().parse_args(argv)
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else 2
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except TintypeError as error:
        say_error(with_cause(str(error), cause_of(error)))
        return error.exit_code
    except KeyboardInterrupt:
        say_error("Cancelled.")
        return Cancelled.exit_code
    except BrokenPipeError:  # whoever read the output, such as `head`, has enough of it
        with contextlib.suppress(OSError, ValueError):
            os.dup2(
                os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
            )  # else Python complains when it ends
        return EXIT_READER_GONE
    except Exception as error:  # noqa: BLE001 - the last resort, so that no user meets a traceback
        return _unexpected(error)


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = Parser(
        prog="tintype",
        description="Colours black-and-white photographs in the colours of a painting.",
        epilog=EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"tintype {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in COMMANDS.values():
        module.add_parser(commands)
    return parser


def _unexpected(error: Exception) -> int:
    summary = " ".join(str(error).split()) or type(error).__name__
    place = _write_report(error)
    advice = f"please report it with {place}" if place else "please report it"
    say_error(f"Something went wrong that should not ({summary}); {advice}.")
    return EXIT_UNEXPECTED


def _write_report(error: Exception) -> Path | None:
    """Keep the traceback where a report can pick it up; None when that is not possible either."""
    path = paths.user_dir() / "last-fault.txt"
    try:
        paths.make_private(path.parent)
        write_whole(
            path,
            f"tintype {__version__}\n{''.join(traceback.format_exception(error))}".encode(errors="replace"),
        )
    except OSError:
        return None
    return path
