"""What can be decoded of JPEG XL that breaks off or is damaged is opened, with how much of it is sound."""

from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode import jxl
from desktop.engine.decode.formats import decode
from desktop.engine.decode.jxl_library import library
from desktop.engine.decode.reader import read_photo

pytestmark = pytest.mark.skipif(library() is None, reason="libjxl is no file of its own here")
SIDE_PX = 512  # four groups


def scene() -> NDArray[np.uint8]:
    y, x = np.mgrid[0:SIDE_PX, 0:SIDE_PX]
    noise = np.random.default_rng(1).integers(0, 30, (SIDE_PX, SIDE_PX, 3))
    return (np.dstack([x // 4 + 40, y // 4 + 30, (x + y) // 8]) + noise).astype(np.uint8)


KINDS = {
    "exact": lambda: imagecodecs.jpegxl_encode(scene(), lossless=True),
    "exact grey": lambda: imagecodecs.jpegxl_encode(scene()[..., 0], lossless=True),
    "exact deep": lambda: imagecodecs.jpegxl_encode(scene().astype(np.uint16) * 257, lossless=True),
    "exact with alpha": lambda: imagecodecs.jpegxl_encode(
        np.dstack([scene(), scene()[..., 0]]), lossless=True
    ),
    "lossy": lambda: imagecodecs.jpegxl_encode(scene(), distance=1),
}


def written(folder: Path, content: bytes) -> Path:
    path = folder / "picture.jxl"
    path.write_bytes(content)
    return path


def overwritten(content: bytes, share: float) -> bytes:
    start = int(share * len(content))
    return content[:start] + np.random.default_rng(2).bytes(64) + content[start + 64 :]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("is_cut", [True, False])
def test_what_came_before_the_damage_is_there(tmp_path: Path, kind: str, is_cut: bool) -> None:
    content = bytes(KINDS[kind]())
    whole = decode(written(tmp_path, content), 10**6)
    damaged = content[: int(0.8 * len(content))] if is_cut else overwritten(content, 0.8)
    found = decode(written(tmp_path, damaged), 10**6)
    assert found.damage is not None
    assert found.damage.sound == pytest.approx(0.75)
    assert found.damage.is_blurred == (kind == "lossy")
    assert found.notices[0].startswith("The file is damaged: 75 % of the picture could be read")
    inside = np.s_[: SIDE_PX // 2 - 16]  # the upper groups, but for what shows of their neighbours
    assert np.array_equal(found.samples[inside], whole.samples[inside])
    lost = np.s_[SIDE_PX // 2 + 16 :, SIDE_PX // 2 + 16 :]
    if kind == "lossy":  # its small copy is there
        assert np.abs(found.samples[lost].astype(float).mean() - whole.samples[lost].mean()) < 2
    else:
        assert np.all(found.samples[lost] == found.samples[lost][0, 0])
    if kind == "exact with alpha":
        assert found.alpha is not None
        assert np.all(found.alpha[lost] == 255)
    with pytest.raises(DamagedPictureError):
        read_photo(tmp_path / "picture.jxl", strict=True)


def test_of_a_lossy_picture_a_small_copy_is_worth_opening(tmp_path: Path) -> None:
    content = bytes(KINDS["lossy"]())
    sound = [_sound(tmp_path, content, share) for share in np.arange(0.05, 1, 0.05)]
    told = [share for share in sound if share is not None]
    assert told[0] == 0
    assert told == sorted(told)
    assert sound[-len(told) :] == told


def _sound(folder: Path, content: bytes, share: float) -> float | None:
    try:
        damage = decode(written(folder, content[: int(share * len(content))]), 10**6).damage
    except DamagedPictureError:
        return None
    assert damage is not None
    return damage.sound


def test_the_message_of_a_blurred_rest(tmp_path: Path) -> None:
    content = bytes(KINDS["lossy"]())
    photo = read_photo(written(tmp_path, content[: len(content) // 2]))
    assert photo.notices[0].endswith("the rest is blurred.")


def test_without_the_library_by_itself_it_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jxl, "library", lambda: None)
    content = bytes(KINDS["exact"]())
    with pytest.raises(DamagedPictureError):
        read_photo(written(tmp_path, content[: len(content) // 2]))
