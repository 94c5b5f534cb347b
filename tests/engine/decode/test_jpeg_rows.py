"""Grey made while a colour JPEG is decoded is the grey of the whole, on any number of cores and whatever the file."""

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.luminance import profile_luminance
from desktop.engine.core.arrays import GrayArray
from desktop.engine.core.errors import DamagedPictureError, TooLittleMemoryError
from desktop.engine.decode import jpeg_rows
from desktop.engine.decode.formats import decode
from desktop.engine.decode.reader import read_photo
from desktop.engine.imaging.grayscale import gray_from_rgb
from desktop.engine.imaging.orientation import upright
from tests.engine import pictures

WIDTH, HEIGHT = 900, 1500  # several stripes, several huge pages
MAX_PIXELS = 10_000_000


@pytest.fixture(params=[1, 2, 5])
def cores(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(jpeg_rows, "usable_cores", lambda: request.param)
    return int(request.param)


def smooth() -> NDArray[np.uint8]:
    """A colour picture (H, W, 3) that differs along both axes."""
    rows, columns = np.mgrid[0:HEIGHT, 0:WIDTH]
    return np.stack([rows % 251, columns % 239, (rows + 2 * columns) % 256], axis=-1).astype(np.uint8)


def written(path: Path, values: NDArray[np.uint8], orientation: int = 1, **options: Any) -> Path:
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.fromarray(values).save(path, exif=exif, **options)
    return path


def of_the_whole(path: Path) -> NDArray[np.uint8]:
    """(H, W, 3), as the file has it."""
    return np.asarray(decode(path, MAX_PIXELS).samples, dtype=np.uint8)


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_is_the_grey_of_the_whole_whichever_way_the_picture_lies(tmp_path: Path, orientation: int) -> None:
    path = written(tmp_path / "photo.jpg", smooth(), orientation)
    photo = read_photo(path)
    assert photo.bit_depth == 8
    assert photo.gray.flags.c_contiguous
    assert np.array_equal(photo.gray, upright(gray_from_rgb(of_the_whole(path)), orientation))


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("options", [{"progressive": True}, {"subsampling": 0}, {"quality": 5}])
def test_it_is_the_grey_of_the_whole_however_the_file_was_written(
    tmp_path: Path, options: dict[str, Any]
) -> None:
    path = written(tmp_path / "photo.jpg", smooth(), **options)
    assert np.array_equal(read_photo(path).gray, gray_from_rgb(of_the_whole(path)))


@pytest.mark.usefixtures("cores")
def test_a_profile_is_honoured(tmp_path: Path) -> None:
    path = written(tmp_path / "photo.jpg", smooth(), icc_profile=pictures.wide_icc())
    rgb = of_the_whole(path)
    expected = gray_from_rgb(rgb, profile_luminance(pictures.wide_icc(), rgb.dtype))
    assert np.array_equal(read_photo(path).gray, expected)
    assert not np.array_equal(expected, gray_from_rgb(rgb))


@pytest.mark.parametrize("icc", [b"nonsense", pictures.gray_icc(1.8)])
def test_a_profile_that_does_not_fit_is_left_out_and_that_is_told(tmp_path: Path, icc: bytes) -> None:
    path = written(tmp_path / "photo.jpg", smooth(), icc_profile=icc)
    photo = read_photo(path)
    assert np.array_equal(photo.gray, gray_from_rgb(of_the_whole(path)))
    assert len(photo.notices) == 1
    assert "profile was left out" in photo.notices[0]


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_colour_jpeg_without_colours_gives_its_very_values(tmp_path: Path, orientation: int) -> None:
    ramp = np.repeat(pictures.ramp(WIDTH, HEIGHT)[..., None], 3, axis=2)
    path = written(tmp_path / "photo.jpg", ramp, orientation)
    expected: GrayArray = of_the_whole(path)[..., 0]
    photo = read_photo(path)
    assert photo.gray.dtype == np.uint8
    assert np.array_equal(photo.gray, upright(expected, orientation))


@pytest.mark.usefixtures("cores")
def test_colours_that_come_late_count_for_the_rows_above_them(tmp_path: Path) -> None:
    values = np.repeat(pictures.ramp(WIDTH, HEIGHT)[..., None], 3, axis=2)
    values[-16:, -16:] = (200, 30, 30)
    path = written(tmp_path / "photo.jpg", values)
    rgb = of_the_whole(path)
    assert np.ptp(rgb[: HEIGHT // 2].astype(int), axis=2).max() == 0
    assert np.array_equal(read_photo(path).gray, gray_from_rgb(rgb))


@pytest.mark.usefixtures("cores")
@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (3000, 1), (WIDTH, 3)])
def test_pictures_of_few_rows_or_columns(tmp_path: Path, size: tuple[int, int]) -> None:
    path = written(tmp_path / "photo.jpg", np.full((size[1], size[0], 3), (20, 90, 200), dtype=np.uint8))
    assert np.array_equal(read_photo(path).gray, gray_from_rgb(of_the_whole(path)))


@pytest.mark.usefixtures("cores")
def test_of_a_picture_that_breaks_off_no_thread_is_left(tmp_path: Path) -> None:
    path = written(tmp_path / "photo.jpg", pictures.colours(WIDTH, HEIGHT))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(DamagedPictureError):
        read_photo(path, strict=True)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("graying")]


def test_a_fault_in_a_thread_is_raised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path / "photo.jpg", smooth())

    def no_memory(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(jpeg_rows, "usable_cores", lambda: 2)
    monkeypatch.setattr(jpeg_rows, "write_gray", no_memory)
    with pytest.raises(TooLittleMemoryError):
        read_photo(path)
