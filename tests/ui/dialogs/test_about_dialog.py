"""The about dialog names every library with its licence."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.ui.base.licences import bundled_parts
from desktop.ui.dialogs.about_dialog import AboutDialog
from desktop.ui.main_window.main_window import MainWindow
from tests.support.menus import choose_menu


def test_about_names_every_library_with_its_licence(qtbot: QtBot, window: MainWindow) -> None:
    choose_menu(window, "Help", "About Tintype")
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.parts.topLevelItemCount() > 0)
    assert "MIT License" in dialog.licence.toPlainText()
    rows = {item.text(0): item for item in dialog.parts.findItems("", Qt.MatchFlag.MatchStartsWith)}
    assert {"numpy", "onnxruntime", "pillow", "pi_heif", "imagecodecs", "tifffile", "Python"} <= set(rows)
    qt = next(item for name, item in rows.items() if name.casefold().startswith("pyside6"))
    dialog.parts.setCurrentItem(qt)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in dialog.licence.toPlainText()
    assert "LGPL" in qt.text(2)
    dialog.close()


def test_licences_need_no_metadata_of_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.ui.base import licences

    real = licences.distribution

    def without_tintype(name: str) -> object:
        if name == "tintype":
            raise licences.PackageNotFoundError(name)
        return real(name)

    usual = {part.name for part in bundled_parts()}
    monkeypatch.setattr(licences, "distribution", without_tintype)
    assert {part.name for part in bundled_parts()} == usual
