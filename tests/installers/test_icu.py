"""ICU's data are smaller in the package, and do the same for what Qt asks them."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from installers import icu

PySide6 = pytest.importorskip("PySide6")
LIBRARIES = Path(PySide6.__file__).parent / "Qt" / "lib"
DATA = next(iter(LIBRARIES.glob("libicudata.so.*")), None)

pytestmark = pytest.mark.skipif(
    DATA is None or not icu.can_shrink(DATA), reason="Qt brings no ICU here, or as and ld are missing"
)

# What Qt asks ICU for, by its C interface: sort keys, upper case, names of a time zone, encodings.
ASK = r"""
import ctypes, sys
folder, version = sys.argv[1:]
common = ctypes.CDLL(f"{folder}/libicuuc.so.{version}")
more = ctypes.CDLL(f"{folder}/libicui18n.so.{version}")
def call(library, name, restype=ctypes.c_int, *arguments):
    function = getattr(library, f"{name}_{version}")
    function.restype = restype
    return function(*arguments)
def units(text):
    return ctypes.create_string_buffer(text.encode("utf-16-le") + b"\0\0")
words = ["zebra", "Äpfel", "Apfel", "apfel", "Zürich", "ärger", "你好", "安", "波", "10", "9", "émile", "ostrich"]
for locale in ("de", "en_GB", "zh_CN", "fr", "C"):
    status = ctypes.c_int(0)
    collator = ctypes.c_void_p(call(more, "ucol_open", ctypes.c_void_p, locale.encode(), ctypes.byref(status)))
    assert status.value <= 0, (locale, status.value)
    call(more, "ucol_setAttribute", None, collator, 7, 17, ctypes.byref(status))  # numbers by their value
    def key(word):
        room = ctypes.create_string_buffer(256)
        call(more, "ucol_getSortKey", ctypes.c_int, collator, units(word), -1, room, 256)
        return room.value
    print(locale, sorted(words, key=key))
for locale in ("de", "tr"):
    status, room = ctypes.c_int(0), ctypes.create_string_buffer(64)
    told = (locale.encode(), ctypes.byref(status))
    call(common, "u_strToUpper", ctypes.c_int, room, 32, units("straße i"), -1, *told)
    print(locale, room.raw.decode("utf-16-le").rstrip("\0"))
for encoding in ("UTF-8", "ISO-8859-1", "UTF-16LE"):
    status = ctypes.c_int(0)
    converter = call(common, "ucnv_open", ctypes.c_void_p, encoding.encode(), ctypes.byref(status))
    print(encoding, status.value, bool(converter))
zone_name = units("Europe/Berlin")
for locale in ("de", "en", "zh"):
    status, room = ctypes.c_int(0), ctypes.create_string_buffer(256)
    told = (locale.encode(), ctypes.byref(status))
    zone = ctypes.c_void_p(call(more, "ucal_open", ctypes.c_void_p, zone_name, -1, told[0], 0, told[1]))
    call(more, "ucal_getTimeZoneDisplayName", ctypes.c_int, zone, 0, told[0], room, 100, told[1])
    print(locale, status.value, room.raw.decode("utf-16-le").rstrip("\0"))
"""


def answers(folder: Path, version: str) -> str:
    """What ICU's libraries in `folder` answer, in a process of their own."""
    command = [sys.executable, "-c", ASK, str(folder), version]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_the_smaller_data_answer_what_the_whole_do(tmp_path: Path) -> None:
    assert DATA is not None
    for name in ("libicuuc", "libicui18n"):
        shutil.copy2(DATA.with_name(DATA.name.replace("libicudata", name)), tmp_path)
    small = icu.shrink(DATA, tmp_path / DATA.name)
    assert small.stat().st_size < DATA.stat().st_size / 3
    version = DATA.name.rpartition(".")[2]
    told = answers(tmp_path, version)
    assert "STRASSE" in told
    assert told == answers(LIBRARIES, version)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix in (".o", ".dat")) == []


def test_a_locale_that_nobody_speaks_here_goes_and_what_is_no_locale_stays() -> None:
    names = {
        "icudt73l/coll/de.res": True,
        "icudt73l/coll/zh_Hant.res": True,
        "icudt73l/coll/root.res": True,
        "icudt73l/coll/ja.res": False,
        "icudt73l/fr_CA.res": False,
        "icudt73l/supplementalData.res": True,
        "icudt73l/cnvalias.icu": True,
        "icudt73l/gb18030.cnv": False,
        "icudt73l/brkitr/cjdict.dict": False,
        "icudt73l/unit/de.res": False,
    }
    assert {name: icu.is_needed(name) for name in names} == names


def test_other_files_are_refused(tmp_path: Path) -> None:
    other = tmp_path / "libother.so.1"
    other.write_bytes(bytes(9000))
    with pytest.raises(ValueError, match="not ICU's data"):
        icu.shrink(other, tmp_path / "out")
    with pytest.raises(ValueError, match="no ICU data"):
        icu.subset(other.read_bytes())
