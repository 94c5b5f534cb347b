"""Every text of the window and of the engine is there in German and Chinese."""

import re

import pytest

from tests import translations
from tests.translations import (
    FOLDER,
    LANGUAGES,
    ROOT,
    Messages,
    engine_sentences,
    messages_of,
    model_texts,
    preset_texts,
    window_texts,
)

FIELD = re.compile(r"\{[^{}]*\}|%n")


@pytest.fixture(scope="module")
def texts() -> Messages:
    """Every text of the window as lupdate finds it."""
    return window_texts()


def test_lupdate_finds_every_text_with_its_context(texts: Messages) -> None:
    """`tr = self.tr` would hide the context, another object's `tr` give a wrong one, another name hide the text."""
    assert len(texts) > 250
    assert [source for context, source in texts if not context[:1].isupper()] == []
    for path in (ROOT / "desktop" / "ui").rglob("*.py"):
        text = path.read_text("utf-8")
        assert not re.search(r"\b_?tr = |def _?tr\(|\b_tr\(|(?<!self)\.tr\(", text), path.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_window_is_translated(texts: Messages, language: str) -> None:
    known = messages_of(FOLDER / f"tintype_{language}.ts")
    told = "python -m tests.translations adds them, pyside6-linguist translates them"
    assert sorted(texts.keys() - known.keys()) == [], f"missing; {told}"
    assert sorted(known.keys() - texts.keys()) == [], "no longer in the source"
    assert [key for key, forms in known.items() if not forms] == [], "unfinished"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_of_the_engine_is_translated(language: str) -> None:
    known = messages_of(FOLDER / f"engine_{language}.ts")
    sources = {source for _context, source in known}
    assert sorted(set(engine_sentences()) ^ sources) == [], (
        "python -m tests.translations brings them up to date"
    )
    assert [key for key, forms in known.items() if not forms] == [], "unfinished"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_shipped_models_is_translated(language: str) -> None:
    known = messages_of(FOLDER / f"models_{language}.ts")
    sources = {source for _context, source in known}
    assert sorted(set(model_texts()) ^ sources) == [], "python -m tests.translations brings them up to date"
    assert [key for key, forms in known.items() if not forms] == [], "unfinished"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_preset_and_its_painter_have_a_name(language: str) -> None:
    known = messages_of(FOLDER / f"presets_{language}.ts")
    sources = {source for _context, source in known}
    assert sorted(set(preset_texts()) ^ sources) == [], "python -m tests.translations brings them up to date"
    assert [key for key, forms in known.items() if not forms] == [], "unfinished"


@pytest.mark.parametrize(
    "name",
    [f"{name}_{code}" for name in ("tintype", "engine", "models", "presets") for code in LANGUAGES]
    + ["qt_zh_CN"],
)
def test_translations_keep_the_fields_of_their_source(name: str) -> None:
    for (_context, source), forms in messages_of(FOLDER / f"{name}.ts").items():
        assert forms, f"{source} is unfinished"
        for form in forms:
            assert sorted(set(FIELD.findall(form))) == sorted(set(FIELD.findall(source))), source
            assert form.startswith(" ") == source.startswith(" "), source
            assert ("&" in form) == ("&" in source), source


def test_plural_forms_are_complete(texts: Messages) -> None:
    plurals = translations.plural_sources(FOLDER / "tintype_de.ts")
    assert plurals == translations.plural_sources(FOLDER / "tintype_en.ts")
    for language, forms in (("en", 2), ("de", 2), ("zh_CN", 1)):
        known = messages_of(FOLDER / f"tintype_{language}.ts")
        assert all(len(known[key]) == forms for key in plurals)
