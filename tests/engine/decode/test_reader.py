"""Photographs of every kind come in with the right lightness, size, depth and side up."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.reader import photo_from_array, read_painting, read_photo, read_thumbnail
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.orientation import upright
from tests.engine import pictures
from tests.support.lightness import colour_lightness, gray_lightness


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".gif"])
def test_grey_files_give_their_very_values(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"photo{suffix}"
    Image.fromarray(pictures.ramp()).save(path)
    photo = read_photo(path)
    assert photo.gray.dtype == np.uint8
    assert np.array_equal(photo.gray, pictures.ramp())
    assert (photo.width_px, photo.height_px, photo.bit_depth) == (64, 48, 8)
    assert photo.notices == ()
    assert photo.alpha is None


@pytest.mark.parametrize(("suffix", "options"), [(".jpg", {"quality": 95}), (".webp", {"lossless": True})])
def test_jpeg_and_webp_are_read(tmp_path: Path, suffix: str, options: dict[str, Any]) -> None:
    path = tmp_path / f"photo{suffix}"
    Image.fromarray(pictures.ramp()).save(path, **options)
    assert np.abs(read_photo(path).gray.astype(int) - pictures.ramp()).mean() < 2


def test_grey_saved_as_colour_gives_its_very_values(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.fromarray(np.repeat(pictures.ramp()[..., None], 3, axis=2)).save(path)
    photo = read_photo(path)
    assert photo.gray.dtype == np.uint8
    assert np.array_equal(photo.gray, pictures.ramp())


def test_a_colour_photograph_keeps_its_lightness(tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.fromarray(pictures.colours()).save(path)
    photo = read_photo(path)
    assert (photo.gray.dtype, photo.bit_depth) == (np.uint16, 8)
    assert np.abs(gray_lightness(photo.gray) - colour_lightness(pictures.colours())).max() < 0.01


def test_palette_and_1_bit_pictures_are_read(tmp_path: Path) -> None:
    one_bit = Image.fromarray(pictures.ramp() > 90)
    one_bit.save(tmp_path / "one.png")
    assert set(np.unique(read_photo(tmp_path / "one.png").gray)) == {0, 255}
    palette = Image.fromarray(pictures.colours()).quantize(16)
    palette.save(tmp_path / "palette.png")
    expected = colour_lightness(np.asarray(palette.convert("RGB")))
    assert np.abs(gray_lightness(read_photo(tmp_path / "palette.png").gray) - expected).max() < 0.01


def test_cmyk_is_read_the_right_way_round(tmp_path: Path) -> None:
    cmyk = Image.new("CMYK", (40, 30), (0, 0, 0, 0))
    cmyk.paste((0, 0, 0, 255), (0, 0, 20, 30))
    cmyk.save(tmp_path / "cmyk.jpg", quality=95)
    gray = gray_lightness(read_photo(tmp_path / "cmyk.jpg").gray)
    assert gray[:, :16].max() < 5
    assert gray[:, 24:].min() > 95


@pytest.mark.parametrize("mode", ["LA", "RGBA", "PA"])
def test_transparency_is_kept_beside_the_lightness(tmp_path: Path, mode: str) -> None:
    alpha = np.zeros((48, 64), dtype=np.uint8)
    alpha[:, 20:] = 130
    colour = Image.fromarray(np.dstack([pictures.colours(), alpha]))
    image = Image.fromarray(np.dstack([pictures.ramp(), alpha])) if mode == "LA" else colour
    if mode == "PA":
        image = colour.quantize(200)
    image.save(tmp_path / "photo.png")
    photo = read_photo(tmp_path / "photo.png")
    assert photo.alpha is not None
    assert np.abs(photo.alpha.astype(int) - alpha).max() <= (3 if mode == "PA" else 0)
    if mode == "LA":
        assert np.array_equal(photo.gray, pictures.ramp())


@pytest.mark.parametrize("suffix", [".png", ".tif", ".webp", ".gif", ".avif", ".jp2"])
@pytest.mark.parametrize("target", [".png", ".tif", ".webp"])
def test_transparency_travels_between_all_formats_that_hold_it(
    tmp_path: Path, suffix: str, target: str
) -> None:
    alpha = np.zeros((48, 64), dtype=np.uint8)
    alpha[:, 20:] = 255 if suffix == ".gif" else 130
    options: dict[str, Any] = (
        {"lossless": True} if suffix == ".webp" else {"quality": 100} if suffix == ".avif" else {}
    )
    rgba = np.dstack([pictures.ramp()] * 3 + [alpha])
    Image.fromarray(rgba).save(tmp_path / f"photo{suffix}", **options)
    photo = read_photo(tmp_path / f"photo{suffix}")
    assert photo.alpha is not None
    assert np.array_equal(photo.alpha, alpha)
    seen = alpha > 0
    bound = {".avif": 3, ".gif": 12}.get(suffix, 0)  # a GIF's colours are but 256
    assert np.abs(photo.gray.astype(int) - pictures.ramp())[seen].max() <= bound
    result = save_picture(pictures.colours(), tmp_path / f"result{target}", photo)
    again = read_photo(result).alpha
    assert again is not None
    assert np.array_equal(again, alpha)


def test_an_opaque_alpha_channel_is_no_transparency(tmp_path: Path) -> None:
    opaque = np.full((48, 64), 255, dtype=np.uint8)
    Image.fromarray(np.dstack([pictures.ramp(), opaque])).save(tmp_path / "photo.png")
    assert read_photo(tmp_path / "photo.png").alpha is None


@pytest.mark.parametrize("frames", [1, 3])
def test_of_an_animation_the_first_frame_is_used_and_that_is_told(tmp_path: Path, frames: int) -> None:
    images = [Image.fromarray(np.full((20, 30), 40 * (i + 1), dtype=np.uint8)) for i in range(frames)]
    images[0].save(tmp_path / "moving.gif", save_all=True, append_images=images[1:])
    photo = read_photo(tmp_path / "moving.gif")
    assert np.all(photo.gray == 40)
    assert photo.notices == (("The file holds 3 frames; only the first is used.",) if frames == 3 else ())
    assert read_painting(tmp_path / "moving.gif").notices == photo.notices


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif", ".webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_orientation_is_applied_once(tmp_path: Path, suffix: str, orientation: int) -> None:
    """Written as a camera does: the picture lying, the tag telling how to put it upright."""
    standing = pictures.ramp()
    lying = np.ascontiguousarray(upright(standing, {6: 8, 8: 6}.get(orientation, orientation)))
    exif = Image.Exif()
    exif[0x0112] = orientation
    options: dict[str, Any] = (
        {"quality": 98} if suffix == ".jpg" else {"lossless": True} if suffix == ".webp" else {}
    )
    Image.fromarray(lying).save(tmp_path / f"photo{suffix}", exif=exif, **options)
    photo = read_photo(tmp_path / f"photo{suffix}")
    assert photo.gray.shape == standing.shape
    assert np.abs(photo.gray.astype(int) - standing).max() <= (6 if suffix == ".jpg" else 2)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_colour_jpeg_is_the_same_grey_whichever_way_it_lies(tmp_path: Path, orientation: int) -> None:
    image = Image.fromarray(pictures.colours(700, 500))
    image.save(tmp_path / "standing.jpg", subsampling=0)
    exif = Image.Exif()
    exif[0x0112] = orientation
    image.save(tmp_path / "lying.jpg", subsampling=0, exif=exif)
    standing, lying = (read_photo(tmp_path / name).gray for name in ("standing.jpg", "lying.jpg"))
    assert standing.min(axis=1).max() > 0  # no row was lost before it was used
    assert np.array_equal(lying, upright(standing, orientation))


@pytest.mark.parametrize("shape", ["gray", "rgb", "bgr", "rgba"])
def test_the_clipboards_arrays_become_photographs(shape: str) -> None:
    gray = pictures.ramp()
    rgb = np.repeat(gray[..., None], 3, axis=2)
    half = np.full((48, 64), 100, dtype=np.uint8)
    array = {"gray": gray, "rgb": rgb, "bgr": rgb[..., ::-1], "rgba": np.dstack([rgb, half])}[shape]
    photo = photo_from_array(array)
    assert np.array_equal(photo.gray, gray)
    assert not np.shares_memory(photo.gray, array)
    assert photo.path is None
    assert (photo.alpha is not None) == (shape == "rgba")


@pytest.mark.parametrize("shape", [(4,), (4, 4, 2), (0, 4), (2, 4, 4, 3)])
def test_an_array_that_is_no_picture_is_refused(shape: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="shape"):
        photo_from_array(np.zeros(shape, dtype=np.uint8))


def test_a_painting_is_upright_rgb_of_modest_size(tmp_path: Path) -> None:
    values = np.zeros((1000, 5000, 3), dtype=np.uint8)
    values[:, :2500] = (250, 20, 40)
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(values).save(tmp_path / "big.jpg", exif=exif, quality=95)
    painting = read_painting(tmp_path / "big.jpg").pixels
    assert painting.dtype == np.uint8
    assert painting.shape == (2048, 410, 3)
    assert np.abs(painting[:20].mean(axis=(0, 1)) - (250, 20, 40)).max() < 3
    assert painting[-20:].max() < 5


def test_a_paintings_transparent_parts_lie_on_white(tmp_path: Path) -> None:
    values = np.zeros((20, 20, 4), dtype=np.uint8)
    values[:10] = (200, 0, 0, 255)
    Image.fromarray(values).save(tmp_path / "cutout.png")
    painting = read_painting(tmp_path / "cutout.png").pixels
    assert painting[0, 0].tolist() == [200, 0, 0]
    assert painting[-1, -1].tolist() == [255, 255, 255]


@pytest.mark.parametrize("kind", ["gray", "deep gray", "deep rgb", "cmyk", "wide"])
def test_paintings_of_every_kind_are_read(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "painting.png"
    flat = np.full((10, 12, 3), (180, 90, 40), dtype=np.uint8)
    if kind == "gray":
        Image.fromarray(pictures.ramp()).save(path)
    elif kind == "deep gray":
        pictures.deep_png(path, pictures.deep_ramp())
    elif kind == "deep rgb":
        pictures.deep_png(path, flat.astype(np.uint16) * 257)
        assert np.all(read_painting(path).pixels == flat)
    elif kind == "cmyk":
        path = tmp_path / "painting.jpg"
        Image.fromarray(flat).convert("CMYK").save(path, quality=100)
        assert np.abs(read_painting(path).pixels.astype(int) - flat).max() < 6
    else:
        Image.fromarray(flat).save(path, icc_profile=pictures.wide_icc())
        assert read_painting(path).pixels[0, 0, 0] > 185  # Adobe RGB's red lies further out
    assert read_painting(path).pixels.shape[2] == 3


@pytest.mark.parametrize("suffix", [".jpg", ".png", ".tif"])
def test_thumbnail_is_the_photograph_made_small(tmp_path: Path, suffix: str) -> None:
    rows, columns = np.mgrid[0:800, 0:1200]
    path = tmp_path / f"photo{suffix}"
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray((rows // 8 + columns // 8).astype(np.uint8)).save(path, exif=exif)
    small = read_thumbnail(path, 120)
    assert small.shape == (120, 80)
    whole = read_photo(path).gray_at((80, 120))
    assert np.abs(small.astype(int) - whole).max() <= 4


def test_thumbnail_of_a_damaged_file_tells_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "photo.jpg"
    Image.fromarray(np.random.default_rng(1).integers(0, 255, (400, 600), np.uint8)).save(path)
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(DamagedPictureError):
        read_thumbnail(path, 64)
