"""Which libraries of the system a collected program asks for, and which packages of Debian and Ubuntu have them."""

import subprocess
from pathlib import Path

# Of the library the package, or several of which one will do. What libc6 brings is in it.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libcups.so.2": "libcups2 | libcups2t64",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libglib-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libgthread-2.0.so.0": "libglib2.0-0 | libglib2.0-0t64",
    "libstdc++.so.6": "libstdc++6",
    "libuuid.so.1": "libuuid1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
}
OF_LIBC = ("ld-linux", "libc.so", "libdl.so", "libm.so", "libpthread.so", "librt.so")


def packages_for(collected: Path) -> list[str]:
    """What the program must depend on, sorted; raises RuntimeError for a library that no package is known to have."""
    asked = libraries_asked_of_the_system(collected)
    unknown = {name: by for name, by in asked.items() if name not in PACKAGES}
    if unknown:
        name, by = next(iter(unknown.items()))
        raise RuntimeError(
            f"{by.name} asks for {name}, which neither comes along nor is known of any package"
        )
    return sorted({PACKAGES[name] for name in asked})


def libraries_asked_of_the_system(collected: Path) -> dict[str, Path]:
    """Each library that is asked for and does not come along, with one that asks; libc's are left out."""
    binaries = [path for path in collected.rglob("*") if path.is_file() and _is_binary(path)]
    brought = {path.name for path in binaries}
    return {
        name: path
        for path in binaries
        for name in _needed(path)
        if name not in brought and not name.startswith(OF_LIBC)
    }


def _is_binary(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _needed(path: Path) -> list[str]:
    told = subprocess.run(["objdump", "-p", str(path)], capture_output=True, text=True, check=True).stdout
    return [line.split()[1] for line in told.splitlines() if line.strip().startswith("NEEDED")]
