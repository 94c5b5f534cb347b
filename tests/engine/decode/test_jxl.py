"""JPEG XL: depth, colours, transparency, metadata, and JPEGs that were packed as JPEG XL."""

import base64
import struct
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.icc_profiles import profile_description
from desktop.engine.core.errors import DamagedPictureError, PictureTooLargeError, UnsupportedPictureError
from desktop.engine.decode import jxl
from desktop.engine.decode.formats import decode, read_xmp
from desktop.engine.decode.jxl_header import JxlHeader, read_jxl_header
from desktop.engine.decode.reader import read_photo, read_thumbnail
from tests.engine import pictures

# Of 24 x 16 pixels, (10 x, 15 y, 200 - 4 x), written by cjxl 0.7: what `imagecodecs` cannot write.
WRITTEN = {
    "lossy with a profile": (
        "/woDQQpvDQMS5gHQVDHaPovqvG5p0McXe4gaFlrEFlqCzKmPsPNk0MWF4bSREO5sYXc2idG1FTIajS6twWsLA5B1tHVGgJ84"
        "V82M2wzIAwAD/i8srfiVxVDXiYtcVvJQCFC0NpWVTjPV5Z31l6xXbiCXdXwDHH2FzZVNPUWlwwKsnS0DNJUtLWXNofZaWd+o"
        "TtNYQwU41dt//52nPI13Au0X0n//3TfUf//tVwR7uVDg41zORfBpCQ7lQ0wiXHg+EfV1A6FtQEHP52feyst8y8z89ewoqmzL"
        "lx2go15Byh1SO4TWOnxcNGEuBwASiABcAr/KKAEAUKEyyrjBy7meLz90WEzbuM7QVtsWliSKjGOTdAKHJLGI7lwJAfiPcuvF"
        "mc+lanv4KOp9udJz8GU0eDPz1dhVRk7dVB0AUCEFMgHXEqVIMUpUjIxUjFp9ogCA/gcB2DG6wTKZaNY05CfZEdfGgbFNRiEk"
        "h2VOTTAMdt7ccAOR1EW9pM7PY26b+T2WBGWeYt8ZwAc="
    ),
    "exact with a profile": (
        "/woDQQhvDQMS5gHQVDHaPovqvG5p0McXe4gaFlrEFlqCzKmPsPNk0MWF4bSREO5sYXc2idG1FTIajS6twWsLA5B1tHVGgJ84"
        "V82M2wzIAwAD/i8srfiVxVDXiYtcVvJQCFC0NpWVTjPV5Z31l6xXbiCXdXwDHH2FzZVNPUWlwwKsnS0DNJUtLWXNofZaWd+o"
        "TtNYQwU41dt//52nPI13Au0X0n//3TfUf//tVwR7uVDg41zORfBpCQ7lQ0wiXHg+EfV1A6FtQEHP52feyst8y8z89ewoqmzL"
        "lx2go15Byh1SO4TWOnxcNGEuBwgCAQCMAUsoorpF+jm4DnLw+/FJKCgoKCg5gIgRKHMyxpw4EFAASdExGGGMwQhjUFisBAAD"
        "CAEEEAQMACYKEF/VYwsvf6X80f/fzP9XVaVfVfXfF/X/ch6lCQqtIIA7dPrdB4ivi0YrAQ=="
    ),
    "Display P3": (
        "/woDQUImFwIAEogAXAK/yigBAFChMsq4wcu5ni8/dFhM27jO0FbbFpYkioxjk3QChySxCMjOSQjAXd6fFz/z5QdbeIYn8eiC"
        "El3lj2xwf1TtlXMZfKYiBkCFFMi03apVpKLEKMUYRUYyRcQAYFw2cEtS+KLQZHZ7F5THyH/a7P+SksEy6hsL0DO8O+keYmQN"
        "SaQn/p7orgwZa/PfjolXtRLpDeIF"
    ),
    "on its side": (
        "AAAADEpYTCANCocKAAAAFGZ0eXBqeGwgAAAAAGp4bCAAAAB5anhsY/8KAy0QUFwSCAIBAIwBSyiiukX6ObgOcvD78UkoKCgo"
        "KDmAiBEoczLGnDgQUABJ0TEYYYzBCGNQWKwEAAMIAQQQBAwAJgoQX9VjCy9/pfzR/9/M/1dVpV9V9d8X9f9yHqUJCq0ggDt0"
        "+t0HiK+LRisB"
    ),
}


