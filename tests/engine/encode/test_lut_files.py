"""LUT files, read by ffmpeg's own readers, give the colours of the result as far as a table can hold them."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from desktop.engine.colour.spaces import srgb_to_lab
from desktop.engine.core.errors import OutputFolderMissingError, OutputFormatError
from desktop.engine.encode.lut_files import CUBE_POINTS, save_lut
from desktop.engine.render.lut import KNOTS, Lut

Bytes = NDArray[np.uint8]


@pytest.fixture
def lut() -> Lut:
    """Bluish shadows, orange lights, within what sRGB can show."""
    gray = np.linspace(0, 1, KNOTS, dtype=np.float32)
    return Lut(
        np.stack([18 * np.sin(6 * gray), 30 * gray - 15], axis=1) * (4 * gray * (1 - gray))[:, None], 1
    )


def shown_by_ffmpeg(path: Path, rgb: Bytes) -> Bytes:
    """`rgb` (H, W, 3) through a LUT file, by ffmpeg's filters."""
    graph = av.filter.Graph()
    height, width = rgb.shape[:2]
    inputs = [_source(graph, "rgb24", width, height)]
    if path.suffix == ".cube":
        apply = graph.add("lut3d", f"file={path}:interp=trilinear")
    else:
        apply = graph.add("haldclut", "interp=trilinear")
        inputs.append(_source(graph, "rgb24", 512, 512))
    sink = graph.add("buffersink")
    for number, source in enumerate(inputs):
        source.link_to(apply, 0, number)
    apply.link_to(sink)
    graph.configure()
    pictures = [rgb]
    if len(inputs) > 1:
        with Image.open(path) as hald:
            pictures.append(np.asarray(hald.convert("RGB")))
    for source, picture in zip(inputs, pictures, strict=True):
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        frame.pts, frame.time_base = 0, Fraction(1, 25)
        source.push(frame)
        source.push(None)
    shown = sink.pull()
    assert isinstance(shown, av.VideoFrame)
    return shown.to_ndarray(format="rgb24").astype(np.uint8)


def _source(graph: av.filter.Graph, kind: str, width: int, height: int) -> av.filter.context.FilterContext:
    return graph.add_buffer(
        width=width,
        height=height,
        format=av.VideoFormat(kind, width, height),
        time_base=Fraction(1, 25),
    )


@pytest.mark.parametrize(("name", "points"), [("a.cube", 33), ("a.cube", 65), ("a.png", 33)])
def test_ffmpeg_reads_what_was_written(tmp_path: Path, lut: Lut, name: str, points: int) -> None:
    path = save_lut(lut, tmp_path / name, "Blue “Hour”", points)
    gray = np.tile(np.arange(256, dtype=np.uint8), (16, 1))
    photo = np.repeat(gray[..., None], 3, axis=2)
    wanted = lut.colours(photo.astype(np.float32) / np.float32(255))
    shown = shown_by_ffmpeg(path, photo)
    assert np.abs(shown - wanted * 255).max() < 2.5
    lightness = srgb_to_lab(shown / 255)[..., 0] - srgb_to_lab(photo / 255)[..., 0]
    assert np.abs(lightness).max() < 0.8


def test_colour_photographs_are_coloured_by_their_lightness(tmp_path: Path, lut: Lut) -> None:
    path = save_lut(lut, tmp_path / "a.cube", "", 65)
    picture = np.random.default_rng(2).integers(0, 256, (40, 50, 3), dtype=np.uint8)
    before, after = srgb_to_lab(picture / 255), srgb_to_lab(shown_by_ffmpeg(path, picture) / 255)
    assert np.abs(after[..., 0] - before[..., 0]).mean() < 1.5
    assert np.ptp(after[..., 1:], axis=(0, 1)).max() < 70  # the picture's own colours are gone


def test_a_cube_file_has_a_title_and_as_many_lines_as_points(tmp_path: Path, lut: Lut) -> None:
    for points in CUBE_POINTS:
        lines = save_lut(lut, tmp_path / "a.cube", 'A "b" ü', points).read_text("ascii").splitlines()
        assert lines[:2] == ["TITLE \"A 'b' \"", f"LUT_3D_SIZE {points}"]
        assert len(lines) == 4 + points**3


def test_a_hald_has_16_bits_and_greys_stay_where_there_is_no_colour(tmp_path: Path) -> None:
    path = save_lut(Lut(np.zeros((KNOTS, 2), np.float32), 1), tmp_path / "a.png", "")
    assert path.read_bytes()[24:26] == b"\x10\x02"  # 16 bits, RGB
    gray = np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)
    assert np.abs(shown_by_ffmpeg(path, gray).astype(int) - gray).max() <= 1


def test_other_names_are_refused(tmp_path: Path, lut: Lut) -> None:
    with pytest.raises(OutputFormatError, match=r"\.cube or \.png"):
        save_lut(lut, tmp_path / "a.3dl", "")
    with pytest.raises(OutputFolderMissingError):
        save_lut(lut, tmp_path / "none" / "a.cube", "")
