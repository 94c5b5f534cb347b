"""A bound on the memory that this process may take beyond what it has, to prove that something takes little."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def at_most(more_bytes: int) -> Iterator[None]:
    """Within, whatever takes more raises MemoryError; on Linux only."""
    import resource

    found = re.search(r"VmData:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    assert found is not None
    resource.setrlimit(resource.RLIMIT_DATA, ((int(found[1]) << 10) + more_bytes, resource.RLIM_INFINITY))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
