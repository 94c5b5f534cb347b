"""Proves that a .deb can be installed, started, used and removed where there is nothing but what it depends on."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from installers.bare_system import NOBODY, BareSystem, why_not
from installers.proof import HOME, PRESET, SAMPLE, TIMEOUT_S, environment, run
from installers.screen import has_screen, screen

PROGRAM = "/usr/bin/tintype"
OWN_FOLDER = ".local/share/tintype"
OWN_PRESET = "Made here"
OF_THE_SYSTEM = ".cache/fontconfig"  # what fontconfig keeps for every program that draws letters
PHOTO_OPENED = "A photo of"  # a line of the log


def prove_installed(package: Path) -> list[str]:
    """Install, start, colour, remove; returns what to tell, raises RuntimeError."""
    reason = why_not()
    if reason:
        return [f"not installed in a system of its own: {reason}"]
    depends = subprocess.run(
        ["dpkg-deb", "-f", str(package), "Depends"], capture_output=True, text=True, check=True
    ).stdout
    with tempfile.TemporaryDirectory(prefix="tintype-system-") as folder:
        Path(folder).chmod(0o755)
        system = BareSystem(Path(folder) / "system", depends)
        home = _make_home(system)
        before = system.files()
        system.dpkg("--install", str(package))
        told = [f"installed beside {len(system.packages)} packages and nothing else", *_use(system, home)]
        system.dpkg("--purge", "tintype")
        _check_what_is_left(before, system, home)
    return [*told, "removed again: only what the user made is left"]


def _make_home(system: BareSystem) -> Path:
    home = system.root / "home" / HOME
    home.mkdir()
    shutil.copyfile(SAMPLE, home / SAMPLE.name)
    for place in (home, home / SAMPLE.name):
        os.chown(place, NOBODY, NOBODY)
    return home


def _use(system: BareSystem, home: Path) -> list[str]:
    """Use the installed program as a user does; returns what to tell."""
    inside = Path("/home") / HOME
    photo, result = str(inside / SAMPLE.name), str(inside / "result.png")

    def tintype(*arguments: str, variables: Mapping[str, str] | None = None) -> str:
        return run(system.command(PROGRAM, *arguments), inside, cwd=home, variables=variables)

    told = [tintype("--smoke").splitlines()[-1]]
    tintype("colorize", photo, "--preset", PRESET, "-o", result)
    with tempfile.TemporaryDirectory() as folder:
        expected = Path(folder) / "result.png"
        colorize = ["colorize", str(SAMPLE), "--preset", PRESET, "-o", str(expected)]
        run([sys.executable, "-P", "-m", "desktop", *colorize], Path(folder))
        if (home / "result.png").read_bytes() != expected.read_bytes():
            raise RuntimeError("the installed program makes another picture than its source")
    tintype("preset", "add", photo, "--name", OWN_PRESET)
    if not has_screen():
        return [*told, "no window was opened on a screen: Xvfb is not there"]
    with screen() as variables:
        opened = tintype("--smoke", variables=variables).splitlines()[0]
        if "xcb" not in opened:
            raise RuntimeError(f"the window did not open on the screen: {opened}")
        _start_window(system.command(PROGRAM, photo), inside, home, variables)
    return [*told, f"on a screen: {opened}, and a photo opens in it"]


def _start_window(command: list[str], inside: Path, home: Path, variables: Mapping[str, str]) -> None:
    """Start the program as its menu entry does, with a photo; end it once its log tells that the photo is open."""
    log, end_s = home / OWN_FOLDER / "tintype.log", time.monotonic() + TIMEOUT_S
    with subprocess.Popen(command, env={**environment(inside), **variables}, cwd=home) as process:
        try:
            while not (log.exists() and PHOTO_OPENED in log.read_text("utf-8")):
                if process.poll() is not None:
                    raise RuntimeError(f"the window closed by itself: exit status {process.returncode}")
                if time.monotonic() > end_s:
                    raise RuntimeError("no photo was opened in the window")
                time.sleep(0.1)
        finally:
            process.terminate()


def _check_what_is_left(before: set[str], system: BareSystem, home: Path) -> None:
    """Nothing of the package may be left, and in the home folder only what the user has made and chosen."""
    left = sorted(system.files() - before)
    if left:
        raise RuntimeError(f"removing the package left {left[:5]}")
    if before - system.files():
        raise RuntimeError(f"the package has removed {sorted(before - system.files())[:5]}")
    if not any((home / OWN_FOLDER / "presets").glob("*.tintype")):
        raise RuntimeError("the user's own preset is gone")
    allowed = {SAMPLE.name, "result.png"}
    strange = sorted(
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file()
        and path.name not in allowed
        and not any(path.is_relative_to(home / folder) for folder in (OWN_FOLDER, OF_THE_SYSTEM))
    )
    if strange:
        raise RuntimeError(f"the program has left {strange[:5]} at home")


if __name__ == "__main__":
    try:
        print("\n".join(prove_installed(Path(sys.argv[1]))))
    except RuntimeError as error:
        sys.exit(f"installers: {error}")
