"""The frames of the first view that pictures are dropped on."""

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desktop.ui.widgets.drop_target import DropTarget


@pytest.mark.parametrize(("height_px", "whole"), [(210, True), (44, False)])
def test_where_it_is_too_low_for_its_icon_the_title_stands_alone(
    qtbot: QtBot, height_px: int, whole: bool
) -> None:
    def shown(icon: str, title: str, hint: str) -> QImage:
        target = DropTarget(icon)
        target.set_text(icon, title, hint)
        qtbot.addWidget(target)
        target.resize(260, height_px)
        return target.grab().toImage()

    usual = shown("photo", "Photo", "Drop it here")
    assert (shown("painting", "Photo", "Drop it here") != usual) == whole
    assert (shown("photo", "Photo", "Click here") != usual) == whole
    assert shown("photo", "Picture", "Drop it here") != usual
