"""The wheel works by itself: installed into an environment without the source, it colours and opens its window."""

import os
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from desktop.engine.core import paths

pytestmark = pytest.mark.wheel

ROOT = Path(__file__).resolve().parents[1]
PRESET = "The Great Wave off Kanagawa"
PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check"]


def call(*command: str | Path, folder: Path = ROOT) -> str:
    """Run a command that has to succeed, without the source on its path; returns what it printed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with what is installed here, so that nothing is fetched."""
    folder = tmp_path_factory.mktemp("wheel")
    call(*PIP, "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT)
    (made,) = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the programs in an environment that has the wheel, and of this one only the libraries."""
    folder = tmp_path_factory.mktemp("environment")
    call(sys.executable, "-m", "venv", "--without-pip", folder)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / ("python.exe" if os.name == "nt" else "python")
    call(*PIP, "--python", python, "install", "--quiet", "--no-deps", "--no-index", wheel)
    own = Path(call(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    # A .pth file in a folder that is added by one is not read: the source, installed for development, stays out.
    (own / "libraries.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    found = call(python, "-c", "import desktop; print(desktop.__file__)", folder=folder)
    assert Path(found.strip()).is_relative_to(own)
    return scripts


def test_models_and_resources_are_inside_and_nothing_else_that_is_large(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    shipped = "desktop/shipped"
    for model in (ROOT / "models").iterdir():
        wanted = {f"{shipped}/models/{model.name}/{file.name}" for file in model.iterdir()}
        assert {name for name in wanted if not name.endswith(".safetensors")} <= names
    presets = {
        f"{shipped}/resources/presets/{preset.name}" for preset in paths.shipped_presets_dir().iterdir()
    }
    assert presets <= names
    assert {f"{shipped}/LICENSE", "desktop/py.typed"} <= names
    assert not [name for name in names if "safetensors" in name or "screenshots" in name]
    assert {name.split("/")[0].split("-")[0] for name in names} == {"desktop", "export", "train", "tintype"}


def test_it_colours_a_picture_with_a_preset_as_the_source_does(programs: Path, tmp_path: Path) -> None:
    arguments = ("colorize", paths.sample_photo(), "--preset", PRESET, "--quiet", "-o")
    call(programs / "tintype", *arguments, tmp_path / "installed.png", folder=tmp_path)
    call(sys.executable, "-m", "desktop", *arguments, tmp_path / "source.png")
    installed, source = (np.asarray(Image.open(tmp_path / f"{name}.png")) for name in ("installed", "source"))
    assert np.ptp(installed.astype(int), axis=2).max() > 20, "it is in colour"
    assert np.array_equal(installed, source)


def test_the_window_opens_and_finds_all_its_files(programs: Path, tmp_path: Path) -> None:
    assert "graphs load" in call(programs / "tintype-window", "--smoke", folder=tmp_path)
