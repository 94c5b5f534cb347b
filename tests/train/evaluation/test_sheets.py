"""Sheets of pictures: what is laid out where, and which pictures are picked."""

import numpy as np
import pytest
import torch

from train.core.config import NetworkConfig
from train.data.cache import PictureCache
from train.evaluation.baselines import untouched_gray
from train.evaluation.sheets import (
    contact_sheet,
    guess_sheet,
    lightness_of,
    one_by_source,
    pick,
    spread_out,
    tile,
    worst_sheet,
)
from train.networks.base import TransferNetwork
from train.networks.factory import build_network

SIDE_PX, STEP_PX, LABEL_PX = 64, 70, 20


@pytest.fixture(scope="module")
def squares(pictures: PictureCache) -> PictureCache:
    pixels = pictures.pixels[:4].repeat(2, axis=1).repeat(2, axis=2)[:, :SIDE_PX, :SIDE_PX]
    return PictureCache(np.ascontiguousarray(pixels), ["one", "two", "two", "two"])


@pytest.fixture(scope="module")
def network() -> TransferNetwork:
    torch.manual_seed(0)
    return build_network(NetworkConfig(widths=(8,) * 5, style_widths=(8,))).eval()


def _at(sheet: np.ndarray, row: int, column: int, labels_px: int = 0) -> np.ndarray:
    top, left = 6 + row * STEP_PX + labels_px, 6 + column * STEP_PX
    return sheet[top : top + SIDE_PX, left : left + SIDE_PX]


def test_photos_go_down_and_paintings_across(squares: PictureCache, network: TransferNetwork) -> None:
    photos, paintings = pick(squares, np.array([0, 1])), pick(squares, np.array([2, 3, 0]))
    sheet = np.asarray(contact_sheet(network, photos, paintings, working_px=64, style_px=64))
    assert sheet.shape == (6 + 3 * STEP_PX, 6 + 5 * STEP_PX, 3)
    assert np.array_equal(_at(sheet, 0, 2), squares.pixels[2])
    assert np.array_equal(_at(sheet, 2, 0), squares.pixels[1])
    # A photo under itself is nearer to itself than under another painting.
    own, other = (np.abs(_at(sheet, 1, column).astype(int) - squares.pixels[0]).mean() for column in (4, 2))
    assert own < other


def test_degraded_photos_are_shown_and_coloured_as_such(
    squares: PictureCache, network: TransferNetwork
) -> None:
    clean, aged = (lightness_of(squares, degraded=degraded) for degraded in (False, True))
    assert (clean - aged).abs().mean() > 1.0
    assert torch.equal(aged, lightness_of(squares, degraded=True))
    sheet = contact_sheet(network, squares, squares, working_px=64, style_px=64, lightness=aged)
    shown = _at(np.asarray(sheet), 1, 0).astype(int)
    assert np.ptp(shown, axis=2).max() <= 1
    assert sheet.width == 6 + 5 * STEP_PX


def test_names_stand_below_the_paintings_and_fit(squares: PictureCache, network: TransferNetwork) -> None:
    names = ["a very long name that no square of this size could hold", "", "b", "c"]
    sheet = np.asarray(contact_sheet(network, squares, squares, working_px=64, style_px=64, names=names))
    strip = sheet[6 + SIDE_PX : STEP_PX + LABEL_PX]
    written = [int(strip[:, 6 + column * STEP_PX :][:, :SIDE_PX].max()) > 200 for column in range(6)]
    assert written == [False, False, True, False, True, True]
    assert (strip[:, 3 * STEP_PX : 3 * STEP_PX + 6] == 119).all()
    assert np.array_equal(_at(sheet, 1, 0, LABEL_PX), squares.pixels[0])


def test_the_worst_stand_beside_the_truth(squares: PictureCache, network: TransferNetwork) -> None:
    sheet = worst_sheet(network, squares, squares, [3, 1], working_px=64, style_px=64)
    pixels = np.asarray(sheet)
    assert sheet.size == (6 + 6 * STEP_PX, 6 + 2 * (STEP_PX + LABEL_PX))
    assert np.array_equal(_at(pixels, 0, 1), squares.pixels[3])
    assert np.array_equal(_at(pixels, 1, 4, LABEL_PX), squares.pixels[1])


def test_guesses_stand_between_the_grey_and_the_photo(squares: PictureCache) -> None:
    guesses = {"grey": untouched_gray, "true": lambda _, own: own[:, 1:]}
    pixels = np.asarray(guess_sheet(guesses, pick(squares, np.array([0, 1, 2])), across=2))
    assert pixels.shape[:2] == (6 + 2 * (STEP_PX + LABEL_PX), 6 + 8 * STEP_PX)
    shown = [_at(pixels, 0, column).astype(int) for column in range(8)]
    assert np.ptp(shown[0], axis=2).max() <= 1
    assert np.array_equal(shown[0], shown[1])
    assert np.abs(shown[2] - shown[3]).max() <= 1
    assert np.array_equal(shown[7], squares.pixels[1])
    assert np.array_equal(_at(pixels, 1, 3, LABEL_PX), squares.pixels[2])
    assert (_at(pixels, 1, 4, LABEL_PX) == 119).all()


def test_pictures_are_picked_evenly_or_from_every_collection_in_turn(squares: PictureCache) -> None:
    assert spread_out(squares, 2).tolist() == [0, 3]
    assert spread_out(squares, 9).tolist() == [0, 1, 2, 3]
    assert one_by_source(squares, 3).tolist() == [1, 0, 2]


def test_rows_without_labels_have_no_room_for_them() -> None:
    black = np.zeros((8, 8, 3), np.uint8)
    assert tile([[black], [black]]).size == (20, 34)
    assert tile([[black], [None]], [["a"], [""]]).size == (20, 54)
