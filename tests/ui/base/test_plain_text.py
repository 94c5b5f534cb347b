"""Names from elsewhere are shown as plain text, wherever in the window they are shown."""

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.engine.edits.preset import PRESET_SUFFIX, read_preset, write_preset
from desktop.ui.base.plain_text import plain_tip
from desktop.ui.dialogs.model_manager import ModelManager
from tests.support.hands import Start, choose_menu, wait_for_result
from tests.support.tiny_models import write_model

MARK = "<b>bold<img src=x>"


def shown(widget: QWidget) -> list[str]:
    """The texts of a widget that Qt would take for HTML although a name from elsewhere is in them."""
    tips = [widget.toolTip()]
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        tips += [
            str(model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) or "")
            for row in range(model.rowCount())
        ]
    found = [tip for tip in tips if MARK in tip]  # escaped, it is not in there
    if isinstance(widget, QLabel) and MARK in widget.text():
        found += [] if widget.textFormat() == Qt.TextFormat.PlainText else [widget.text()]
    return found


@pytest.mark.usefixtures("tiny_model_dir")
def test_no_widget_takes_a_name_for_html(
    qtbot: QtBot, shipped_presets: Path, own_user_directory: Path, tmp_path: Path, start: Start,
    tiny_graphs: dict[str, bytes],
) -> None:  # fmt: skip
    first = next(shipped_presets.glob(f"*{PRESET_SUFFIX}"))
    preset = read_preset(first)
    odd = type(preset)(**{**vars(preset), "name": MARK, "painter": MARK, "credit": MARK, "title": MARK})
    write_preset(odd, first)
    write_model(
        own_user_directory / "models" / "odd", tiny_graphs, title=MARK, description=MARK, licence=MARK
    )
    photo = tmp_path / f"{MARK}.png"
    Image.new("L", (60, 40), 90).save(photo)
    window = start(photo)
    wait_for_result(qtbot, window)
    choose_menu(window, "Edit", "Models…")
    manager = window.findChild(ModelManager)
    assert manager is not None
    qtbot.waitUntil(lambda: len(manager.cards) > 1 and not manager.busy)
    widgets = QApplication.allWidgets()
    assert any(isinstance(widget, QLabel) and MARK in widget.text() for widget in widgets)
    assert [text for widget in widgets for text in shown(widget)] == []


def test_only_what_looks_like_html_is_escaped() -> None:
    assert plain_tip("one & two\nthree") == "one & two\nthree"
    assert plain_tip("<b>x</b>\ny") == "<qt>&lt;b&gt;x&lt;/b&gt;<br>y</qt>"
