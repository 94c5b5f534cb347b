"""The bootstrap's decisions: what is set up when, what a person is told, and which task runs how."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import run

ROOT = Path(__file__).parent.parent


class Recorder(run.Environment):
    """An environment that remembers what it was asked to install and run, and does nothing."""

    def __init__(self, folder: Path) -> None:
        super().__init__(str(folder))
        self.installed: list[list[str]] = []
        self.started: list[tuple[str, ...]] = []
        self.refused = ""  # installing anything with this in its command fails
        self.status = 0

    def _install(self, command: list[str]) -> None:
        self.installed.append(command)
        if self.refused and self.refused in " ".join(command):
            raise run.SetupError("refused")
        Path(self.python).parent.mkdir(parents=True, exist_ok=True)
        Path(self.python).touch(mode=0o755)

    def run(self, *arguments: str) -> int:
        self.started.append(arguments)
        return self.status

    def run_tool(self, name: str, *arguments: str) -> int:
        return self.run(name, *arguments)

    def start_program(self, *arguments: str) -> int:
        return self.run("-m", "desktop", *arguments)


def set_torch(monkeypatch: pytest.MonkeyPatch, requirement: str) -> None:
    """Let the environment's Python answer that this torch is installed, or none."""
    answer = subprocess.CompletedProcess([], 0 if requirement else 1, stdout=f"{requirement}\n")
    monkeypatch.setattr(run.subprocess, "run", lambda *_command, **_options: answer)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder(tmp_path / "venv")
    monkeypatch.setattr(run, "Environment", lambda *_name: recorder)
    monkeypatch.setattr(run, "provide_qt_libraries", lambda: None)
    set_torch(monkeypatch, "")
    return recorder


def test_a_second_start_installs_nothing(environment: Recorder) -> None:
    environment.prepare("demo")
    first = len(environment.installed)
    environment.prepare("demo")
    assert (first, len(environment.installed)) == (2, 2)  # the environment, the program


def test_extras_add_up_instead_of_replacing_each_other(environment: Recorder) -> None:
    environment.prepare("demo")
    environment.prepare("build")
    environment.prepare("demo")
    assert environment.installed[-1][-1] == f"{ROOT}[build,demo]"
    assert len(environment.installed) == 3


def test_a_changed_pyproject_sets_up_anew(environment: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    environment.prepare("demo")
    monkeypatch.setattr(run, "setup_digest", lambda _root: "another")
    environment.prepare("demo")
    assert len(environment.installed) == 3


def test_the_digest_depends_on_pyproject_and_place(tmp_path: Path) -> None:
    for name, text in (("a", "x"), ("b", "x")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text(text)
    first = run.setup_digest(tmp_path / "a")
    assert first == run.setup_digest(tmp_path / "a")
    assert first != run.setup_digest(tmp_path / "b")
    (tmp_path / "a" / run.LOCK).write_text("numpy==2.4")
    locked = run.setup_digest(tmp_path / "a")
    (tmp_path / "a" / "pyproject.toml").write_text("y")
    assert len({first, locked, run.setup_digest(tmp_path / "a")}) == 3


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"digest": "d"}', '{"digest": "old", "extras": []}'])
def test_a_stamp_that_says_nothing_useful_counts_as_none(tmp_path: Path, text: str) -> None:
    stamp = tmp_path / "stamp.json"
    assert run.installed_extras(stamp, "d") is None
    stamp.write_text(text)
    assert run.installed_extras(stamp, "d") is None
    stamp.write_text(json.dumps({"digest": "d", "extras": ["demo"]}))
    assert run.installed_extras(stamp, "d") == {"demo"}


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no CUDA builds to avoid")
def test_torch_comes_as_the_cpu_build_and_before_what_needs_it(environment: Recorder) -> None:
    environment.prepare("train")
    _venv, torch, program = environment.installed
    assert torch[-1] == run.TORCH_CPU
    assert "--index-url" not in torch
    assert program[-2:] == [f"{ROOT}[train]", run.TORCH_CPU]


def test_a_torch_that_is_there_is_kept(environment: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    set_torch(monkeypatch, "torch==2.9.1+cu130")
    environment.prepare("train")
    assert len(environment.installed) == 2
    assert environment.installed[-1][-2:] == [f"{ROOT}[train]", "torch==2.9.1+cu130"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no CUDA builds to avoid")
def test_torch_is_asked_of_its_own_index_next_and_never_taken_with_cuda(environment: Recorder) -> None:
    environment.refused = run.TORCH_CPU
    with pytest.raises(run.SetupError, match="could be fetched neither"):
        environment.prepare("train")
    asked = environment.installed[1:]
    assert [run.TORCH_CPU_INDEX in command for command in asked] == [False, True]
    assert all(run.TORCH_CPU in command for command in asked)


def test_the_torch_that_is_installed_satisfies_the_extra() -> None:
    pyproject = run.ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8")
    for pinned in (Requirement(run.TORCH_CPU), Requirement(run.TORCHVISION_CPU)):
        line = next(line for line in pyproject.splitlines() if line.strip().startswith(f'"{pinned.name}>='))
        (version,) = (specifier.version for specifier in pinned.specifier)
        assert Version(version) in Requirement(line.strip().strip('",')).specifier


@pytest.mark.parametrize(
    ("output", "told"),
    [
        (
            "WARNING: retrying\nERROR: first\nERROR: No matching distribution found\n\n",
            "No matching distribution",
        ),
        ("collecting\nno space left on device\n", "no space left on device"),
        (
            "... Failed to establish a new connection: ...\nERROR: No matching distribution",
            "check the network",
        ),
        ("", "no reason"),
    ],
)
def test_a_failed_installation_is_told_in_one_line(output: str, told: str) -> None:
    failure = run.install_failure(output)
    assert told in failure
    assert "\n" not in failure


def test_a_real_failure_of_an_installation_becomes_one_line(tmp_path: Path) -> None:
    complaint = "import sys; print('ERROR: it is raining'); sys.exit(1)"
    with pytest.raises(run.SetupError, match=r"^ERROR: it is raining$"):
        run.Environment(str(tmp_path))._install([sys.executable, "-c", complaint])


def test_an_old_python_is_told_what_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 18))
    with pytest.raises(run.SetupError, match=r"3\.11 or newer"):
        run.main([])


def test_an_old_python_can_read_the_file_at_all() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 9))


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


