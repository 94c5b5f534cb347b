"""PNG and TIFF from stripes: what any decoder reads is the picture, however it was cut, and cancelling works."""

import io
import zlib
from collections.abc import Iterable

import imagecodecs
import numpy as np
import pytest
import tifffile
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled, OutputFormatError
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.encode import png, tiff
from desktop.engine.encode.formats import encode
from desktop.engine.encode.png import joined_adler
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Metadata, Photo
from desktop.engine.render.composition import Composition

SUFFIXES = [".png", ".tif"]


@pytest.fixture(autouse=True)
def _many_stripes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(png, "STRIPE_BYTES", 1000)
    monkeypatch.setattr(tiff, "STRIP_BYTES", 1000)


def picture(dtype: str, channels: int) -> NDArray[np.uint8] | NDArray[np.uint16]:
    rng = np.random.default_rng(8)
    return rng.integers(0, np.iinfo(dtype).max, (61, 37, channels), dtype=dtype, endpoint=True)


def encoded(samples: NDArray[np.uint8] | NDArray[np.uint16], suffix: str) -> bytes:
    alpha = samples[..., 3] if samples.shape[2] == 4 else None
    pieces: Iterable[bytes] = encode(samples[..., :3], suffix, alpha, Metadata(), 90)
    return b"".join(pieces)


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_png_of_many_stripes_is_the_picture(dtype: str, channels: int) -> None:
    samples = picture(dtype, channels)
    content = encoded(samples, ".png")
    assert content.count(b"IDAT") > 5
    assert np.array_equal(imagecodecs.png_decode(content), samples)
    with Image.open(io.BytesIO(content)) as image:  # checks every chunk's sum and the stream's
        image.load()


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_tiff_of_many_strips_is_the_picture(dtype: str, channels: int) -> None:
    samples = picture(dtype, channels)
    with tifffile.TiffFile(io.BytesIO(encoded(samples, ".tif"))) as file:
        assert len(file.pages[0].dataoffsets) > 5
        assert np.array_equal(file.asarray(), samples)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_how_it_is_cut_does_not_show_in_the_picture(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    samples = picture("uint8", 3)
    cut = encoded(samples, suffix)
    monkeypatch.setattr(png, "STRIPE_BYTES", 1 << 20)
    monkeypatch.setattr(tiff, "STRIP_BYTES", 1 << 20)
    whole = encoded(samples, suffix)
    assert len(whole) < len(cut)
    one, other = (np.asarray(Image.open(io.BytesIO(content))) for content in (cut, whole))
    assert np.array_equal(one, other)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("bit_depth", [8, 16])
def test_a_composition_is_made_while_it_is_encoded(suffix: str, bit_depth: int) -> None:
    gray = (np.arange(61 * 37).reshape(61, 37) % 251).astype(np.uint16) * 257
    ab = np.full((2, 3, 4), 12, dtype=np.float32)
    chroma = Chroma(ab, np.concatenate([ab / 4, ab]), np.zeros((3, 4), np.float32))
    composition = Composition(Photo(None, gray, bit_depth=bit_depth), chroma, Adjustments())
    content = b"".join(encode(composition, suffix, None, Metadata(), 90))
    decoded = imagecodecs.png_decode(content) if suffix == ".png" else tifffile.imread(io.BytesIO(content))
    assert np.array_equal(decoded, composition.whole())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_calling_off_is_heard_between_two_stripes(suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    token, asked = CancelToken(), []
    composition = Composition(
        Photo(None, np.full((400, 37), 90, dtype=np.uint8)),
        Chroma(
            np.zeros((2, 2, 2), np.float32), np.zeros((4, 2, 2), np.float32), np.zeros((2, 2), np.float32)
        ),
        Adjustments(),
    )
    rows = composition.rows

    def counted(stripe: slice, channels: int = 3) -> NDArray[np.uint8 | np.uint16]:
        asked.append(stripe)
        if len(asked) == 3:
            token.cancel()
        return rows(stripe, channels)

    monkeypatch.setattr(composition, "rows", counted)
    with pytest.raises(Cancelled):
        b"".join(encode(composition, suffix, None, Metadata(), 90, token))
    assert 3 <= len(asked) < 12


def test_the_adler_of_two_pieces() -> None:
    data = np.random.default_rng(9).integers(0, 256, 200_000, dtype=np.uint8).tobytes()
    for cut in (0, 1, 65_521, 150_000, 200_000):
        first, second = data[:cut], data[cut:]
        joined = joined_adler(zlib.adler32(first), zlib.adler32(second), len(second))
        assert joined == zlib.adler32(data)


def test_a_tiff_beyond_its_places_is_refused_before_any_work() -> None:
    def rows(_stripe: slice) -> NDArray[np.uint8]:
        pytest.fail("was asked for rows")

    with pytest.raises(OutputFormatError, match=r"4\.8 GB are too many for TIFF"):
        tiff.encode_tiff(rows, (40_000, 40_000, 3), 8, Metadata())
