"""A picture in tiles: every pixel from those that hold it, without seams, and always the same."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.engine.core.arrays import Floats
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.inference.tiling import fade, in_tiles, tile_starts


@given(st.integers(32, 500), st.integers(0, 15))
def test_tiles_cover_a_side_and_overlap_as_much_as_is_wanted(side: int, overlap: int) -> None:
    starts = tile_starts(side, 32, overlap)
    assert (starts[0], starts[-1]) == (0, side - 32)
    assert all(32 - (later - earlier) >= overlap for earlier, later in pairwise(starts))
    assert all(fade(start, side, 32, overlap).min() > 0 for start in starts)


@pytest.mark.parametrize("shape", [(3, 100, 140), (3, 64, 64), (3, 20, 90), (3, 1, 1)])
def test_what_changes_nothing_gives_the_picture_back(shape: tuple[int, ...]) -> None:
    picture = np.random.default_rng(1).random(shape).astype(np.float32)
    tiles: list[tuple[int, ...]] = []

    def work(tile: Floats) -> Floats:
        tiles.append(tile.shape)
        return tile

    np.testing.assert_allclose(in_tiles(work, picture, 64, 20), picture, atol=1e-6)
    assert set(tiles) == {(3, 64, 64)}


def test_tiles_that_differ_as_a_whole_meet_without_a_seam() -> None:
    """As networks with instance normalisation do: each tile in its own light."""
    lights = iter([0.2, 0.8])
    result = in_tiles(
        lambda tile: np.full_like(tile, next(lights)), np.zeros((1, 64, 108), np.float32), 64, 20
    )
    row = result[0, 30]
    assert row[0] == np.float32(0.2)
    assert row[-1] == np.float32(0.8)
    steps = np.diff(row)
    assert steps.min() >= 0
    assert steps.max() < 0.6 / 20 * 1.7  # of a raised cosine; of a hard seam it would be 0.6


def test_calling_off_takes_effect_between_two_tiles() -> None:
    token, seen = CancelToken(), []

    def work(tile: Floats) -> Floats:
        seen.append(1)
        token.cancel()
        return tile

    with pytest.raises(Cancelled):
        in_tiles(work, np.zeros((1, 200, 200), np.float32), 64, 20, token)
    assert len(seen) == 1
