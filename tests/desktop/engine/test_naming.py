"""Names of results: after the preset, on every system, never one that is taken."""

from pathlib import Path

import pytest

from desktop.engine.naming import output_path, slug


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


def test_a_folder_and_a_nameless_preset(tmp_path: Path) -> None:
    assert output_path(Path("a.jpg"), "?", ".png", folder=tmp_path) == tmp_path / "a_coloured.png"
