"""libde265 by itself, to hear what it complains of and to see how much of a picture it draws.

It is used through its own interface (libde265/de265.h) where it is a library beside pi_heif.
"""

import ctypes
import functools
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

MAX_STEPS = 10_000  # of decoding; a picture takes some tens
WITHOUT = (7, 8)  # parameters that turn off the filters over the whole picture, which change no complaint
BLOCK_PX = 64  # of the largest coding block; one place of each is looked at
MARKS_SEED = 1
ALIGNMENT = 64
EIGHT_BITS = 8
PLANES = {0: 1}  # by format: grey has one, all others three
SUBSAMPLING = {1: (2, 2), 2: (2, 1)}  # of the colours, by format, across and down


class _Spec(ctypes.Structure):
    """The first fields of de265_image_spec."""

    _fields_ = (("format", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int))


_GET = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(_Spec), ctypes.c_void_p, ctypes.c_void_p
)
_RELEASE = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


class _Allocation(ctypes.Structure):
    """de265_image_allocation."""

    _fields_ = (("get", _GET), ("release", _RELEASE))


@dataclass(frozen=True)
class Drawn:
    """What came of decoding. complaints: libde265's numbers. share: of the blocks, 0 where there is no picture."""

    complaints: frozenset[int]
    share: float


@dataclass
class _Canvas:
    """Memory of pictures, zeros with a mark in each block of the lightness: what is still there was never drawn."""

    library: ctypes.CDLL
    planes: list[NDArray[np.uint8]] = field(default_factory=list)
    marked: list[tuple[NDArray[np.generic], NDArray[np.generic]]] = field(default_factory=list)

    def get(self, _decoder: int, spec: "ctypes._Pointer[_Spec]", image: int, _data: int) -> int:
        try:
            for plane in range(PLANES.get(spec.contents.format, 3)):
                self._add(spec.contents, image, plane)
        except MemoryError:
            return 0
        return 1

    def _add(self, spec: _Spec, image: int, plane: int) -> None:
        across, down = SUBSAMPLING.get(spec.format, (1, 1)) if plane else (1, 1)
        deep = self.library.de265_get_bits_per_pixel(image, plane) > EIGHT_BITS
        kind = np.uint16 if deep else np.uint8
        rows = -(-spec.height // down)
        stride = -(-spec.width // across // ALIGNMENT) * ALIGNMENT
        memory = np.zeros((rows * stride + 2 * ALIGNMENT) * (1 + deep), np.uint8)
        start = -memory.ctypes.data % ALIGNMENT
        self.planes.append(memory)
        if not plane:
            values = memory[start : start + rows * stride * (1 + deep)].view(kind).reshape(rows, stride)
            seen = values[::BLOCK_PX, : -(-spec.width // BLOCK_PX) * BLOCK_PX]
            blocks = seen.reshape(len(seen), -1, BLOCK_PX)[:, :, :4]  # the mark and three zeros
            blocks[:, :, 0] = np.random.default_rng(MARKS_SEED).integers(1, 255, blocks.shape[:2], dtype=kind)
            self.marked.append((blocks, blocks.copy()))
        self.library.de265_set_image_plane(image, plane, memory.ctypes.data + start, stride, None)

    def share(self) -> float:
        """How many of the blocks were drawn, of the picture with the most."""
        return max((float(np.mean((now != before).any(axis=2))) for now, before in self.marked), default=0.0)


def drawn(library: ctypes.CDLL, units: Iterable[NDArray[np.uint8]]) -> Drawn:
    """Decode a picture's NAL units."""
    canvas = _Canvas(library)
    allocation = _Allocation(_GET(canvas.get), _RELEASE(lambda *_: None))
    decoder, complaints = library.de265_new_decoder(), set()
    try:
        library.de265_set_image_allocation_functions(decoder, ctypes.byref(allocation), None)
        library.de265_set_security_limits(decoder, library.de265_get_disabled_security_limits())
        for parameter in WITHOUT:
            library.de265_set_parameter_bool(decoder, parameter, 1)
        for unit in units:
            complaints.add(library.de265_push_NAL(decoder, unit.ctypes.data, len(unit), 0, None))
        library.de265_flush_data(decoder)
        more = ctypes.c_int(1)
        for _ in range(MAX_STEPS):
            fault = library.de265_decode(decoder, ctypes.byref(more))
            complaints.add(fault)
            if fault or not more.value:
                break
        while code := library.de265_get_warning(decoder):
            complaints.add(code)
        return Drawn(frozenset(complaints), canvas.share())
    finally:
        library.de265_free_decoder(decoder)


@functools.cache
def library() -> ctypes.CDLL | None:
    """libde265 as pi_heif has it; None where it is not a file of its own."""
    import pi_heif

    package = Path(pi_heif.__file__).parent
    pointer, number = ctypes.c_void_p, ctypes.c_int
    arguments = {
        "free_decoder": [pointer],
        "flush_data": [pointer],
        "get_warning": [pointer],
        "decode": [pointer, ctypes.POINTER(number)],
        "push_NAL": [pointer, pointer, number, ctypes.c_int64, pointer],
        "set_image_allocation_functions": [pointer, ctypes.POINTER(_Allocation), pointer],
        "set_image_plane": [pointer, number, pointer, number, pointer],
        "get_bits_per_pixel": [pointer, number],
        "set_parameter_bool": [pointer, number, number],
        "get_disabled_security_limits": [],
        "set_security_limits": [pointer, pointer],
    }
    for folder in (package.with_name("pi_heif.libs"), package / ".dylibs", package):
        for path in sorted(folder.glob("*de265*")):
            found = ctypes.CDLL(str(path))
            for name, kinds in arguments.items():
                getattr(found, f"de265_{name}").argtypes = kinds
            found.de265_new_decoder.restype = found.de265_get_disabled_security_limits.restype = pointer
            return found
    return None
