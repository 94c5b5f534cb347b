"""Options that several commands share."""

import argparse

from desktop.engine.compose import MAX_AMOUNT
from desktop.engine.models import DEFAULT_MODEL
from desktop.engine.providers import AUTO, PROVIDER_NAMES


def add_provider(parser: argparse.ArgumentParser) -> None:
    """Add --provider."""
    parser.add_argument(
        "--provider",
        choices=PROVIDER_NAMES,
        default=AUTO,
        help='what to compute on; "auto" takes the fastest that works ("tintype devices" tells which do)',
    )


def add_model(parser: argparse.ArgumentParser, default: str | None = DEFAULT_MODEL) -> None:
    """Add --model."""
    parser.add_argument(
        "--model", metavar="NAME", default=default, help='a model that "tintype models" shows'
    )


def amount(text: str) -> float:
    """A number that `Adjustments` takes; raises argparse's own fault."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= MAX_AMOUNT:
        raise argparse.ArgumentTypeError(f"{text} is not a number from 0 to {MAX_AMOUNT}")
    return value


def quality(text: str) -> int:
    """A whole number from 1 to 100; raises argparse's own fault."""
    if not text.isdecimal() or not 1 <= int(text) <= 100:
        raise argparse.ArgumentTypeError(f"{text} is not a whole number from 1 to 100")
    return int(text)
