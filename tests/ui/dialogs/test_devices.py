"""The device chip: where the network runs, why not elsewhere, and the choice between what works."""

import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.engine.inference import hardware
from desktop.engine.inference.device_probe import ProviderReport
from desktop.ui.dialogs import device_chip
from desktop.ui.dialogs.device_popup import DevicePopup
from desktop.ui.document.settings import Settings
from desktop.ui.main_window.main_window import MainWindow
from tests.support.mouse_and_keys import press

CPU = ProviderReport("cpu", "Processor (CPU)", True, "ran", latency_ms=84.2)
CUDA = ProviderReport("cuda", "NVIDIA graphics card (CUDA)", True, "ran", "NVIDIA GeForce RTX 3060", 9.4)
WITHOUT_CUDA = replace(CUDA, usable=False, latency_ms=0.0, compiled_in=False, reason="built without it")

elsewhere = pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no NVIDIA cards")


def texts_of(popup: DevicePopup) -> str:
    return " ".join(label.text() for label in popup.findChildren(QLabel))


def opened(qtbot: QtBot, window: MainWindow) -> DevicePopup:
    chip = window.parts.status_bar.chip
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chip.popup is not None)
    assert chip.popup is not None
    return chip.popup


def test_chip_names_the_device_and_opens_the_others(qtbot: QtBot, coloured: MainWindow) -> None:
    assert coloured.parts.status_bar.chip.text().startswith("CPU, ")
    assert coloured.parts.status_bar.chip.text().endswith(" ms")
    popup = opened(qtbot, coloured)
    assert "In use: " in texts_of(popup)
    assert popup.buttons["auto"].isChecked()
    popup.close()


def test_a_card_is_named_on_the_chip(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(device_chip, "cuda_card", lambda: "NVIDIA GeForce RTX 3060")
    window.parts.status_bar.chip.show_run("cuda", 9.4)
    assert window.parts.status_bar.chip.text() == "CUDA, RTX 3060, 9 ms"
    monkeypatch.setattr(device_chip, "cuda_card", lambda: "")
    window.parts.status_bar.chip.show_run("cuda", 9.4)
    assert window.parts.status_bar.chip.text() == "CUDA, 9 ms"


@elsewhere
@pytest.mark.parametrize(
    ("report", "frozen", "words"),
    [
        (WITHOUT_CUDA, False, "pip install onnxruntime-gpu"),
        (WITHOUT_CUDA, True, "Run Tintype from its source"),
        (replace(WITHOUT_CUDA, card=""), False, "No NVIDIA card answers"),
        (replace(CUDA, usable=False, reason="It is asleep."), False, "It is asleep. Bring the NVIDIA driver"),
        (CUDA, False, "Usable: 9 ms"),
    ],
)
def test_the_popup_says_how_to_get_the_card_to_work(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    report: ProviderReport,
    frozen: bool,
    words: str,
) -> None:
    if frozen:
        monkeypatch.setattr(sys, "_MEIPASS", "/bundle", raising=False)
    popup = DevicePopup([report, CPU], used="cpu", chosen="auto", parent=window)
    qtbot.addWidget(popup)
    assert words in texts_of(popup)
    assert popup.buttons["cuda"].isEnabled() == report.usable
    assert popup.buttons["cuda"].accessibleDescription() in texts_of(popup)


def test_a_device_is_chosen_by_keyboard_and_remembered(qtbot: QtBot, coloured: MainWindow) -> None:
    popup = opened(qtbot, coloured)
    with qtbot.waitSignal(coloured.parts.warmup.ready):
        QTest.keyClick(popup.buttons["cpu"], Qt.Key.Key_Space)
    assert Settings().device == "cpu"
    coloured.parts.status_bar.chip.popup = None
    again = opened(qtbot, coloured)
    assert again.buttons["cpu"].isChecked()
    press(again, "Esc")
    assert coloured.findChildren(DevicePopup) == []


class FakeDriver:
    """Answers as NVIDIA's driver does."""

    def __init__(self, code: int = 0) -> None:
        self._code = code

    def cuInit(self, _flags: int) -> int:  # noqa: N802 - the driver's own name
        return self._code

    def cuDeviceGet(self, _device: object, _number: int) -> int:  # noqa: N802
        return 0

    def cuDeviceGetName(self, name: object, _size: int, _device: object) -> int:  # noqa: N802
        name.value = b"NVIDIA GeForce RTX 3060"  # type: ignore[attr-defined]
        return 0


@pytest.mark.parametrize(("code", "name"), [(0, "NVIDIA GeForce RTX 3060"), (100, "")])
def test_the_card_is_asked_for_its_name(monkeypatch: pytest.MonkeyPatch, code: int, name: str) -> None:
    hardware.cuda_card.cache_clear()
    monkeypatch.setattr(hardware.ctypes, "CDLL", lambda _library: FakeDriver(code))
    try:
        assert hardware.cuda_card() == name
    finally:
        hardware.cuda_card.cache_clear()
    assert hardware.short_name("NVIDIA GeForce RTX 3060") == "RTX 3060"
    assert hardware.short_name("NVIDIA H200") == "H200"
