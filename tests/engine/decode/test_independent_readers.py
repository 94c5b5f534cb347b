"""Lightness of every format, bit depth, sample format and colour space, against what another program reads.

The table is that of libvips 8.14 and ImageMagick 6.9; where both are installed they are asked anew.
"""

import json
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.colour.spaces import lightness, srgb_decode
from desktop.engine.decode.reader import read_photo
from tests.support import independent_reader
from tests.support.patches import KINDS, SIDE_PX

WITHIN_L = 0.5
TABLE: dict[str, list[float]] = json.loads(independent_reader.VALUES.read_text("utf-8"))


def test_the_table_has_every_kind() -> None:
    assert list(TABLE) == list(KINDS)


@pytest.mark.parametrize("name", KINDS)
def test_lightness_is_that_of_an_independent_reader(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a{Path(name).suffix}"
    path.write_bytes(KINDS[name]())
    photo = read_photo(path)
    share = photo.gray / np.float32(np.iinfo(photo.gray.dtype).max)
    light = lightness(srgb_decode(share))[SIDE_PX // 2, SIDE_PX // 2 :: SIDE_PX]
    assert np.abs(light - TABLE[name]).max() <= WITHIN_L


@pytest.mark.skipif(not independent_reader.is_installed(), reason="needs libvips and ImageMagick")
@pytest.mark.parametrize("name", KINDS)
def test_the_table_is_what_the_other_program_reads(tmp_path: Path, name: str) -> None:
    path = tmp_path / f"a{Path(name).suffix}"
    path.write_bytes(KINDS[name]())
    assert independent_reader.lightness_of(path, name) == pytest.approx(TABLE[name], abs=0.1)
