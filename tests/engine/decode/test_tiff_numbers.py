"""TIFF whose sizes are written as bytes, and TIFF of one or three inks: read as libtiff and ImageMagick read them."""

import struct
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.reader import read_painting, read_photo
from tests.engine import pictures
from tests.support.plain_tiff import gray_tags, plain_tiff

GRAY, RGB = pictures.ramp(), pictures.colours()
HEIGHT_PX, WIDTH_PX = GRAY.shape


def narrow_tiff(order: str, *, is_big: bool, bits: tuple[int, ...] = (8,)) -> bytes:
    """A TIFF of grey or RGB with every number that fits, and the bits of each channel, written as bytes."""
    values = GRAY if len(bits) == 1 else RGB
    mark = b"II" if order == "<" else b"MM"
    head = struct.pack(f"{order}HHHQ", 43, 8, 0, 16) if is_big else struct.pack(f"{order}HI", 42, 8)
    place, entry = ("Q", "HHQ8s") if is_big else ("I", "HHI4s")
    inline = struct.calcsize(place)
    strip_at = 512
    numbers = {
        256: WIDTH_PX,
        257: HEIGHT_PX,
        259: 1,
        262: 1 if len(bits) == 1 else 2,
        277: len(bits),
        278: HEIGHT_PX,
    }
    fields = {tag: (1, 1, bytes([number])) for tag, number in numbers.items()}
    fields[258] = (1, len(bits), bytes(bits))
    fields |= {
        tag: (16 if is_big else 4, 1, struct.pack(order + place, number))
        for tag, number in ((273, strip_at), (279, values.nbytes))
    }
    directory = struct.pack(order + ("Q" if is_big else "H"), len(fields)) + b"".join(
        struct.pack(order + entry, tag, kind, count, field.ljust(inline, b"\0"))
        for tag, (kind, count, field) in sorted(fields.items())
    )
    return (mark + head + directory + bytes(inline)).ljust(strip_at, b"\0") + values.tobytes()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("is_big", [False, True])
@pytest.mark.parametrize("bits", [(8,), (8, 8, 8)])
def test_numbers_written_as_bytes_count(
    tmp_path: Path, order: str, is_big: bool, bits: tuple[int, ...]
) -> None:
    path = tmp_path / "a.tif"
    path.write_bytes(narrow_tiff(order, is_big=is_big, bits=bits))
    assert np.array_equal(read_painting(path).pixels, np.dstack([GRAY] * 3) if len(bits) == 1 else RGB)
    assert read_photo(path).notices == ()


def inks(folder: Path, values: np.ndarray[tuple[int, ...], np.dtype[np.uint8]], **tags: int) -> Path:
    channels = 1 if values.ndim == 2 else values.shape[2]
    path = folder / "inks.tif"
    path.write_bytes(
        plain_tiff((gray_tags(WIDTH_PX, HEIGHT_PX, t262=5, t277=channels, **tags), values.tobytes()))
    )
    return path


@pytest.mark.parametrize("ink_set", [1, 2])
def test_one_ink_is_black(tmp_path: Path, ink_set: int) -> None:
    photo = read_photo(inks(tmp_path, 255 - GRAY, t332=ink_set))
    assert np.array_equal(photo.gray, GRAY)
    assert photo.notices == ("The file has one ink, which is taken for black.",)


def test_one_ink_and_transparency(tmp_path: Path) -> None:
    photo = read_photo(inks(tmp_path, np.dstack([255 - GRAY, GRAY]), t338=2))
    assert np.array_equal(photo.gray, GRAY)
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha, GRAY)


@pytest.mark.parametrize("ink_set", [1, 2])
def test_three_inks_are_cyan_magenta_and_yellow(tmp_path: Path, ink_set: int) -> None:
    path = inks(tmp_path, 255 - RGB, t332=ink_set)
    assert np.array_equal(read_painting(path).pixels, RGB)
    assert read_photo(path).notices == (
        "The file has three inks, which are taken for cyan, magenta and yellow.",
    )


def test_of_two_inks_nothing_is_known(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedPictureError):
        read_photo(inks(tmp_path, np.dstack([GRAY, GRAY])))
