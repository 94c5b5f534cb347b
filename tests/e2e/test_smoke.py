"""The program's own proof that it works, run as a built program would run it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop.engine.inference.model_registry import find_models, load_model
from desktop.smoke.digest import COLUMNS, ROWS, TOLERANCE, difference, digest_of, expected_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bundle(tmp_path: Path, tiny_model_dir: Path) -> Path:
    """A folder as the program's own, with the tiny model for the only one, and no presets."""
    (tmp_path / "models").mkdir()
    shutil.move(tiny_model_dir, tmp_path / "models" / "palette")
    for name in ("icons", "theme"):
        shutil.copytree(ROOT / "resources" / name, tmp_path / "resources" / name)
    return tmp_path


def smoke(bundle: Path, before: str = "", arguments: str = "") -> subprocess.CompletedProcess[str]:
    """Run the smoke test in a process of its own, with `bundle` where a frozen program has its files.

    before: code that runs first.
    """
    start = f"from desktop.smoke.run import run; sys.exit(run({arguments}))"
    code = "\n".join([f"import sys; sys._MEIPASS = {str(bundle)!r}", before, start])
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=120,
        cwd=bundle,
    )


def test_smoke_names_the_device(bundle: Path) -> None:
    result = smoke(bundle)
    assert result.returncode == 0, result.stderr
    assert "cpu, network" in result.stdout
    assert "2 graphs load" in result.stdout
    assert 'nothing is recorded for the model "palette"' in result.stdout


def test_smoke_fails_without_a_model(bundle: Path) -> None:
    (bundle / "models" / "palette" / "colorizer.onnx").unlink()
    result = smoke(bundle)
    assert result.returncode == 1
    assert "colorizer.onnx" in result.stderr
    assert "Traceback" not in result.stderr


def test_smoke_fails_when_a_graph_of_any_model_does_not_load(
    bundle: Path, tiny_graphs: dict[str, bytes]
) -> None:
    from tests.support.tiny_models import write_model

    write_model(bundle / "models" / "other", {**tiny_graphs, "colorizer": b"no graph"})
    result = smoke(bundle)
    assert result.returncode == 1
    assert 'Model "other": colorizer.onnx is not a graph that can be used' in result.stderr


# What goes wrong in the making of the picture alone: nothing is missing, nothing raises.
REDDER = """
from dataclasses import replace
from desktop.engine.render.pipeline import RenderRequest
right = RenderRequest.composition
def redder(self, photo, **options):
    adjustments = replace(self.edit.adjustments, tint=0.1)
    return right(replace(self, edit=replace(self.edit, adjustments=adjustments)), photo, **options)
RenderRequest.composition = redder
"""


def test_the_picture_must_be_the_one_recorded_for_its_model(bundle: Path) -> None:
    assert smoke(bundle, arguments="recording=True").returncode == 0
    right, wrong = smoke(bundle), smoke(bundle, REDDER)
    assert "the expected picture, 0.0" in right.stdout, right.stderr
    assert wrong.returncode == 1
    assert "the picture is not the expected one" in wrong.stderr
    assert "Traceback" not in wrong.stderr
    recorded = bundle / "resources" / "smoke.json"
    (digest,) = json.loads(recorded.read_text("utf-8")).values()
    recorded.write_text(json.dumps({"0" * 64: digest}), encoding="utf-8")
    other = smoke(bundle)  # this model is not held to what another makes
    assert "nothing is recorded" in other.stdout, other.stderr


def test_rounding_is_forgiven_and_no_more() -> None:
    picture = np.random.default_rng(3).integers(20, 230, (61, 83, 3), dtype=np.uint8)
    digest = digest_of(picture)
    assert digest.shape == (ROWS, COLUMNS, 3)
    rounded = picture.copy()
    rounded[::2] += 1
    assert difference(digest_of(rounded), digest) <= TOLERANCE
    one_part = picture.copy()
    one_part[:10, :10, 2] += 3
    assert difference(digest_of(one_part), digest) > TOLERANCE


def test_the_shipped_default_model_has_its_picture_recorded() -> None:
    shipped = load_model(folders=[ROOT / "models"])
    assert shipped in find_models([ROOT / "models"])
    assert expected_of(shipped) is not None, "python -m desktop.smoke records it"
