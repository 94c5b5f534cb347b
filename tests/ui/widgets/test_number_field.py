"""Numbers that are typed: with the language's own decimal sign or the other one."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.slider_row import NumberField


@pytest.mark.parametrize("language", ["en", "de", "zh_CN"])
@pytest.mark.parametrize("typed", ["3.0", "3,0", "3"])
def test_point_and_comma_stand_before_decimals_in_every_language(
    qtbot: QtBot, language: str, typed: str
) -> None:
    number = NumberField()
    number.setLocale(QLocale(language))
    number.setRange(-30, 30)
    number.setDecimals(1)
    number.setSuffix(" °")
    qtbot.addWidget(number)
    number.show()
    number.selectAll()
    QTest.keyClicks(number, typed)
    number.interpretText()
    assert number.value() == 3.0
    assert number.text() == f"3{QLocale(language).decimalPoint()}0 °"
