"""The geometry of zooming and panning."""

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF

from desktop.ui.document.viewport import MARGIN_PX, MAX_ZOOM, Viewport


@pytest.fixture
def view() -> Viewport:
    return Viewport(6000, 4000, QSizeF(900, 700))


def test_fitted_photo_is_centred_with_a_margin(view: Viewport) -> None:
    target = view.target()
    assert target.left() == MARGIN_PX
    assert target.center().y() == pytest.approx(350, abs=1)
    assert view.preview_size_px() == (860, 573)
    assert view.visible_px() == QRect(0, 0, 6000, 4000)


def test_screen_pixels_are_counted_not_points(view: Viewport) -> None:
    sharp = Viewport(6000, 4000, QSizeF(900, 700), device_ratio=2.0)
    assert sharp.preview_size_px() == (1720, 1147)
    assert sharp.target().width() == pytest.approx(view.target().width(), abs=1)


def test_preview_is_never_larger_than_the_photo() -> None:
    small = Viewport(100, 50, QSizeF(900, 700))
    assert small.preview_size_px() == (100, 50)
    assert small.target().width() > 700


@pytest.mark.parametrize("size", [(1, 1), (20000, 100), (100, 20000)])
def test_odd_shapes_have_a_place(size: tuple[int, int]) -> None:
    view = Viewport(*size, QSizeF(900, 700))
    assert QRectF(0, 0, 900, 700).contains(view.target())
    assert min(view.preview_size_px()) >= 1


@pytest.mark.parametrize("position", [QPointF(450, 350), QPointF(700, 300), QPointF(300, 420)])
def test_zooming_keeps_the_pixel_under_the_cursor(view: Viewport, position: QPointF) -> None:
    before = view.to_photo(position)
    after = view.zoomed(6.0, position).to_photo(position)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()), abs=2.0)


def test_zoom_has_ends(view: Viewport) -> None:
    middle = QPointF(450, 350)
    assert view.zoomed(1e6, middle).scale == MAX_ZOOM
    assert view.zoomed(4.0, middle).zoomed(1e-6, middle).fits


def test_small_photo_is_seen_at_its_own_size_too() -> None:
    middle = QPointF(450, 350)
    small = Viewport(300, 200, QSizeF(900, 700))
    own = small.zoomed_to(1.0, middle)
    assert (own.scale, own.fits) == (1.0, False)
    assert own.target() == QRectF(300, 250, 300, 200)
    assert own.zoomed(1e-6, middle) == own
    assert own.resized(QSizeF(600, 500), 1.0).scale == 1.0
    assert own.zoomed(1e6, middle).fits  # on the way in, it fits first
    assert own.zoomed(1e6, middle).zoomed(1e6, middle).scale == MAX_ZOOM


def test_hand_moves_the_photo_but_not_away(view: Viewport) -> None:
    close = view.zoomed_to(1.0, QPointF(450, 350))
    moved = close.panned(QPointF(100, -50))
    assert moved.center == QPointF(2900, 2050)
    corner = close.panned(QPointF(1e5, 1e5))
    assert corner.target().topLeft() == QPointF(0, 0)
    assert corner.visible_px() == QRect(0, 0, 900, 700)


def test_region_is_what_is_seen_and_some_more(view: Viewport) -> None:
    close = view.zoomed_to(1.0, QPointF(450, 350))
    assert close.region_px().contains(close.visible_px())
    assert close.region_px().width() == 900 + 2 * 225


def test_larger_window_keeps_zoom_until_all_is_seen(view: Viewport) -> None:
    close = view.zoomed_to(0.2, QPointF(450, 350))
    assert close.resized(QSizeF(1000, 700), 1.0).scale == 0.2
    assert close.resized(QSizeF(3000, 2000), 1.0).fits
