"""The packets of a JPEG 2000 are followed as encoders write them, and do not fit a size that is made up."""

import io
import itertools
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.core.errors import DamagedPictureError
from desktop.engine.decode.jpeg2000_headers import read_codestream
from desktop.engine.decode.jpeg2000_packets import Packets, follow
from desktop.engine.decode.reader import read_photo
from tests.support.damaged_files import put
from tests.support.lying_headers import NOISE, encoded, jpeg2000

MOST = 100_000
ORDERS = ("LRCP", "RLCP", "RPCL", "PCRL", "CPRL")
OPTIONS: dict[str, dict[str, Any]] = {
    "plain": {},
    "layers": {"irreversible": True, "quality_mode": "rates", "quality_layers": [80, 20, 5]},
    "precincts": {"precinct_size": (64, 64)},
    "small blocks": {"precinct_size": (128, 128), "codeblock_size": (32, 32)},
    "tiles": {"tile_size": (100, 90), "num_resolutions": 3},
    "markers": {"plt": True},
    "coarse": {"irreversible": True, "quality_mode": "rates", "quality_layers": [300]},
}


def scene(width_px: int, height_px: int) -> NDArray[np.uint8]:
    x, y = np.linspace(0, 9, width_px)[None, :], np.linspace(0, 7, height_px)[:, None]
    noise = np.random.default_rng(2).normal(0, 6, (height_px, width_px))
    return np.clip(120 + 60 * np.sin(x * y) + noise, 0, 255).astype(np.uint8)


def followed(content: bytes) -> Packets:
    found = read_codestream(content)
    assert found is not None
    return follow(found, content, MOST)


@pytest.mark.parametrize(("order", "option"), list(itertools.product(ORDERS, OPTIONS)))
@pytest.mark.parametrize("size_px", [(300, 200), (257, 311), (33, 5)])
def test_what_encoders_write_fits(size_px: tuple[int, int], order: str, option: str) -> None:
    gray = scene(*size_px)
    for values in (gray, np.dstack([gray, gray[::-1], 255 - gray])):
        assert (
            followed(bytes(encoded("JPEG2000", values, progression=order, **OPTIONS[option]))) is Packets.FIT
        )


def test_a_picture_that_does_not_begin_at_the_grids_origin_fits() -> None:
    file = io.BytesIO()
    options = {"offset": (17, 33), "tile_offset": (3, 5), "tile_size": (100, 80)}
    Image.fromarray(scene(300, 200)).save(file, "JPEG2000", **options)
    assert followed(file.getvalue()) is Packets.FIT


def test_sixteen_bits_fit() -> None:
    values = scene(300, 200).astype(np.uint16) * 257
    assert followed(bytes(imagecodecs.jpeg2k_encode(values, level=0, reversible=True))) is Packets.FIT


@pytest.mark.parametrize("claimed_px", [300, 512, 700])
def test_a_small_lie_is_told_as_damage(tmp_path: Path, claimed_px: int) -> None:
    """Few enough pixels to be worth opening: what cannot be the picture is told."""
    path = put(tmp_path, jpeg2000(one_tile=True, claimed_px=claimed_px), ".jp2")
    photo = read_photo(path)
    assert photo.gray.shape == (claimed_px, claimed_px)
    assert photo.damage is not None
    assert "its data are corrupt" in photo.notices[0]


@pytest.mark.parametrize("claimed_px", [1700, 3000, 9000])
def test_a_lie_with_few_data_is_refused(tmp_path: Path, claimed_px: int) -> None:
    path = put(tmp_path, jpeg2000(one_tile=True, claimed_px=claimed_px), ".jp2")
    with pytest.raises(DamagedPictureError, match=f"far too few for {claimed_px} x"):
        read_photo(path)


def test_a_tile_that_is_missing_is_told(tmp_path: Path) -> None:
    """The header claims twice the width and height of the tiles that are there."""
    path = put(tmp_path, jpeg2000(claimed_px=512), ".jp2")
    assert read_photo(path).damage is not None


def test_sound_pictures_are_told_to_be_sound(tmp_path: Path) -> None:
    assert read_photo(put(tmp_path, bytes(encoded("JPEG2000", NOISE)), ".jp2")).damage is None
