"""Sliders by mouse, keys and wheel: where a place leads, and how fine a fine one is."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.jump_slider import HANDLE_PX, JumpSlider
from tests.support.mouse_and_keys import click, press, wheel

WIDTH_PX = 122 + HANDLE_PX  # 122 pixels of way


def shown(qtbot: QtBot, neutral: int, least: int, most: int, *, fine: bool) -> JumpSlider:
    slider = JumpSlider(neutral, fine=fine)
    slider.setRange(least, most)
    slider.setFixedWidth(WIDTH_PX)
    qtbot.addWidget(slider)
    slider.show()
    qtbot.waitExposed(slider)
    return slider


def at(slider: JumpSlider, px: int) -> int:
    """The value after a click so many pixels behind the least value's place."""
    click(slider, QPoint(HANDLE_PX // 2 + px, slider.height() // 2))
    return slider.value()


@pytest.mark.parametrize(("neutral", "least", "most"), [(0, -100, 100), (100, 0, 150), (0, 0, 100)])
def test_a_place_stands_for_its_share_of_the_way(qtbot: QtBot, neutral: int, least: int, most: int) -> None:
    slider = shown(qtbot, neutral, least, most, fine=False)
    for px in (0, 30, 61, 100, 122):
        assert at(slider, px) == pytest.approx(least + px / 122 * (most - least), abs=1)


def test_a_fine_slider_is_finest_around_neutral_and_reaches_both_ends(qtbot: QtBot) -> None:
    slider = shown(qtbot, 0, -450, 450, fine=True)  # tenths of a degree
    values = [at(slider, px) for px in range(123)]
    assert (values[0], values[61], values[-1]) == (-450, 0, 450)
    assert values == sorted(values)
    assert max(values[px + 1] - values[px] for px in range(51, 71)) <= 3
    assert values[61 + 5] == 3


def test_the_handle_stands_where_it_was_put(qtbot: QtBot) -> None:
    slider = shown(qtbot, 0, -450, 450, fine=True)
    for px in (5, 40, 75, 110):
        value = at(slider, px)
        assert at(slider, px) == value
        left, right = at(slider, px - 1), at(slider, px + 1)
        assert left <= value <= right


def test_keys_and_a_notch_of_the_wheel_go_one_step(qtbot: QtBot) -> None:
    slider = shown(qtbot, 0, -450, 450, fine=True)
    slider.setFocus()
    press(slider, "Right")
    assert slider.value() == 1
    wheel(slider, QPointF(20, 10), 2)
    assert slider.value() == 3
    wheel(slider, QPointF(20, 10), -1)
    assert slider.value() == 2
    press(slider, "PgUp")
    assert slider.value() > 2


def test_the_wheel_turns_nothing_without_the_keyboard(qtbot: QtBot) -> None:
    slider = shown(qtbot, 0, -450, 450, fine=True)
    slider.clearFocus()
    wheel(slider, QPointF(20, 10), 2)
    assert slider.value() == 0
