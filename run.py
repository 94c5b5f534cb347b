#!/usr/bin/env python3
"""The one way in: sets Tintype up in .venv, with the standard library alone, and runs what was asked for.

python3 run.py               open the window; without a display, colour a sample photograph
python3 run.py PHOTO         open the window with a photograph
python3 run.py colorize ...  the program's command line; so too preset, models, devices
python3 run.py check         check style, types, import rules, spelling and the workflows
python3 run.py test [...]    the same and the tests; with arguments pytest alone
python3 run.py train ...     python -m train
python3 run.py export ...    python -m export
python3 run.py lock          renew constraints.txt
python3 run.py build         make and prove dist/: what runs without Python, and its installer
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
SAMPLE_PRESET = "the-great-wave-off-kanagawa"
CHECKS = (
    ("ruff", "check", "--output-format=concise", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("typos",),
    ("zizmor", "--offline", "--quiet", ".github"),
)
# All tests but those with a stopwatch run in as many processes as there are cores, those one by one after them.
STOPWATCH = "flaky"  # their marker, see tests/support/timing.py
TEST_RUNS = (
    ("-n", "auto", "--dist", "loadfile", "-m", f"not ({STOPWATCH} or package or wheel or endurance)"),
    ("-m", STOPWATCH),
)
# What developers and builds get of each package, so that all have the same; people who only use the program get the
# newest. Of torch each has a build of their own, so the lock leaves it out.
LOCK = "constraints.txt"
UNLOCKED = ("torch", "torchvision")

# Only tests and training need torch, and there the CPU build does: the plain wheel brings gigabytes of CUDA.
TORCH_CPU = "torch==2.13.0+cpu"
TORCHVISION_CPU = "torchvision==0.28.0+cpu"
TORCH_CPU_INDEX = "https://download.pytorch.org/whl/cpu"
NO_NETWORK = ("Failed to establish a new connection", "Temporary failure in name resolution", "timed out")

# What Qt loads from the system, and the Debian package that has it.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


class SetupError(Exception):
    """Something a person has to put right; its text is the one line that says what."""


def say(line: str) -> None:
    """Tell the person at the terminal what is being done."""
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
    """A virtual environment beside this file. A stamp in it makes the second start quick."""

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
        """Run the program where the person stands, for relative paths; return its exit status."""
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
            return asked.stdout.strip()  # whatever build the person has chosen
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


def missing_qt_packages() -> list[str]:
    """Return the Debian packages of the libraries that Qt would not find on this Linux."""
    missing = []
    for library, package in QT_LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def provide_qt_libraries() -> None:
    """Install the system libraries of Qt where that is allowed, else name them."""
    missing = missing_qt_packages() if sys.platform.startswith("linux") else []
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        say(f"Installing the system libraries that Qt needs: {' '.join(missing)}")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
            apt = ["apt-get", "-qq", *step]
            subprocess.run(apt, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False)
        missing = missing_qt_packages()
    if missing:
        say(f"Qt needs system libraries that are not here (Debian, Ubuntu: apt install {' '.join(missing)}).")


def has_display() -> bool:
    """Say whether a window can be opened; only on Linux is that ever in doubt."""
    named = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    return bool(named) or not sys.platform.startswith("linux")


def sample_preset(folder: Path) -> str:
    """Return the slug of the preset in `folder` that the sample photograph is coloured with."""
    shipped = sorted(path.stem for path in folder.glob("*.tintype"))
    if not shipped:
        raise SetupError(f"No preset lies in {folder}: this copy is incomplete, fetch Tintype again.")
    return SAMPLE_PRESET if SAMPLE_PRESET in shipped else shipped[0]


def colour_sample(environment: Environment) -> int:
    """Colour the photograph that the window offers as a sample, and say where it lies; return the exit status."""
    say("There is no display here, so no window: colouring a sample photograph instead.")
    preset = sample_preset(ROOT / "resources" / "presets")
    folder = ROOT / "tintype-sample"
    photo, coloured = folder / "camera.png", folder / f"camera_{preset}.png"
    folder.mkdir(exist_ok=True)
    coloured.unlink(missing_ok=True)
    shutil.copyfile(ROOT / "resources" / "sample" / photo.name, photo)
    status = environment.start_program("colorize", str(photo), "--preset", preset, "-o", str(coloured))
    if status == 0:
        print(f"Photograph: {photo}\nColoured:   {coloured}")
    return status


def run_checks(environment: Environment) -> list[str]:
    """Run every check; return those that failed."""
    return [" ".join(check) for check in CHECKS if environment.run_tool(*check)]


def tell_failed(checks: list[str]) -> int:
    """Name the checks that failed; return the exit status."""
    for check in checks:
        say(f"Failed: {check}")
    return min(len(checks), 1)


def run_tests(environment: Environment, arguments: list[str]) -> int:
    """Run the checks and pytest, or with `arguments` pytest alone, in one process; return the exit status."""
    if arguments:
        return environment.run("-m", "pytest", *arguments)
    failed = run_checks(environment)
    statuses = [environment.run("-m", "pytest", *selected) for selected in TEST_RUNS]
    return max(map(abs, statuses)) or tell_failed(failed)


def lock() -> int:
    """Write the newest versions that fit together, for every system and Python; return the exit status."""
    environment = Environment(".venv-lock")
    environment.provide("uv")
    overrides = environment.folder / "overrides.txt"
    overrides.write_text("".join(f'{name} ; python_version < "0"\n' for name in UNLOCKED), encoding="utf-8")
    options = ("--all-extras", "--universal", "--python-version", "3.11", "--upgrade", "--quiet")
    told = ("--custom-compile-command", "python3 run.py lock", "--output-file", LOCK)
    compiling = ("uv", "pip", "compile", "pyproject.toml", *options, "--overrides", str(overrides), *told)
    return environment.run_tool(*compiling)


def build() -> int:
    """Build dist/ in an environment of its own, for whatever lies in .venv would be packed too."""
    environment = Environment(".venv-build")
    environment.prepare("build")
    status = environment.run("-m", "PyInstaller", "--noconfirm", "build.spec")
    return status or environment.run("-m", "installers")


def main(arguments: list[str]) -> int:
    """Set up what `arguments` need and run it; return the exit status."""
    if sys.version_info < (3, 11):
        raise SetupError(f"Tintype needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
    task = arguments[0] if arguments else ""
    if task in ("-h", "--help"):
        print(__doc__)
        return 0
    if task in ("build", "lock"):
        return build() if task == "build" else lock()
    environment = Environment()
    if task in ("train", "export"):
        environment.prepare("train")
        return environment.run("-m", *arguments)
    if task in ("check", "test"):
        environment.prepare("dev", "train")
        if task == "check":
            return tell_failed(run_checks(environment))
        provide_qt_libraries()
        return run_tests(environment, arguments[1:])
    environment.prepare("demo")
    if has_display():
        provide_qt_libraries()
    elif not arguments:
        return colour_sample(environment)
    return environment.start_program(*arguments)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except SetupError as error:
        sys.exit(f"run.py: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
