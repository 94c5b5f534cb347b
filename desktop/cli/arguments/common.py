"""Options that several commands share."""

import argparse
from collections.abc import Callable

from desktop.engine.batch.destinations import Existing
from desktop.engine.batch.output_options import Layout
from desktop.engine.core.errors import TintypeError
from desktop.engine.core.limits import DEFAULT_MEGAPIXELS, LIMIT_VARIABLE, set_max_megapixels
from desktop.engine.core.memory import MEMORY_VARIABLE, set_max_memory_mb
from desktop.engine.decode.colourfulness import COLOURED
from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.engine.files.naming import DEFAULT_TEMPLATE, TEMPLATE_FIELDS
from desktop.engine.inference.model_registry import DEFAULT_MODEL
from desktop.engine.inference.providers import AUTO, PROVIDER_NAMES

FORMATS = {"jpeg": ".jpg", "png": ".png", "tiff": ".tif", "webp": ".webp"}


class ArgumentsError(TintypeError, ValueError):
    """Arguments of which each makes sense, but not all of them together."""

    exit_code = 2  # as for arguments that make no sense by themselves


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


def add_results(parser: argparse.ArgumentParser) -> None:
    """Add what is said of results: --name, --existing, --format, --quality, --before-after, --mark and others."""
    parser.add_argument(
        "--name",
        metavar="TEMPLATE",
        help=f'how results are called, without their ending (default "{DEFAULT_TEMPLATE}"); fields: '
        + ", ".join(f"{{{name}}} {meaning}" for name, meaning in TEMPLATE_FIELDS.items()),
    )
    parser.add_argument(
        "--existing",
        choices=[policy.value for policy in Existing],
        help="what to do where a file of the result's name is there already (default: skip for folders, rename "
        "for photographs named one by one, overwrite for a file named with -o)",
    )
    parser.add_argument(
        "--format",
        choices=sorted(FORMATS),
        help="format of the results; default: as the photograph, else PNG",
    )
    parser.add_argument(
        "--quality",
        type=whole_number(1, 100),
        default=DEFAULT_QUALITY,
        metavar="1..100",
        help=f"of JPEG and WebP (default {DEFAULT_QUALITY})",
    )
    parser.add_argument(
        "--before-after",
        choices=[layout.value for layout in Layout if layout is not Layout.RESULT],
        help="show the photograph beside its result on the same picture: its left half, or all of it",
    )
    parser.add_argument(
        "--mark",
        action="store_true",
        help="put a small painter's palette into a corner of the results, by which people see that they are coloured "
        "(their metadata always say so)",
    )
    parser.add_argument(
        "--skip-coloured",
        action="store_true",
        help="leave photographs alone that have colours already: on the mean more than "
        f"{COLOURED:g} units of CIELAB from the tint of their lightness, so that sepia does not count",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="let damaged photographs fail; else they are coloured as far as they can be read, listed, and the exit "
        "code is 4",
    )
    add_limit(parser)
    add_quiet(parser)


def add_limit(parser: argparse.ArgumentParser) -> None:
    """Add --max-megapixels and --max-memory, which take effect as they are parsed."""
    parser.add_argument(
        "--max-megapixels",
        type=_limit,
        metavar="N",
        help=f"refuse larger pictures (default {DEFAULT_MEGAPIXELS}, or {LIMIT_VARIABLE} from the environment)",
    )
    parser.add_argument(
        "--max-memory",
        type=_memory,
        metavar="MB",
        help="refuse pictures that would take more memory to open (default half of what is free, or "
        f"{MEMORY_VARIABLE} from the environment)",
    )


def _memory(text: str) -> int:
    megabytes = whole_number(16, 10_000_000)(text)
    set_max_memory_mb(megabytes)
    return megabytes


def _limit(text: str) -> int:
    megapixels = whole_number(1, 100_000)(text)
    set_max_megapixels(megapixels)
    return megapixels


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """Add --quiet."""
    parser.add_argument("-q", "--quiet", action="store_true", help="print failures only")


def whole_number(least: int, most: int) -> Callable[[str], int]:
    """A type for arguments: whole numbers in that range; raises argparse's own fault for anything else."""

    def parse(text: str) -> int:
        if not text.isdecimal() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not a whole number from {least} to {most}")
        return int(text)

    return parse
