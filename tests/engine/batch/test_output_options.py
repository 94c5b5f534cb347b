"""Results smaller, shallower or without metadata, as was asked for."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from desktop.engine.batch.output_options import OutputOptions
from desktop.engine.imaging.photo import Metadata, Photo
from tests.engine.metadata.test_exif import block


@pytest.fixture
def photo() -> Photo:
    gray = np.linspace(0, 65535, 300 * 200).astype(np.uint16).reshape(200, 300)
    return Photo(Path("a.png"), gray, 16, gray.copy(), Metadata(exif=block(), xmp=b"<x/>", dpi=(300, 300)))


@pytest.mark.parametrize(
    ("options", "size_px"),
    [
        (OutputOptions(), (300, 200)),
        (OutputOptions(long_side_px=150), (150, 100)),
        (OutputOptions(long_side_px=5000), (300, 200)),
        (OutputOptions(percent=50), (150, 100)),
        (OutputOptions(percent=1), (3, 2)),
    ],
)
def test_size(options: OutputOptions, size_px: tuple[int, int], photo: Photo) -> None:
    assert options.size_px(300, 200) == size_px
    resized = options.of(photo)
    assert resized.alpha is not None
    assert (resized.width_px, resized.height_px) == size_px
    assert resized.alpha.shape == resized.gray.shape
    assert resized.gray.dtype == np.uint16


def test_a_result_as_the_photograph_is_costs_no_copy(photo: Photo) -> None:
    assert OutputOptions().of(photo) is photo


def test_metadata_tell_the_new_size_or_nothing(photo: Photo) -> None:
    small = OutputOptions(percent=10).of(photo).metadata
    whole = photo.metadata.exif
    assert len(small.exif) == len(whole)
    assert small.exif != whole
    assert OutputOptions(metadata=False).of(photo).metadata == Metadata(dpi=(300, 300))


def test_depth(photo: Photo) -> None:
    assert OutputOptions().of(photo).bit_depth == 16
    assert OutputOptions(deep=False).of(photo).bit_depth == 8
    shallow = replace(photo, bit_depth=8)
    assert OutputOptions(deep=True).of(shallow).bit_depth == 8


@pytest.mark.parametrize("wrong", [{"percent": 0}, {"percent": 101}, {"long_side_px": 3}])
def test_what_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="must be"):
        OutputOptions(**wrong)
