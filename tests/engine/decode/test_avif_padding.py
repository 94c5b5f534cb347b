"""Zeros that an encoder fills an AVIF's data up with are no damage, though no decoder needs them."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.engine.decode import avif_check
from desktop.engine.decode.av1_header import HAS_SIZE, units
from desktop.engine.decode.heif_items import read_items
from desktop.engine.decode.reader import read_photo
from tests.support.damaged_files import encoded, put

ZEROS = bytes(40)


def filled_up(content: bytes) -> tuple[avif_check._Picture, bytes]:
    """The coded picture of an AVIF, and its data with zeros behind them, which its last unit takes in."""
    items = read_items(content)
    picture = next(avif_check._pictures(items, items.primary, content))
    *before, frame = units(picture.data)
    head = bytes([frame.head[0] & ~HAS_SIZE]) + frame.head[1:]
    data = picture.data[: before[-1].end] + head + picture.data[frame.start : frame.end] + ZEROS
    return picture, data


@pytest.mark.parametrize("damaged", [False, True])
def test_zeros_behind_the_data_are_no_damage(tmp_path: Path, *, damaged: bool) -> None:
    content = encoded("AVIF", 3)
    picture, data = filled_up(content)
    if damaged:
        middle = len(data) // 2
        data = data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :]
    path = put(tmp_path, avif_check._file(replace(picture, data=data), data), ".avif")
    assert (read_photo(path).damage is not None) == damaged
