"""tintype devices: what networks can run on here, what not, and why."""

import argparse
from typing import Any

from desktop.cli.console import columns, say


def add_parser(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("devices", help="show what networks can run on", description=__doc__)
    parser.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Try every device and tell how it went."""
    from desktop.engine.inference.device_probe import provider_reports

    rows = [
        (report.name, "usable" if report.usable else "not usable", report.title, report.reason)
        for report in provider_reports()
    ]
    for line in columns(rows):
        say(line)
    return 0
