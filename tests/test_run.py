"""`run.py`: which task runs how, what is told at the terminal, and what happens without a display."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import run
from tests.support.recorded_environment import ROOT, Recorder, record_environment

BOOTSTRAP = sorted(ROOT.glob("bootstrap/*.py"))


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return record_environment(tmp_path / "venv", monkeypatch)


def test_an_old_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 18))
    with pytest.raises(run.SetupError, match=r"3\.11 or newer"):
        run.main([])


@pytest.mark.parametrize("file", ["run.py", *(f"bootstrap/{path.name}" for path in BOOTSTRAP)])
def test_an_old_python_can_read_each_file_at_all(file: str) -> None:
    ast.parse((ROOT / file).read_text(encoding="utf-8"), feature_version=(3, 9))


def test_a_bare_python_can_start_it_from_anywhere(tmp_path: Path) -> None:
    """Nothing but the standard library is at hand, and PYTHONSAFEPATH keeps its folder off the path."""
    command = [sys.executable, "-S", "-P", str(ROOT / "run.py"), "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "python3 run.py test" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "started", "extras"),
    [
        (["colorize", "a.png"], ("-m", "desktop", "colorize", "a.png"), "demo"),
        (["train", "evaluate", "m"], ("-m", "train", "evaluate", "m"), "train"),
        (["export", "run.pt"], ("-m", "export", "run.pt"), "train"),
        (["test", "-x"], ("-m", "pytest", "-x"), "dev,train"),
        (["build"], ("-m", "PyInstaller", "--noconfirm", "build.spec"), "build"),
    ],
)
def test_each_task_gets_what_it_needs_and_runs(
    environment: Recorder, arguments: list[str], started: tuple[str, ...], extras: str
) -> None:
    environment.status = 7
    assert run.main(arguments) == 7
    assert environment.started == [started]
    assert f"{ROOT}[{extras}]" in environment.installed[-1]


def test_what_was_built_is_packed_and_proven(environment: Recorder) -> None:
    assert run.main(["build"]) == 0
    assert environment.started[-1] == ("-m", "installers")


def test_a_failed_check_fails_the_tests_but_does_not_hide_them(environment: Recorder) -> None:
    environment.status = 1
    assert run.main(["test"]) != 0
    assert environment.started == [*run.CHECKS, *(("-m", "pytest", *selected) for selected in run.TEST_RUNS)]


@pytest.mark.parametrize("status", [0, 1])
def test_checks_alone_are_all_run_and_those_that_fail_are_named(
    environment: Recorder, capsys: pytest.CaptureFixture[str], status: int
) -> None:
    environment.status = status
    assert run.main(["check"]) == status
    assert environment.started == list(run.CHECKS)
    told = capsys.readouterr().err
    assert [f"Failed: {' '.join(check)}" in told for check in run.CHECKS] == [bool(status)] * len(run.CHECKS)


def test_without_a_display_a_sample_is_coloured(
    environment: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "resources" / "presets").mkdir(parents=True)
    (tmp_path / "resources" / "presets" / "dusk.tintype").touch()
    (tmp_path / "resources" / "sample").mkdir()
    (tmp_path / "resources" / "sample" / "camera.png").touch()
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "has_display", lambda: False)
    assert run.main([]) == 0
    coloured = tmp_path / "tintype-sample" / "camera_dusk.png"
    assert environment.started[-1][2:5:2] == ("colorize", "--preset")
    assert environment.started[-1][-1] == str(coloured)
    printed = capsys.readouterr()
    assert str(coloured) in printed.out
    assert "no display" in printed.err


def test_the_sample_preset_is_a_shipped_one(tmp_path: Path) -> None:
    with pytest.raises(run.SetupError, match="No preset lies in"):
        run.sample_preset(tmp_path)
    for slug in ("wheat", "ash", run.SAMPLE_PRESET):
        (tmp_path / f"{slug}.tintype").touch()
    assert run.sample_preset(tmp_path) == run.SAMPLE_PRESET
    (tmp_path / f"{run.SAMPLE_PRESET}.tintype").unlink()
    assert run.sample_preset(tmp_path) == "ash"


@pytest.mark.parametrize(
    ("platform", "display", "wayland", "expected"),
    [
        ("linux", "", "", False),
        ("linux", ":0", "", True),
        ("linux", "", "wayland-0", True),
        ("darwin", "", "", True),
        ("win32", "", "", True),
    ],
)
def test_only_a_linux_can_be_without_a_display(
    monkeypatch: pytest.MonkeyPatch, platform: str, display: str, wayland: str, expected: bool
) -> None:
    monkeypatch.setattr(run.sys, "platform", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setenv("WAYLAND_DISPLAY", wayland)
    assert run.has_display() is expected
