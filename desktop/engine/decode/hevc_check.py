"""Finds damage in the HEVC data of a HEIC by what libde265 complains of, which libheif does not pass on.

libde265 conceals damage: it draws on with whatever comes. Its complaints can be heard where it is a library of its own
beside pi_heif, as it is on Linux and Windows; elsewhere nothing is found.
"""

import ctypes
import functools
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop.engine.core.parallel import usable_cores
from desktop.engine.decode.heif_items import Items

# libde265's numbers for what cannot be in sound data: its de265.h says which.
_OF_DAMAGE = frozenset({4, 5, 6, 8, 1002, 1003, 1004, 1007, 1017, 1020, 1021})
MAX_STEPS = 10_000  # of decoding; a picture takes some tens
CONFIGURATION = b"hvcC"  # ISO/IEC 14496-15, section 8.3.3.1
HEAD_BYTES = 22  # of the configuration, before its parameter sets


def damaged_items(items: Items, of_interest: list[int], content: bytes) -> set[int]:
    """Those of these items that must be damaged. content: the whole file."""
    library = _library()
    if library is None or not items.lie_apart(of_interest, content):
        return set()

    def is_damaged(item: int) -> bool:
        units = list(_units(items, item, content))
        return bool(units) and _is_at_odds(library, units)

    with ThreadPoolExecutor(usable_cores(), "hevc-check") as pool:
        found = pool.map(is_damaged, of_interest)
        return {item for item, bad in zip(of_interest, found, strict=True) if bad}


def _units(items: Items, item: int, content: bytes) -> Iterator[NDArray[np.uint8]]:
    """The NAL units of an item: parameter sets, then coded data; nothing of one that is no HEVC."""
    for kind, start, end in items.properties.get(item, ()):
        if kind == CONFIGURATION:
            yield from _parameter_sets(np.frombuffer(content, np.uint8)[start:end])
            length_bytes = (content[start + HEAD_BYTES - 1] & 3) + 1
            data, at = items.view_of(item, content), 0
            while at + length_bytes <= len(data):
                size = _number(data[at : at + length_bytes])
                at += length_bytes
                yield data[at : at + size]
                at += size


def _parameter_sets(configuration: NDArray[np.uint8]) -> Iterator[NDArray[np.uint8]]:
    at = HEAD_BYTES + 1
    for _ in range(int(configuration[HEAD_BYTES]) if len(configuration) > HEAD_BYTES else 0):
        count = _number(configuration[at + 1 : at + 3])
        at += 3
        for _ in range(count):
            if at >= len(configuration):
                return
            size = _number(configuration[at : at + 2])
            yield configuration[at + 2 : at + 2 + size]
            at += 2 + size


def _number(digits: NDArray[np.uint8]) -> int:
    return int.from_bytes(digits.tobytes())


def _is_at_odds(library: ctypes.CDLL, units: list[NDArray[np.uint8]]) -> bool:
    """Whether the decoder complains of damage in these, or makes no picture of them."""
    decoder, pictures = library.de265_new_decoder(), 0
    try:
        for unit in units:
            if library.de265_push_NAL(decoder, unit.ctypes.data, len(unit), 0, None) in _OF_DAMAGE:
                return True
        library.de265_flush_data(decoder)
        more = ctypes.c_int(1)
        for _ in range(MAX_STEPS):
            fault = library.de265_decode(decoder, ctypes.byref(more))
            pictures += library.de265_get_next_picture(decoder) is not None
            if fault in _OF_DAMAGE:
                return True
            if fault or not more.value:
                break
        while code := library.de265_get_warning(decoder):
            if code in _OF_DAMAGE:
                return True
        return not pictures
    finally:
        library.de265_free_decoder(decoder)


@functools.cache
def _library() -> ctypes.CDLL | None:
    """libde265 as pi_heif has it; None where it is not a file of its own."""
    import pi_heif

    package = Path(pi_heif.__file__).parent
    for folder in (package.with_name("pi_heif.libs"), package / ".dylibs", package):
        for path in sorted(folder.glob("*de265*")):
            library = ctypes.CDLL(str(path))
            library.de265_new_decoder.restype = ctypes.c_void_p
            library.de265_get_next_picture.restype = ctypes.c_void_p
            for name in ("free_decoder", "flush_data", "get_warning", "get_next_picture"):
                getattr(library, f"de265_{name}").argtypes = [ctypes.c_void_p]
            library.de265_decode.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_int)]
            library.de265_push_NAL.argtypes = [
                ctypes.c_void_p,
                ctypes.c_void_p,
                ctypes.c_int,
                ctypes.c_int64,
                ctypes.c_void_p,
            ]
            return library
    return None
