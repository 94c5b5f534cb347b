"""A GIF whose first frame ends too soon is opened as damaged, with the share of its pixels that were in the file."""

import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.decode.reader import read_photo
from tests.support.damaged_files import put, scene

GRAY = 128


def gif(colours: int = 256, *, transparent: bool = False, frames: int = 1, interlace: bool = False) -> bytes:
    pictures = []
    for number in range(frames):
        image = Image.fromarray(np.roll(scene(), 60 * number, axis=0)).quantize(colours)
        pictures.append(image)
    file = io.BytesIO()
    options = {"transparency": int(np.array(pictures[0])[-1, -1])} if transparent else {}
    pictures[0].save(
        file, "GIF", save_all=True, append_images=pictures[1:], interlace=interlace, optimize=False, **options
    )
    return file.getvalue()


def halves(content: bytes) -> tuple[bytes, bytes]:
    """The file up to the middle of the first frame's blocks, and what comes behind those."""
    with Image.open(io.BytesIO(content)) as image:
        at = start = image.tile[0].offset
    ends = []
    while content[at]:
        at += 1 + content[at]
        ends.append(at)
    assert start < ends[len(ends) // 2] < at
    return content[: ends[len(ends) // 2]], content[at + 1 :]


@pytest.mark.parametrize("end", ["cut", "closed", "followed"])
@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("colours", [8, 256])
def test_the_upper_part_is_read_and_the_rest_is_grey(
    tmp_path: Path, colours: int, end: str, *, transparent: bool
) -> None:
    content = gif(colours, transparent=transparent, frames=3)
    sound = read_photo(put(tmp_path, content, ".gif"))
    assert sound.damage is None
    first, rest = halves(content)
    photo = read_photo(
        put(tmp_path, first + {"cut": b"", "closed": b"\0;", "followed": b"\0" + rest}[end], ".gif")
    )
    assert photo.damage is not None
    assert photo.damage.sound is not None
    assert photo.damage.sound == pytest.approx(0.5, abs=0.1)
    assert np.array_equal(photo.gray[:90], sound.gray[:90])
    assert np.all(photo.gray[-90:] == GRAY)
    if transparent:
        assert photo.alpha is not None
        assert np.all(photo.alpha[-90:] == 255)


def test_all_frames_are_still_told_of(tmp_path: Path) -> None:
    photo = read_photo(put(tmp_path, gif(frames=3), ".gif"))
    assert photo.notices == ("The file holds 3 frames; only the first is used.",)


def test_an_interlaced_one_is_read_whole(tmp_path: Path) -> None:
    plain, laced = (read_photo(put(tmp_path, gif(interlace=way), ".gif")) for way in (False, True))
    assert np.array_equal(plain.gray, laced.gray)
    assert laced.damage is None


def test_a_small_frame_on_a_larger_canvas_is_no_damage(tmp_path: Path) -> None:
    content = bytearray(gif())
    content[6:10] = (1500).to_bytes(2, "little") * 2
    photo = read_photo(put(tmp_path, bytes(content), ".gif"))
    assert photo.gray.shape == (1500, 1500)
    assert photo.damage is None
