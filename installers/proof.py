"""Proves that a packaged program works where there is nothing but it: no Python, no network, no rights."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from installers.screen import has_screen, screen

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample" / "camera.png"
PRESET = "The Great Wave off Kanagawa"
HOME = "Käthe Müller's Fotos"
TIMEOUT_S = 120.0
NOBODY = 65534
WARM_STARTS = 3


def prove_folder(collected: Path) -> list[str]:
    """The smoke test, start-up times, and a picture as from source; returns what to tell, raises RuntimeError."""
    program = collected / ("tintype.exe" if os.name == "nt" else "tintype")
    with _empty_home() as home:
        told = [_smoke([str(program)], home)]
        if hasattr(os, "posix_fadvise"):
            _forget(collected)
            told.append(f"cold start {_start_s(program, home):.2f} s")
        told.append(f"warm start {min(_start_s(program, home) for _ in range(WARM_STARTS)):.2f} s")
        if sys.platform.startswith("linux") and has_screen():
            with screen() as variables:
                told.append(run([str(program), "--smoke"], home, variables=variables).splitlines()[0])
        _compare_with_source([str(program)], home)
    return [*told, "the same picture as from source, bit for bit"]


def prove_deb(package: Path) -> list[str]:
    """Run the smoke test of `prove_folder` in the unpacked .deb; then prove that removing it leaves nothing."""
    with _empty_home() as home:
        root = home.parent / "root"
        subprocess.run(["dpkg-deb", "-x", str(package), str(root)], check=True)
        _make_read_only(root)
        prefix = _isolation()
        program = [*prefix, str(root / "usr" / "bin" / "tintype")]
        told = [
            f"from the package: {_smoke(program, home)}",
            f"run with: {' '.join(prefix) or 'no isolation'}",
        ]
        _compare_with_source(program, home)
        _prove_removal(package, home.parent / "installed")
    return [*told, "installed and removed without a trace"]


def _isolation() -> list[str]:
    """What runs a command without a network and, from root, without rights; as much of it as is permitted here."""
    unshare, setpriv = shutil.which("unshare"), shutil.which("setpriv")
    offline = [unshare, "-n"] if unshare else []
    drop = [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"] if setpriv else []
    choices = [[*offline, *drop], drop] if os.geteuid() == 0 else [[*offline, "-r"] if offline else []]
    return next(
        (choice for choice in choices if choice and _succeeds([*choice, str(shutil.which("true"))])), []
    )


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def _empty_home() -> Iterator[Path]:
    """A new home folder that every user may write to, with blanks and umlauts in its name."""
    with tempfile.TemporaryDirectory(prefix="tintype-proof-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        home = Path(folder) / HOME
        home.mkdir()
        home.chmod(0o777)
        yield home


def _make_read_only(root: Path) -> None:
    for place in (root, *root.rglob("*")):
        if not place.is_symlink():
            place.chmod(place.stat().st_mode & ~0o222)


def environment(home: Path) -> dict[str, str]:
    """What a program is started with: a home, and nothing that leads to anything of this system."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    nowhere = home / "nothing"
    return {**kept, "HOME": str(home), "USERPROFILE": str(home), "PATH": str(nowhere), "LANG": "C.UTF-8"}


def run(
    command: list[str], home: Path, *, cwd: Path | None = None, variables: Mapping[str, str] | None = None
) -> str:
    """Run a program and return what it prints; raises RuntimeError when it fails. cwd: `home` if nothing is said.

    variables: of its environment, beside those of `environment`.
    """
    done = subprocess.run(
        command,
        env={**environment(home), **(variables or {})},
        cwd=cwd or home,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=TIMEOUT_S,
    )
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(command[-3:])}: exit status {done.returncode}: {done.stderr.strip()[-2000:]}"
        )
    return done.stdout.strip()


def _smoke(program: list[str], home: Path) -> str:
    return run([*program, "--smoke"], home).splitlines()[-1]


def _start_s(program: Path, home: Path) -> float:
    """Seconds until the smoke test says that its window is open."""
    start = time.perf_counter()
    with subprocess.Popen(
        [str(program), "--smoke"],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        elapsed_s = time.perf_counter() - start
        process.communicate(timeout=TIMEOUT_S)
    return elapsed_s


def _forget(folder: Path) -> None:
    """Drop the contents of these files from the system's cache, as after a reboot."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _compare_with_source(program: list[str], home: Path) -> None:
    photo = home / SAMPLE.name
    shutil.copyfile(SAMPLE, photo)
    results = []
    for number, start in enumerate((program, [sys.executable, "-P", "-m", "desktop"])):
        result = home / f"result {number}.png"
        run([*start, "colorize", str(photo), "--preset", PRESET, "-o", str(result)], home)
        results.append(result.read_bytes())
    if results[0] != results[1]:
        raise RuntimeError("the packaged program makes another picture than its source")


def _prove_removal(package: Path, root: Path) -> None:
    """Install into an empty system and remove again: nothing may be left but dpkg's own memory below var."""
    database = root / "var" / "lib" / "dpkg"
    for name in ("info", "updates", "triggers"):
        (database / name).mkdir(parents=True)
    (database / "status").touch()
    dpkg = ["dpkg", f"--root={root}", "--force-depends", "--force-not-root", "--force-bad-path"]
    for step in (["--install", str(package)], ["--purge", "tintype"]):
        done = subprocess.run([*dpkg, *step], capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"dpkg {step[0]}: {done.stderr.strip()}")
        found = (root / "usr" / "bin" / "tintype").is_symlink()
        if found != (step[0] == "--install"):
            raise RuntimeError(f"dpkg {step[0]} did not do what it is for")
    left = [path for path in root.rglob("*") if path.relative_to(root).parts[0] != "var"]
    if left:
        raise RuntimeError(f"removing the package left {left[:5]}")
