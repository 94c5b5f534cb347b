"""What both tables of colours promise: what they look up depends on nothing that was looked up before."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.arrays import Floats
from desktop.engine.render.lab_lut import shared_table
from desktop.engine.render.lab_lut_fine import shared_fine_table
from tests.support.colour_tables import by_fine_table, by_table, random_pixels


@dataclass(frozen=True)
class Table:
    """A table, the grey that it is for, and how far from grey its colours are tried."""

    dtype: type[np.unsignedinteger[Any]]
    look_up: Callable[..., NDArray[np.uint8]]
    clear: Callable[[], None]
    reach: float

    def pixels(self, seed: int) -> tuple[NDArray[Any], Floats, Floats]:
        return random_pixels(self.dtype, seed, self.reach)


@pytest.fixture(
    params=[
        Table(np.uint8, by_table, shared_table.cache_clear, 40),
        Table(np.uint16, by_fine_table, shared_fine_table.cache_clear, 40),
        Table(np.uint16, by_fine_table, shared_fine_table.cache_clear, 4),
    ],
    ids=["8 bits", "16 bits", "16 bits, few chromas"],
)
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    found: Table = request.param
    found.clear()
    yield found
    found.clear()


def test_what_was_met_before_changes_nothing(table: Table) -> None:
    gray, a, b = table.pixels(3)
    at_once = table.look_up(gray, a, b)
    table.clear()
    places = [slice(i, i + 1) for i in reversed(range(200))]
    one_by_one = [table.look_up(gray[at], a[at], b[at]) for at in places]
    assert np.array_equal(np.concatenate(one_by_one[::-1]), at_once[:200])
    assert np.array_equal(table.look_up(gray, a, b), at_once)


def test_four_channels_are_the_same_and_no_entry_is_empty(table: Table) -> None:
    gray, a, b = table.pixels(4)
    gray[:100] = 0  # black is what an entry that was never worked out would look like
    wide = table.look_up(gray, a, b, 4)
    assert np.array_equal(wide[:, :3], table.look_up(gray, a, b))
    assert (wide[:, 3] == 255).all()
