"""Camera RAW through a stand-in for rawpy, and what is said where rawpy is not installed."""

import io
import re
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Self

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError, PictureTooLargeError, UnsupportedPictureError
from desktop.engine.decode import raw
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures


class LibRawError(Exception):
    pass


class LibRawFileUnsupportedError(LibRawError):
    pass


class StandIn:
    """What the program uses of rawpy. `preview` is the JPEG in the file; `fault` is raised by developing."""

    LibRawError = LibRawError
    LibRawFileUnsupportedError = LibRawFileUnsupportedError
    ColorSpace = SimpleNamespace(sRGB="sRGB")
    ThumbFormat = SimpleNamespace(JPEG="JPEG", BITMAP="BITMAP")
    sizes = SimpleNamespace(width=64, height=48)

    def __init__(self) -> None:
        self.preview: bytes | None = None
        self.fault: Exception | None = None
        self.options: dict[str, Any] = {}
        self.closed = False

    def imread(self, file: Any) -> Self:
        if file.read(3) != b"RAW":
            raise LibRawFileUnsupportedError(b"Unsupported file format")
        return self

    def postprocess(self, **options: Any) -> Any:
        if self.fault is not None:
            raise self.fault
        self.options = options
        return np.repeat(pictures.deep_ramp()[..., None], 3, axis=2)

    def extract_thumb(self) -> SimpleNamespace:
        if self.preview is None:
            raise LibRawError(b"no thumbnail")
        return SimpleNamespace(format="JPEG", data=self.preview)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True


@pytest.fixture
def rawpy(monkeypatch: pytest.MonkeyPatch) -> StandIn:
    stand_in = StandIn()
    monkeypatch.setitem(sys.modules, "rawpy", stand_in)
    return stand_in


@pytest.fixture
def raw_file(tmp_path: Path) -> Path:
    (tmp_path / "photo.NEF").write_bytes(b"RAW and more")
    return tmp_path / "photo.NEF"


def test_a_raw_file_comes_in_developed_with_16_bits(rawpy: StandIn, raw_file: Path) -> None:
    photo = read_photo(raw_file)
    assert photo.bit_depth == 16
    assert np.array_equal(photo.gray, pictures.deep_ramp())
    assert (rawpy.options["output_bps"], rawpy.options["output_color"]) == (16, "sRGB")
    assert rawpy.closed
    assert photo.metadata.exif == b""


def test_exif_comes_from_the_preview_and_its_orientation_is_not_applied_again(
    rawpy: StandIn, raw_file: Path
) -> None:
    exif = Image.Exif()
    exif[271], exif[274] = "Camera", 6
    file = io.BytesIO()
    Image.fromarray(pictures.ramp(16, 12)).save(file, format="JPEG", exif=exif)
    rawpy.preview = file.getvalue()
    photo = read_photo(raw_file)
    assert photo.gray.shape == (48, 64)
    loaded = Image.Exif()
    loaded.load(photo.metadata.exif)
    assert (loaded[271], loaded[274]) == ("Camera", 1)


@pytest.mark.parametrize("preview", [b"no picture", pictures.jpeg_bytes(pictures.ramp())[:200]])
def test_a_damaged_preview_does_no_harm(rawpy: StandIn, raw_file: Path, preview: bytes) -> None:
    rawpy.preview = preview
    assert read_photo(raw_file).bit_depth == 16


def test_faults_of_raw_files(rawpy: StandIn, raw_file: Path) -> None:
    with pytest.raises(PictureTooLargeError):
        read_photo(raw_file, max_pixels=64 * 48 - 1)
    rawpy.fault = LibRawError(b"data error")
    with pytest.raises(DamagedPictureError, match="damaged or incomplete"):
        read_photo(raw_file)
    raw_file.write_bytes(b"no RAW")
    with pytest.raises(UnsupportedPictureError, match="unknown camera"):
        read_photo(raw_file)


def test_without_rawpy_the_message_says_how_to_install_it_here(
    raw_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "rawpy", None)
    command = re.escape(f"({sys.executable} -m pip install rawpy)")
    with pytest.raises(UnsupportedPictureError, match=command):
        read_photo(raw_file)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(UnsupportedPictureError, match="which this package cannot read"):
        read_photo(raw_file)


def test_whether_raw_can_be_read_is_known_without_importing_it() -> None:
    already = "rawpy" in sys.modules
    assert isinstance(raw.raw_is_installed(), bool)
    assert ("rawpy" in sys.modules) == already


def dng(path: Path, values: "np.typing.NDArray[np.uint16]") -> Path:
    """The least that LibRaw takes for a camera's DNG: a mosaic of `values`, its pattern, colours and white."""
    matrix = [6000, -1000, -500, -4000, 12_000, 2000, -500, 1500, 6000]
    neutral = [6000, 10_000, 7000]
    tags = [
        (50706, "B", 4, bytes([1, 4, 0, 0]), True),
        (50708, "s", 0, "Test Camera", True),
        (33421, "H", 2, (2, 2), True),
        (33422, "B", 4, bytes([0, 1, 1, 2]), True),
        (50721, "2i", 9, [part for value in matrix for part in (value, 10_000)], True),
        (50728, "2I", 3, [part for value in neutral for part in (value, 10_000)], True),
        (50778, "H", 1, 21, True),
        (50717, "I", 1, 16_383, True),
    ]
    return pictures.deep_tiff(path, values, photometric=32803, extratags=tags)


def test_a_dng_is_read_where_rawpy_is_installed(tmp_path: Path) -> None:
    pytest.importorskip("rawpy")
    values = np.full((80, 120), 2000, np.uint16)
    values[:, 60:] = 9000
    photo = read_photo(dng(tmp_path / "photo.dng", values))
    assert (photo.width_px, photo.height_px, photo.bit_depth) == (120, 80, 16)
    assert photo.gray[:, 70:].mean() > photo.gray[:, :50].mean() * 1.5
