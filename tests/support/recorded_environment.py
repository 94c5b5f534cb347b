"""An environment of `run.py` that records what would be installed and run."""

import subprocess
from pathlib import Path

import pytest

import run
from bootstrap import environment
from bootstrap.environment import ROOT, Environment, SetupError

__all__ = ["ROOT", "Recorder", "record_environment", "set_torch"]


class Recorder(Environment):
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
            raise SetupError("refused")
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
    monkeypatch.setattr(environment.subprocess, "run", lambda *_command, **_options: answer)


def record_environment(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    """Have `run.py` use a recorder in the place of every environment; without torch at first."""
    recorder = Recorder(folder)
    monkeypatch.setattr(run, "Environment", lambda *_name: recorder)
    monkeypatch.setattr(run, "provide_qt_libraries", lambda: None)
    set_torch(monkeypatch, "")
    return recorder
