"""16 bits come in as 16 bits, from PNG and from every flavour of TIFF."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.colour.spaces import SRGB_TO_XYZ, srgb_decode, srgb_encode
from desktop.engine.core.errors import UnsupportedPictureError
from desktop.engine.decode.reader import read_photo
from tests.engine import pictures

HALF = 30_000


def deep_rgb() -> "np.typing.NDArray[np.uint16]":
    return np.random.default_rng(9).integers(0, 65536, (48, 64, 3), dtype=np.uint16)


def expected_gray(rgb: "np.typing.NDArray[np.uint16]") -> "np.typing.NDArray[np.float32]":
    luminance = srgb_decode((rgb / 65535).astype(np.float32)) @ SRGB_TO_XYZ[1].astype(np.float32)
    return srgb_encode(luminance) * 65535


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_deep_grey_gives_its_very_values(tmp_path: Path, suffix: str) -> None:
    write = pictures.deep_png if suffix == ".png" else pictures.deep_tiff
    photo = read_photo(write(tmp_path / f"photo{suffix}", pictures.deep_ramp()))
    assert photo.bit_depth == 16
    assert np.array_equal(photo.gray, pictures.deep_ramp())


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_deep_colour_keeps_its_lightness(tmp_path: Path, suffix: str) -> None:
    write = pictures.deep_png if suffix == ".png" else pictures.deep_tiff
    photo = read_photo(write(tmp_path / f"photo{suffix}", deep_rgb()))
    assert photo.bit_depth == 16
    assert np.abs(photo.gray - expected_gray(deep_rgb())).max() < 2


@pytest.mark.parametrize("channels", [2, 4])
def test_deep_transparency_of_png(tmp_path: Path, channels: int) -> None:
    values = np.repeat(pictures.deep_ramp()[..., None], channels, axis=2)
    values[..., -1] = HALF
    photo = read_photo(pictures.deep_png(tmp_path / "photo.png", values))
    assert np.array_equal(photo.gray, pictures.deep_ramp())
    assert photo.alpha is not None
    assert np.all(photo.alpha == HALF)


@pytest.mark.parametrize(
    "options",
    [
        {"compression": "lzw", "predictor": True},
        {"compression": "zlib"},
        {"byteorder": ">"},
        {"tile": (16, 16)},
        {"rowsperstrip": 5},
    ],
)
def test_flavours_of_tiff(tmp_path: Path, options: dict[str, object]) -> None:
    photo = read_photo(pictures.deep_tiff(tmp_path / "photo.tif", pictures.deep_ramp(), **options))
    assert np.array_equal(photo.gray, pictures.deep_ramp())


def test_tiff_with_white_at_zero(tmp_path: Path) -> None:
    path = pictures.deep_tiff(tmp_path / "photo.tif", 65535 - pictures.deep_ramp(), photometric="miniswhite")
    assert np.array_equal(read_photo(path).gray, pictures.deep_ramp())


def test_tiff_with_a_plane_a_channel(tmp_path: Path) -> None:
    planes = np.moveaxis(deep_rgb(), -1, 0)
    path = pictures.deep_tiff(tmp_path / "photo.tif", planes, photometric="rgb", planarconfig="separate")
    assert np.abs(read_photo(path).gray - expected_gray(deep_rgb())).max() < 2


@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha", "unspecified"])
def test_extra_channels_of_tiff(tmp_path: Path, kind: str) -> None:
    rgba = np.dstack([deep_rgb() // 4, np.full((48, 64), HALF, dtype=np.uint16)])
    path = pictures.deep_tiff(tmp_path / "photo.tif", rgba, photometric="rgb", extrasamples=[kind])
    photo = read_photo(path)
    assert (photo.alpha is None) == (kind == "unspecified")
    factor = 65535 / HALF if kind == "assocalpha" else 1
    expected = expected_gray((rgba[..., :3] * factor).astype(np.uint16))
    assert np.abs(photo.gray - expected).max() < 3


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_orientation_of_a_deep_tiff(tmp_path: Path, orientation: int) -> None:
    turns = {1: 0, 3: 2, 6: 3, 8: 1}[orientation]
    tag = (274, 3, 1, orientation, True)
    path = pictures.deep_tiff(tmp_path / "photo.tif", pictures.deep_ramp(), extratags=[tag])
    assert np.array_equal(read_photo(path).gray, np.rot90(pictures.deep_ramp(), turns))


def test_a_grey_profile_is_honoured_in_16_bits(tmp_path: Path) -> None:
    path = pictures.deep_tiff(tmp_path / "photo.tif", pictures.deep_ramp(), iccprofile=pictures.gray_icc(1.8))
    expected = (
        srgb_encode((pictures.deep_ramp() / 65535).astype(np.float32) ** np.float32(1.80078125)) * 65535
    )
    assert np.abs(read_photo(path).gray - expected).max() < 24  # a tenth of an 8-bit step


def test_several_pages_are_told_of(tmp_path: Path) -> None:
    path = pictures.deep_tiff(
        tmp_path / "pages.tif", np.stack([pictures.deep_ramp()] * 3), photometric="minisblack"
    )
    photo = read_photo(path)
    assert np.array_equal(photo.gray, pictures.deep_ramp())
    assert photo.notices == ("The file holds 3 pages, of which this is the first.",)


@pytest.mark.parametrize("bits", [10, 12, 14])
def test_bits_between_are_stretched_to_16(tmp_path: Path, bits: int) -> None:
    values = (pictures.deep_ramp() >> (16 - bits)).astype(np.uint16)
    values[0, 0] = (1 << bits) - 1
    photo = read_photo(
        pictures.deep_tiff(tmp_path / "a.tif", values, bitspersample=bits, photometric="minisblack")
    )
    assert (photo.bit_depth, photo.gray[0, 0]) == (16, 65535)
    assert np.abs(photo.gray - values * (65535 / ((1 << bits) - 1))).max() <= 0.5


@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
@pytest.mark.parametrize("channels", [1, 3])
def test_floating_point_without_a_profile_is_linear_light(tmp_path: Path, kind: type, channels: int) -> None:
    linear: NDArray[np.floating] = np.linspace(0, 1, 48 * 64).reshape(48, 64).astype(kind)
    values = linear if channels == 1 else np.repeat(linear[..., None], 3, axis=2)
    photometric = "minisblack" if channels == 1 else "rgb"
    photo = read_photo(pictures.deep_tiff(tmp_path / "a.tif", values, photometric=photometric))
    assert (photo.bit_depth, photo.gray.dtype) == (16, np.uint16)
    assert np.abs(photo.gray - srgb_encode(linear.astype(np.float32)) * 65535).max() < 1
    assert len(photo.notices) == 1
    assert "linear light" in photo.notices[0]


def test_floating_point_with_a_profile_means_what_that_says(tmp_path: Path) -> None:
    values = np.linspace(0, 1, 48 * 64, dtype=np.float32).reshape(48, 64)
    path = pictures.deep_tiff(tmp_path / "a.tif", values, iccprofile=pictures.gray_icc(1.8))
    expected = srgb_encode(values ** np.float32(1.80078125)) * 65535
    photo = read_photo(path)
    assert np.abs(photo.gray - expected).max() < 24
    assert "profile" in photo.notices[0]


@pytest.mark.parametrize(("worst", "words"), [(-0.5, "between 0"), (np.nan, "NaN"), (np.inf, "NaN")])
def test_floating_point_that_means_no_light_is_refused(tmp_path: Path, worst: float, words: str) -> None:
    values = np.full((20, 30), 0.5, dtype=np.float32)
    values[3, 3] = worst
    with pytest.raises(UnsupportedPictureError, match=words):
        read_photo(pictures.deep_tiff(tmp_path / "a.tif", values))


def test_what_a_tiff_of_floating_point_colours_tells_is_kept(tmp_path: Path) -> None:
    values = np.zeros((20, 30, 3), dtype=np.float32)
    tags = [(271, "s", 0, "Camera", True), (274, "H", 1, 6, True)]
    options = {"photometric": "rgb", "resolution": (240, 240), "resolutionunit": "inch", "extratags": tags}
    photo = read_photo(pictures.deep_tiff(tmp_path / "a.tif", values, **options))
    assert photo.gray.shape == (30, 20)
    assert photo.metadata.dpi == (240, 240)
    assert b"Camera" in photo.metadata.exif


def test_channels_beyond_colours_and_alpha_are_left_out(tmp_path: Path) -> None:
    values = np.zeros((20, 30, 8), np.uint8)
    values[..., :3] = 90
    path = pictures.deep_tiff(tmp_path / "a.tif", values, photometric="rgb")
    assert np.all(read_photo(path).gray == 90)
