"""Files from elsewhere may be anything: a few hundred spoiled ones; `python -m tests.fuzz` tries 20,000."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import __main__ as fuzz
from tests.fuzz import worker
from tests.fuzz.trial import Trial


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("spoiled"))


@pytest.mark.filterwarnings("ignore")  # what libraries mutter about spoiled files
@settings(
    max_examples=400,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(number=st.integers(0, 2**62))
def test_spoiled_files_give_our_own_faults_only(trial: Trial, number: int) -> None:
    trial.run(number)


def test_the_command_counts_and_reports() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--inputs", "40", "--first", "100"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "40 inputs in" in done.stdout
    assert "0 failures" in done.stdout


def worker_with(folder: Path, body: str) -> None:
    """Puts a worker in `folder` whose third input does what `body` says."""
    (folder / "tests" / "fuzz").mkdir(parents=True)
    (folder / "tests" / "fuzz" / "worker.py").write_text(
        "import sys\n"
        f"sys.path[0] = {str(Path(__file__).parent.parent)!r}\n"
        "import tests.fuzz\n"
        f"tests.fuzz.__path__ = [{str(Path(__file__).parent / 'fuzz')!r}]\n"
        "import importlib.util\n"
        f"spec = importlib.util.spec_from_file_location('real', {str(Path(worker.__file__))!r})\n"
        "real = importlib.util.module_from_spec(spec)\n"
        "spec.loader.exec_module(real)\n"
        "real.GRACE_S = 0\n"
        "real.MAX_WALL_S = 20.0\n"
        "def run(self, number):\n"
        "    if number == 2:\n"
        f"        {body}\n"
        "    return 'read'\n"
        "real.Trial.run = run\n"
        "real.main()\n",
        encoding="utf-8",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="limits that the system keeps")
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("exec('while True: pass')", "ended its process"),
        ("import os; os.abort()", "ended its process"),
        ("bytearray(4 << 30)", "MemoryError"),
    ],
    ids=["no end", "a crash", "memory"],
)
def test_what_ends_or_fills_the_process_is_told_and_the_next_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, words: str
) -> None:
    worker_with(tmp_path, body)
    monkeypatch.setattr(fuzz, "ROOT", tmp_path)
    lines = list(fuzz.tried(0, 5))
    assert [line["number"] for line in lines] == [0, 1, 2, 3, 4]
    assert [line.get("outcome") for line in lines] == ["read", "read", None, "read", "read"]
    assert words in lines[2]["fault"]


def test_a_fault_that_is_not_ours_comes_out(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(trial, "_subjects", {"broken": (lambda _chance: ("a", b"x"), fail)})
    with pytest.raises(ZeroDivisionError):
        trial.run(1)


@pytest.mark.parametrize(
    ("work", "words"),
    [
        (lambda _path: np.ones(600 << 20, np.uint8), r"took \d+ MB"),
        (lambda _path: _compute(), r"took 0\.\d s"),
    ],
)
def test_what_takes_too_much_comes_out(
    trial: Trial, monkeypatch: pytest.MonkeyPatch, work: Callable[[Path], None], words: str
) -> None:
    if "MB" in words and sys.platform != "linux":
        pytest.skip("the system's count of this process's memory")
    if "MB" not in words:
        monkeypatch.setattr("tests.fuzz.trial.MAX_S", 0.05)
    monkeypatch.setattr(trial, "_subjects", {"greedy": (lambda _chance: ("a", b"x"), work)})
    with pytest.raises(AssertionError, match=words):
        trial.run(1)


def _compute() -> None:
    end_s = time.process_time() + 0.1
    while time.process_time() < end_s:
        pass
