"""A JPEG joined from stripes is the very picture that encoding it at once would have given."""

import io
import threading
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.cancellation import CancelToken
from desktop.engine.core.errors import Cancelled
from desktop.engine.edits.adjustments import Adjustments
from desktop.engine.encode import jpeg
from desktop.engine.encode.jpeg import encode_stripes
from desktop.engine.encode.writer import save_picture
from desktop.engine.imaging.guided_upsample import Chroma
from desktop.engine.imaging.photo import Photo
from desktop.engine.render.composition import Composition
from tests.engine import pictures


def file_of(rgb: NDArray[np.uint8], threads: int = 2, quality: int = 90) -> bytes:
    described = pictures.jpeg_bytes(np.zeros((1, 1), np.uint8), comment=b"described", dpi=(300, 300))
    height, width = rgb.shape[:2]
    pieces = encode_stripes(lambda rows: rgb[rows], (width, height), described, quality, threads=threads)
    return b"".join(pieces)


def decoded(file: bytes) -> NDArray[np.uint8]:
    with Image.open(io.BytesIO(file)) as image:
        return np.asarray(image)


@pytest.mark.parametrize(("width", "height"), [(1, 1), (64, 200), (61, 203), (9, 8), (700, 7)])
@pytest.mark.parametrize("quality", [30, 92, 100])
def test_the_stripes_are_one_picture(
    monkeypatch: pytest.MonkeyPatch, width: int, height: int, quality: int
) -> None:
    monkeypatch.setattr(jpeg, "STRIPE_PIXELS", 1)  # eight rows a stripe: restart markers come round again
    rgb = pictures.colours(width, height)
    at_once = imagecodecs.jpeg8_encode(rgb, level=quality, subsampling="444")
    assert np.array_equal(decoded(file_of(rgb, quality=quality)), decoded(bytes(at_once)))


def test_libraries_other_than_pillow_read_it() -> None:
    rgb = pictures.colours(640, 480)
    file = file_of(rgb)
    assert file.count(b"\xff\xd0") > 0
    assert np.array_equal(imagecodecs.jpeg8_decode(file), decoded(file))


def test_the_file_is_the_same_whatever_the_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jpeg, "STRIPE_PIXELS", 64 * 24)
    rgb = pictures.colours(64, 500)
    assert file_of(rgb, threads=1) == file_of(rgb, threads=2) == file_of(rgb, threads=7)


def test_what_the_file_tells_of_itself_is_kept() -> None:
    with Image.open(io.BytesIO(file_of(pictures.colours(100, 80)))) as image:
        assert image.size == (100, 80)
        assert image.info["comment"] == b"described"
        assert image.info["dpi"] == (300, 300)


def test_the_widest_jpeg_is_cut_finely_enough() -> None:
    rgb = np.full((24, 65_500, 3), 90, dtype=np.uint8)
    assert np.abs(decoded(file_of(rgb)).astype(int) - 90).max() <= 1


def test_only_a_few_stripes_are_ever_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jpeg, "STRIPE_PIXELS", 1)
    rgb, asked = pictures.colours(16, 8 * 100), []
    pieces = encode_stripes(
        lambda rows: (asked.append(rows), rgb[rows])[1],
        (16, 800),
        pictures.jpeg_bytes(np.zeros((1, 1), np.uint8)),
        90,
        threads=2,
    )
    next(pieces)
    assert len(asked) < 20
    assert len(list(pieces)) == 1 + 100 + 99 + 1


def test_saving_a_composition_is_called_off_between_two_stripes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jpeg, "STRIPE_PIXELS", 1)
    ab = np.zeros((2, 4, 4), dtype=np.float32)
    photo = Photo(None, pictures.ramp(40, 4000))
    composition = Composition(photo, Chroma(ab, np.concatenate([ab, ab]), ab[0]), Adjustments(), bit_depth=8)
    token, lock, taken = CancelToken(), threading.Lock(), []
    real = composition.write_rows

    def write_rows(rows: slice, out: NDArray[np.uint8]) -> None:
        with lock:
            taken.append(rows)
        if len(taken) == 10:
            token.cancel()
        real(rows, out)

    monkeypatch.setattr(composition, "write_rows", write_rows)
    with pytest.raises(Cancelled):
        save_picture(composition, tmp_path / "result.jpg", photo, cancel=token)
    assert len(taken) < 30
    assert list(tmp_path.iterdir()) == []


def test_a_composition_saved_is_its_rows(tmp_path: Path) -> None:
    ab = np.full((2, 4, 4), 20, dtype=np.float32)
    photo = Photo(None, pictures.ramp())
    composition = Composition(photo, Chroma(ab, np.concatenate([0 * ab, ab]), ab[0]), Adjustments())
    for suffix in (".png", ".tif", ".jpg"):
        path = save_picture(composition, tmp_path / f"result{suffix}", photo, quality=100)
        with Image.open(path) as image:
            difference = np.abs(np.asarray(image).astype(int) - composition.whole())
        assert difference.max() <= (3 if suffix == ".jpg" else 0)
