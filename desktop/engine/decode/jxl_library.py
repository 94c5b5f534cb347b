"""libjxl's own interface (jxl/decode.h and jxl/cms_interface.h, version 0.11), as far as it is used here."""

import ctypes
import functools
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import imagecodecs

from desktop.engine.core.parallel import usable_cores

# What JxlDecoderProcessInput returns, for events where they are asked for.
NEEDS_MORE, NEEDS_MEMORY, COLOURS, IS_DONE, SMALL_COPY = 2, 5, 0x100, 0x1000, 0x8000
POINTERS = 8  # that JxlCmsInterface has
POINTER, NUMBER, SIZE = ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t


class PixelFormat(ctypes.Structure):
    """JxlPixelFormat."""

    _fields_ = (("channels", ctypes.c_uint32), ("kind", NUMBER), ("endianness", NUMBER), ("align", SIZE))


class Converter(ctypes.Structure):
    """JxlCmsInterface, which is handed on as it is."""

    _fields_ = (("pointers", POINTER * POINTERS),)


class Encoding(ctypes.Structure):
    """JxlColorEncoding."""

    _fields_ = (
        ("space", NUMBER),
        ("white", NUMBER),
        ("white_place", ctypes.c_double * 2),
        ("primaries", NUMBER),
        ("primary_places", ctypes.c_double * 6),
        ("curve", NUMBER),
        ("gamma", ctypes.c_double),
        ("intent", NUMBER),
    )


ARGUMENTS = {
    "Destroy": [POINTER],
    "SubscribeEvents": [POINTER, NUMBER],
    "SetParallelRunner": [POINTER, POINTER, POINTER],
    "SetInput": [POINTER, POINTER, SIZE],
    "ReleaseInput": [POINTER],
    "ProcessInput": [POINTER],
    "FlushImage": [POINTER],
    "ImageOutBufferSize": [POINTER, ctypes.POINTER(PixelFormat), ctypes.POINTER(SIZE)],
    "SetImageOutBuffer": [POINTER, ctypes.POINTER(PixelFormat), POINTER, SIZE],
    "GetICCProfileSize": [POINTER, NUMBER, ctypes.POINTER(SIZE)],
    "GetColorAsICCProfile": [POINTER, NUMBER, POINTER, SIZE],
    "SetCms": [POINTER, Converter],
    "SetOutputColorProfile": [POINTER, ctypes.POINTER(Encoding), ctypes.c_char_p, SIZE],
}


@dataclass(frozen=True)
class Library:
    """libjxl, its threads, and its conversion of colours."""

    jxl: ctypes.CDLL
    threads: ctypes.CDLL
    colours: ctypes.CDLL

    @contextmanager
    def decoder(self, events: int) -> Iterator[int]:
        """A decoder that stops at these events."""
        with ExitStack() as stack:
            runner = self.threads.JxlThreadParallelRunnerCreate(None, usable_cores())
            stack.callback(self.threads.JxlThreadParallelRunnerDestroy, runner)
            decoder = self.jxl.JxlDecoderCreate(None)
            stack.callback(self.jxl.JxlDecoderDestroy, decoder)
            self.jxl.JxlDecoderSetParallelRunner(
                decoder, ctypes.cast(self.threads.JxlThreadParallelRunner, POINTER), runner
            )
            self.jxl.JxlDecoderSubscribeEvents(decoder, events)
            yield decoder


@functools.cache
def library() -> Library | None:
    """libjxl as `imagecodecs` has it; None where it is not files of their own."""
    package = Path(imagecodecs.__file__).parent
    for folder in (package.with_name("imagecodecs.libs"), package / ".dylibs", package):
        names = ("libjxl[-.]*", "libjxl_threads*", "libjxl_cms*")
        paths = [path for name in names for path in sorted(folder.glob(name))[:1]]
        if len(paths) == len(names):
            # By the decoder of `imagecodecs` these are loaded with all that they need.
            _ = imagecodecs.jpegxl_decode
            with suppress(OSError, AttributeError):  # it cannot be loaded, or is of another version
                return _described(Library(*(ctypes.CDLL(str(path)) for path in paths)))
    return None


def _described(found: Library) -> Library:
    for name, kinds in ARGUMENTS.items():
        getattr(found.jxl, f"JxlDecoder{name}").argtypes = kinds
    found.jxl.JxlDecoderCreate.restype = POINTER
    found.jxl.JxlDecoderCreate.argtypes = [POINTER]
    found.jxl.JxlDecoderReleaseInput.restype = SIZE
    found.threads.JxlThreadParallelRunnerCreate.restype = POINTER
    found.threads.JxlThreadParallelRunnerCreate.argtypes = [POINTER, SIZE]
    found.threads.JxlThreadParallelRunnerDestroy.argtypes = [POINTER]
    found.colours.JxlGetDefaultCms.restype = ctypes.POINTER(Converter)
    return found
