"""The user's guide names what is really there, in every language."""

import json
import re
import shlex
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QKeySequence

from desktop.cli.main import make_parser
from desktop.engine.core import paths
from desktop.ui.base.logging_setup import log_path
from desktop.ui.base.translations import LANGUAGES
from desktop.ui.dialogs.guide_pages import KEY, PAGES, PLACE, guide_dir
from desktop.ui.document.export_options import EXPORT_FORMATS
from desktop.ui.document.settings import MAX_RECENT
from desktop.ui.main_window.main_window import MainWindow
from desktop.ui.widgets.shortcuts_dialog import plain
from tests.translations import FOLDER, messages_of

PICTURES = "pictures"  # the folder of each language\'s
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]+)\]\(([^)]+)\)")
CODE = re.compile(r"^tintype .+$", re.MULTILINE)
MAX_BYTES = 1_000_000
MAX_PICTURE_BYTES = 75_000
EVERY_PAGE = [(language, name) for language in LANGUAGES for name in PAGES]


def source_of(language: str, name: str) -> str:
    """A page as it lies in its file."""
    return (guide_dir() / language / f"{name}.md").read_text("utf-8")


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_what_it_names_is_in_the_window(language: str, name: str) -> None:
    known = messages_of(FOLDER / "tintype_de.ts").keys()
    places = [place for place in PLACE.finditer(source_of(language, name)) if place["context"] != KEY]
    assert [place[0] for place in places if (place["context"], place["source"]) not in known] == []
    assert not re.search(r"[{}]", PLACE.sub("", source_of(language, name)))


def test_the_keys_it_names_do_what_it_says(window: MainWindow) -> None:
    keys = {
        (plain(action.text()), key.toString()) for action in window.actions() for key in action.shortcuts()
    }
    for language, name in EVERY_PAGE:
        for place in PLACE.finditer(source_of(language, name)):
            if place["keys"]:
                assert (plain(place["source"]), place["keys"]) in keys, f"{language}/{name}: {place[0]}"
            elif place["context"] == KEY:
                assert QKeySequence.fromString(place["source"]).count() == 1, place[0]


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
@pytest.mark.parametrize("name", PAGES)
def test_every_language_has_the_same_pages(language: str, name: str) -> None:
    english, other = source_of("en", name), source_of(language, name)
    assert Counter(place[0] for place in PLACE.finditer(other)) == Counter(
        place[0] for place in PLACE.finditer(english)
    )
    for part in (LINK, PICTURE):
        assert [found[part.groups] for found in part.finditer(other)] == [
            found[part.groups] for found in part.finditer(english)
        ]
    for mark in ("\n#", "\n- ", "\n| ", "\n```"):
        assert other.count(mark) == english.count(mark), mark


def test_no_page_lies_about_that_nobody_reaches() -> None:
    for language in LANGUAGES:
        lying = {path.name for path in (guide_dir() / language).iterdir()}
        assert lying == {*(f"{name}.md" for name in PAGES), PICTURES}
    reached = {Path(target).stem for name in PAGES for target in LINK.findall(source_of("en", name))}
    assert reached == set(PAGES)


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_every_link_and_every_picture_is_there(language: str, name: str) -> None:
    folder = guide_dir() / language
    text = source_of(language, name)
    for target in LINK.findall(text):
        assert (folder / target).is_file(), target
    for told, target in PICTURE.findall(text):
        assert (folder / target).resolve().parent == (folder / PICTURES).resolve(), (
            "one that speaks its language"
        )
        assert not QImage(str(folder / target)).isNull(), target
        assert len(told) > 10, "whoever does not see the picture reads this"


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_pictures_are_all_used_and_small(language: str) -> None:
    used = {
        Path(target).name
        for _, target in PICTURE.findall("".join(source_of(language, name) for name in PAGES))
    }
    pictures = guide_dir() / language / PICTURES
    assert used == {path.name for path in pictures.iterdir()}
    assert all(path.stat().st_size <= MAX_PICTURE_BYTES for path in pictures.iterdir())
    assert sum(path.stat().st_size for path in guide_dir().rglob("*") if path.is_file()) <= MAX_BYTES


def test_no_language_shows_the_picture_of_another() -> None:
    pictures = [path.read_bytes() for path in guide_dir().glob(f"*/{PICTURES}/*")]
    assert len(pictures) == len(LANGUAGES) * len(list((guide_dir() / "en" / PICTURES).iterdir()))
    assert len(set(pictures)) == len(pictures)


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_the_commands_it_shows_are_understood(language: str) -> None:
    commands = [line for name in PAGES for line in CODE.findall(source_of(language, name))]
    assert len(commands) == 14
    for command in commands:
        make_parser().parse_args(shlex.split(command)[1:])


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_what_it_says_of_files_and_formats_is_so(language: str) -> None:
    kept, saving = source_of(language, "kept"), source_of(language, "saving")
    for name in (paths.user_presets_dir().name, paths.model_dirs()[0].name, log_path().name):
        assert f"`{name}`" in kept
    assert f"`{paths.HOME_VARIABLE}`" in kept
    assert all(f"| {title} |" in saving for title in EXPORT_FORMATS.values())
    assert MAX_RECENT == 10  # it says so in words


def test_it_names_presets_that_are_shipped() -> None:
    names = {
        json.loads(path.read_text("utf-8"))["name"] for path in (paths.resources_dir() / "presets").iterdir()
    }
    assert set(re.findall(r'--preset "([^"]+)"', source_of("en", "command-line"))) <= names
    assert 45 <= len(names) <= 60  # "some fifty"
