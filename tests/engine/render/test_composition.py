"""A result is composed row by row: the same however it is cut, within little memory."""

import tracemalloc

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, TooLittleMemoryError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import BLOCK_PIXELS, Composition, Region, compose
from desktop.engine.render.lab_lut_fine import shared_fine_table
from tests.support.lightness import MAX_LIGHTNESS_ERROR, flat_chroma, lightness_error, wavy_chroma


def test_the_amount_multiplies_chroma_and_zero_is_the_photograph(gray_values: NDArray[np.uint8]) -> None:
    photo = Photo(None, gray_values)
    untouched = compose(photo, wavy_chroma(), Adjustments(0))
    assert np.array_equal(untouched, np.repeat(gray_values[..., None], 3, axis=2))
    flat = Photo(None, np.full((4, 4), 128, dtype=np.uint8))
    weak = flat_chroma(np.full((2, 2), 10.0), np.full((2, 2), 10.0))
    half, more = (srgb_to_lab(compose(flat, weak, Adjustments(x)) / np.float32(255)) for x in (0.5, 1.5))
    assert half[..., 1:] == pytest.approx(5, abs=0.5)
    assert more[..., 1:] == pytest.approx(15, abs=0.5)


@pytest.mark.parametrize("amount", [-0.1, 1.6, float("nan")])
def test_an_amount_beyond_its_range_is_refused(amount: float) -> None:
    with pytest.raises(ValueError, match="amount"):
        Adjustments(amount)


def photo_of(kind: str, gray_values: NDArray[np.uint8]) -> Photo:
    """A photograph that was "grey", in "colour" (of 8 bits, but its lightness finer), or "deep" (16 bits)."""
    if kind == "grey":
        return Photo(None, gray_values)
    finer = gray_values.astype(np.uint16) * 257
    finer[finer < 65_000] += 101
    return Photo(None, finer, bit_depth=8 if kind == "colour" else 16)


@pytest.mark.parametrize("kind", ["grey", "colour", "deep"])
@pytest.mark.parametrize(("stripe_pixels", "threads"), [(1, 1), (500, 3), (1013, 2), (10**9, 1)])
def test_the_result_does_not_depend_on_how_the_work_is_cut(
    gray_values: NDArray[np.uint8], kind: str, stripe_pixels: int, threads: int
) -> None:
    photo, chroma = photo_of(kind, gray_values), wavy_chroma()
    cut = compose(photo, chroma, Adjustments(1.3), stripe_pixels=stripe_pixels, threads=threads)
    shared_fine_table.cache_clear()
    whole = compose(photo, chroma, Adjustments(1.3))
    assert np.array_equal(whole, cut)


@pytest.mark.parametrize("kind", ["grey", "colour", "deep"])
@pytest.mark.parametrize("region", [Region(0, 0, 120, 90), Region(7, 61, 50, 29), Region(119, 89, 1, 1)])
def test_a_region_is_the_same_part_of_the_whole(
    gray_values: NDArray[np.uint8], kind: str, region: Region
) -> None:
    photo, chroma = photo_of(kind, gray_values), wavy_chroma()
    part = compose(photo, chroma, Adjustments(1.3), region=region)
    shared_fine_table.cache_clear()
    whole = compose(photo, chroma, Adjustments(1.3))
    assert np.array_equal(part, whole[region.slices()])


@pytest.mark.parametrize(("kind", "bit_depth"), [("deep", 16), ("deep", 8), ("colour", 16)])
def test_what_is_deep_is_never_looked_up(
    gray_values: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch, kind: str, bit_depth: int
) -> None:
    photo, chroma = photo_of(kind, gray_values), wavy_chroma()
    result = compose(photo, chroma, Adjustments(), bit_depth=bit_depth)
    monkeypatch.setattr("desktop.engine.render.composition.has_entries", lambda _: False)
    assert np.array_equal(result, compose(photo, chroma, Adjustments(), bit_depth=bit_depth))


def test_rows_may_be_asked_for_in_any_order(gray_values: NDArray[np.uint8]) -> None:
    photo, chroma = Photo(None, gray_values), wavy_chroma()
    composition = Composition(photo, chroma, Adjustments())
    parts = [composition.rows(rows) for rows in (slice(60, 90), slice(0, 1), slice(1, 60))]
    whole = np.concatenate([parts[1], parts[2], parts[0]])
    assert composition.shape == (90, 120)
    assert np.array_equal(whole, compose(photo, chroma, Adjustments()))


def test_a_screen_sized_result_is_that_of_the_shrunken_photograph(gray_values: NDArray[np.uint8]) -> None:
    photo, chroma = Photo(None, gray_values), wavy_chroma()
    small = Photo(None, photo.gray_at((60, 45)))
    screen = compose(photo, chroma, Adjustments(0.4), size_px=(60, 45))
    assert np.array_equal(screen, compose(small, chroma, Adjustments(0.4)))


def test_the_bit_depth_can_be_asked_for(gray_values: NDArray[np.uint8]) -> None:
    photo = Photo(None, gray_values.astype(np.uint16) * 257, bit_depth=16)
    assert compose(photo, wavy_chroma(), Adjustments()).dtype == np.uint16
    assert compose(photo, wavy_chroma(), Adjustments(), bit_depth=8).dtype == np.uint8


@pytest.mark.parametrize("shape", [(1, 1), (1, 300), (300, 1)])
def test_the_smallest_pictures_are_coloured(shape: tuple[int, int]) -> None:
    gray = np.full(shape, 120, dtype=np.uint8)
    rgb = compose(Photo(None, gray), wavy_chroma(), Adjustments())
    assert rgb.shape == (*shape, 3)
    assert lightness_error(rgb, gray).max() < MAX_LIGHTNESS_ERROR


def test_a_cancelled_composition_gives_nothing(gray_values: NDArray[np.uint8]) -> None:
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        compose(Photo(None, gray_values), wavy_chroma(), Adjustments(), cancel=token)


def test_what_the_caller_gets_is_its_own(gray_values: NDArray[np.uint8]) -> None:
    rgb = compose(Photo(None, gray_values), wavy_chroma(), Adjustments())
    assert rgb.flags.owndata
    assert rgb.flags.c_contiguous
    assert rgb.flags.writeable


def test_a_result_that_does_not_fit_into_memory(
    gray_values: NDArray[np.uint8], monkeypatch: pytest.MonkeyPatch
) -> None:
    composition = Composition(Photo(None, gray_values), wavy_chroma(), Adjustments())

    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr(np, "empty", fail)
    with pytest.raises(TooLittleMemoryError, match="120 x 90 px does not fit into memory; save it as JPEG"):
        composition.whole()


def test_a_row_longer_than_a_block_is_made_in_parts_and_takes_little_memory() -> None:
    width = 1_000_000
    chance = np.random.default_rng(2)
    gray = chance.integers(0, 256, (2, width), dtype=np.uint8)
    ab = np.stack([np.linspace(-8, 8, 4096), np.full(4096, 5)])[:, None].astype(np.float32)
    chroma = Chroma.guided(np.full((1, 4096), 0.5, np.float32), ab)
    composition = Composition(Photo(path=None, gray=gray), chroma, Adjustments())
    composition.rows(slice(0, 1))  # what is kept for the next time is there
    tracemalloc.start()
    row = composition.rows(slice(1, 2))
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 40_000_000
    for left in (0, BLOCK_PIXELS - 50, width - 100):
        part = compose(Photo(path=None, gray=gray), chroma, Adjustments(), region=Region(left, 1, 100, 1))
        assert np.array_equal(row[:, left : left + 100], part)
