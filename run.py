#!/usr/bin/env python3
"""Sets Tintype up in .venv, with the standard library alone, and runs what was asked for.

python3 run.py               open the window; without a display, colour a sample photograph
python3 run.py PHOTO         open the window with a photograph
python3 run.py colorize ...  the program's command line; likewise its other commands
python3 run.py check         check style, types, import rules, spelling and the workflows
python3 run.py test [...]    the same and the tests; with arguments pytest alone
python3 run.py train ...     python -m train
python3 run.py export ...    python -m export
python3 run.py lock          renew constraints.txt
python3 run.py build         make and prove dist/: what runs without Python, and its installer
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # not there by itself under PYTHONSAFEPATH

from bootstrap.environment import LOCK, ROOT, Environment, SetupError, say
from bootstrap.qt_libraries import provide_qt_libraries

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
UNLOCKED = ("torch", "torchvision")  # each person has a build of their own, so the lock leaves them out


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
