"""docs/command-line.md tells every command, and every option by which photographs are coloured."""

import argparse
from pathlib import Path

import pytest

from desktop.cli.main import COMMANDS, make_parser

REFERENCE = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text("utf-8")


def options_of(command: str) -> list[str]:
    """The long options of a command that its help shows."""
    (commands,) = (
        action for action in make_parser()._actions if isinstance(action, argparse._SubParsersAction)
    )
    parser = commands.choices[command]
    return [
        max(action.option_strings, key=len)
        for action in parser._actions
        if action.option_strings and action.help != argparse.SUPPRESS
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_reference(command: str) -> None:
    assert f"| `{command}" in REFERENCE


@pytest.mark.parametrize(
    "option", sorted({*options_of("colorize"), *options_of("watch")} - {"--help", "--recursive", "--output"})
)
def test_every_option_that_colours_is_in_the_reference(option: str) -> None:
    assert f"`{option}" in REFERENCE
