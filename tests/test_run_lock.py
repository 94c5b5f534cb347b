"""`run.py lock` and constraints.txt: what is pinned, and for whom."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import run
from tests.support.recorded_environment import ROOT, Recorder, record_environment


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return record_environment(tmp_path / "venv", monkeypatch)


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
