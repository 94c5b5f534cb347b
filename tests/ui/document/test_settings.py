"""What the window remembers survives other programs, spoiled files and itself in another process."""

import random
import stat
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.engine.encode.writer import DEFAULT_QUALITY
from desktop.ui.document.settings import Settings
from tests.support.window_steps import Start

DAMAGES = {
    "noise": random.Random(1).randbytes(3000),
    "zeros after a power cut": bytes(500),
    "not a settings file": b"Dear Sir or Madam,\nhow are you?\n",
}


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_file_is_set_aside_and_the_settings_start_anew(
    qapp: QApplication, own_user_directory: Path, kind: str
) -> None:
    path = own_user_directory / "settings.ini"
    path.write_bytes(DAMAGES[kind])
    settings = Settings()
    assert "settings.ini.damaged" in settings.problem
    assert (settings.quality, settings.suffix, settings.preset) == (DEFAULT_QUALITY, ".jpg", "")
    assert (own_user_directory / "settings.ini.damaged").read_bytes() == DAMAGES[kind]
    settings.quality = 77
    settings.write_now()
    again = Settings()
    assert (again.quality, again.problem) == (77, "")


def test_settings_that_were_set_aside_before_stay(qapp: QApplication, own_user_directory: Path) -> None:
    for damage in DAMAGES.values():
        (own_user_directory / "settings.ini").write_bytes(damage)
        Settings()
    kept = sorted(path.read_bytes() for path in own_user_directory.glob("settings*.ini.damaged"))
    assert kept == sorted(DAMAGES.values())


@pytest.mark.parametrize(
    "line", ["quality=-3", "quality=high", "quality=@ByteArray(", "suffix=.exe", "view_mode=4"]
)
def test_a_value_that_makes_no_sense_counts_as_missing(
    qapp: QApplication, own_user_directory: Path, line: str
) -> None:
    (own_user_directory / "settings.ini").write_text(f"[General]\n{line}\nappearance=dark\n")
    settings = Settings()
    assert settings.problem == ""
    assert 1 <= settings.quality <= 100
    assert settings.suffix == ".jpg"
    assert settings.appearance == "dark"
    assert settings.view_mode is not None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")
def test_the_file_is_the_users_alone(
    qtbot: QtBot, qapp: QApplication, own_user_directory: Path, start: Start
) -> None:
    path = own_user_directory / "settings.ini"
    path.write_text("[General]\nquality=80\n")
    path.chmod(0o644)
    assert Settings().quality == 80
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.unlink()
    start().close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_two_programs_at_once_keep_each_others_settings(qapp: QApplication) -> None:
    one, other = Settings(), Settings()
    one.quality = 50
    other.suffix = ".png"
    for settings in (one, other):
        settings.write_now()
    third = Settings()
    assert (third.quality, third.suffix) == (50, ".png")


@pytest.mark.usefixtures("shipped_presets")
def test_the_window_tells_of_it_and_opens(qtbot: QtBot, own_user_directory: Path, start: Start) -> None:
    (own_user_directory / "settings.ini").write_bytes(bytes(500))
    window = start()
    texts = [label.text() for label in window.findChildren(QLabel)]
    assert any("settings were damaged" in text for text in texts)
