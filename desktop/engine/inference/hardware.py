"""The name of the computer's graphics card, read from its driver; needs no further library."""

import ctypes
import sys
from functools import cache

MAX_NAME_BYTES = 256
# What every NVIDIA card's name begins with; left out where there is little room.
_BRANDS = ("NVIDIA ", "GeForce ")


@cache
def cuda_card() -> str:
    """The first NVIDIA card's name as its driver tells it, e.g. "NVIDIA GeForce RTX 3060"; "" without one.

    The first call may take some tenths of a second, since it wakes the driver.
    """
    library = "nvcuda.dll" if sys.platform == "win32" else "libcuda.so.1"
    try:
        driver = ctypes.CDLL(library)
        device, name = ctypes.c_int(), ctypes.create_string_buffer(MAX_NAME_BYTES)
        failed = (
            driver.cuInit(0)
            or driver.cuDeviceGet(ctypes.byref(device), 0)
            or driver.cuDeviceGetName(name, MAX_NAME_BYTES, device)
        )
    except (OSError, AttributeError):
        return ""
    return "" if failed else name.value.decode("utf-8", "replace")


def short_name(card: str) -> str:
    """A card's name without its maker's, e.g. "RTX 3060"."""
    for brand in _BRANDS:
        card = card.removeprefix(brand)
    return card
