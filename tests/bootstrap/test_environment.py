"""What is installed into the virtual environment, and what is told where that fails."""

import json
import sys
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from bootstrap import environment as env
from tests.support.recorded_environment import ROOT, Recorder, record_environment, set_torch


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return record_environment(tmp_path / "venv", monkeypatch)


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
    monkeypatch.setattr(env, "setup_digest", lambda _root: "another")
    environment.prepare("demo")
    assert len(environment.installed) == 3


def test_the_digest_depends_on_pyproject_and_place(tmp_path: Path) -> None:
    for name, text in (("a", "x"), ("b", "x")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "pyproject.toml").write_text(text)
    first = env.setup_digest(tmp_path / "a")
    assert first == env.setup_digest(tmp_path / "a")
    assert first != env.setup_digest(tmp_path / "b")
    (tmp_path / "a" / env.LOCK).write_text("numpy==2.4")
    locked = env.setup_digest(tmp_path / "a")
    (tmp_path / "a" / "pyproject.toml").write_text("y")
    assert len({first, locked, env.setup_digest(tmp_path / "a")}) == 3


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"digest": "d"}', '{"digest": "old", "extras": []}'])
def test_a_stamp_that_says_nothing_useful_counts_as_none(tmp_path: Path, text: str) -> None:
    stamp = tmp_path / "stamp.json"
    assert env.installed_extras(stamp, "d") is None
    stamp.write_text(text)
    assert env.installed_extras(stamp, "d") is None
    stamp.write_text(json.dumps({"digest": "d", "extras": ["demo"]}))
    assert env.installed_extras(stamp, "d") == {"demo"}


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no CUDA builds to avoid")
def test_torch_comes_as_the_cpu_build_and_before_what_needs_it(environment: Recorder) -> None:
    environment.prepare("train")
    _venv, torch, program = environment.installed
    assert torch[-1] == env.TORCH_CPU
    assert "--index-url" not in torch
    assert program[-2:] == [f"{ROOT}[train]", env.TORCH_CPU]


def test_a_torch_that_is_there_is_kept(environment: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    set_torch(monkeypatch, "torch==2.9.1+cu130")
    environment.prepare("train")
    assert len(environment.installed) == 2
    assert environment.installed[-1][-2:] == [f"{ROOT}[train]", "torch==2.9.1+cu130"]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no CUDA builds to avoid")
def test_torch_is_asked_of_its_own_index_next_and_never_taken_with_cuda(environment: Recorder) -> None:
    environment.refused = env.TORCH_CPU
    with pytest.raises(env.SetupError, match="could be fetched neither"):
        environment.prepare("train")
    asked = environment.installed[1:]
    assert [env.TORCH_CPU_INDEX in command for command in asked] == [False, True]
    assert all(env.TORCH_CPU in command for command in asked)


def test_the_torch_that_is_installed_satisfies_the_extra() -> None:
    pyproject = env.ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8")
    for pinned in (Requirement(env.TORCH_CPU), Requirement(env.TORCHVISION_CPU)):
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
    failure = env.install_failure(output)
    assert told in failure
    assert "\n" not in failure


def test_a_real_failure_of_an_installation_becomes_one_line(tmp_path: Path) -> None:
    complaint = "import sys; print('ERROR: it is raining'); sys.exit(1)"
    with pytest.raises(env.SetupError, match=r"^ERROR: it is raining$"):
        env.Environment(str(tmp_path))._install([sys.executable, "-c", complaint])
