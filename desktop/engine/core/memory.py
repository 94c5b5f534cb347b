"""How much memory a picture may take: what is free on this computer, and the limit that follows from it."""

import ctypes
import os
import sys
from pathlib import Path

MEMORY_VARIABLE = "TINTYPE_MAX_MEMORY_MB"
FREE_SHARE = 2  # by default one picture may take this part of what is free
UNKNOWN_BYTES = 4 << 30  # what is taken for free where the system does not tell
MEMINFO = Path("/proc/meminfo")
CGROUPS = (  # limit, and what is used of it, of the group that a container's processes are in
    (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")),
    (
        Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"),
        Path("/sys/fs/cgroup/memory/memory.usage_in_bytes"),
    ),
)


def max_picture_bytes() -> int:
    """The limit in force; $TINTYPE_MAX_MEMORY_MB sets another, and counts as missing if it makes no sense."""
    megabytes = set_memory_mb()
    return megabytes << 20 if megabytes else free_bytes() // FREE_SHARE


def set_memory_mb() -> int:
    """The limit that was set, 0 where none was."""
    text = os.environ.get(MEMORY_VARIABLE, "")
    return int(text) if text.isdecimal() else 0


def set_max_memory_mb(megabytes: int) -> None:
    """Set the limit for this process and those that it starts; 0 for half of what is free."""
    os.environ[MEMORY_VARIABLE] = str(megabytes)


def free_bytes() -> int:
    """Memory that this process may still take before the system has to swap."""
    if sys.platform == "win32":
        return _free_on_windows()
    found = [_available_in(MEMINFO), *(_left_of(*group) for group in CGROUPS)]
    known = [size for size in found if size is not None]
    return min(known) if known else UNKNOWN_BYTES


def _available_in(path: Path) -> int | None:
    try:
        for line in path.read_text(encoding="ascii").splitlines():
            name, _, rest = line.partition(":")
            if name == "MemAvailable":
                return int(rest.split()[0]) << 10
    except (OSError, ValueError, IndexError):
        pass
    return None


def _left_of(limit: Path, used: Path) -> int | None:
    try:
        return max(int(limit.read_text(encoding="ascii")) - int(used.read_text(encoding="ascii")), 0)
    except (OSError, ValueError):  # no such group, or no limit ("max")
        return None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of Windows."""

    _fields_ = (
        ("length", ctypes.c_ulong),
        ("load", ctypes.c_ulong),
        ("total", ctypes.c_ulonglong),
        ("available", ctypes.c_ulonglong),
        ("others", ctypes.c_ulonglong * 5),
    )


def _free_on_windows() -> int:
    status = _MemoryStatus(length=ctypes.sizeof(_MemoryStatus))
    if not ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):  # type: ignore[attr-defined]
        return UNKNOWN_BYTES
    return int(status.available)
