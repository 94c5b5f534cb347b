"""Names of results: after the preset, on every system, never one that is taken."""

from pathlib import Path

import pytest

from desktop.engine.core.errors import NameTemplateError
from desktop.engine.files.naming import NameTemplate, output_path, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Great Wave", "the-great-wave"),
        ("Café de nuit", "cafe-de-nuit"),
        ("  A/B\\C: D?  ", "a-b-c-d"),
        ("神奈川沖浪裏", "神奈川沖浪裏"),
        ("..", ""),
        ("Straße №7", "strasse-no7"),
        ("x" * 200, "x" * 80),
    ],
)
def test_slugs(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_the_result_lies_beside_the_photograph(tmp_path: Path) -> None:
    assert output_path(tmp_path / "Aunt May.TIF", "The Great Wave", ".png") == (
        tmp_path / "Aunt May_the-great-wave.png"
    )


def test_taken_names_are_counted_on(tmp_path: Path) -> None:
    (tmp_path / "a_dusk.jpg").touch()
    assert output_path(tmp_path / "a.jpg", "Dusk", ".jpg").name == "a_dusk (2).jpg"
    (tmp_path / "a_dusk (2).jpg").touch()
    assert output_path(tmp_path / "a.jpg", "Dusk", ".jpg").name == "a_dusk (3).jpg"


@pytest.mark.parametrize("letter", ["x", "é", "神"])
def test_a_name_that_is_too_long_is_cut(tmp_path: Path, letter: str) -> None:
    photo = tmp_path / (letter * (250 // len(letter.encode())) + ".png")
    photo.touch()
    first = output_path(photo, "The Great Wave", ".tiff")
    first.touch()
    second = output_path(photo, "The Great Wave", ".tiff")
    second.touch()
    assert first.name.startswith(letter * 70)
    assert second.name == f"{first.stem} (2).tiff"


def test_a_nameless_preset(tmp_path: Path) -> None:
    assert output_path(tmp_path / "a.jpg", "?", ".png") == tmp_path / "a_coloured.png"


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{stem}-{preset}", "Aunt May-cafe-de-nuit"),
        ("{folder} {stem} {amount}", "album Aunt May 0.8"),
        ("{model}_{ending}_{stem}", "palette_TIF_Aunt May"),
        ("100 % {{{stem}}}", "100 % {Aunt May}"),
        (" {stem}. ", "Aunt May"),
    ],
)
def test_a_template_is_filled(tmp_path: Path, template: str, name: str) -> None:
    photo = tmp_path / "album" / "Aunt May.TIF"
    filled = NameTemplate(template).fill(photo, preset="Café de nuit", amount=0.8, model="palette")
    assert filled == name


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{stem}-{prest}", "unknown field {prest}; there are {stem}, {ending}"),
        ("{stem.parent}", "unknown field {stem.parent}"),
        ("{}", "unknown field {}"),
        ("{stem!r}", "unknown field {stem!r}"),
        ("{amount:.1f}", "unknown field {amount:.1f}"),
        ("{stem", "makes no sense"),
        ("{stem}/{preset}", "has a '/'"),
        ("a:b", "has a ':'"),
        (" ", "at least one letter"),
    ],
)
def test_a_template_that_cannot_work_is_told(template: str, words: str) -> None:
    with pytest.raises(NameTemplateError) as caught:
        NameTemplate(template)
    assert words in str(caught.value)
