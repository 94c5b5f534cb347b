"""The import rules of pyproject.toml hold, fail where they should, and are true when running; no module is long."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LINT_IMPORTS = "import sys, importlinter.cli as cli; sys.exit(cli.lint_imports(no_cache=True))"
UP_FOR_A_TYPE = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import desktop.ui.main_window"
TOP_LEVEL = ("benchmarks", "desktop", "export", "train")
MAX_LINES = 250


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS], cwd=folder, capture_output=True, text=True, check=False
    )


def modules_loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A repository with the same rules and modules, but with nothing in them."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in TOP_LEVEL:
        for module in sorted((ROOT / package).rglob("*.py")):
            empty = tmp_path / module.relative_to(ROOT)
            empty.parent.mkdir(parents=True, exist_ok=True)
            empty.touch()
    return tmp_path


def test_every_import_contract_is_kept() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_empty_house_keeps_every_contract(small_house: Path) -> None:
    done = lint_imports(small_house)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("desktop/cli/main.py", "import torch", "The program reaches neither torch"),
        (
            "desktop/ui/main_window/parts.py",
            "import export.manifest",
            "The program reaches neither torch",
        ),
        ("desktop/engine/batch/result_key.py", "import benchmarks", "The program reaches neither torch"),
        ("desktop/engine/imaging/photo.py", "import PySide6.QtGui", "The engine knows nothing of Qt"),
        ("desktop/engine/imaging/photo.py", "import desktop.ui", "Within the program"),
        ("desktop/engine/decode/reader.py", "import desktop.engine.render", "Within the engine"),
        ("desktop/engine/darkroom/__init__.py", "import desktop.engine.core", "Within the engine"),
        ("desktop/cli/commands/colorize.py", "import PySide6.QtGui", "The command line starts without Qt"),
        ("desktop/cli/console.py", "import desktop.cli.arguments", "Within the command line"),
        (
            "desktop/ui/main_window/parts.py",
            "import desktop.cli",
            "The window knows nothing of the command line",
        ),
        ("desktop/ui/widgets/icons.py", "import desktop.ui.document", "Within the window"),
        ("desktop/ui/gallery/panel.py", "import desktop.ui.filmstrip", "Within the window"),
        ("desktop/ui/canvas/tool.py", UP_FOR_A_TYPE, "Within the window"),
        ("desktop/ui/helpers/__init__.py", "import desktop.ui.base", "Within the window"),
        ("train/core/colour.py", "import desktop.engine", "Training knows nothing of the program"),
        ("export/presets.py", "import desktop.ui", "The export uses the engine, never the window"),
    ],
)
def test_an_import_against_the_rules_breaks_its_contract(
    small_house: Path, module: str, line: str, contract: str
) -> None:
    (small_house / module).parent.mkdir(exist_ok=True)
    (small_house / module).write_text(f"{line}\n", encoding="utf-8")
    done = lint_imports(small_house)
    assert done.returncode == 1
    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert any(row.startswith(contract) for row in broken), done.stdout


def test_two_modules_that_import_each_other_break_a_contract(small_house: Path) -> None:
    core = small_house / "desktop" / "engine" / "core"
    (core / "errors.py").write_text("import desktop.engine.core.reasons\n", encoding="utf-8")
    (core / "reasons.py").write_text(
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import desktop.engine.core.errors\n",
        encoding="utf-8",
    )
    done = lint_imports(small_house)
    assert done.returncode == 1
    broken = [row for row in done.stdout.splitlines() if row.endswith("BROKEN")]
    assert [row.startswith("Nothing imports in a circle") for row in broken] == [True]


def test_the_command_line_starts_without_qt_and_torch() -> None:
    loaded = modules_loaded_by("import desktop.cli.main")
    assert "onnxruntime" in loaded
    assert not loaded & {"PySide6", "torch", "onnx", "train", "export"}


def test_onnxruntime_is_loaded_before_anything_of_the_window() -> None:
    """On Windows the other order ends in a DLL error."""
    assert "onnxruntime" in modules_loaded_by("import desktop")


def test_no_module_is_longer_than_250_lines() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "*.py"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a checkout of git")
    lines = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in listed.stdout.split()}
    assert len(lines) > 500
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}
