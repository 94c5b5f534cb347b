"""tintype watch: colours photographs as they arrive in a folder, until Ctrl+C."""

import argparse
from contextlib import suppress
from pathlib import Path
from typing import Any

from desktop.cli.arguments import common
from desktop.cli.arguments.looks import LookRequest, add_looks
from desktop.cli.arguments.output_paths import OutputRequest, left_out, made_folder, out_beside
from desktop.cli.batch_report import Report
from desktop.cli.batch_runner import leave_lingering, run_batch
from desktop.cli.console import say, say_notes
from desktop.cli.look_preparation import prepare
from desktop.engine.batch.destinations import Existing, Placement
from desktop.engine.batch.events import Event, Failed
from desktop.engine.batch.ledger import Ledger
from desktop.engine.batch.originals import Originals
from desktop.engine.batch.runner import Batch
from desktop.engine.batch.watch_folder import Watch
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import PictureChangedError, PictureNotFoundError
from desktop.engine.files.presence import is_folder

EPILOG = (
    "What lies in the folder already is coloured too, unless it was before. A photograph is taken when its size and "
    "time have not changed for two seconds; one that is changed later is coloured anew. Ctrl+C ends it; then "
    "photographs that failed are listed, and the exit code is 0 if there are none, else as for colorize."
)


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "watch", help="colour photographs as they arrive in a folder", description=__doc__, epilog=EPILOG
    )
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="where photographs arrive")
    add_looks(parser)
    parser.add_argument("-r", "--recursive", action="store_true", help="watch its sub-folders too")
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="folder for the results; default: FOLDER-coloured beside it"
    )
    common.add_results(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Colour what arrives; returns when it is cancelled."""
    request = LookRequest.of(arguments)
    results = OutputRequest.of(arguments, request.count)
    folder = arguments.folder
    if not is_folder(folder):
        raise PictureNotFoundError(f"There is no folder {folder}; make it first.")
    prepared = prepare(request)
    out = made_folder(arguments.output) if arguments.output is not None else out_beside([folder])
    placement = Placement(results.destination(Existing.SKIP, folder=out), Originals(), Ledger(out))
    cancel = CancelToken()
    watch = Watch(
        folder,
        recursive=arguments.recursive,
        cancel=cancel,
        left_out=lambda path: left_out(path, placement),
        seen=placement.originals.add,
        tell=lambda sentence: say_notes([sentence]),
    )
    if not arguments.quiet:
        say(f"Watching {folder}; results go into {out}. Ctrl+C ends it.")
    report = Report(None, len(prepared), quiet=arguments.quiet)
    batch = Batch(
        watch, prepared, placement, cancel, strict=arguments.strict, skip_coloured=arguments.skip_coloured
    )
    with suppress(KeyboardInterrupt):
        run_batch(batch, report, prepared, lambda event: _again_if_away(watch, event))
    code = report.end()
    leave_lingering(batch, code)
    return code


def _again_if_away(watch: Watch, event: Event) -> None:
    """Have a photograph handed on again if its folder was away or it was still being written."""
    if isinstance(event, Failed) and isinstance(event.error, PictureNotFoundError | PictureChangedError):
        watch.hand_on_again(event.source)
