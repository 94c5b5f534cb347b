"""The window speaks German and Chinese: menus, dialogs, Qt's own buttons, and forms of number."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from desktop.ui.base.engine_translations import translate_message
from desktop.ui.base.translations import LANGUAGES as SPOKEN
from desktop.ui.base.translations import SYSTEM, ApplicationLanguage, Catalogue, current_language, language_of
from desktop.ui.document.settings import Settings
from tests.support.window_steps import Start
from tests.translations import LANGUAGES


@pytest.mark.usefixtures("shipped_presets", "tiny_model_dir")
@pytest.mark.parametrize(
    ("language", "menu", "cancel"), [("de", "Datei", "Abbrechen"), ("zh_CN", "文件", "取消")]
)
def test_the_window_speaks_it_and_so_do_qt_s_own_buttons(
    qtbot: QtBot, language: str, menu: str, cancel: str, start: Start
) -> None:
    Settings().language = language
    window = start()
    titles = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert titles[0].startswith(menu)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text().replace("&", "").startswith(cancel)
    assert current_language() == language


@pytest.mark.parametrize("speaking", ["zh_CN"], indirect=True)
@pytest.mark.parametrize("mode", [QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.Directory])
def test_qt_s_file_dialog_has_no_english_left(
    qtbot: QtBot, speaking: str, tmp_path: Path, mode: QFileDialog.FileMode
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "photo").touch()
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    qtbot.addWidget(dialog)
    dialog.show()
    tree = dialog.findChild(QTreeView)
    assert tree is not None
    files = tree.model()
    qtbot.waitUntil(lambda: files.rowCount(tree.rootIndex()) > 0)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    texts += [button.text() for button in dialog.findChildren(QAbstractButton)]
    texts += [button.toolTip() for button in dialog.findChildren(QAbstractButton)]
    texts += [files.headerData(column, Qt.Orientation.Horizontal) for column in range(files.columnCount())]
    texts += [files.index(row, 2, tree.rootIndex()).data() for row in range(files.rowCount(tree.rootIndex()))]
    assert len(list(filter(None, texts))) > 10
    assert [text for text in filter(None, texts) if not re.search("[\u4e00-\u9fff]", text)] == []


def test_forms_follow_the_number(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "forms.ts"
    path.write_text(
        '<TS version="2.1"><context><name>C</name><message numerus="yes"><source>%n photos</source>'
        "<translation><numerusform>%n Foto</numerusform><numerusform>%n Fotos</numerusform></translation>"
        "</message></context></TS>",
        encoding="utf-8",
    )
    german, chinese = Catalogue(path, "de"), Catalogue(path, "zh_CN")
    assert [german.translate("C", "%n photos", None, n) for n in (0, 1, 2)] == [
        "%n Fotos",
        "%n Foto",
        "%n Fotos",
    ]
    assert chinese.translate("C", "%n photos", None, 5) == "%n Foto"
    assert german.translate("C", "something else") is None


@pytest.mark.parametrize("content", [None, "", "<TS>", "<TS><context/></TS>"])
def test_missing_or_spoiled_files_leave_the_window_english(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "tintype_de.ts").write_text(content)
        (tmp_path / "engine_de.ts").write_text(content)
    monkeypatch.setattr("desktop.ui.base.translations._folder", lambda: tmp_path)
    language = ApplicationLanguage("de")
    language.install()
    try:
        assert Settings().tr("Settings") == "Settings"
    finally:
        language.remove()


def test_the_systems_language_is_used_when_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    class System:
        def __init__(self, *names: str) -> None:
            self._names = names

        def uiLanguages(self) -> list[str]:  # noqa: N802 - Qt's name
            return list(self._names)

    for names, code in (
        (("de-AT", "de"), "de"),
        (("zh-Hans-CN",), "zh_CN"),
        (("fr-FR", "de-DE"), "de"),
        (("fr-FR",), "en"),
        ((), "en"),
    ):
        monkeypatch.setattr("desktop.ui.base.translations.QLocale.system", lambda names=names: System(*names))
        assert language_of(SYSTEM) == code
    assert set(SPOKEN) == {"en", *LANGUAGES}


def test_taking_a_language_off_leaves_english(qapp: QApplication) -> None:
    language = ApplicationLanguage("de")
    language.install()
    assert QObject().tr("x") == "x"
    language.remove()
    assert current_language() == "en"
    assert (
        translate_message("a.jpg is empty (0 bytes); copy it again.")
        == "a.jpg is empty (0 bytes); copy it again."
    )


@pytest.mark.parametrize(
    ("speaking", "one", "three"),
    [
        ("en", "1 photo has", "3 photos have"),
        ("de", "1 Foto hat", "3 Fotos haben"),
        ("zh_CN", "现在 1 张", "现在 3 张"),
    ],
    indirect=["speaking"],
)
def test_one_is_told_from_many(speaking: str, one: str, three: str) -> None:
    source = "%n photos have this look now."
    told = [QCoreApplication.translate("FilmstripActions", source, None, count) for count in (1, 3)]
    assert told[0].startswith(one)
    assert told[1].startswith(three)
