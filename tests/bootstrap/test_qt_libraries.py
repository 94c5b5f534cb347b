"""The system libraries that Qt lacks are named by their packages."""

import sys

import pytest

from bootstrap import qt_libraries

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="only on Linux does Qt lean on the system"
)


def test_a_missing_library_of_qt_is_named_by_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        qt_libraries, "QT_LIBRARIES", {"libc.so.6": "libc6", "libnowhere.so.1": "libnowhere1"}
    )
    assert qt_libraries.missing_qt_packages() == ["libnowhere1"]


def test_without_root_the_missing_packages_are_named_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(qt_libraries, "missing_qt_packages", lambda: ["libegl1", "libgl1"])
    monkeypatch.setattr(qt_libraries.os, "geteuid", lambda: 1000)
    qt_libraries.provide_qt_libraries()
    told = capsys.readouterr().err
    assert "apt install libegl1 libgl1" in told
    assert told.count("\n") == 1
