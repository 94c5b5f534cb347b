"""The benchmark measures what it says, on a small photograph."""

import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from benchmarks import __main__ as benchmarks
from benchmarks import throughput
from benchmarks.machine import describe_machine, peak_memory_mb
from benchmarks.memory import measure_peak
from benchmarks.rivals import RIVALS
from benchmarks.scenes import make_photo_file
from benchmarks.table import markdown, with_ratios
from benchmarks.torch_rival import measure_torch
from desktop.engine.colour.spaces import srgb_to_lab
from tests.support.timing import stopwatch


@pytest.mark.usefixtures("tiny_model_dir")
def test_every_stage_is_measured_and_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks, "SIZES_PX", {2: (150, 100), 24: (300, 200)})
    monkeypatch.setattr(benchmarks, "measure_start", lambda *_: {"start of the window": 0.5})
    assert benchmarks.main(["--rounds", "1", "--megapixels", "2", "24"]) == 0
    out = capsys.readouterr().out
    assert describe_machine() in out
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in out.splitlines() if line[:1] == "|"]
    assert rows[0] == ["", "2 Mpx", "24 Mpx"]
    figures = {row[0]: row[1:] for row in rows}
    for stage in ("decode", "network", "upsample", "encode", "file to file", "Welsh, in memory"):
        for cell in figures[stage]:
            seconds, ratio = map(float, cell.removesuffix(")").split(" ("))
            assert 0 < seconds < 10
            assert ratio >= 0
    assert figures["Pillow's decode + encode"][0].endswith("(1.00)")
    assert all(0 < float(change) <= 0.5 for change in figures["greatest change of L*"])
    assert all(float(peak) > 50 for peak in figures["peak memory, MB"])
    assert figures["start of the window"] == ["500"]
    assert float(figures["slider move"][0]) < 1000


def test_the_rivals_colour_with_the_paintings_colours_and_keep_the_lightness() -> None:
    gray = np.tile(np.arange(256, dtype=np.uint8), (40, 1))
    painting = np.zeros((64, 64, 3), dtype=np.uint8)
    painting[:, :32], painting[:, 32:] = (120, 40, 30), (200, 190, 230)
    painting = painting + np.random.default_rng(1).integers(0, 8, painting.shape, dtype=np.uint8)
    for rival in RIVALS.values():
        result = rival(gray, painting)
        assert result.shape == (40, 256, 3)
        lab = srgb_to_lab(result[:, 60:200] / np.float32(255))
        want = srgb_to_lab(np.repeat(gray[:, 60:200, None], 3, axis=2) / np.float32(255))
        assert np.abs(lab[..., 0] - want[..., 0]).mean() < 2
        assert lab[..., 1].mean() > 5


def test_pytorch_that_cannot_run_is_told_of(tmp_path: Path) -> None:
    reason = measure_torch(tmp_path / "nowhere", tmp_path / "nothing.jpg", 16, 1)
    assert isinstance(reason, str)
    assert "Error" in reason


def test_without_the_model_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert benchmarks.main(["--model", "nowhere"]) == 20
    assert 'There is no model "nowhere"' in capsys.readouterr().err


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("installed", [False, True])
def test_scenes_are_made_with_and_without_scikit_image(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colour: bool, installed: bool
) -> None:
    if not installed:
        monkeypatch.setitem(__import__("sys").modules, "skimage.data", None)
    with Image.open(make_photo_file(tmp_path, (90, 60), colour=colour)) as image:
        assert image.size == (90, 60)
        assert image.mode == ("RGB" if colour else "L")
        assert np.ptp(np.asarray(image.convert("L")).astype(int)) > 150


def test_the_table() -> None:
    first, second = with_ratios({"read": 0.5}, 0.25), with_ratios({"read": 1.23456}, 1)
    assert markdown({"2 Mpx": first, "24 Mpx": second | {"more": "7"}}).splitlines() == [
        "|  | 2 Mpx | 24 Mpx |",
        "| --- | --- | --- |",
        "| read | 0.5 (2.00) | 1.23 (1.23) |",
        "| more |  | 7 |",
    ]


def test_memory_is_measured() -> None:
    assert peak_memory_mb() > 20


@pytest.mark.skipif(sys.platform != "linux", reason="the system's count of a process's memory")
@pytest.mark.usefixtures("tiny_model_dir")
def test_beyond_its_own_pixels_a_photograph_takes_little_memory_whatever_its_size(tmp_path: Path) -> None:
    for side in (2000, 6000):
        Image.new("L", (side, side), 90).save(tmp_path / "photo.jpg")
        peak = measure_peak("palette", "cpu", tmp_path / "photo.jpg", tmp_path / "result.jpg")
        assert peak.whole - peak.ready - side * side / 1e6 < 50


@pytest.mark.skipif(sys.platform != "linux", reason="the system's count of a process's memory")
@pytest.mark.usefixtures("tiny_model_dir")
def test_beyond_its_own_pixels_a_colour_photograph_takes_little_memory_whatever_its_size(
    tmp_path: Path,
) -> None:
    for side in (2000, 6000):
        Image.new("RGB", (side, side), (90, 120, 60)).save(tmp_path / "photo.jpg")
        peak = measure_peak("palette", "cpu", tmp_path / "photo.jpg", tmp_path / "result.jpg")
        assert peak.whole - peak.ready - 2 * side * side / 1e6 < 68


@stopwatch
def test_a_folder_is_timed_beside_what_the_cores_allow(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throughput, "SIZE_PX", (320, 200))
    assert throughput.main(["--pictures", "12", "--preset", "Ophelia"]) == 0
    rows = [line.split("|")[1:-1] for line in capsys.readouterr().out.splitlines() if line[:1] == "|"]
    figures = {name.strip(): cell.strip() for name, cell in rows}
    assert float(figures["bound, pictures a second"]) > 1
    reached = float(figures["reached, pictures a second"]) / float(figures["bound, pictures a second"])
    assert float(figures["reached / bound"]) == pytest.approx(reached, rel=0.01, abs=0.02)
    assert float(figures["peak memory of 3, MB"]) > 50
