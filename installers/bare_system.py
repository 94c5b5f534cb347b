"""A bare Debian system with nothing but what a package depends on, made from the packages that are installed here.

The files of those packages are copied into a folder, their entries in dpkg's status with them. Installed there, a
package that has forgotten to name something is refused by dpkg or does not start.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

STATUS = Path("/var/lib/dpkg/status")
INFO = Path("/var/lib/dpkg/info")
MERGED = ("bin", "sbin", "lib", "lib64")  # in /usr, and links to there
NOT_COPIED = ("/usr/share/doc/", "/usr/share/man/", "/usr/share/locale/")
BORROWED = ("proc", "dev", "sys", "tmp/.X11-unix")  # shown as they are outside, as long as a command runs
NOBODY = 65534
_TOOLS = ("dpkg", "unshare", "chroot", "ldconfig")
_SHOW = (  # the program's own PATH is of no use to find mount and chroot by
    'root=$1; shift; for place in {places}; do {mount} --rbind "/$place" "$root/$place" || exit 125; done;'
    ' exec {chroot} --userspec={user}:{user} "$root" "$@"'
)

Stanzas = Mapping[str, dict[str, str]]


def why_not() -> str:
    """Why no such system can be made here; empty where it can."""
    if not STATUS.is_file() or not all(shutil.which(tool) for tool in _TOOLS):
        return "this is no Debian, or lacks dpkg, unshare, chroot or ldconfig"
    if os.geteuid() != 0:
        return "only root may use another root"
    able = subprocess.run(["unshare", "--mount", "true"], capture_output=True, check=False)
    return "" if able.returncode == 0 else "mounting is not permitted here"


class BareSystem:
    """The system in the folder `root`. packages: what it holds, by name."""

    def __init__(self, root: Path, depends: str) -> None:
        """Make it of `depends`, a control file's field; raises RuntimeError for what is not installed here."""
        self.root = root
        stanzas = read_stanzas(STATUS.read_text("utf-8"))
        self.packages = sorted(closure(depends, stanzas))
        for folder in ("usr", "etc", "tmp", "home", *(f"usr/{name}" for name in MERGED), *BORROWED):
            (root / folder).mkdir(parents=True, exist_ok=True)
        (root / "tmp").chmod(0o1777)
        for name in MERGED:
            (root / name).symlink_to(f"usr/{name}")
        database = root / "var" / "lib" / "dpkg"
        for name in ("info", "updates", "triggers"):
            (database / name).mkdir(parents=True)
        for package in self.packages:
            self._copy(package)
        (database / "status").write_text(
            "\n".join(stanzas[package][""] for package in self.packages), encoding="utf-8"
        )
        subprocess.run(["ldconfig", "-r", str(root)], check=True)

    def dpkg(self, *arguments: str) -> None:
        """Run dpkg on it, with nothing forced but what concerns the one who runs it; raises RuntimeError."""
        command = ["dpkg", f"--root={self.root}", "--force-not-root", "--force-bad-path", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"dpkg {arguments[0]}: {done.stderr.strip()}")

    def command(self, *arguments: str) -> list[str]:
        """What runs a command in it as a user without rights and without a network."""
        tools = {name: str(shutil.which(name)) for name in ("unshare", "sh", "mount", "chroot")}
        places = " ".join(place for place in BORROWED if Path("/", place).exists())
        script = _SHOW.format(places=places, user=NOBODY, mount=tools["mount"], chroot=tools["chroot"])
        isolate = [tools["unshare"], "--mount", "--net", tools["sh"], "-c", script, "sh"]
        return [*isolate, str(self.root), *arguments]

    def files(self) -> set[str]:
        """All files in it, without dpkg's own database and the home folders."""
        found = {str(path.relative_to(self.root)) for path in _walk(self.root)}
        return {path for path in found if not path.startswith(("var/lib/dpkg", "home/", *BORROWED))}

    def _copy(self, package: str) -> None:
        listing = next(
            (path for path in INFO.glob(f"{package}*.list") if path.stem.split(":")[0] == package), None
        )
        if listing is None:
            return
        shutil.copy2(listing, self.root / "var" / "lib" / "dpkg" / "info")
        for line in listing.read_text("utf-8").splitlines():
            source = Path(line)
            if line.startswith(NOT_COPIED) or not os.path.lexists(source):
                continue
            target = self.root / _merged(line)
            if source.is_dir() and not source.is_symlink():
                target.mkdir(parents=True, exist_ok=True)
            elif not os.path.lexists(target) and (source.is_file() or source.is_symlink()):
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source, target, follow_symlinks=False)


def closure(depends: str, stanzas: Stanzas) -> set[str]:
    """The packages that `depends` leads to, one of each choice; raises RuntimeError for what is not installed."""
    found: set[str] = set()
    waiting = [depends]
    while waiting:
        for choice in filter(None, (part.strip() for part in waiting.pop().split(","))):
            names = [re.split(r"[\s(:]", option.strip())[0] for option in choice.split("|")]
            package = next((real for name in names for real in _providers(name, stanzas)), None)
            if package is None:
                raise RuntimeError(f"{choice} is not installed here, so it cannot be copied")
            if package not in found:
                found.add(package)
                fields = stanzas[package]
                waiting += [fields.get("Depends", ""), fields.get("Pre-Depends", "")]
    return found


def _providers(name: str, stanzas: Stanzas) -> Iterator[str]:
    if name in stanzas:
        yield name
    for package, fields in stanzas.items():
        if name in re.findall(r"[\w.+-]+(?=\s*(?:\(|,|$))", fields.get("Provides", "")):
            yield package


def read_stanzas(text: str) -> Stanzas:
    """The fields of each installed package that count here, and under "" its whole entry."""
    found = {}
    for entry in text.split("\n\n"):
        fields = dict(
            line.split(": ", 1) for line in entry.splitlines() if not line.startswith(" ") and ": " in line
        )
        if fields.get("Status") == "install ok installed":
            found[fields["Package"]] = {**fields, "": f"{entry}\n"}
    return found


def _merged(path: str) -> str:
    """Where a listed path lies below the root, /lib being a link to /usr/lib."""
    relative = path.lstrip("/")
    return f"usr/{relative}" if relative.split("/")[0] in MERGED else relative


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, files in os.walk(root):
        yield from (Path(folder, name) for name in [*folders, *files])
