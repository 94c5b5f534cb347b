"""Pixels between NumPy and Qt: the same values, and memory of their own."""

import gc

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from desktop.ui.base.qimage import on_white, to_array, to_qimage, to_screen


@pytest.mark.parametrize("width", [1, 3, 5, 64])  # rows that do and do not end on four bytes
def test_colour_goes_there_and_back(width: int) -> None:
    rgb = np.random.default_rng(1).integers(0, 256, (7, width, 3), dtype=np.uint8)
    assert np.array_equal(to_array(to_qimage(rgb)), rgb)
    assert np.array_equal(to_array(to_screen(rgb)), rgb)


def test_gray_stays_gray() -> None:
    gray = np.arange(256, dtype=np.uint8).reshape(16, 16)
    assert np.array_equal(to_array(to_qimage(gray)), np.repeat(gray[..., None], 3, axis=2))


def test_16_bits_are_rounded_to_the_nearest_of_8() -> None:
    values = np.arange(65536, dtype=np.uint16).reshape(256, 256)
    expected = np.rint(values / 257).astype(np.uint8)
    assert np.array_equal(to_array(to_qimage(values))[..., 0], expected)


def test_image_outlives_its_array() -> None:
    rgb = np.full((50, 50, 3), 77, np.uint8)
    image = to_qimage(rgb)
    rgb[:] = 0
    del rgb
    gc.collect()
    assert image.pixelColor(10, 10) == QColor(77, 77, 77)


def test_parts_of_arrays_are_taken_whole() -> None:
    rgb = np.random.default_rng(2).integers(0, 256, (20, 30, 3), dtype=np.uint8)
    assert np.array_equal(to_array(to_qimage(rgb[3:9, 4:11])), rgb[3:9, 4:11])


@pytest.mark.parametrize("pixels", [np.zeros((4, 4), np.float32), np.zeros((4, 4, 2), np.uint8)])
def test_what_is_no_picture_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="no picture"):
        to_qimage(pixels)


def test_transparency_survives_or_lies_on_white() -> None:
    image = QImage(2, 1, QImage.Format.Format_RGBA8888)
    image.setPixelColor(0, 0, QColor(200, 10, 10, 255))
    image.setPixelColor(1, 0, QColor(200, 10, 10, 0))
    assert to_array(image)[0].tolist() == [[200, 10, 10, 255], [200, 10, 10, 0]]
    assert to_array(on_white(image))[0].tolist() == [[200, 10, 10], [255, 255, 255]]
