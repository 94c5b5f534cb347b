"""Collects the warnings of Pillow's libtiff: it goes on decoding after them, and Pillow does not pass them on.

libtiff writes its complaints to the terminal unless they are heard. Where Pillow has libtiff built in, as on Windows,
they cannot be heard.
"""

import ctypes
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import PIL

_DECODES = b"Decode"  # in the name of each function of libtiff that unpacks a strip or tile
_HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_void_p)
_heard = threading.local()


@contextmanager
def warnings_of_decoding() -> Iterator[list[str]]:
    """The complaints about packed data while the block runs, on this thread."""
    _listen()
    before, _heard.found = getattr(_heard, "found", None), list[str]()
    try:
        yield _heard.found
    finally:
        _heard.found = before


def _hear(module: bytes | None, words: bytes | None, _arguments: Any) -> None:
    found = getattr(_heard, "found", None)
    if found is not None and module is not None and _DECODES in module:
        found.append(f"{module!r}: {words!r}")


_handler: Callable[..., None] = _HANDLER(_hear)  # kept for as long as libtiff may call it
_listening = threading.Lock()


def _listen() -> None:
    """Take the place of libtiff's own handlers, once."""
    if _listening.acquire(blocking=False):
        path = _loaded_libtiff()
        if path is not None:
            library = ctypes.CDLL(str(path))
            library.TIFFSetWarningHandler(_handler)
            library.TIFFSetErrorHandler(_handler)


def _loaded_libtiff() -> Path | None:
    """The libtiff that Pillow uses; None where there is none to be found."""
    from PIL import _imaging  # noqa: F401 - loads it

    if sys.platform == "linux":
        for line in Path("/proc/self/maps").read_text("utf-8", "surrogateescape").splitlines():
            name = line.rpartition(" ")[2]
            if "/libtiff" in name and "imagecodecs" not in name:
                return Path(name)
    folder = Path(PIL.__file__).parent / ".dylibs"
    return next(iter(folder.glob("libtiff*.dylib")), None)