def scene() -> NDArray[np.uint8]:
    y, x = np.mgrid[0:16, 0:24]
    return np.dstack([x * 10, y * 15, 200 - x * 4]).astype(np.uint8)


def boxes(codestream: bytes, **metadata: bytes) -> bytes:
    """A container with a codestream and further boxes."""
    found = [
        (b"ftyp", b"jxl \0\0\0\0jxl "),
        *((name.encode().ljust(4), data) for name, data in metadata.items()),
    ]
    parts = [
        struct.pack(">I4s", 8 + len(data), kind) + data for kind, data in (*found, (b"jxlc", codestream))
    ]
    return b"".join([jxl.CONTAINER, *parts])


def written(folder: Path, content: bytes | bytearray) -> Path:
    path = folder / "picture.jxl"
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "values",
    [
        scene(),
        scene()[..., 0],
        scene().astype(np.uint16) * 257,
        scene()[..., 1].astype(np.uint16) * 200,
        np.dstack([scene(), scene()[..., 0]]),
        np.dstack([scene()[..., 0], scene()[..., 1]]),
    ],
    ids=["rgb", "gray", "deep rgb", "deep gray", "rgb and alpha", "gray and alpha"],
)
def test_exact_values_come_back(tmp_path: Path, values: NDArray[np.generic]) -> None:
    linear = values.dtype == np.uint16  # as this encoder marks all that are deep
    found = decode(written(tmp_path, imagecodecs.jpegxl_encode(values, lossless=True)), 10**6)
    channels = 1 if values.ndim == 2 else values.shape[2]
    colour = values if channels == 1 else values[..., 0] if channels == 2 else values[..., :3]
    if linear and colour.ndim == 2:
        colour = np.repeat(colour[..., None], 3, axis=2)  # so that its profile fits
    assert np.array_equal(found.samples, colour)
    assert bool(found.icc) == linear
    assert (found.alpha is not None) == (channels in (2, 4))
    if found.alpha is not None:
        assert np.array_equal(found.alpha, values[..., -1])


def test_linear_light_and_floats_have_their_lightness(tmp_path: Path) -> None:
    values = np.linspace(0, 1, 24 * 16, dtype=np.float32).reshape(16, 24, 1).repeat(3, axis=2)
    photo = read_photo(written(tmp_path, imagecodecs.jpegxl_encode(values, lossless=True)))
    linear = values[..., 0].astype(float)
    srgb = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    assert photo.notices == ("The file holds linear light, and is read as such.",)
    assert np.abs(photo.gray / 65535 - srgb).max() < 0.003


@pytest.mark.parametrize(
    "kind", ["Display P3", "on its side", "lossy with a profile", "exact with a profile"]
)
def test_what_other_programs_write(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, base64.b64decode(WRITTEN[kind]))
    photo = read_photo(path)
    assert photo.gray.shape == ((24, 16) if kind == "on its side" else (16, 24))
    assert photo.notices == ()
    assert bool(decode(path, 10**6).icc) == (kind != "on its side")


@pytest.mark.parametrize(("kind", "within"), [("exact with a profile", 0), ("lossy with a profile", 3)])
def test_colours_are_those_of_the_profile_in_the_file(tmp_path: Path, kind: str, within: int) -> None:
    found = decode(written(tmp_path, base64.b64decode(WRITTEN[kind])), 10**6)
    assert profile_description(found.icc) == profile_description(pictures.wide_icc())
    assert found.samples.dtype == np.uint8
    assert np.abs(found.samples.astype(int) - scene()).mean() <= within


