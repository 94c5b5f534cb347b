"""What is asked of glibc's heap is asked in a process of its own, since it stays so until the process ends."""

import ctypes
import subprocess
import sys

import pytest

# The first block teaches glibc to keep such blocks in its heap. The second lies outside of it where that was prevented.
PROGRAM = """
import ctypes
from desktop.engine.core.heap import return_large_blocks

SIZE = 24_000_000
FIELDS = "arena ordblks smblks hblks hblkhd usmblks fsmblks uordblks fordblks keepcost".split()

class Usage(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in FIELDS]

library = ctypes.CDLL(None)
library.malloc.argtypes, library.malloc.restype = [ctypes.c_size_t], ctypes.c_void_p
library.free.argtypes = [ctypes.c_void_p]
library.mallinfo2.restype = Usage
{first}
library.free(library.malloc(SIZE))
outside_bytes = library.mallinfo2().hblkhd
block = library.malloc(SIZE)
print(library.mallinfo2().hblkhd - outside_bytes >= SIZE)
"""


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="not glibc's heap"
)
@pytest.mark.parametrize(("first", "outside"), [("", "False"), ("return_large_blocks()", "True")])
def test_a_large_block_lies_outside_of_the_heap_also_after_another_was_freed(
    first: str, outside: str
) -> None:
    command = [sys.executable, "-c", PROGRAM.format(first=first)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == outside
