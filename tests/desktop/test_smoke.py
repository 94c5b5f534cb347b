"""The program's own proof that it works, run as a built program would run it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bundle(tmp_path: Path, tiny_model_dir: Path) -> Path:
    """A folder as the program's own, with the tiny model for the only one, and no presets."""
    (tmp_path / "models").mkdir()
    shutil.move(tiny_model_dir, tmp_path / "models" / "palette")
    for name in ("icons", "theme"):
        shutil.copytree(ROOT / "resources" / name, tmp_path / "resources" / name)
    return tmp_path


def smoke(bundle: Path) -> subprocess.CompletedProcess[str]:
    """Run the smoke test in a process of its own, with `bundle` where a frozen program has its files."""
    code = f"import sys; sys._MEIPASS = {str(bundle)!r}; from desktop.smoke import run; sys.exit(run())"
    command = [sys.executable, "-c", code]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, check=False, timeout=120, cwd=bundle
    )


def test_smoke_names_the_device(bundle: Path) -> None:
    result = smoke(bundle)
    assert result.returncode == 0, result.stderr
    assert "cpu, network" in result.stdout


def test_smoke_fails_without_a_model(bundle: Path) -> None:
    (bundle / "models" / "palette" / "colorizer.onnx").unlink()
    result = smoke(bundle)
    assert result.returncode == 1
    assert "colorizer.onnx" in result.stderr
    assert "Traceback" not in result.stderr
