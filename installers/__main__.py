"""python -m installers [DIST]: make the packages that users install from DIST/tintype, and prove that they work."""

import shutil
import subprocess
import sys
from pathlib import Path

from installers.facts import VERSION
from installers.installed import prove_installed
from installers.proof import prove_deb, prove_folder

ROOT = Path(__file__).resolve().parent.parent
MAX_UNPACKED_BYTES = 240_000_000
MAX_DEB_BYTES = 85_000_000


def main(arguments: list[str]) -> int:
    """Make and prove; returns 0, or 1 with the reason on stderr."""
    target = Path(arguments[0]).resolve() if arguments else ROOT / "dist"
    try:
        for line in _make(target):
            print(line, flush=True)
    except (RuntimeError, subprocess.SubprocessError) as error:
        print(f"installers: {error}", file=sys.stderr)
        return 1
    return 0


def _make(target: Path) -> list[str]:
    collected = target / "tintype"
    size_bytes = sum(file.lstat().st_size for file in collected.rglob("*") if not file.is_dir())
    told = [f"unpacked {size_bytes / 1e6:.0f} MB", *prove_folder(collected)]
    if size_bytes > MAX_UNPACKED_BYTES:
        raise RuntimeError(f"{collected} holds {size_bytes / 1e6:.0f} MB")
    if sys.platform.startswith("linux"):
        from installers.debian import make_packages

        packages = make_packages(collected, target)
        for package in packages:
            told.append(f"{package.name} {package.stat().st_size / 1e6:.0f} MB")
            if package.suffix == ".deb":
                told += [*prove_deb(package), *prove_installed(package)]
                if package.stat().st_size > MAX_DEB_BYTES:
                    raise RuntimeError(f"{package} is too large")
    elif sys.platform == "win32" and shutil.which("iscc"):
        script = ROOT / "installers" / "windows" / "tintype.iss"
        subprocess.run(["iscc", f"/DVersion={VERSION}", f"/DDist={target}", str(script)], check=True)
    elif sys.platform == "darwin" and shutil.which("hdiutil"):
        image = target / f"Tintype-{VERSION}.dmg"
        options = ["-volname", "Tintype", "-srcfolder", str(target / "Tintype.app"), "-ov", "-format", "UDZO"]
        subprocess.run(["hdiutil", "create", *options, str(image)], check=True)
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
