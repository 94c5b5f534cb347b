"""The C library's heap: large blocks go back to the system as soon as they are freed."""

import ctypes
import sys

LARGE_BYTES = 16 << 20  # more than the picture of a screen, which is made anew with every move of a slider
M_TRIM_THRESHOLD, M_MMAP_THRESHOLD = -1, -3  # of glibc's malloc.h


def return_large_blocks() -> None:
    """Have large blocks taken from the system one by one, in this process and from now on.

    glibc begins so, but with each large block that is freed it raises the size from which it does, up to 32 MB.
    Photographs of 24 MB then lie in the heaps of the threads that read them, between small blocks that last longer,
    and the memory of one thread's heap serves no other: after 24 photographs the window held 440 MB that nothing used.

    Other C libraries are left as they are.
    """
    if sys.platform != "linux":
        return
    set_option = getattr(ctypes.CDLL(None), "mallopt", None)
    if set_option is not None:  # musl has none
        set_option(M_MMAP_THRESHOLD, LARGE_BYTES)
        set_option(M_TRIM_THRESHOLD, 2 * LARGE_BYTES)  # the proportion that glibc keeps by itself
