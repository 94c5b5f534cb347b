"""The events of a batch: results that were written, skipped or failed."""

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from desktop.engine.batch.destinations import Place


@dataclass(frozen=True)
class JobResult:
    """What became of one photograph. elapsed_s: seconds by stage: read, predict, compose, write.

    damaged: whether its file could be read in part only, of which the notices tell.
    """

    source: Path
    output: Path
    width_px: int
    height_px: int
    notices: tuple[str, ...]
    elapsed_s: dict[str, float]
    damaged: bool = False


@dataclass(frozen=True)
class Finished:
    """A result was written. number: of the photograph in the batch, from 1."""

    number: int
    preset: str
    result: JobResult


@dataclass(frozen=True)
class Skipped:
    """A result was there already, or a file of its name."""

    number: int
    preset: str
    source: Path
    place: Place


@dataclass(frozen=True)
class Failed:
    """No result could be made. preset: under which look; "" when the photograph itself is at fault.

    error: a `TintypeError` as a rule, `Cancelled` where the photograph was dropped (`Batch.drop`); anything else is a
    fault of the program. count: how many results are lost.
    """

    number: int
    preset: str
    source: Path
    error: Exception
    count: int = 1


Event: TypeAlias = Finished | Skipped | Failed
