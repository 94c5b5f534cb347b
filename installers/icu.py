"""Leaves out of ICU's data what Qt never asks for: of its 32 MB the names of everything in 800 locales.

Qt uses ICU to sort, to change case, to name time zones, and to convert from encodings that nobody uses here: to Qt 6
the system's is UTF-8 whatever the locale says, and that and Latin-1 it converts itself. Whatever belongs to a language
that the program does not speak falls back to the root locale, as ICU does by itself. The format of the data is that
of ICU's `ucmndata.h` (common data, "CmnD").
"""

import re
import shutil
import struct
import subprocess
from pathlib import Path

LANGUAGES = ("root", "en", "de", "zh")
KEPT_FOLDERS = (
    "",
    "coll",
    "zone",
)  # the others: dictionaries, units, currencies, names of languages, transliterators
CONVERTER = ".cnv"
MAGIC = b"\xda\x27"
FORMAT = b"CmnD"
_PAGE = 4096
_ALIGNMENT = 16
_LOCALE = re.compile(r"(?P<language>[a-z]{2,3}|root)(?:_\w+)?\.res")
_LIBRARY = re.compile(r"libicudata\.so\.(?P<version>\d+)")
_TOOLS = ("as", "ld")


def can_shrink(library: Path) -> bool:
    """Whether this is ICU's data for Linux, and the tools to build it anew are there."""
    return _LIBRARY.fullmatch(library.name) is not None and all(shutil.which(tool) for tool in _TOOLS)


def shrink(library: Path, target: Path) -> Path:
    """Write ICU's data library without what is not needed; returns `target`. Raises ValueError for other data."""
    named = _LIBRARY.fullmatch(library.name)
    if named is None:
        raise ValueError(f"{library.name} is not ICU's data")
    target.parent.mkdir(parents=True, exist_ok=True)
    data, code, symbol = target.with_suffix(".dat"), target.with_suffix(".o"), f"icudt{named['version']}_dat"
    data.write_bytes(subset(library.read_bytes()))
    source = (
        f'.section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n{symbol}:\n.incbin "{data}"\n'
        f'.size {symbol}, .-{symbol}\n.section .note.GNU-stack,"",@progbits\n'
    )
    subprocess.run(["as", "-o", str(code), "-"], input=source, text=True, check=True)
    options = [
        "-shared",
        "-z",
        "noexecstack",
        "--hash-style=gnu",
        "--build-id=none",
        f"-soname={library.name}",
    ]
    subprocess.run(["ld", *options, "-o", str(target), str(code)], check=True)
    data.unlink()
    code.unlink()
    return target


def subset(content: bytes) -> bytes:
    """The common data that `content` holds, less the items that are not needed."""
    start = _start_of_data(content)
    header_size = struct.unpack_from("<H", content, start)[0]
    base = start + header_size
    items = [(name, data) for name, data in _items(content, base) if is_needed(name)]
    names = b"".join(name.encode() + b"\0" for name, _ in items)
    names_at = 4 + 8 * len(items)
    data_at = _aligned(names_at + len(names))
    toc, body, name_at = struct.pack("<I", len(items)), bytearray(), names_at
    for name, data in items:
        toc += struct.pack("<II", name_at, data_at + len(body))
        name_at += len(name.encode()) + 1
        body += data + bytes(-len(data) % _ALIGNMENT)
    return content[start:base] + toc + names + bytes(data_at - names_at - len(names)) + bytes(body)


def is_needed(name: str) -> bool:
    """Whether an item, such as "icudt73l/coll/de.res", stays."""
    *folders, file = name.split("/")[1:]
    if "/".join(folders) not in KEPT_FOLDERS or file.endswith(CONVERTER):
        return False
    locale = _LOCALE.fullmatch(file)
    return locale is None or locale["language"] in LANGUAGES


def _start_of_data(content: bytes) -> int:
    """Where the header begins: at the start of a page in a library, at once in a file of data."""
    for start in range(0, len(content), _PAGE):
        if content[start + 2 : start + 4] == MAGIC and content[start + 12 : start + 16] == FORMAT:
            return start
    raise ValueError("no ICU data were found")


def _items(content: bytes, base: int) -> list[tuple[str, bytes]]:
    """(name, content) of each item, in their order, which is that of their names."""
    count = struct.unpack_from("<I", content, base)[0]
    entries = [struct.unpack_from("<II", content, base + 4 + 8 * number) for number in range(count)]
    ends = [data_at for _, data_at in entries[1:]] + [len(content) - base]  # the last may end sooner
    items = []
    for (name_at, data_at), end in zip(entries, ends, strict=True):
        name_end = content.index(b"\0", base + name_at)
        items.append((content[base + name_at : name_end].decode(), content[base + data_at : base + end]))
    return items


def _aligned(offset: int) -> int:
    return -(-offset // _ALIGNMENT) * _ALIGNMENT
