"""Faults, reasons and model texts of the engine are told in the language of the window."""

import errno
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.engine.core import paths
from desktop.engine.core.errors import TintypeError
from desktop.engine.core.reasons import with_cause
from desktop.engine.decode.reader import read_photo
from desktop.engine.edits.preset import read_preset
from desktop.engine.files.atomic import replacing
from desktop.engine.inference.model_installer import ModelEntry
from desktop.engine.inference.model_registry import DEFAULT_MODEL, Model, read_manifest
from desktop.engine.store.project import read_project
from desktop.ui.base.engine_translations import EngineTranslations, translate_message
from desktop.ui.dialogs.model_card import ModelCard
from desktop.ui.document.settings import Settings
from tests.engine import pictures
from tests.support.window_steps import Start

SHIPPED = paths.shipped_dir() / "models"


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "a.jpg ist leer (0 Bytes); kopieren Sie es noch einmal."), ("zh_CN", "a.jpg 为空")],
)
def test_faults_of_the_engine_are_told_in_it(
    qtbot: QtBot, shipped_presets: Path, tmp_path: Path, language: str, words: str, start: Start
) -> None:
    Settings().language = language
    (tmp_path / "a.jpg").touch()
    window = start(tmp_path / "a.jpg")
    qtbot.waitUntil(lambda: words in window.parts.stage.messages.text)


@pytest.mark.parametrize("speaking", ["de"], indirect=True)
def test_a_reason_within_a_fault_is_translated_too(tmp_path: Path, speaking: str) -> None:
    (tmp_path / "model.json").write_text('{"format": 7}')
    with pytest.raises(ValueError, match="too old for it") as caught:
        read_manifest(tmp_path)
    told = translate_message(caught.value)
    assert "ist kein Manifest eines Modells (Format 7 ist nicht 1; das Programm ist zu alt dafür)" in told
    assert translate_message("What nobody has translated.") == "What nobody has translated."


def cut_jpeg(folder: Path) -> object:
    (folder / "a.jpg").write_bytes(pictures.jpeg_bytes(pictures.colours(300, 300))[:700])
    return read_photo(folder / "a.jpg")


def no_json(folder: Path) -> object:
    (folder / "a.tintype").write_text("{")
    return read_preset(folder / "a.tintype")


def no_text(folder: Path) -> object:
    (folder / "model.json").write_bytes(b"\xff\xfe\xff")
    return read_manifest(folder)


def field_missing(folder: Path) -> object:
    (folder / "model.json").write_text("{}")
    return read_manifest(folder)


def no_project(folder: Path) -> object:
    (folder / "a.tintype-edit").write_text("[")
    return read_project(folder / "a.tintype-edit")


def read_only(folder: Path) -> object:
    with replacing(folder / "a.jpg"):
        raise OSError(errno.EROFS, "Read-only file system", str(folder / "a.jpg"))


@pytest.mark.parametrize("speaking", ["de"], indirect=True)
@pytest.mark.parametrize(
    ("fail", "told"),
    [
        (
            cut_jpeg,
            "ist beschädigt oder unvollständig (es bricht mittendrin ab); kopieren Sie es noch einmal.",
        ),
        (
            no_json,
            "ist keine Vorgabe oder beschädigt (es ist kein JSON); fügen Sie ihr Gemälde noch einmal hinzu.",
        ),
        (
            no_text,
            "kann nicht gelesen werden; installieren Sie das Modell noch einmal.",
        ),
        (
            field_missing,
            "ist kein Manifest eines Modells (das Feld 'format' fehlt); installieren Sie das Modell noch einmal.",
        ),
        (no_project, "ist beschädigt (es ist kein JSON)."),
        (
            read_only,
            "kann nicht geschrieben werden (der Datenträger ist schreibgeschützt); speichern Sie anderswo.",
        ),
    ],
)
def test_no_fault_has_a_librarys_words_in_it(
    tmp_path: Path, speaking: str, fail: Callable[[Path], object], told: str
) -> None:
    with pytest.raises(TintypeError) as caught:
        fail(tmp_path)
    assert translate_message(caught.value).endswith(told)
    assert translate_message(with_cause(str(caught.value), "OSError: broken data stream")).endswith(told)


def test_gaps_may_change_places_and_braces_stay() -> None:
    book = EngineTranslations(
        {"{0} lacks {1}.": "{1} fehlt {0}.", "field {{0}} is new": "Feld {{0}} ist neu"}
    )
    assert book.translate("x.png lacks a (b).") == "a (b) fehlt x.png."
    assert book.translate("field {stem} is new") == "Feld {stem} ist neu"


@pytest.mark.parametrize("speaking", ["de"], indirect=True)
def test_a_shipped_model_speaks_it_and_one_from_elsewhere_as_it_was_written(
    qtbot: QtBot, speaking: str, tiny_model: Model
) -> None:
    shipped = paths.shipped_dir() / "models" / DEFAULT_MODEL
    told = []
    for folder in (shipped, tiny_model.folder):
        card = ModelCard(ModelEntry(folder, read_manifest(folder), problem="", own=False), active=False)
        qtbot.addWidget(card)
        told.append(" ".join(label.text() for label in card.findChildren(QLabel)))
    assert "Färbt ein Foto in den Farben eines Gemäldes." in told[0]
    assert "39.388 Fotos" in told[0]
    assert "Colours by the mean" in told[1]


@pytest.mark.parametrize(
    ("speaking", "palette", "auto", "painter"),
    [
        (
            "en",
            "Colours of paintings (came with the program)",
            "Natural colours (came with the program)",
            "Painting over (came with the program)",
        ),
        (
            "de",
            "Farben von Gemälden (mit dem Programm gekommen)",
            "Natürliche Farben (mit dem Programm gekommen)",
            "Übermalen (mit dem Programm gekommen)",
        ),
        ("zh_CN", "画作色彩（随程序附带）", "自然色彩（随程序附带）", "重绘（随程序附带）"),
    ],
    indirect=["speaking"],
)
def test_a_card_names_the_kind_as_the_window_does(
    qtbot: QtBot, speaking: str, palette: str, auto: str, painter: str, tiny_model: Model
) -> None:
    told = {"palette": palette, "auto": auto, "repaint": painter}
    for kind in (*told, "sculpt"):
        entry = ModelEntry(tiny_model.folder, replace(tiny_model, kind=kind), problem="", own=False)
        card = ModelCard(entry, active=False)
        qtbot.addWidget(card)
        texts = [label.text() for label in card.findChildren(QLabel)]
        assert told[kind] in texts if kind in told else any(text.startswith(kind) for text in texts)


@pytest.mark.parametrize("speaking", ["en", "de", "zh_CN"], indirect=True)
@pytest.mark.parametrize("name", sorted(path.parent.name for path in SHIPPED.glob("*/model.json")))
def test_the_scores_of_every_shipped_model_are_told_in_words(qtbot: QtBot, speaking: str, name: str) -> None:
    model = read_manifest(SHIPPED / name)
    card = ModelCard(ModelEntry(model.folder, model, problem="", own=False), active=False)
    qtbot.addWidget(card)
    text = "\n".join(label.text() for label in card.findChildren(QLabel))
    assert model.scores
    assert not re.search(r"\w+\.\w+_?\w*: ", text)
