"""Where the program starts: what goes to the command line, what to the window, and what if all fails."""

import subprocess
import sys
from pathlib import Path

import pytest

import desktop
from desktop.__main__ import main
from desktop.cli.commands import models
from desktop.cli.main import is_for_command_line


@pytest.mark.parametrize("arguments", [[], ["photo.jpg"], ["a.jpg", "b.jpg"], ["colourise.png"]])
def test_no_command_means_the_window(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    from desktop.ui.main_window import application

    seen: list[list[str]] = []
    monkeypatch.setattr(application, "main", lambda given: seen.append(given) or 7)
    assert main(arguments) == 7
    assert seen == [arguments]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_a_window_without_a_display_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["photo.jpg"]) == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "no display" in line


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
@pytest.mark.parametrize("there", [False, True])
@pytest.mark.parametrize("display", [":7", "unix:7", ":7.0"])
def test_a_display_that_is_no_more_is_told_before_qt_ends_the_process(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    display: str,
    there: bool,
) -> None:
    from desktop.ui.main_window import application

    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr("desktop.__main__.X_SOCKETS", tmp_path)
    monkeypatch.setattr(application, "main", lambda _given: 0)
    if there:
        (tmp_path / "X7").touch()
    assert main(["photo.jpg"]) == (0 if there else 3)
    assert ("no display" in capsys.readouterr().err) is not there


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there always is a display")
def test_a_display_of_another_computer_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.ui.main_window import application

    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", "elsewhere:10.0")
    monkeypatch.setattr(application, "main", lambda _given: 0)
    assert main(["photo.jpg"]) == 0


def test_the_smoke_option_runs_the_smoke_test(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.smoke import run

    monkeypatch.setattr(run, "run", lambda: 5)
    assert main(["--smoke"]) == 5


@pytest.mark.parametrize(
    "arguments", [["colorize"], ["sheet"], ["watch", "x"], ["preset", "list"], ["models"], ["--help"], ["-h"]]
)
def test_commands_and_options_mean_the_command_line(arguments: list[str]) -> None:
    assert is_for_command_line(arguments)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("colorize", "sheet", "watch", "preset", "models", "devices"))


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"tintype {desktop.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["colorize"], "PHOTO"),
        (["colorize", "a.jpg"], "--style --preset"),
        (["colorize", "a.jpg", "--style", "b", "--preset", "c"], "not allowed with"),
        (["colorize", "a.jpg", "--style", "b", "--amount", "2"], "2 is not a number from 0 to 1.5"),
        (["colorize", "a.jpg", "--style", "b", "--amount", "nan"], "nan is not a number from 0 to 1.5"),
        (["colorize", "a.jpg", "--style", "b", "--amount", "x"], "x is not a number"),
        (["colorize", "a.jpg", "--like", "b", "--preset", "c"], "not allowed with"),
        (["colorize", "a.jpg", "--style", "b", "--existing", "burn"], "invalid choice: 'burn'"),
        (["sheet", "a.jpg"], "-o"),
        (["watch", "in"], "--style --preset --like"),
        (["colorize", "a.jpg", "--style", "b", "--quality", "0"], "0 is not a whole number from 1 to 100"),
        (["colorize", "a.jpg", "--style", "b", "--provider", "tpu"], "invalid choice: 'tpu'"),
        (["preset"], "ACTION"),
        (["--nonsense"], "COMMAND"),
    ],
)
def test_wrong_arguments_are_told_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    assert main(arguments) == 2
    err = capsys.readouterr().err
    assert words in err
    assert "--help" in err
    assert err.count("\n") == 1


def test_an_unexpected_fault_is_one_line_and_a_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, own_user_directory: Path
) -> None:
    def fail() -> None:
        raise RuntimeError("the moon\nis full")

    monkeypatch.setattr(models, "find_models", fail)
    assert main(["models"]) == 70
    err = capsys.readouterr().err
    report = own_user_directory / "last-fault.txt"
    assert err.count("\n") == 1
    assert "the moon is full" in err
    assert str(report) in err
    assert "Traceback" in report.read_text(encoding="utf-8")


def test_a_program_without_a_console_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["--version"]) == 0
    sys.stdout.close()
    sys.stderr.close()


def test_it_runs_as_a_process_and_shows_what_the_terminal_cannot(tmp_path: Path) -> None:
    name = tmp_path / "ünïcode.jpg"
    command = [sys.executable, "-m", "desktop", "colorize", str(name), "--style", str(name)]
    environment = {"PYTHONIOENCODING": "ascii:strict", "TINTYPE_HOME": str(tmp_path), "PYTHONUTF8": "1"}
    root = Path(desktop.__file__).parents[1]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 11
    assert done.stderr.count("\n") == 1
    assert "There is no file" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows break in another way")
def test_a_reader_that_has_enough_is_no_fault() -> None:
    """As in `tintype preset list | head -1`."""
    command = [sys.executable, "-m", "desktop", "preset", "list"]
    root = Path(desktop.__file__).parents[1]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
