"""Files from elsewhere may be anything: a few hundred spoiled ones; `python -m tests.fuzz` tries 20,000."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


def test_a_fault_that_is_not_ours_comes_out(trial: Trial, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_path: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(trial, "_subjects", {"broken": (lambda _chance: ("a", b"x"), fail)})
    with pytest.raises(ZeroDivisionError):
        trial.run(1)
