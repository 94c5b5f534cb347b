"""The .deb depends on what its binaries ask for, no more and no less."""

import shutil
import sys
from pathlib import Path

import pytest

from installers import bare_system, linked

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or shutil.which("objdump") is None, reason="reads Linux's binaries"
)


@pytest.fixture
def collected(tmp_path: Path) -> Path:
    """A folder with Qt's window system plugin, and without the libraries that it asks for."""
    PySide6 = pytest.importorskip("PySide6")
    folder = tmp_path / "tintype"
    folder.mkdir()
    plugin = Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    shutil.copy2(plugin, folder)
    (folder / "data.so").write_text("no binary")
    return folder


def test_a_library_that_comes_along_is_not_asked_of_the_system(collected: Path) -> None:
    asked = linked.libraries_asked_of_the_system(collected)
    assert "libX11.so.6" in asked
    assert not any(name.startswith(linked.OF_LIBC) for name in asked)
    shutil.copy2(collected / "libqxcb.so", collected / "libX11.so.6")
    assert "libX11.so.6" not in linked.libraries_asked_of_the_system(collected)


def test_a_library_of_no_known_package_stops_the_build(collected: Path) -> None:
    with pytest.raises(RuntimeError, match=r"libqxcb\.so asks for libQt6\w+\.so\.6"):
        linked.packages_for(collected)


def test_packages_are_named_once(collected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = dict.fromkeys(("libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1"), collected)
    monkeypatch.setattr(linked, "libraries_asked_of_the_system", lambda _collected: asked)
    assert linked.packages_for(collected) == ["libegl1", "libglib2.0-0 | libglib2.0-0t64"]


STATUS = """\
Package: libegl1
Status: install ok installed
Version: 1.6
Depends: libc6 (>= 2.34), libegl-mesa0 | libegl-vendor, awk
Description: words
 more words: with a colon

Package: libegl-mesa0
Status: install ok installed
Depends: libc6:any

Package: libc6
Status: install ok installed
Pre-Depends: gcc-base

Package: gcc-base
Status: install ok installed

Package: mawk
Status: install ok installed
Provides: awk

Package: libglib2.0-0
Status: deinstall ok config-files
"""


def test_a_bare_system_holds_what_is_led_to_and_nothing_else() -> None:
    stanzas = bare_system.read_stanzas(STATUS)
    found = bare_system.closure("libegl1", stanzas)
    assert found == {"libegl1", "libegl-mesa0", "libc6", "gcc-base", "mawk"}
    assert "more words" in stanzas["libegl1"][""]


def test_what_is_not_installed_cannot_be_copied() -> None:
    with pytest.raises(RuntimeError, match=r"libglib2\.0-0 \| libglib2\.0-0t64 is not installed here"):
        bare_system.closure("libglib2.0-0 | libglib2.0-0t64", bare_system.read_stanzas(STATUS))