@pytest.mark.parametrize(
    ("kind", "notices"), [("exact with a profile", (jxl.NOT_READ,)), ("lossy with a profile", (jxl.COARSE,))]
)
def test_without_the_library_by_itself_the_profile_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, notices: tuple[str, ...]
) -> None:
    monkeypatch.setattr(jxl, "library", lambda: None)
    photo = read_photo(written(tmp_path, base64.b64decode(WRITTEN[kind])))
    assert photo.notices == notices


def test_a_packed_jpeg_is_read_as_jpeg(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274], exif[270] = 6, "Grandmother"
    jpeg = pictures.jpeg_bytes(scene(), exif=exif.tobytes(), xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")
    plain = tmp_path / "plain.jpg"
    plain.write_bytes(jpeg)
    packed = written(tmp_path, imagecodecs.jpegxl_encode_jpeg(jpeg))
    photo, other = read_photo(packed), read_photo(plain)
    assert np.array_equal(photo.gray, other.gray)
    assert photo.metadata == other.metadata
    assert b"Grandmother" in photo.metadata.exif
    assert read_xmp(packed) == read_xmp(plain)
    assert np.array_equal(read_thumbnail(packed, 8), read_thumbnail(plain, 8))


def test_metadata_are_kept_and_the_codestream_tells_the_orientation(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[274], exif[270] = 3, "Grandmother"
    block = exif.tobytes().removeprefix(b"Exif\0\0")
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
    packed = b"xml " + bytes(imagecodecs.brotli_encode(xmp))
    codestream = bytes(imagecodecs.jpegxl_encode(scene(), lossless=True))
    path = written(tmp_path, boxes(codestream, Exif=b"\0\0\0\0" + block, brob=packed))
    found = decode(path, 10**6)
    assert np.array_equal(found.samples, scene())
    assert found.orientation == 1
    assert b"Grandmother" in found.metadata.exif
    assert read_xmp(path)[0] == xmp
    broken = written(tmp_path, boxes(codestream, brob=b"xml " + b"\xff" * 30))
    assert np.array_equal(decode(broken, 10**6).samples, scene())


def test_size_is_held_against_the_limit_before_anything_is_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(imagecodecs, "jpegxl_decode")
    with pytest.raises(PictureTooLargeError):
        decode(written(tmp_path, imagecodecs.jpegxl_encode(scene())), 100)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.95])
def test_nothing_is_left_of_a_small_picture_that_breaks_off(tmp_path: Path, share: float) -> None:
    content = bytes(imagecodecs.jpegxl_encode(scene(), lossless=True))
    with pytest.raises(DamagedPictureError):
        read_photo(written(tmp_path, content[: int(share * len(content))]))


def test_cmyk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jxl, "read_jxl_header", lambda _data: JxlHeader((24, 16), has_black=True))
    with pytest.raises(UnsupportedPictureError, match="CMYK"):
        read_photo(written(tmp_path, imagecodecs.jpegxl_encode(scene())))


def test_further_pictures_are_told_of(tmp_path: Path) -> None:
    frames = np.stack([scene(), 255 - scene()])
    photo = read_photo(written(tmp_path, imagecodecs.jpegxl_encode(frames, lossless=True)))
    assert photo.notices == ("The file is animated; only its first picture is used.",)
    alone = read_photo(written(tmp_path, imagecodecs.jpegxl_encode(scene(), lossless=True)))
    assert np.array_equal(photo.gray, alone.gray)
    assert alone.notices == ()


def test_header() -> None:
    header = read_jxl_header(base64.b64decode(WRITTEN["Display P3"]))
    assert (header.size_px, header.bits, header.is_xyb, header.primaries) == ((24, 16), 8, True, 12)
    with pytest.raises(EOFError):
        read_jxl_header(b"\xff\x0a\x0f")
