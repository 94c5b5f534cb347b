"""The program for Linux: a .deb, and the same folder as a tarball, from what PyInstaller has collected."""

import platform
import shutil
import subprocess
import tempfile
from pathlib import Path

from installers.facts import MAKER, SUMMARY, VERSION
from installers.icon import draw_icon
from installers.linked import packages_for

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "installers" / "linux"
ICON = ROOT / "resources" / "icons" / "tintype.svg"
ICON_SIZES_PX = (48, 128, 256)
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


def make_packages(collected: Path, target: Path) -> list[Path]:
    """Make of the folder `collected` the tarball, and the .deb where dpkg-deb is there; returns their paths."""
    packages = [make_tarball(collected, target)]
    if shutil.which("dpkg-deb"):
        packages.append(make_deb(collected, target))
    return packages


def make_tarball(collected: Path, target: Path) -> Path:
    """`tintype-VERSION-linux-MACHINE.tar.xz`, which holds one folder."""
    name = f"tintype-{VERSION}-linux-{platform.machine()}"
    path = target / f"{name}.tar.xz"
    options = ["--owner=0", "--group=0", "--sort=name", f"--transform=s,^{collected.name},{name},"]
    command = [
        "tar",
        "-I",
        "xz -3 -T0",
        "-cf",
        str(path),
        *options,
        "-C",
        str(collected.parent),
        collected.name,
    ]
    subprocess.run(command, check=True)
    return path


def make_deb(collected: Path, target: Path) -> Path:
    """`tintype_VERSION_ARCHITECTURE.deb`; it runs no script when it is installed or removed."""
    architecture = ARCHITECTURES.get(platform.machine(), platform.machine())
    path = target / f"tintype_{VERSION}_{architecture}.deb"
    with tempfile.TemporaryDirectory(prefix="tintype-deb-") as folder:
        root = Path(folder) / "root"
        lay_out(collected, root)
        size_kb = sum(file.lstat().st_size for file in root.rglob("*") if not file.is_dir()) // 1024
        (root / "DEBIAN").mkdir()
        (root / "DEBIAN" / "control").write_text(
            control(architecture, size_kb, packages_for(collected)), "utf-8"
        )
        for place in (root, *root.rglob("*")):  # whatever umask the builder has
            if not place.is_symlink():
                place.chmod(0o755 if place.is_dir() or place.stat().st_mode & 0o100 else 0o644)
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--build", str(root), str(path)], check=True
        )
    return path


def control(architecture: str, size_kb: int, packages: list[str]) -> str:
    """What dpkg is told about the package, which depends on `packages` beside libc6."""
    libc = platform.libc_ver()[1]
    fields = {
        "Package": "tintype",
        "Version": VERSION,
        "Architecture": architecture,
        "Maintainer": MAKER,
        "Installed-Size": str(size_kb),
        "Depends": ", ".join([f"libc6 (>= {libc})", *packages]),
        "Section": "graphics",
        "Priority": "optional",
        "Description": f"{SUMMARY}\n Everything happens on the computer itself, without a network.",
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def lay_out(collected: Path, root: Path) -> None:
    """Put program, menu entries, kind of file, icons and licence where Debian has them, below `root`."""
    share = root / "usr" / "share"
    shutil.copytree(collected, root / "usr" / "lib" / "tintype", symlinks=True)
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "tintype").symlink_to("../lib/tintype/tintype")
    for source, place in (
        (DATA / "tintype.desktop", "applications/tintype.desktop"),
        (DATA / "tintype.natural.desktop", "applications/tintype.natural.desktop"),
        (DATA / "tintype.servicemenu.desktop", "kio/servicemenus/tintype.desktop"),
        (DATA / "tintype.metainfo.xml", "metainfo/io.tintype.Tintype.metainfo.xml"),
        (DATA / "tintype.mime.xml", "mime/packages/tintype.xml"),
        (ICON, "icons/hicolor/scalable/apps/tintype.svg"),
        (ROOT / "LICENSE", "doc/tintype/copyright"),
    ):
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, share / place)
    for size_px in ICON_SIZES_PX:
        draw_icon(ICON, share / f"icons/hicolor/{size_px}x{size_px}/apps/tintype.png", size_px)
