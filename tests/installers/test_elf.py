"""What `strip` would spoil is left as it is."""

import shutil
import struct
import sys
from pathlib import Path

import pytest

from installers import elf

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("strip") is None, reason="strips Linux's binaries"
)
OFFSET_AT = 8  # in a program header


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
    (start,) = struct.unpack_from("<Q", content, elf._HEADERS_AT)
    (count,) = struct.unpack_from("<H", content, elf._COUNT_AT)
    places = (start + elf._HEADER_SIZE * number for number in range(count))
    load = next(place for place in places if struct.unpack_from("<I", content, place)[0] == elf._LOAD)
    struct.pack_into("<Q", content, load + OFFSET_AT, 8)
    assert not elf.segments_fit(bytes(content))


def test_what_would_not_load_is_not_written(
    tmp_path: Path, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elf, "segments_fit", lambda _content: False)
    assert not elf.stripped(library, tmp_path / library.name)
    assert list(tmp_path.iterdir()) == []
