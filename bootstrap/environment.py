"""The virtual environment that the program runs in: made, filled, and used to run things."""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# What developers and builds get of each package, so that all have the same; people who only use the program get the
# newest.
LOCK = "constraints.txt"

# Only tests and training need torch, and there the CPU build does: the plain wheel brings gigabytes of CUDA.
TORCH_CPU = "torch==2.13.0+cpu"
TORCHVISION_CPU = "torchvision==0.28.0+cpu"
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
NO_NETWORK = ("Failed to establish a new connection", "Temporary failure in name resolution", "timed out")


class SetupError(Exception):
    """Something that the user has to put right; its text is the one line that says what."""


def say(line: str) -> None:
    """Print what is being done for the user at the terminal."""
    print(line, file=sys.stderr, flush=True)


def setup_digest(root: Path) -> str:
    """Return a hash of all that decides what is installed for the program in the folder `root`."""
    files = [root / name for name in ("pyproject.toml", LOCK)]
    content = [file.read_bytes() for file in files if file.exists()]
    parts = (*content, str(root).encode(), TORCH_CPU.encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def installed_extras(stamp: Path, digest: str) -> set[str] | None:
    """Return the extras that the file `stamp` says are installed, or None where it is absent or outdated."""
    try:
        fields = json.loads(stamp.read_text(encoding="utf-8"))
        return set(fields["extras"]) if fields["digest"] == digest else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def install_failure(output: str) -> str:
    """Return in one line why an installation failed, from all that pip or venv printed."""
    if any(sign in output for sign in NO_NETWORK):
        return "The Python packages could not be fetched: check the network, then run this again."
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["It gave no reason."])[-1]


class Environment:
    """A virtual environment in the program's folder. A stamp in it makes the second start quick."""

    def __init__(self, name: str = ".venv") -> None:
        self.folder = ROOT / name
        self.python = str(self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))

    def prepare(self, *extras: str) -> None:
        """Install the program with `extras`, unless all of it is there already."""
        stamp, digest = self.folder / "tintype.json", setup_digest(ROOT)
        exists = Path(self.python).exists()
        installed = installed_extras(stamp, digest) if exists else None
        if installed is not None and installed.issuperset(extras):
            return
        say(f"Setting up in {self.folder}: this takes some minutes the first time.")
        if not exists:
            self._create()
        wanted = sorted(set(extras).union(installed or ()))
        kept = [self._torch()] if "train" in wanted else []  # named again, or torchvision would replace it
        locked = ["--constraint", str(ROOT / LOCK)] if {"dev", "build"}.intersection(wanted) else []
        self._pip(*locked, "--editable", f"{ROOT}[{','.join(wanted)}]", *kept)
        stamp.write_text(json.dumps({"digest": digest, "extras": wanted}), encoding="utf-8")

    def provide(self, *packages: str) -> None:
        """Install the newest of these packages and nothing of the program."""
        if not Path(self.python).exists():
            self._create()
        self._pip("--upgrade", *packages)

    def run(self, *arguments: str) -> int:
        """Run the environment's Python in the program's folder; return its exit status."""
        return subprocess.call([self.python, *arguments], cwd=ROOT)

    def run_tool(self, name: str, *arguments: str) -> int:
        """Run a program that a package has brought along, in the program's folder; return its exit status."""
        return subprocess.call([str(Path(self.python).with_name(name)), *arguments], cwd=ROOT)

    def start_program(self, *arguments: str) -> int:
        """Run the program in the current folder, which relative paths start from; return its exit status."""
        return subprocess.call([self.python, "-P", "-m", "desktop", *arguments])

    def _create(self) -> None:
        venv = [sys.executable, "-m", "venv", "--clear", str(self.folder)]
        if importlib.util.find_spec("ensurepip"):
            self._install(venv)
        elif importlib.util.find_spec("pip"):  # Debian's Python without python3-venv, but with python3-pip
            self._install([*venv, "--without-pip"])
            self._install([sys.executable, "-m", "pip", "--python", self.python, "install", "pip"])
        else:
            raise SetupError("Python's venv module is incomplete (Debian, Ubuntu: apt install python3-venv).")

    def _torch(self) -> str:
        """Return the requirement of the torch that is there, after installing the CPU build if none is."""
        question = "from importlib.metadata import version; print('torch==' + version('torch'))"
        asked = subprocess.run([self.python, "-c", question], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            return asked.stdout.strip()  # whatever build the user has chosen
        if sys.platform == "darwin":
            return TORCH_CPU.partition("+")[0]  # no CUDA there, and no build marked as without it
        elsewhere = ("--index-url", TORCH_CPU_INDEX, TORCH_CPU, TORCHVISION_CPU)
        for source in (
            (TORCH_CPU,),
            elsewhere,
        ):  # first what pip is configured with: a mirror, a folder of wheels
            with contextlib.suppress(SetupError):
                self._pip("--no-deps", "--retries", "1", "--timeout", "20", *source)
                return TORCH_CPU
        raise SetupError(
            f"{TORCH_CPU} could be fetched neither from pip's own index nor from {TORCH_CPU_INDEX}: check the"
            f" network, or choose a build yourself with {self.python} -m pip install torch."
        )

    def _pip(self, *arguments: str) -> None:
        pip = [self.python, "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
        self._install([*pip, *arguments])

    def _install(self, command: list[str]) -> None:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
        if done.returncode:
            raise SetupError(install_failure(done.stdout.decode("utf-8", "replace")))
