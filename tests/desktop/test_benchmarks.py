"""The benchmark measures what it says, on a small photograph."""

from pathlib import Path

import pytest
from PIL import Image

from desktop.benchmarks import __main__ as benchmarks
from desktop.benchmarks.machine import describe_machine, peak_memory_mb
from desktop.benchmarks.scenes import make_photo_file
from desktop.benchmarks.table import markdown


@pytest.mark.usefixtures("tiny_model_dir")
def test_every_stage_is_measured_and_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(benchmarks, "SIZES_PX", {2: (150, 100), 12: (210, 140), 24: (300, 200)})
    assert benchmarks.main(["--rounds", "1", "--megapixels", "2", "24"]) == 0
    out = capsys.readouterr().out
    assert describe_machine() in out
    rows = [line.split("|") for line in out.splitlines() if line.startswith("|")]
    assert [cell.strip() for cell in rows[0][2:4]] == ["2 Mpx", "24 Mpx"]
    figures = {row[1].strip(): [float(cell) for cell in row[2:4]] for row in rows[2:]}
    assert {"read", "compose at full size", "write JPEG", "slider move on screen"} <= set(figures)
    whole = figures["whole save, file to file"]
    assert all(0 < seconds < 10 for seconds in whole)
    assert all(0 < change <= 0.6 for change in figures["greatest change of L*"])


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
        low, high = image.convert("L").getextrema()
        assert high - low > 150


def test_the_table() -> None:
    assert markdown({"2 Mpx": {"read": 0.5}, "24 Mpx": {"read": 1.23456}}).splitlines() == [
        "|  | 2 Mpx | 24 Mpx |",
        "| --- | --- | --- |",
        "| read | 0.500 | 1.235 |",
    ]


def test_memory_is_measured() -> None:
    assert peak_memory_mb() > 20
