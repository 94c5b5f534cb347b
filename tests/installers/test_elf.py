"""Libraries made smaller load as before; what `strip` would spoil is left as it is."""

import ctypes
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from installers import elf

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strip") is None, reason="strips Linux's binaries"
)
SOURCE = "int table[4096] = {7}; int answer(void) { return table[0] * 6; }"


@pytest.fixture
def library() -> Path:
    """A library as a wheel brings it."""
    numpy = pytest.importorskip("numpy._core._multiarray_umath")
    return Path(numpy.__file__)


def test_a_library_becomes_smaller_and_still_fits(tmp_path: Path, library: Path) -> None:
    assert elf.stripped(library, tmp_path / "new" / library.name)
    made = tmp_path / "new" / library.name
    assert made.stat().st_size <= library.stat().st_size
    assert elf.segments_fit(made.read_bytes())


def test_a_segment_that_lies_askew_is_noticed(library: Path) -> None:
    content = bytearray(library.read_bytes())
    load, *_ = next(elf._loaded_segments(bytes(content)))
    struct.pack_into("<Q", content, load + elf._SEGMENT_OFFSET, 8)
    assert not elf.segments_fit(bytes(content))


@pytest.mark.skipif(shutil.which("gcc") is None, reason="makes a library with a gap")
def test_a_gap_is_closed_and_the_library_still_does_its_work(tmp_path: Path) -> None:
    (tmp_path / "lib.c").write_text(SOURCE)
    made = tmp_path / "lib.so"
    pages = "-Wl,-z,max-page-size=0x200000,-z,separate-code"  # segments 2 MB apart, as patchelf leaves them
    subprocess.run(["gcc", "-shared", "-fPIC", pages, "-o", str(made), str(tmp_path / "lib.c")], check=True)
    assert elf.stripped(made, tmp_path / "small.so")
    small = tmp_path / "small.so"
    assert made.stat().st_size > 2_000_000
    assert small.stat().st_size < 100_000
    assert ctypes.CDLL(str(small)).answer() == 42
    told = subprocess.run(
        ["readelf", "--syms", "--dyn-syms", "--notes", "-W", str(small)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, "")


def test_a_library_without_gaps_stays_as_it_is(library: Path) -> None:
    small = elf.without_gaps(library.read_bytes())
    assert elf.segments_fit(small)
    assert elf.without_gaps(small) == small


def test_what_would_not_load_is_not_written(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elf, "segments_fit", lambda _content: False)
    assert not elf.stripped(library, tmp_path / library.name)
    assert list(tmp_path.iterdir()) == []
