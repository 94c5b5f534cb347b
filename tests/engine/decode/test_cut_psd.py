"""A PSD that breaks off, or has damaged rows: the channels that are there show the picture."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.formats import Decoded, decode
from desktop.engine.decode.reader import read_photo
from tests.support.patch_files import psd

HEAD_BYTES = 26 + 12 + 2
HEIGHT_PX, WIDTH_PX = 48, 64


def scene(channels: int) -> NDArray[np.uint8]:
    y, x = np.mgrid[0:HEIGHT_PX, 0:WIDTH_PX]
    return np.dstack([x * 3 + y + 5 * channel for channel in range(channels)]).astype(np.uint8)


def cut(folder: Path, content: bytes, planes: float, plane_bytes: int = HEIGHT_PX * WIDTH_PX) -> Decoded:
    path = folder / "cut.psd"
    path.write_bytes(content[: HEAD_BYTES + int(planes * plane_bytes)])
    return decode(path, 10**6)


@pytest.mark.parametrize(("planes", "percent"), [(2.5, 83), (2, 67), (1, 33), (0.5, 17)])
def test_a_missing_channel_is_that_before_it(tmp_path: Path, planes: float, percent: int) -> None:
    rgb = scene(3)
    found = cut(tmp_path, psd(rgb), planes)
    there = int(planes * HEIGHT_PX)
    for channel in range(3):
        rows = there - channel * HEIGHT_PX
        assert np.array_equal(found.samples[: max(rows, 0), :, channel], rgb[: max(rows, 0), :, channel])
    lowest = rgb[-1, :, min(int(planes) - 1, 2)] if planes >= 1 else 128
    assert np.all(found.samples[-1, :, 2] == lowest)
    assert found.notices[0] == (
        f"The file is damaged: {percent} % of the picture could be read, the rest is grey."
    )
    with pytest.raises(DamagedPictureError):
        read_photo(tmp_path / "cut.psd", strict=True)


def test_too_little_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DamagedPictureError):
        cut(tmp_path, psd(scene(3)), 0.02)


def test_lab_without_chroma_has_its_lightness(tmp_path: Path) -> None:
    light = scene(1)[..., 0]
    lab = np.dstack([light, np.full_like(light, 128), np.full_like(light, 128)])
    (tmp_path / "whole.psd").write_bytes(psd(lab, mode=9))
    whole = read_photo(tmp_path / "whole.psd").gray
    assert cut(tmp_path, psd(lab, mode=9), 1.5).damage is not None
    assert np.array_equal(read_photo(tmp_path / "cut.psd").gray, whole)


def test_inks_without_black_have_none(tmp_path: Path) -> None:
    inks = scene(4)
    found = cut(tmp_path, psd(inks, mode=4), 3)
    assert np.array_equal(found.samples[..., :3], 255 - inks[..., :3])
    assert not found.samples[..., 3].any()


def test_colours_without_transparency_are_opaque(tmp_path: Path) -> None:
    rgba = scene(4) // 2
    found = cut(tmp_path, psd(rgba, mode=3), 3.5)
    assert np.array_equal(found.samples, rgba[..., :3])
    assert found.alpha is not None
    assert np.all(found.alpha[HEIGHT_PX // 2 :] == 255)
    assert found.damage is not None
    assert found.damage.sound is None


def test_rows_behind_a_damaged_one_are_read(tmp_path: Path) -> None:
    rgb = scene(3)
    content = bytearray(psd(rgb, packed=True))
    sizes = np.frombuffer(bytes(content[HEAD_BYTES : HEAD_BYTES + 2 * 3 * HEIGHT_PX]), ">u2")
    rows_at = HEAD_BYTES + sizes.nbytes
    at = rows_at + int(sizes[:10].sum())
    content[at] ^= 0x07  # how many values follow
    path = tmp_path / "a.psd"
    path.write_bytes(bytes(content))
    found = decode(path, 10**6)
    assert found.damage is not None
    assert found.damage.sound == pytest.approx(1 - 1 / (3 * HEIGHT_PX))
    assert np.array_equal(found.samples[11:], rgb[11:])
    assert np.array_equal(found.samples[..., 1:], rgb[..., 1:])
    assert np.all(found.samples[10, :, 0] == 128)
