"""The heart of the program: the photograph's own lightness, displayable colours, the same however it is cut."""

import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import lightness, srgb_decode, srgb_to_lab
from desktop.engine.core.arrays import Floats, GrayArray, RgbArray
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, TooLittleMemoryError
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import BLOCK_PIXELS, Composition, Region, compose
from desktop.engine.render.lab_lut_fine import shared_fine_table
from tests.engine import pictures

MAX_LIGHTNESS_ERROR = 0.3  # the promise is 0.5; half a step of 8-bit grey is 0.26 at worst


def flat_chroma(a: Floats, b: Floats) -> Chroma:
    """Chroma that is a (h, w), b (h, w) whatever the grey."""
    ab = np.stack([a, b]).astype(np.float32)
    return Chroma(ab=ab, coefficients=np.concatenate([np.zeros_like(ab), ab]), guide=ab[0])


def all_hues(width: int, chroma: float) -> Chroma:
    turn = np.linspace(0, 2 * np.pi, width)[None]
    a, b = chroma * np.cos(turn), chroma * np.sin(turn)
    return flat_chroma(a.astype(np.float32), b.astype(np.float32))


def wavy_chroma() -> Chroma:
    rows, columns = np.mgrid[0:12, 0:16]
    a, b = 60 * np.sin(rows / 3 + columns / 5), 70 * np.cos(columns / 4)
    return flat_chroma(a.astype(np.float32), b.astype(np.float32))


def lightness_error(rgb: RgbArray, gray: GrayArray) -> Floats:
    got = srgb_to_lab(rgb.astype(np.float32) / np.float32(np.iinfo(rgb.dtype).max))[..., 0]
    want = lightness(srgb_decode(gray.astype(np.float32) / np.float32(np.iinfo(gray.dtype).max)))
    return np.abs(got - want)


@pytest.mark.parametrize("chroma", [5, 40, 150, 400])
def test_lightness_holds_at_every_grey_level_and_hue_in_8_bits(chroma: float) -> None:
    gray = np.repeat(np.arange(256, dtype=np.uint8)[:, None], 720, axis=1)
    rgb = compose(Photo(None, gray), all_hues(720, chroma), Adjustments())
    assert rgb.dtype == np.uint8
    assert lightness_error(rgb, gray).max() < MAX_LIGHTNESS_ERROR


def test_lightness_holds_in_16_bits() -> None:
    gray = np.repeat(np.arange(65536, dtype=np.uint16)[:, None], 24, axis=1)
    rgb = compose(Photo(None, gray, bit_depth=16), all_hues(24, 150), Adjustments())
    assert rgb.dtype == np.uint16
    assert lightness_error(rgb, gray).max() < 0.01


@pytest.mark.parametrize("chroma", [5, 40, 120, 150])  # beyond 127 nothing is looked up
def test_lightness_of_a_colour_photograph_holds_in_its_8_bits(chroma: float) -> None:
    gray = np.repeat(np.arange(0, 65536, 97, dtype=np.uint16)[:, None], 360, axis=1)
    rgb = compose(Photo(None, gray, bit_depth=8), all_hues(360, chroma), Adjustments())
    assert rgb.dtype == np.uint8
    assert lightness_error(rgb, gray).max() < MAX_LIGHTNESS_ERROR


def test_lightness_holds_at_24_megapixels() -> None:
    gray = np.random.default_rng(7).integers(0, 256, (4000, 6000), dtype=np.uint8)
    rgb = compose(Photo(None, gray), wavy_chroma(), Adjustments(1.5))
    assert lightness_error(rgb[::40], gray[::40]).max() < MAX_LIGHTNESS_ERROR


def test_hue_holds_where_chroma_must_give_way() -> None:
    gray = np.repeat(np.arange(0, 65536, 64, dtype=np.uint16)[:, None], 720, axis=1)
    lab = srgb_to_lab(
        compose(Photo(None, gray, bit_depth=16), all_hues(720, 200), Adjustments()) / np.float32(65535)
    )
    chroma = np.hypot(lab[..., 1], lab[..., 2])
    wanted = np.linspace(0, 2 * np.pi, 720)
    turned = np.angle(np.exp(1j * (np.arctan2(lab[..., 2], lab[..., 1]) - wanted)))
    assert (
        np.degrees(np.abs(turned[chroma > 2])).max() < 0.6
    )  # the promise is 1; nearer to grey nobody sees it
    assert chroma[300:900].min() > 10


def test_displayable_chroma_is_given_as_it_is() -> None:
    gray = np.full((8, 8), 128, dtype=np.uint8)
    chroma = flat_chroma(np.full((2, 2), 20.0), np.full((2, 2), -15.0))
    lab = srgb_to_lab(compose(Photo(None, gray), chroma, Adjustments()) / np.float32(255))
    assert lab[..., 1] == pytest.approx(20, abs=0.5)
    assert lab[..., 2] == pytest.approx(-15, abs=0.5)


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


@pytest.mark.parametrize("kind", ["RGB", "RGBA", "in Adobe RGB"])
def test_a_colour_photograph_keeps_its_lightness_in_every_mode(tmp_path: Path, kind: str) -> None:
    rgb = pictures.colours()
    alpha = np.tile(np.arange(rgb.shape[1], dtype=np.uint8), (rgb.shape[0], 1))
    icc = pictures.wide_icc() if kind == "in Adobe RGB" else b""
    saved = np.dstack([rgb, alpha]) if kind == "RGBA" else rgb
    Image.fromarray(saved).save(tmp_path / "photo.png", icc_profile=icc)
    photo = read_photo(tmp_path / "photo.png")
    result = compose(photo, wavy_chroma(), Adjustments())
    assert (photo.gray.dtype, result.dtype) == (np.uint16, np.uint8)
    assert lightness_error(result, photo.gray).max() < MAX_LIGHTNESS_ERROR
    if kind != "in Adobe RGB":
        unit = rgb / np.float32(255)
        change = srgb_to_lab(result / np.float32(255))[..., 0] - srgb_to_lab(unit)[..., 0]
        assert np.abs(change).max() < MAX_LIGHTNESS_ERROR


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


def test_a_screen_sized_result_has_the_shrunken_photographs_lightness(gray_values: NDArray[np.uint8]) -> None:
    photo = Photo(None, gray_values)
    rgb = compose(photo, wavy_chroma(), Adjustments(), size_px=(40, 30))
    assert rgb.shape == (30, 40, 3)
    assert lightness_error(rgb, photo.gray_at((40, 30))).max() < MAX_LIGHTNESS_ERROR


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