@pytest.mark.parametrize(
    ("extras", "locked"),
    [(("demo",), False), (("train",), False), (("build",), True), (("dev", "train"), True)],
)
def test_what_develops_and_builds_is_locked(
    environment: Recorder, extras: tuple[str, ...], locked: bool
) -> None:
    environment.prepare(*extras)
    assert (str(ROOT / run.LOCK) in environment.installed[-1]) is locked


def test_what_runs_before_a_commit_is_what_is_locked() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    found = re.findall(r"additional_dependencies: \[(\S+)\]", hooks)
    assert len(found) == hooks.count("- id:")
    assert set(found) <= set((ROOT / run.LOCK).read_text("utf-8").splitlines())


def test_the_lock_is_renewed_without_torch(environment: Recorder) -> None:
    environment.status = 7
    assert run.main(["lock"]) == 7
    ((program, *arguments),) = environment.started
    assert (program, arguments[-1]) == ("uv", run.LOCK)
    overrides = Path(arguments[arguments.index("--overrides") + 1]).read_text("utf-8")
    assert [line.split()[0] for line in overrides.splitlines()] == list(run.UNLOCKED)
    assert environment.installed[-1][-1] == "uv"


def test_the_lock_holds_every_requirement_but_torch() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    lines = (ROOT / run.LOCK).read_text("utf-8").splitlines()
    pins = [Requirement(line) for line in lines if line and line[0] not in " #"]
    for requirement in map(Requirement, wanted):
        name = canonicalize_name(requirement.name)
        if name in ("tintype", *run.UNLOCKED):
            continue
        versions = [pin.specifier for pin in pins if canonicalize_name(pin.name) == name]
        assert versions, name
        for version in versions:
            (pin,) = version
            assert pin.operator == "=="
            assert pin.version in requirement.specifier, name


def test_without_a_display_a_sample_is_coloured(
    environment: Recorder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "resources" / "presets").mkdir(parents=True)
    (tmp_path / "resources" / "presets" / "dusk.tintype").touch()
    (tmp_path / "resources" / "sample").mkdir()
    (tmp_path / "resources" / "sample" / "camera.png").touch()
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "setup_digest", lambda _root: "digest")
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


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux does Qt lean on the system")
def test_a_missing_library_of_qt_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"})
    assert run.missing_qt_packages() == ["libnowhere1"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only on Linux does Qt lean on the system")
def test_without_root_the_missing_packages_are_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "missing_qt_packages", lambda: ["libegl1", "libgl1"])
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    run.provide_qt_libraries()
    told = capsys.readouterr().err
    assert "apt install libegl1 libgl1" in told
    assert told.count("\n") == 1
