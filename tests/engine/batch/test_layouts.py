"""Before and after on one picture, and the visible mark: the same from every format and in every stripe."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.batch.layouts import laid_out, surroundings
from desktop.engine.batch.output_options import Layout, OutputOptions
from desktop.engine.batch.saving import develop, write_result
from desktop.engine.core.cancellation import CancelToken
from desktop.engine.decode.reader import read_photo
from desktop.engine.encode.writer import WRITABLE_SUFFIXES
from desktop.engine.imaging.photo import Photo
from desktop.engine.inference.colorizer import Colorizer
from desktop.engine.render.before_after import BeforeAfter
from desktop.engine.render.visible_mark import MarkedPicture
from tests.engine import pictures
from tests.support.edits import edit_of, request_of

LOOK = edit_of("Rust", (0.5, -0.2, -0.3, *([0.0] * 29)))
GRAY = np.arange(200 * 300, dtype=np.uint32).reshape(200, 300).astype(np.uint8)
RGB = np.dstack([GRAY, GRAY // 2, 255 - GRAY])


def test_split_shows_half_of_each_in_the_photographs_own_size() -> None:
    split = BeforeAfter(GRAY, RGB, side_by_side=False).whole()
    assert split.shape == RGB.shape
    assert np.array_equal(split[:, :145], np.repeat(GRAY[:, :145, None], 3, 2))
    assert np.array_equal(split[:, 155:], RGB[:, 155:])
    assert (split[:, 150] == 255).all()


def test_side_by_side_shows_both_whole() -> None:
    picture = BeforeAfter(GRAY, RGB, side_by_side=True)
    both = picture.whole()
    assert np.array_equal(both[:, :300], np.repeat(GRAY[..., None], 3, 2))
    assert np.array_equal(both[:, -300:], RGB)
    assert (both[:, 300:-300] == 255).all()
    assert both.shape == picture.shape == (200, 600 + picture.gap_px, 3)


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("layout", list(Layout))
def test_every_stripe_is_that_of_the_whole(deep: bool, layout: Layout) -> None:
    gray = GRAY.astype(np.uint16) * 257 if deep else GRAY
    rgb = RGB.astype(np.uint16) * 257 if deep else RGB
    picture = BeforeAfter(gray, rgb, side_by_side=layout is Layout.SIDE_BY_SIDE)
    marked = MarkedPicture(rgb if layout is Layout.RESULT else picture)
    whole = marked.whole()
    stripes = [marked.rows(slice(top, min(top + 7, 200)), 4) for top in range(0, 200, 7)]
    assert np.array_equal(np.concatenate(stripes), whole)
    assert whole.dtype == gray.dtype


def test_the_mark_is_small_in_the_lower_right_corner_and_seen_on_any_ground() -> None:
    for ground in (0, 128, 255):
        plain = np.full((400, 600, 3), ground, np.uint8)
        changed = np.abs(MarkedPicture(plain).whole().astype(int) - plain).max(axis=2) > 60
        rows, columns = np.nonzero(changed)
        assert rows.min() > 350
        assert columns.min() > 550
        assert changed.sum() > 50
    assert (plain == 255).all()  # what is marked is a copy
    assert np.array_equal(MarkedPicture(plain[:10, :10]).whole(), plain[:10, :10])  # no room for it


@pytest.mark.parametrize("suffix", WRITABLE_SUFFIXES)
@pytest.mark.parametrize("layout", list(Layout))
def test_files_show_the_layout(
    colorizer: Colorizer, photo_file: Path, tmp_path: Path, suffix: str, layout: Layout
) -> None:
    photo, request, path = read_photo(photo_file), request_of(LOOK, colorizer), tmp_path / f"out{suffix}"
    options = OutputOptions(layout=layout, mark=True)
    picture = develop(request, photo, path, CancelToken(), {}, options.of(photo), options)
    write_result(picture, request, photo, path, quality=100, options=options)
    with Image.open(path) as image:
        width_px = 244 if layout is Layout.SIDE_BY_SIDE else 120
        assert image.size == (width_px, 90)
        left = np.asarray(image.convert("RGB")).astype(int)[:, :50]
    spread = (left.max(axis=2) - left.min(axis=2)).mean()
    assert spread > 20 if layout is Layout.RESULT else spread < 3


def test_transparency_follows() -> None:
    alpha = np.zeros_like(GRAY)
    photo = Photo(None, GRAY, alpha=alpha)
    options = OutputOptions(layout=Layout.SIDE_BY_SIDE, mark=True)
    picture = laid_out(BeforeAfter(GRAY, RGB, side_by_side=False), photo, options)
    around = surroundings(photo, picture, options).alpha
    assert around is not None
    assert around.shape == picture.shape[:2]
    assert not around[:150, :300].any()
    assert around[-16, -16] > 0
    assert not alpha.any()


def test_a_plain_form_costs_nothing_and_leaves_old_ledgers_good() -> None:
    photo = Photo(None, pictures.ramp())
    picture = BeforeAfter(GRAY, RGB, side_by_side=False)
    assert laid_out(picture, photo, OutputOptions()) is picture
    assert surroundings(photo, photo.gray, OutputOptions()) is photo
    assert set(OutputOptions(percent=50).described) == {"long_side_px", "percent", "deep", "metadata"}
    assert OutputOptions(mark=True).described["mark"] is True
    assert OutputOptions(layout=Layout.SPLIT).described["layout"] == "split"
