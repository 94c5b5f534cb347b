"""tintype colorize: photographs and films in the colours of a painting or a preset, one by one or by the folder."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.arguments import common
from desktop.cli.arguments.common import ArgumentsError
from desktop.cli.arguments.looks import LookRequest, add_looks
from desktop.cli.arguments.output_paths import OutputRequest, find
from desktop.cli.batch_report import Report
from desktop.cli.batch_runner import leave_lingering, run_batch
from desktop.cli.console import say_error
from desktop.cli.look_preparation import prepare
from desktop.engine.batch.runner import Batch
from desktop.engine.core.errors import Cancelled
from desktop.engine.video.library import is_film_name

EPILOG = (
    "A folder's results go into OUT, its sub-folders mirrored; without -o into a new folder FOLDER-coloured beside "
    "it. A hidden file there remembers what was made from what: give the same command again, and what is there is "
    "not made again, while photographs that were changed, or a changed look, replace the results that were theirs. "
    "Originals are never replaced. A film keeps its sound; the same command goes on with one that was stopped. Exit "
    "codes: 0 all went well; 1 photographs failed for several reasons; 2 wrong "
    "arguments; 4 all went well, but some photographs are damaged; 10 to 99 all that failed did so for this "
    "one reason; 130 cancelled."
)


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "colorize", help="colour photographs and films", description=__doc__, epilog=EPILOG
    )
    parser.add_argument(
        "photos",
        nargs="+",
        type=Path,
        metavar="PHOTO",
        help="a black-and-white photograph, a folder of them, or a film",
    )
    add_looks(parser)
    parser.add_argument(
        "-r",
        "--recursive",
        action="store_true",
        help="look into the sub-folders of a folder, too",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        help="file for one result, or folder, which is made where it is missing; default: beside the photograph",
    )
    parser.add_argument(
        "--pages",
        action="store_true",
        help="take every page of a TIFF for a photograph; else the first, or what is meant by the whole file",
    )
    common.add_results(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Colour every photograph that can be coloured; returns 0, or the code that tells what went wrong."""
    request = LookRequest.of(arguments)
    results = OutputRequest.of(arguments, request.count)
    films = [path for path in arguments.photos if is_film_name(path)]
    if films:
        if len(films) < len(arguments.photos):
            raise ArgumentsError(
                "Give films by themselves, and photographs and folders in a command of their own."
            )
        from desktop.cli.film_runner import run_films  # with all that only films need

        return run_films(films, request, results, quiet=arguments.quiet)
    prepared = prepare(request)
    found = find(arguments.photos, arguments.recursive, results, pages=arguments.pages)
    report = Report(len(found.sources), len(prepared), quiet=arguments.quiet)
    batch = Batch(
        found.sources,
        prepared,
        found.placement,
        strict=arguments.strict,
        skip_coloured=arguments.skip_coloured,
    )
    try:
        run_batch(batch, report, prepared)
    except KeyboardInterrupt:
        if batch.lingering:
            say_error("Cancelled.")
            leave_lingering(batch, Cancelled.exit_code)
        raise
    return report.end(found.unreadable)
